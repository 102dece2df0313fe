"""Where the names of places stand on a map so that none lies over another. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from newsreader.ui.maps.window import Point, Window

SPARE = "·"
"""The mark of what has no number of its own, when there are more than can be told apart."""
NUMBERS = "123456789abcdefghijklmnopqrstuvwxyz"

_APART = 2
"""Free cells between a name and what stands beside it; its own mark stands one cell away."""

Cell = tuple[int, int]
"""Column and row."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell with the places in it, as indexes, the most important first. ``number`` is empty if
    all their names stand on the map; else the legend has those whose names don't."""

    cell: Cell
    places: tuple[int, ...]
    number: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map: where it begins and which place it names."""

    cell: Cell
    text: str
    place: int


@dataclass(frozen=True, slots=True)
class Labels:
    """What is written over a window."""

    spots: tuple[Spot, ...]
    labels: tuple[Label, ...]

    @property
    def numbered(self) -> tuple[tuple[str, int], ...]:
        """The legend: number and place of each place in the window whose name isn't on it."""
        named = {label.place for label in self.labels}
        return tuple(
            (spot.number, place)
            for spot in self.spots
            if spot.number
            for place in spot.places
            if place not in named or len(spot.places) > 1
        )


def arranged(
    window: Window, points: Sequence[Point | None], names: Sequence[str], first: int | None = None
) -> Labels:
    """The names of the places that are in a window, those before others in the order given.

    ``points`` has ``None`` for a place that is nowhere; ``names`` are safe for a terminal. The
    place ``first`` takes precedence over all if its name finds no room otherwise.
    """
    labels = _arranged(window, points, names, range(len(points)))
    if first is None or any(label.place == first for label in labels.labels):
        return labels
    order = [first, *(place for place in range(len(points)) if place != first)]
    return _arranged(window, points, names, order)


def _arranged(
    window: Window, points: Sequence[Point | None], names: Sequence[str], order: Sequence[int]
) -> Labels:
    there: dict[Cell, list[int]] = {}
    for place in order:
        point = points[place]
        if point is not None and (cell := window.cell(point)) is not None:
            there.setdefault(cell, []).append(place)
    taken = _Taken(window.width, window.height, there)
    labels = []
    spots = []
    numbers = 0
    for cell, places in there.items():
        found = taken.place(cell, names[places[0]])
        if found:
            labels.append(Label(found, names[places[0]], places[0]))
        number = ""
        if not found or len(places) > 1:
            number = NUMBERS[numbers] if numbers < len(NUMBERS) else SPARE
            numbers += 1
        spots.append(Spot(cell, tuple(places), number))
    return Labels(tuple(spots), tuple(labels))


class _Taken:
    """The cells that marks and names have taken."""

    def __init__(self, width: int, height: int, marks: dict[Cell, list[int]]) -> None:
        self._width = width
        self._marks = frozenset(marks)
        self._rows = [bytearray(width) for _ in range(height)]
        for column, row in marks:
            self._rows[row][column] = 1

    def place(self, mark: Cell, name: str) -> Cell | None:
        """Takes room for a name near its mark: beside it, or above or below it where it can be
        no other mark's."""
        size = cell_len(name)
        if not 0 < size <= self._width:
            return None
        for column, row in _candidates(mark, size):
            if self._is_free(column, row, size, mark):
                self._rows[row][column : column + size] = b"\1" * size
                return column, row
        return None

    def _is_free(self, column: int, row: int, size: int, mark: Cell) -> bool:
        if not (0 <= row < len(self._rows) and column >= 0 and column + size <= self._width):
            return False
        cells = bytearray(self._rows[row])
        if mark[1] == row:
            cells[mark[0]] = 0  # its own mark may stand nearer than others
        if any(cells[max(0, column - _APART) : column + size + _APART]):
            return False
        if row == mark[1]:
            return True
        near = {(x, y) for y in (row - 1, row + 1) for x in range(column - 1, column + size + 1)}
        return self._marks & near == {mark}


def _candidates(mark: Cell, size: int) -> Iterator[Cell]:
    """Where a name may begin, best first: right, left, above, below."""
    column, row = mark
    yield column + 2, row
    yield column - size - 1, row
    for line in (row - 1, row + 1):
        for start in (column, column - size + 1, column - size // 2, column + 1, column - size):
            yield start, line
