from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.engine import name_tables
from newsreader.engine.name_tables import NameTable, name_table
from newsreader.errors import DataError

_NAMES = st.text(alphabet="abzé", min_size=1, max_size=4)


@given(st.sets(_NAMES), st.lists(_NAMES))
def test_a_table_holds_its_names_and_no_others(names: set[str], others: list[str]) -> None:
    table = NameTable("\n".join(sorted(names)) + "\n")
    for name in [*names, *others]:
        assert (name in table) == (name in names)


@pytest.mark.parametrize("name", ["given_names", "family_names"])
def test_every_name_of_the_shipped_lists_is_found(name: str) -> None:
    table = name_table(name)
    names = list(table)
    assert len(names) > 20_000
    assert [each for each in names if each not in table] == []
    assert [each for each in names[::50] if each + "qx" in table] == []


def test_neither_nothing_nor_two_names_at_once_are_a_name() -> None:
    table = NameTable("ana\nanabel\nbo\n")
    assert "" not in table
    assert "ana\nanabel" not in table
    assert "an" not in table


def test_a_missing_list_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(name_tables, "__file__", str(tmp_path / "name_tables.py"))
    with pytest.raises(DataError, match=r"no_such_list\.txt: .*reinstall"):
        name_table("no_such_list")
