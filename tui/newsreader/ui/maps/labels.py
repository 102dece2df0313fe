"""Where the names of places stand on a map so that none lies over another. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from newsreader.ui.maps.window import Point, Window
from newsreader.ui.widgets.row_line import Piece, cut

SPARE = "•"
"""The mark of what has no number of its own, when there are more than can be told apart."""
NUMBERS = "123456789abcdefghijklmnopqrstuvwxyz"

_LEAST_NAME = 14
"""Cells that a name may always take; longer ones at most a third of the map."""
_APART = 2
"""Free cells between a name and what stands beside it; its own mark stands one cell away."""

Cell = tuple[int, int]
"""Column and row."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell with the places in it, as indexes, the most important first. ``number`` is empty if
    all their names stand on the map; else the legend has them."""

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
        """The legend: number and place of each place at a spot whose names don't all stand
        there, in the order of the numbers."""
        told = [(one.number, place) for one in self.spots if one.number for place in one.places]
        return tuple(sorted(told, key=lambda one: (one[0] == SPARE, NUMBERS.find(one[0]))))


def arranged(
    window: Window, points: Sequence[Point | None], names: Sequence[str], first: int | None = None
) -> Labels:
    """The names of the places that are in a window, those before others in the order given.

    ``points`` has ``None`` for a place that is nowhere; ``names`` are safe for a terminal, and cut
    where they are long. The name of the place ``first`` takes the room of others if it finds none
    itself; their numbers stay those that they have without it.
    """
    most = max(_LEAST_NAME, window.width // 3)
    labels = _arranged(window, points, _Names(names, most))
    if first is None or any(label.place == first for label in labels.labels):
        return labels
    return _with_name_of(first, window, labels, _Names(names, most))


class _Names:
    """Names in at most so many cells, cut when they are asked for."""

    def __init__(self, names: Sequence[str], most: int) -> None:
        self._names = names
        self._most = most

    def __getitem__(self, place: int) -> str:
        return "".join(piece.text for piece in cut([Piece(self._names[place])], self._most))


def _arranged(window: Window, points: Sequence[Point | None], names: _Names) -> Labels:
    there: dict[Cell, list[int]] = {}
    for place, point in enumerate(points):
        if point is not None and (cell := window.cell(point)) is not None:
            there.setdefault(cell, []).append(place)
    taken = _Taken(window.width, window.height, there)
    labels = []
    spots = []
    numbers = _Numbers(())
    for cell, places in there.items():
        name = names[places[0]]
        if found := taken.place(cell, name):
            labels.append(Label(found, name, places[0]))
        number = numbers.next() if not found or len(places) > 1 else ""
        spots.append(Spot(cell, tuple(places), number))
    return Labels(tuple(spots), tuple(labels))


def _with_name_of(first: int, window: Window, labels: Labels, names: _Names) -> Labels:
    """``labels`` with the name of ``first``, and without those that have no room beside it."""
    spot = next((spot for spot in labels.spots if first in spot.places), None)
    if spot is None:
        return labels
    kept = [label for label in labels.labels if label.place not in spot.places]
    taken = _Taken(window.width, window.height, [one.cell for one in labels.spots])
    for label in kept:
        taken.take(label.cell, cell_len(label.text))
    name = names[first]
    found = taken.place(spot.cell, name)
    if found is None:
        found = taken.least(spot.cell, name)
        if found is None:
            return labels
        size = cell_len(name)
        fallen = [label for label in kept if _too_near(label, found, size)]
        kept = [label for label in kept if label not in fallen]
    else:
        fallen = []
    mine = Label(found, name, first)
    without = {label.place for label in fallen}
    numbers = _Numbers([one.number for one in labels.spots])
    spots = tuple(
        Spot(one.cell, one.places, one.number or numbers.next())
        if without.intersection(one.places)
        else one
        for one in labels.spots
    )
    return Labels(spots, (*kept, mine))


def _too_near(label: Label, cell: Cell, size: int) -> bool:
    """Whether a name of ``size`` at ``cell`` leaves too little between itself and ``label``."""
    column, row = label.cell
    end = column + cell_len(label.text)
    return row == cell[1] and column < cell[0] + size + _APART and cell[0] < end + _APART


class _Numbers:
    """The numbers that come after those in use."""

    def __init__(self, used: Sequence[str]) -> None:
        self._used = sum(number != "" for number in used)

    def next(self) -> str:
        """A number, or the mark of what can have none."""
        self._used += 1
        return NUMBERS[self._used - 1] if self._used <= len(NUMBERS) else SPARE


class _Taken:
    """The cells that marks and names have taken."""

    def __init__(self, width: int, height: int, marks: Iterable[Cell]) -> None:
        self._width = width
        self._marks = frozenset(marks)
        self._rows = [bytearray(width) for _ in range(height)]
        for column, row in self._marks:
            self._rows[row][column] = 1

    def take(self, cell: Cell, size: int) -> None:
        """Takes ``size`` cells from ``cell`` on."""
        column, row = cell
        self._rows[row][column : column + size] = b"\1" * size

    def place(self, mark: Cell, name: str) -> Cell | None:
        """Takes room for a name near its mark: beside it, or above or below it where it can be
        no other mark's."""
        size = cell_len(name)
        if not 0 < size <= self._width:
            return None
        for column, row in _candidates(mark, size):
            if self._is_free(column, row, size, mark):
                self.take((column, row), size)
                return column, row
        return None

    def least(self, mark: Cell, name: str) -> Cell | None:
        """Where ``name`` stands near its mark on as little of other names as can be, and on no
        mark."""
        size = cell_len(name)
        best: tuple[int, Cell] | None = None
        for column, row in (*_candidates(mark, size), *_candidates(mark, size, 2)):
            if not size or not (0 <= row < len(self._rows) and 0 <= column <= self._width - size):
                continue
            if any((x, row) in self._marks for x in range(column, column + size)):
                continue
            near = [(x, row) for x in (column - 1, column + size)]
            covered = sum(self._rows[row][max(0, column - _APART) : column + size + _APART])
            covered += 2 * sum(cell in self._marks and cell != mark for cell in near)
            if best is None or covered < best[0]:
                best = covered, (column, row)
        return best and best[1]

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


def _candidates(mark: Cell, size: int, away: int = 1) -> Iterator[Cell]:
    """Where a name may begin, best first: right, left, above, below."""
    column, row = mark
    if away == 1:
        yield column + 2, row
        yield column - size - 1, row
    for line in (row - away, row + away):
        for start in (column, column - size + 1, column - size // 2, column + 1, column - size):
            yield start, line
