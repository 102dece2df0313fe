"""Boosted decision trees, read from ``engine/data/``: a correction of what a linear model says.

Each tree asks about one number after another until it reaches a leaf; the leaves reached are
added up (Friedman, “Greedy function approximation: a gradient boosting machine”, 2001). Trained by
``training/boosting.py``; plain lists, so that a reader needs no numpy.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from newsreader.engine.fitted import read_fitted


class Trees(NamedTuple):
    """Nodes of all trees side by side: node ``i`` asks whether number ``asked[i]`` of a row is at
    most ``limits[i]`` and leads to ``low[i]`` or ``high[i]``; below zero it is the leaf
    ``leaves[~node]``. ``scale`` is the weight of the linear model's score beside the sum."""

    roots: list[int]
    asked: list[int]
    limits: list[float]
    low: list[int]
    high: list[int]
    leaves: list[float]
    scale: float

    def score(self, row: Sequence[float], first: int = 0, last: int | None = None) -> float:
        """The sum of the leaves that ``row`` reaches, in all trees or in some of them."""
        roots, asked, limits, low, high, leaves, _ = self
        total = 0.0
        for node in roots[first:last]:
            while node >= 0:
                node = low[node] if row[asked[node]] <= limits[node] else high[node]
            total += leaves[~node]
        return total


@lru_cache(maxsize=4)
def load_trees(name: str) -> Trees:
    """``data/NAME.json.gz``, written by ``training/``.

    Raises:
        DataError: the file is missing or damaged.
    """
    return read_fitted(name, _trees)


def _trees(raw: dict[str, Any]) -> Trees:
    trees = Trees(*(raw[field] for field in Trees._fields))
    if not len(trees.asked) == len(trees.limits) == len(trees.low) == len(trees.high):
        raise ValueError("a node is not whole")
    return trees
