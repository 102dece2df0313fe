"""Boosted decision trees, read from ``engine/data/``: a correction of what a linear model says.

Each tree asks about one number after another until it reaches a leaf; the leaves reached are
added up (Friedman, “Greedy function approximation: a gradient boosting machine”, 2001). Trained by
``training/boosting.py``; plain lists, so that a reader needs no numpy.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any, NamedTuple

from newsreader.engine.fitted import pack_fitted, read_fitted

_CODES = "hHdhhd"  # of the numbers in each field of ``Trees`` but the last


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
    """``data/NAME.bin``, written by ``training/``.

    Raises:
        DataError: the file is missing or damaged.
    """
    return read_fitted(name, _trees)


def pack_trees(trees: Trees) -> bytes:
    """The bytes of the file that ``load_trees`` reads: behind its facts (``scale``, and how many
    ``sizes`` each field has) the fields one after another."""
    fields = (trees.roots, trees.asked, trees.limits, trees.low, trees.high, trees.leaves)
    sizes = [len(field) for field in fields]
    return pack_fitted(
        {"sizes": sizes, "scale": trees.scale}, _layout(sizes).pack(*chain.from_iterable(fields))
    )


def _layout(sizes: list[int]) -> struct.Struct:
    return struct.Struct("<" + "".join(map("{}{}".format, sizes, _CODES)))


def _trees(facts: dict[str, Any], packed: memoryview) -> Trees:
    sizes = facts["sizes"]
    if len(set(sizes[1:5])) > 1:
        raise ValueError("a node is not whole")
    numbers: Iterator[Any] = iter(_layout(sizes).unpack(packed))
    roots, asked, limits, low, high, leaves = (list(islice(numbers, size)) for size in sizes)
    return Trees(roots, asked, limits, low, high, leaves, facts["scale"])
