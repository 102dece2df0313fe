"""What the places of an article say about each other: shared country, shared region, nearness.

Every name spreads its weight over what it may mean, in proportion to how likely each is; each
round of that makes the likely likelier (a mean field). Linear in the number of names.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from newsreader.engine.gazetteer import Entry
from newsreader.engine.place_candidates import Candidate

CELL = 2.0  # degrees
_IN_CELL = 12  # points remembered in one cell
_NEAR = 120.0  # kilometres at which nearness has fallen to a third
_SHARPNESS = 2.0
_POINT_KINDS = ("city", "district", "region", "facility")


@dataclass(slots=True)
class Clue:
    """A name with what it may mean; ``bonus`` holds what containment adds, by place number, and
    ``shares`` how likely each meaning is now."""

    options: tuple[Candidate, ...]
    weight: float
    bonus: dict[int, float] = field(default_factory=dict)
    shares: list[float] = field(default_factory=list)

    def settle(self, scores: Sequence[float]) -> None:
        """Turn scores into shares that add up to 1."""
        top = max(scores)
        raised = [math.exp(_SHARPNESS * (score - top)) for score in scores]
        total = sum(raised)
        self.shares = [r / total for r in raised]


class Context:
    """The weight of each country, region and neighbourhood, from all names together."""

    def __init__(self, clues: Sequence[Clue], hints: Counter[str], near_clues: int) -> None:
        self._countries: dict[str, float] = defaultdict(float, hints)
        self._regions: dict[int, float] = defaultdict(float)
        self._cells: dict[tuple[int, int], list[tuple[int, float, float, float]]] = defaultdict(
            list
        )
        self._around: set[tuple[int, int]] = set()  # the cells beside those with points
        self._own: list[dict[str, float]] = []
        self._own_regions: list[dict[int, float]] = []
        for number, clue in enumerate(clues):
            own: dict[str, float] = defaultdict(float)
            regions: dict[int, float] = defaultdict(float)
            for option, share in zip(clue.options, clue.shares, strict=True):
                if share < 0.02:
                    continue
                entry, amount = option.entry, clue.weight * share
                if entry.country:
                    own[entry.country] += amount
                if entry.region is not None:
                    regions[entry.region] += amount
                if number < near_clues and entry.kind in _POINT_KINDS:
                    cell = self._cells[_cell(entry.latitude, entry.longitude)]
                    if len(cell) < _IN_CELL:
                        cell.append((number, entry.latitude, entry.longitude, amount))
            for code, amount in own.items():
                self._countries[code] += amount
            for region, amount in regions.items():
                self._regions[region] += amount
            self._own.append(own)
            self._own_regions.append(regions)
        for row, column in self._cells:
            self._around.update((row + a, column + b) for a in (-1, 0, 1) for b in (-1, 0, 1))
        total = sum(self._countries.values())
        self._others = [total - sum(own.values()) for own in self._own]
        total = sum(self._regions.values())
        self._other_regions = [total - sum(own.values()) for own in self._own_regions]

    def country(self, number: int, entry: Entry) -> float:
        """The share of the other names that lie in the country of ``entry``, 0 to 1."""
        code = entry.country
        if not code:
            return 0.0
        own = self._own[number].get(code, 0.0)
        return (self._countries.get(code, 0.0) - own) / (self._others[number] + 1.0)

    def region(self, number: int, entry: Entry) -> float:
        """The share of the other names that lie in the first-level region of ``entry``."""
        region = entry.region
        if region is None:
            return 0.0
        own = self._own_regions[number].get(region, 0.0)
        return (self._regions.get(region, 0.0) - own) / (self._other_regions[number] + 1.0)

    def nearness(self, number: int, entry: Entry) -> float:
        """How much of the other names stands close by, 0 to 1."""
        if entry.kind not in _POINT_KINDS:
            return 0.0
        cell = row, column = _cell(entry.latitude, entry.longitude)
        if cell not in self._around:
            return 0.0
        near = 0.0
        for a in (-1, 0, 1):
            for b in (-1, 0, 1):
                for other, latitude, longitude, amount in self._cells.get(
                    (row + a, column + b), ()
                ):
                    if other != number:
                        near += amount * _closeness(
                            entry.latitude, entry.longitude, latitude, longitude
                        )
        return near / (near + 1.0)


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return int((latitude + 90) // CELL), int((longitude + 180) // CELL)


@lru_cache(maxsize=16384)
def _closeness(a: float, b: float, c: float, d: float) -> float:
    return math.exp(-distance(a, b, c, d) / _NEAR)


def distance(a: float, b: float, c: float, d: float) -> float:
    """Distance in kilometres between two points in degrees, close enough for comparing."""
    x = math.radians(((d - b + 180) % 360) - 180) * math.cos(math.radians((a + c) / 2))
    return 6371.0 * math.hypot(x, math.radians(c - a))
