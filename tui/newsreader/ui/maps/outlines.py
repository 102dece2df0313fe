"""The outlines of the world's countries, read from ``ui/data/outlines.bin``.

The file holds the same outlines several times, each time with fewer points, so that a map takes
no longer to draw for showing more of the world. ``training/build_outlines.py`` writes it: a magic;
the codes of the countries, two letters each; then for each level, finest first, deflated, how many
lines and points there are, for each line its number of points, the numbers of the two countries
that it lies between and whether it is drawn, then the steps from point to point, all along x
before all along y, all low bytes before all high bytes. A size in bytes stands before each.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from struct import Struct, error
from typing import NamedTuple

from newsreader.errors import DataError

PATH = Path(__file__).parent.parent / "data" / "outlines.bin"
MAGIC = b"NROUTL1\n"
UNIT = 32000 / 360
"""Steps of the file to a degree."""
NOBODY = 255
TOLERANCES = (0.05, 0.16, 0.5)
"""Degrees by which the lines of each level may be off, finest first."""

Box = tuple[int, int, int, int]
"""West, south, east, north in steps."""

_SIZE = Struct("<I")
_COUNTS = Struct("<II")


class Line(NamedTuple):
    """A stretch of coast or border: its points in steps east of Greenwich and north of the
    equator, the codes of the countries it lies between, and the box around it. One that is not
    ``drawn`` only closes a country where the map of the world is cut open."""

    xs: Sequence[int]
    ys: Sequence[int]
    countries: tuple[str, ...]
    drawn: bool
    box: Box

    @property
    def is_border(self) -> bool:
        """Whether there is a country on either side."""
        return len(self.countries) > 1


class Drawing(NamedTuple):
    """A line on its way into the file; ``countries`` are two numbers, ``NOBODY`` for none."""

    points: Sequence[tuple[int, int]]
    countries: tuple[int, int]
    drawn: bool


def pack(codes: Sequence[str], levels: Iterable[Sequence[Drawing]]) -> bytes:
    """The file's bytes."""
    names = "".join(codes).encode("ascii")
    parts = [MAGIC, _SIZE.pack(len(names)), names]
    for lines in levels:
        packed = zlib.compress(_packed_level(lines), 9)
        parts += [_SIZE.pack(len(packed)), packed]
    return b"".join(parts)


def _packed_level(lines: Sequence[Drawing]) -> bytes:
    points = [point for line in lines for point in line.points]
    sizes = array("H", [len(line.points) for line in lines])
    owners = [bytes(line.countries[side] for line in lines) for side in (0, 1)]
    drawn = bytes(line.drawn for line in lines)
    parts = [_COUNTS.pack(len(lines), len(points)), sizes.tobytes(), *owners, drawn]
    for axis in (0, 1):
        places = [point[axis] for point in points]
        steps = array("h", [b - a for a, b in zip([0, *places], places, strict=False)]).tobytes()
        parts += [steps[::2], steps[1::2]]
    return b"".join(parts)


@lru_cache(maxsize=len(TOLERANCES))
def outlines(level: int) -> tuple[Line, ...]:
    """The lines of a level, 0 the finest.

    Raises:
        DataError: the file is missing or damaged.
    """
    try:
        codes, packed = _sections(PATH.read_bytes(), level)
        return tuple(_lines(zlib.decompress(packed), codes))
    except (OSError, ValueError, IndexError, error, zlib.error) as problem:
        raise DataError(f"{PATH.name}: {problem}; reinstall newsreader") from problem


def load(levels: Iterable[int]) -> None:
    """Reads levels before they are asked for; what is wrong with them is said then."""
    with suppress(DataError):
        for level in levels:
            outlines(level)


def _sections(data: bytes, level: int) -> tuple[list[str], bytes]:
    """The countries' codes and the bytes of a level."""
    if not data.startswith(MAGIC):
        raise ValueError("not a file of outlines")
    at = len(MAGIC)
    found = []
    for _ in range(level + 2):
        (size,) = _SIZE.unpack_from(data, at)
        at += _SIZE.size + size
        found.append(data[at - size : at])
    names = found[0].decode("ascii")
    return [names[i : i + 2] for i in range(0, len(names), 2)], found[-1]


def _lines(raw: bytes, codes: list[str]) -> Iterable[Line]:
    count, points = _COUNTS.unpack_from(raw)
    at = _COUNTS.size
    sizes = array("H")
    sizes.frombytes(raw[at : at + 2 * count])
    at += 2 * count
    owners = [
        (*((codes[one],) if one != NOBODY else ()), *((codes[other],) if other != NOBODY else ()))
        for one, other in zip(raw[at : at + count], raw[at + count : at + 2 * count], strict=True)
    ]
    drawn = raw[at + 2 * count : at + 3 * count]
    at += 3 * count
    axes = []
    for _ in range(2):
        steps = bytearray(2 * points)
        steps[::2] = raw[at : at + points]
        steps[1::2] = raw[at + points : at + 2 * points]
        at += 2 * points
        values = array("h")
        values.frombytes(steps)
        axes.append(array("h", accumulate(values)))
    xs, ys = axes
    first = 0
    for size, between, shown in zip(sizes, owners, drawn, strict=True):
        east, north = xs[first : first + size], ys[first : first + size]
        first += size
        box = (min(east), min(north), max(east), max(north))
        yield Line(east, north, between, bool(shown), box)
