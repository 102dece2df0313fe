"""Boosted trees as the reader evaluates them."""

from pathlib import Path

import pytest

from newsreader.engine import data_files
from newsreader.engine.fitted import pack_fitted
from newsreader.engine.trees import Trees, load_trees, pack_trees
from newsreader.errors import DataError

STUMP_AND_LEAF = Trees([0, -3], [1], [2.5], [-1], [-2], [0.5, -0.25, 1.0], 1.0)


def test_a_number_at_the_limit_goes_low() -> None:
    assert STUMP_AND_LEAF.score([9.0, 2.5]) == 1.5


def test_a_number_above_the_limit_goes_high() -> None:
    assert STUMP_AND_LEAF.score([9.0, 2.6]) == 0.75


def test_no_trees_add_nothing() -> None:
    assert Trees([], [], [], [], [], [], 1.0).score([1.0]) == 0.0


def test_trees_are_read_as_they_were_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "small.bin").write_bytes(pack_trees(STUMP_AND_LEAF))
    monkeypatch.setattr(data_files, "FOLDER", tmp_path)
    assert load_trees.__wrapped__("small") == STUMP_AND_LEAF


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no facts\n",
        b"[1]\n",
        b"{}\n",
        pack_fitted({}, b""),
        pack_trees(STUMP_AND_LEAF)[:-1],
        pack_trees(STUMP_AND_LEAF)[:-1] + b"!",
    ],
)
def test_damaged_trees_are_a_data_error(
    body: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "small.bin").write_bytes(body)
    monkeypatch.setattr(data_files, "FOLDER", tmp_path)
    with pytest.raises(DataError, match=r"^small\.bin: .*reinstall"):
        load_trees.__wrapped__("small")


def test_a_node_that_is_not_whole_is_a_data_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "small.bin").write_bytes(pack_trees(STUMP_AND_LEAF._replace(low=[])))
    monkeypatch.setattr(data_files, "FOLDER", tmp_path)
    with pytest.raises(DataError, match="small"):
        load_trees.__wrapped__("small")
