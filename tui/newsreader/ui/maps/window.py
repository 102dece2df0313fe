"""Which part of the world a map shows, and where a place is in it. Pure.

A window is a plain grid of degrees whose parallels are as long as the one in its middle, so shapes
are right where the places are and a dot of the map is the same number of degrees everywhere.
Longitudes go round: a window may lie across the date line, and nothing is to be known of that
outside this module.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
"""Degrees north and degrees east."""

DOTS_ACROSS, DOTS_DOWN = 2, 4
"""Dots of a cell."""

_SOUTH, _NORTH = -58.0, 84.0
"""What the map of the whole world shows unless a place lies beyond."""
_MARGIN = 0.12
"""Share of a side that is left free beyond the outermost place."""
_CLOSEST = 2.2
"""Degrees north to south that a map shows at least."""
_FLATTEST = math.cos(math.radians(75))
STEP = 1.6
"""How much nearer a step of zoom brings."""


@dataclass(frozen=True, slots=True)
class Window:
    """``width`` by ``height`` cells around ``latitude`` and ``longitude``, with so many degrees of
    latitude to a dot."""

    width: int
    height: int
    latitude: float
    longitude: float
    degrees: float

    @property
    def squeeze(self) -> float:
        """How long a degree of longitude is beside one of latitude, in the middle."""
        return max(_FLATTEST, math.cos(math.radians(self.latitude)))

    @property
    def across(self) -> float:
        """Degrees of longitude from edge to edge, perhaps more than the world has."""
        return self.width * DOTS_ACROSS * self.degrees / self.squeeze

    @property
    def down(self) -> float:
        """Degrees of latitude from edge to edge."""
        return self.height * DOTS_DOWN * self.degrees

    @property
    def west(self) -> float:
        """The longitude of the left edge, from -540 to 180."""
        return self.longitude - self.across / 2

    @property
    def north(self) -> float:
        """The latitude of the upper edge, perhaps beyond the pole."""
        return self.latitude + self.down / 2

    def dot(self, point: Point) -> tuple[int, int]:
        """The dot of a place, counted from the upper left; perhaps outside."""
        latitude, longitude = point
        east = (longitude - self.longitude + 180) % 360 - 180 + self.across / 2
        x = math.floor(east * self.squeeze / self.degrees)
        return x, math.floor((self.north - latitude) / self.degrees)

    def cell(self, point: Point) -> tuple[int, int] | None:
        """The cell of a place, counted from the upper left, if it is in the window."""
        x, y = self.dot(point)
        column, row = x // DOTS_ACROSS, y // DOTS_DOWN
        inside = 0 <= column < self.width and 0 <= row < self.height
        return (column, row) if inside else None

    def zoomed(self, factor: float, around: Point, points: Sequence[Point]) -> Window:
        """``factor`` times as near, around a place; at most as near as a map makes sense, and at
        least the whole world of ``points``."""
        whole = world(self.width, self.height, points)
        degrees = max(_closest(self.height), self.degrees / factor)
        if degrees >= whole.degrees * 0.999:
            return whole
        return Window(self.width, self.height, *around, degrees)._kept_on(whole)

    def holding(self, point: Point, points: Sequence[Point]) -> Window:
        """This window if ``point`` is well inside it, or else moved to have it in its middle."""
        x, y = self.dot(point)
        wide, high = self.width * DOTS_ACROSS, self.height * DOTS_DOWN
        if wide * 0.08 <= x < wide * 0.92 and high * 0.08 <= y < high * 0.92:
            return self
        whole = world(self.width, self.height, points)
        moved = Window(self.width, self.height, *point, self.degrees)._kept_on(whole)
        return self if moved.cell(point) is None and self.cell(point) else moved

    def _kept_on(self, whole: Window) -> Window:
        """Moved north or south so that it shows nothing beyond what the whole world shows."""
        top, bottom = whole.north, whole.north - whole.down
        if self.down >= whole.down:
            return self
        low, high = bottom + self.down / 2, top - self.down / 2
        latitude = min(max(self.latitude, low), high)
        return Window(self.width, self.height, latitude, self.longitude, self.degrees)


def world(width: int, height: int, points: Sequence[Point] = ()) -> Window:
    """The whole world, from the south that people live in unless a place lies beyond."""
    south = min([_SOUTH, *(latitude - 2 for latitude, _ in points)])
    north = max([_NORTH, *(min(90.0, latitude + 2) for latitude, _ in points)])
    # Parallels as long as the equator: all 360 degrees have to be there.
    across, down = max(1, width * DOTS_ACROSS), max(1, height * DOTS_DOWN)
    degrees = max(360.0 / across, (north - south) / down)
    return Window(width, height, (north + south) / 2, 10.0, degrees)


def around(width: int, height: int, points: Sequence[Point], least: float) -> Window:
    """The smallest window that holds all ``points`` with a margin, and at least ``least`` degrees
    from north to south."""
    if not points:
        return world(width, height)
    west, across = _arc([longitude for _, longitude in points])
    south = min(latitude for latitude, _ in points)
    north = max(latitude for latitude, _ in points)
    latitude = (north + south) / 2
    squeeze = max(_FLATTEST, math.cos(math.radians(latitude)))
    inner = 1 - 2 * _MARGIN
    wide, high = max(1, width * DOTS_ACROSS), max(1, height * DOTS_DOWN)
    degrees = max(
        across * squeeze / (wide * inner),
        (north - south) / (high * inner),
        least / high,
        _closest(height),
    )
    whole = world(width, height, points)
    if degrees >= whole.degrees or wide * degrees / squeeze >= 360:
        return whole
    longitude = (west + across / 2 + 180) % 360 - 180
    window = Window(width, height, latitude, longitude, degrees)
    kept = window._kept_on(whole)
    return kept if all(kept.cell(point) for point in points) else window


def _closest(height: int) -> float:
    return _CLOSEST / max(1, height * DOTS_DOWN)


def _arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """The shortest stretch of the equator under all ``longitudes``: its western end and length."""
    ordered = sorted({longitude % 360 for longitude in longitudes})
    gaps = [(b - a, b) for a, b in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    gap, start = max(gaps)
    return start % 360, 360 - gap
