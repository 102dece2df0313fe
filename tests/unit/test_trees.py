"""Boosted trees as the reader evaluates them."""

import gzip
import json
from pathlib import Path

import pytest

from newsreader.engine import fitted
from newsreader.engine.trees import Trees, load_trees
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
    body = json.dumps(STUMP_AND_LEAF._asdict()).encode()
    (tmp_path / "small.json.gz").write_bytes(gzip.compress(body))
    monkeypatch.setattr(fitted, "_FOLDER", tmp_path)
    assert load_trees.__wrapped__("small") == STUMP_AND_LEAF


@pytest.mark.parametrize(
    "body", [b"no gzip", gzip.compress(b"{}", mtime=0), gzip.compress(b"[1]", mtime=0)]
)
def test_damaged_trees_are_a_data_error(
    body: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "small.json.gz").write_bytes(body)
    monkeypatch.setattr(fitted, "_FOLDER", tmp_path)
    with pytest.raises(DataError, match="reinstall"):
        load_trees.__wrapped__("small")


def test_a_node_that_is_not_whole_is_a_data_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = json.dumps(STUMP_AND_LEAF._replace(low=[])._asdict()).encode()
    (tmp_path / "small.json.gz").write_bytes(gzip.compress(body))
    monkeypatch.setattr(fitted, "_FOLDER", tmp_path)
    with pytest.raises(DataError, match="small"):
        load_trees.__wrapped__("small")
