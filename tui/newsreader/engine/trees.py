"""Boosted decision trees, read from ``engine/data/``: a correction of what a linear model says.

Each tree asks about one number after another until it reaches a leaf; the leaves reached are
added up (Friedman, “Greedy function approximation: a gradient boosting machine”, 2001). Trained by
``training/boosting.py``; plain lists, so that a reader needs no numpy.

The trees are not walked one by one. A node whose answer is no rules out the leaves on its low side;
what all nodes that ask about one number rule out together depends only on how many of their limits
lie below it, and the exit of a tree is the first leaf that nothing rules out (Lucchese and others,
“QuickScorer: a fast algorithm to rank documents with additive ensembles of regression trees”,
2015). All leaves are bits of one integer, a byte a tree.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, compress, count, islice
from operator import getitem, ne
from typing import Any

from newsreader.engine.fitted import pack_fitted, read_fitted

_CODES = "hHdhhd"  # of the numbers in each field of ``Trees`` but the last
_BITS = 8
"""Leaves of a tree, at most."""
_MOST = 128
"""Values of a number whose answers are remembered: most numbers are small and whole."""


@dataclass(slots=True)
class Trees:
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
    _ready: Scorer | None = field(default=None, repr=False, compare=False)

    def score(self, row: list[float]) -> float:
        """The sum of the leaves that ``row`` reaches."""
        scorer = self.scorer()
        return scorer.total(scorer.exits([row])[0])

    def scorer(self) -> Scorer:
        """These trees, ready to be asked."""
        if self._ready is None:
            self._ready = Scorer(self)
        return self._ready


class Scorer:
    """Trees, ready to be asked."""

    def __init__(self, trees: Trees) -> None:
        self._leaves: list[dict[int, float]] = [{} for _ in trees.roots]
        ruled_out: dict[int, list[tuple[float, int]]] = {}

        def spread(node: int, tree: int) -> None:
            """Number the leaves below ``node`` from low to high, and note which of them each node
            rules out if its answer is no."""
            leaves = self._leaves[tree]
            before = len(leaves)
            if node < 0:
                if before == _BITS:
                    raise ValueError("a tree has too many leaves")
                leaves[1 << before] = trees.leaves[~node]
                return
            spread(trees.low[node], tree)
            low = (1 << len(leaves)) - (1 << before) << _BITS * tree
            ruled_out.setdefault(trees.asked[node], []).append((trees.limits[node], low))
            spread(trees.high[node], tree)

        for tree, root in enumerate(trees.roots):
            spread(root, tree)
        self._firsts = int.from_bytes(b"\1" * len(trees.roots), "little")
        self._every = sum(
            (1 << len(leaves)) - 1 << _BITS * tree for tree, leaves in enumerate(self._leaves)
        )
        self._tests = [
            _Test(asked, self._every, sorted(nodes)) for asked, nodes in sorted(ruled_out.items())
        ]

    def exits(self, rows: list[list[float]]) -> list[bytes]:
        """For each row the leaf of each tree that it reaches, as the one bit of a byte. Those that
        begin alike are asked about that once."""
        first, last = min(rows), max(rows)  # what these begin with, all others do
        alike = next(compress(count(), map(ne, first, last)), len(first))
        at = bisect_left(self._tests, alike, key=lambda test: test.asked)
        every = _left(self._every, self._tests[:at], rows[0])
        found = []
        for row in rows:
            left = _left(every, self._tests[at:], row)
            exits = left & ~(left - self._firsts)  # the first bit of each byte
            found.append(exits.to_bytes(len(self._leaves), "little"))
        return found

    def total(self, exits: bytes, first: int = 0, last: int | None = None) -> float:
        """The sum of the leaves reached, in all trees or in some of them."""
        return sum(map(getitem, self._leaves[first:last], exits[first:last]), 0.0)


class _Test:
    """All nodes that ask about one number: what they leave in play of the leaves of all trees."""

    __slots__ = ("asked", "known", "left", "limits")

    def __init__(self, asked: int, every: int, nodes: Sequence[tuple[float, int]]) -> None:
        self.asked = asked
        self.limits: list[float] = []
        # What is left if none, one, two … of the limits lie below the number.
        self.left = [every]
        for limit, leaves in nodes:
            if self.limits and self.limits[-1] == limit:
                self.left[-1] &= ~leaves
            else:
                self.limits.append(limit)
                self.left.append(self.left[-1] & ~leaves)
        self.known: dict[float, int] = {}


def _left(left: int, tests: Sequence[_Test], row: Sequence[float]) -> int:
    """What ``tests`` leave of the leaves that were ``left``."""
    for test in tests:
        value = row[test.asked]
        kept = test.known.get(value)
        if kept is None:
            kept = test.left[bisect_left(test.limits, value)]
            if len(test.known) < _MOST:
                test.known[value] = kept
        left &= kept
    return left


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
