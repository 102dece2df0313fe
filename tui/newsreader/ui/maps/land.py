"""Which cells of a window are land, or a certain country. Pure."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from newsreader.ui.maps.dots import level_for
from newsreader.ui.maps.outlines import TOLERANCES, UNIT, Line, outlines
from newsreader.ui.maps.window import DOTS_ACROSS, DOTS_DOWN, Window


@lru_cache(maxsize=32)
def land(window: Window) -> bytes:
    """A 1 for each cell whose middle is land, row by row.

    Raises:
        DataError: the outlines can't be read.
    """
    return _filled(window, _coasts(level_for(window)))


@lru_cache(maxsize=len(TOLERANCES))
def _coasts(level: int) -> list[Line]:
    return [line for line in outlines(level) if not line.is_border]


@lru_cache(maxsize=32)
def country(window: Window, code: str) -> bytes:
    """A 1 for each cell whose middle is in the country with an ISO 3166 alpha-2 code.

    Raises:
        DataError: the outlines can't be read.
    """
    return _filled(window, (line for line in outlines(level_for(window)) if code in line.countries))


def _filled(window: Window, lines: Iterable[Line]) -> bytes:
    """What ``lines`` enclose: between the first and the second that one comes to from the west,
    between the third and the fourth, and so on."""
    width, height = window.width, window.height
    cells = bytearray(width * height)
    across = window.squeeze / (UNIT * window.degrees * DOTS_ACROSS)
    west = max(window.west, window.longitude - 180)
    east = min(window.west + window.across, window.longitude + 180)
    spans = [(west - turn, east - turn, window.west - turn) for turn in (-360, 0, 360)]
    for row, xs in enumerate(_crossings(window, lines)):
        xs.sort()
        for edge, end, start in spans:
            low, high = edge * UNIT, end * UNIT
            for i in range(bisect_left(xs, low) & ~1, min(bisect_right(xs, high), len(xs) - 1), 2):
                left, right = max(xs[i], low), min(xs[i + 1], high)
                first = math.ceil((left - start * UNIT) * across - 0.5)
                last = math.ceil((right - start * UNIT) * across - 0.5)
                if last > first:
                    cells[row * width + first : row * width + last] = b"\1" * (last - first)
    return bytes(cells)


def _crossings(window: Window, lines: Iterable[Line]) -> list[list[float]]:
    """Where lines cross the middle of each row of cells, in steps east."""
    height = window.height
    crossings: list[list[float]] = [[] for _ in range(height)]
    down = 1 / (UNIT * window.degrees * DOTS_DOWN)
    # Numbers that stay positive; no point lies exactly in the middle of a row.
    top = window.north * UNIT * down + 0.5 + height + 1e-7
    low, high = height, 2 * height
    south, north = (window.north - window.down) * UNIT, window.north * UNIT
    for line in lines:
        _, bottom, _, upper = line.box
        if bottom > north or upper < south:
            continue
        lowest, highest = int(top - line.box[1] * down), int(top - line.box[3] * down)
        if lowest == highest or lowest < low or highest > high:
            continue
        rows = [int(top - y * down) for y in line.ys]
        for i, (one, other) in enumerate(pairwise(rows)):
            if one == other:
                continue
            x, y = line.xs[i], line.ys[i]
            slope = (line.xs[i + 1] - x) / (line.ys[i + 1] - y)
            for row in range(min(one, other) + 1, max(one, other) + 1):
                if low < row <= high:
                    crossings[row - height - 1].append(x + ((top - row) / down - y) * slope)
    return crossings
