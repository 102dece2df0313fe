"""Coasts and borders as braille: which dots of each cell of a window are set. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsreader.errors import DataError
from newsreader.ui.maps.outlines import UNIT, Box, Line, outlines
from newsreader.ui.maps.window import DOTS_ACROSS, DOTS_DOWN, Window

BRAILLE = 0x2800
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of a dot, by its row and its column in the cell."""
_AROUND = round(360 * UNIT)
_COARSER = (0.1, 0.5)
"""Degrees to a dot from which on the next level of outlines is fine enough."""
_BORDERS = 0.9
"""Degrees to a dot from which on borders would be a thicket."""
_FAR = 1 << 20
_LEAST_SHOWN = 0.5
"""Cells with a dot, to one along the window's edges, from which on one knows where one is."""


class Dots(NamedTuple):
    """A byte of braille for each cell, row by row: coasts, and borders between countries."""

    coasts: bytes
    borders: bytes


@lru_cache(maxsize=32)
def drawn(window: Window) -> Dots:
    """The dots of what a window shows.

    Raises:
        DataError: the outlines can't be read.
    """
    coasts = bytearray(window.width * window.height)
    borders = bytearray(window.width * window.height)
    with_borders = window.degrees < _BORDERS
    pen = _pen(window)
    for line, shift in _in_view(window, outlines(level_for(window))):
        if not line.drawn or (line.is_border and not with_borders):
            continue
        if line.is_border:
            _trace(pen, line, shift, borders, 2)
        else:
            _trace(pen, line, shift, coasts, 1)
    return Dots(bytes(coasts), bytes(borders))


def shows_outlines(window: Window) -> bool:
    """Whether a window has enough of coasts or borders to tell where it is."""
    try:
        dots = drawn(window)
    except DataError:
        return True
    cells = 2 * len(dots.coasts) - dots.coasts.count(0) - dots.borders.count(0)
    return cells >= _LEAST_SHOWN * (window.width + window.height)


def level_for(window: Window) -> int:
    """The level of outlines that is fine enough for a window."""
    return sum(window.degrees >= coarse for coarse in _COARSER)


def _in_view(window: Window, lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """The lines that touch a window, and by how many steps to move each eastwards for it."""
    west, south, east, north = _box(window)
    shifts = [
        turn * _AROUND
        for turn in (-1, 0, 1)
        if turn * _AROUND + _AROUND // 2 > west and turn * _AROUND - _AROUND // 2 < east
    ]
    for line in lines:
        left, bottom, right, top = line.box
        if bottom > north or top < south:
            continue
        for shift in shifts:
            if left + shift <= east and right + shift >= west:
                yield line, shift


def _box(window: Window) -> Box:
    """The window in steps; never more than once around the world."""
    across = min(window.across, 360.0)
    west, north = window.longitude - across / 2, window.north
    return (
        round(west * UNIT),
        round((north - window.down) * UNIT),
        round((west + across) * UNIT),
        round(north * UNIT),
    )


class _Pen(NamedTuple):
    """How steps of the outlines become dots of a window; ``first`` and ``wide`` are its first
    column of dots and the one after its last: what is wider than the world is empty at both
    sides."""

    width: int
    high: int
    first: int
    wide: int
    across: float
    down: float
    west: float
    north: float


def _pen(window: Window) -> _Pen:
    down = 1 / (UNIT * window.degrees)
    across = down * window.squeeze
    empty = max(0.0, (window.across - 360) / 2 * UNIT * across)
    first, wide = round(empty), round(window.width * DOTS_ACROSS - empty)
    west, north = window.west * UNIT, window.north * UNIT
    high = window.height * DOTS_DOWN
    return _Pen(window.width, high, first, wide, across, down, west, north)


def _trace(pen: _Pen, line: Line, shift: int, cells: bytearray, every: int) -> None:
    """Sets the dots along a line, every second one of them for a border."""
    width, high, first, wide, across, down, _, _ = pen
    # The numbers stay positive up to far outside, where cutting them off is rounding them down.
    west = pen.west - shift - _FAR / across
    north = pen.north + _FAR / down
    last_x = last_y = None
    for step_x, step_y in zip(line.xs, line.ys, strict=True):
        x, y = int((step_x - west) * across) - _FAR, int((north - step_y) * down) - _FAR
        if last_x is None or last_y is None:
            last_x, last_y = x, y
            dx = dy = 0
        else:
            dx, dy = x - last_x, y - last_y
            if not (dx or dy):
                continue
        if -2 < dx < 2 and -2 < dy < 2:
            if first <= x < wide and 0 <= y < high and (x + y) % every == 0:
                cells[(y >> 2) * width + (x >> 1)] |= _BITS[y & 3][x & 1]
        elif max(x, last_x) >= first and min(x, last_x) < wide and max(y, last_y) >= 0:
            count = max(abs(dx), abs(dy))
            for i in range(1, count + 1):
                px, py = last_x + dx * i // count, last_y + dy * i // count
                if first <= px < wide and 0 <= py < high and (px + py) % every == 0:
                    cells[(py >> 2) * width + (px >> 1)] |= _BITS[py & 3][px & 1]
        last_x, last_y = x, y
