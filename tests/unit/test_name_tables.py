from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.engine import data_files, name_tables
from newsreader.engine.name_tables import NameTable, name_table
from newsreader.engine.wordlists import wordlist
from newsreader.errors import DataError

_NAMES = st.text(alphabet="abzé", min_size=1, max_size=4)


@given(st.sets(_NAMES), st.lists(_NAMES))
def test_a_table_holds_its_names_and_no_others(names: set[str], others: list[str]) -> None:
    table = NameTable("".join(f"{name}\n" for name in sorted(names)).encode())
    for name in [*names, *others]:
        assert (name in table) == (name in names)
    assert list(table) == sorted(names)


def test_names_of_all_blocks_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_tables, "_BLOCK", 5)
    names = sorted(f"n{number}" for number in range(200))
    table = NameTable("".join(f"{name}\n" for name in names).encode())
    assert [name for name in names if name not in table] == []
    assert [name for name in names if f"{name}0" in table and f"{name}0" not in names] == []


@pytest.mark.parametrize("name", ["given_names_female", "given_names_male"])
def test_names_are_found_behind_the_comments_of_a_list(name: str) -> None:
    table = name_table(f"words/{name}")
    assert len(wordlist(name)) > 1_000
    assert [each for each in wordlist(name) if each not in table] == []


@pytest.mark.parametrize("name", ["given_names", "family_names", "name_words"])
def test_every_name_of_the_shipped_lists_is_found(name: str) -> None:
    table = name_table(name)
    names = list(table)
    assert len(names) > 8_000
    assert [each for each in names if each not in table] == []
    assert [each for each in names[::50] if each + "qx" in table] == []
    assert names == sorted(names)


def test_neither_nothing_nor_two_names_at_once_are_a_name() -> None:
    table = NameTable(b"ana\nanabel\nbo\n")
    assert "" not in table
    assert "ana\nanabel" not in table
    assert "an" not in table


def test_a_missing_list_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(data_files, "FOLDER", tmp_path)
    with pytest.raises(DataError, match=r"no_such_list\.txt: .*reinstall"):
        name_table("no_such_list")
