"""Boosted trees as the reader evaluates them."""

from dataclasses import replace
from pathlib import Path
from random import Random

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
    (tmp_path / "small.bin").write_bytes(pack_trees(replace(STUMP_AND_LEAF, low=[])))
    monkeypatch.setattr(data_files, "FOLDER", tmp_path)
    with pytest.raises(DataError, match="small"):
        load_trees.__wrapped__("small")


def _walked(trees: Trees, row: list[float], roots: list[int]) -> float:
    total = 0.0
    for node in roots:
        while node >= 0:
            low = row[trees.asked[node]] <= trees.limits[node]
            node = trees.low[node] if low else trees.high[node]
        total += trees.leaves[~node]
    return total


def _grown(random: Random, count: int) -> Trees:
    """Trees of one to eight leaves, whose limits are few so that numbers lie on them."""
    trees = Trees([], [], [], [], [], [], 1.0)

    def grow(leaves: int) -> int:
        if leaves == 1:
            trees.leaves.append(random.uniform(-1, 1))
            return -len(trees.leaves)
        here = len(trees.asked)
        trees.asked.append(random.randrange(5))
        trees.limits.append(random.randrange(4) / 2)
        trees.low.append(0)
        trees.high.append(0)
        on_the_left = random.randrange(1, leaves)
        trees.low[here] = grow(on_the_left)
        trees.high[here] = grow(leaves - on_the_left)
        return here

    trees.roots.extend(grow(random.randint(1, 8)) for _ in range(count))
    return trees


def test_all_at_once_the_trees_reach_the_leaves_that_a_walk_reaches() -> None:
    random = Random(3)
    for count in (1, 2, 40):
        trees = _grown(random, count)
        for _ in range(300):
            row = [
                random.choice([random.randrange(4) / 2, random.uniform(-1, 3)]) for _ in range(5)
            ]
            assert trees.score(row) == _walked(trees, row, trees.roots)
            scorer = trees.scorer()
            rows = [row, [*row[:2], *row[:3]]]  # the same in the first two
            for each, reached in zip(rows, scorer.exits(rows), strict=True):
                assert scorer.total(reached, 1, 9) == _walked(trees, each, trees.roots[1:9])


def test_a_tree_with_more_leaves_than_there_is_room_for_is_refused() -> None:
    trees = Trees(
        [0], [0] * 8, [0.0] * 8, [-1, *range(-2, -9, -1)], [*range(1, 8), -9], [0.0] * 9, 1
    )
    with pytest.raises(ValueError, match="too many leaves"):
        trees.score([1.0])
