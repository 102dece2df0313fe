"""The map: outlines in braille, over them the places and their names."""

from __future__ import annotations

from codecs import charmap_decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from newsreader.ui.maps.dots import BRAILLE, Dots
from newsreader.ui.maps.labels import Cell, Labels
from newsreader.ui.maps.tour import Tour
from newsreader.ui.strips import LineStrip
from newsreader.ui.theme_styles import Paint
from newsreader.ui.widgets.line_list import LineList
from newsreader.ui.widgets.row_line import Piece

POINT, WIDE = "◆", "◇"
CURRENT_POINT, CURRENT_WIDE = "▶", "▷"
_WIDE_KINDS = frozenset(["country", "region", "continent", "area", "water"])

_PAINTS = {
    "": Paint(),
    "coast": Paint("quiet"),
    "border": Paint("thumb"),
    "mark": Paint("accent", bold=True),
    "label": Paint("foreground"),
    "current": Paint("foreground", "selected", bold=True, underline=True),
    "beside-current": Paint(background="selected"),
    "strong": Paint("foreground", bold=True),
    "current-mark": Paint("accent", "selected", bold=True),
}
LAND, COUNTRY = 1, 2
_GROUNDS = tuple(Paint(background=name) for name in ("background", "panel", "lit"))
"""Sea, land, and the country looked at."""

_LETTERS = " " + "".join(chr(BRAILLE + dots) for dots in range(1, 256))
_LOOKS = [
    (line, part)
    for line in ("border", "border", "coast", "coast")  # an empty cell looks as any border's
    for part in (0, 1, COUNTRY, COUNTRY)
]
_IS_BORDER = bytes(4 * bool(dots) for dots in range(256))
_IS_COAST = bytes(8 * bool(dots) for dots in range(256))
_IS_COUNTRY = bytes(2 * bool(cell) for cell in range(256))

Pixel = tuple[str, str]
"""What stands in a cell and its look; empty text where a wide character goes on."""


class Ground(NamedTuple):
    """What a window shows: the outlines, the cells that are land and, if the place looked at is a
    country, those in it."""

    dots: Dots
    land: bytes
    country: bytes = b""


def place_mark(kind: str, *, current: bool = False) -> str:
    """The mark of a place: filled for a point, hollow for what is wide, such as a country."""
    if current:
        return CURRENT_WIDE if kind in _WIDE_KINDS else CURRENT_POINT
    return WIDE if kind in _WIDE_KINDS else POINT


class MapView(LineList, inherit_bindings=False):
    """Draws where a ``Tour`` is. The place looked at is told by its mark, and by a colour."""

    DEFAULT_CSS = "MapView { background: $background; }"

    @dataclass
    class Clicked(Message):
        """The mark or the name of a place was clicked: its index in ``Analysis.places``."""

        place: int

    @dataclass
    class Wheeled(Message):
        """The wheel was turned: 1 for nearer, -1 for farther."""

        steps: int

    def __init__(self, tour: Tour, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tour = tour
        self._ground: Ground | None = None
        self._over: dict[int, dict[int, Pixel]] = {}
        self._places: dict[Cell, int] = {}
        self._below: Sequence[Piece] = ()
        self._drawn_for: object = None
        self._looks: dict[tuple[str, int], Style] = {}

    def show(self, ground: Ground | None, below: Sequence[Piece] = ()) -> None:
        """Draws the tour's window, in which ``ground`` is what lies under the names, and what is
        said ``below`` it on a line of its own."""
        before, looked = self._over, (self._tour.window, ground, below)
        self._over, self._places = {}, {}
        self._write(self._tour.labels)
        if looked != self._drawn_for:
            self._drawn_for = looked
            self._ground, self._below = ground, below
            self.refresh()
        else:
            for y in before.keys() | self._over.keys():
                if before.get(y) != self._over.get(y):
                    self.refresh_rows(y, 1)
        self._place_cursor()

    def _write(self, labels: Labels) -> None:
        current = self._tour.current
        for label in labels.labels:
            is_current = label.place == current
            look, around = ("current", "beside-current") if is_current else ("label", "")
            column, row = label.cell
            # A free cell on either side, or the coast would run into the name.
            for beside in (column - 1, column + cell_len(label.text)):
                self._over.setdefault(row, {}).setdefault(beside, (" ", around))
            for text, size in _graphemes(label.text):
                self._put((column, row), (text, look), label.place)
                for more in range(1, size):
                    self._put((column + more, row), ("", look), label.place)
                column += size
        for spot in labels.spots:
            first = spot.places[0]
            if current in spot.places:
                kind = self._tour.places[current].kind
                mark = place_mark(kind, current=True), "current-mark"
            else:
                mark = spot.number or place_mark(self._tour.places[first].kind), "mark"
            self._put(spot.cell, mark, first)

    def _put(self, cell: Cell, pixel: Pixel, place: int) -> None:
        column, row = cell
        self._over.setdefault(row, {})[column] = pixel
        self._places[cell] = place

    def _row(self, y: int, size: Size) -> Strip:
        """The row of cells ``y``, to the right edge: nothing scrolls here."""
        width = size.width
        if y >= self._tour.window.height:
            told = [Segment(words, self._look(paint, LAND)) for words, paint in self._below]
            return Strip(told).adjust_cell_length(width, self._look("", LAND))
        letters, looks = self._ground_row(y, width)
        for column, (text, look) in self._over.get(y, {}).items():
            if 0 <= column < width:
                letters[column] = text
                looks[column] = (look, looks[column][1])
        segments = []
        at = 0
        for same, run in groupby(looks):
            end = at + len(list(run))
            segments.append(Segment("".join(letters[at:end]), self._look(*same)))
            at = end
        return LineStrip(segments, width)

    def _ground_row(self, y: int, width: int) -> tuple[list[str], list[tuple[str, int]]]:
        """What stands in each cell of a row under the names, and its look."""
        row = slice(y * width, (y + 1) * width)
        if self._ground is None or len(self._ground.land) < row.stop:
            return [" "] * width, [("", 0)] * width
        letters, looks = _painted(self._ground)
        return list(letters[row]), [_LOOKS[look] for look in looks[row]]

    def on_click(self, event: events.Click) -> None:
        """A click on a place goes there."""
        place = self._places.get((event.x, event.y))
        if place is not None:
            event.stop()
            self.post_message(self.Clicked(place))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Farther."""
        event.stop()
        event.prevent_default()
        self.post_message(self.Wheeled(-1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Nearer."""
        event.stop()
        event.prevent_default()
        self.post_message(self.Wheeled(1))

    def on_focus(self) -> None:
        """The terminal's own cursor goes to the place looked at."""
        self._place_cursor()

    def notify_style_update(self) -> None:
        """Forgets the styles when the theme changes."""
        self._looks.clear()
        super().notify_style_update()

    def _place_cursor(self) -> None:
        """Puts the terminal's own cursor on the place looked at, for screen readers."""
        current = self._tour.current
        point = None if current is None else self._tour.points[current]
        cell = self._tour.window.cell(point) if point else None
        if self.has_focus and cell:
            self.app.cursor_position = self.content_region.offset + Offset(*cell)

    def _look(self, look: str, part: int) -> Style:
        style = self._looks.get((look, part))
        if style is None:
            app = self.app
            style = self.base_style + _GROUNDS[part].style(app) + _PAINTS[look].style(app)
            self._looks[look, part] = style
        return style


@lru_cache(maxsize=8)
def _painted(ground: Ground) -> tuple[str, bytes]:
    """The letter of each cell, and the number of its look among ``_LOOKS``."""
    coasts, borders = ground.dots
    dots = _joined(coasts, borders)
    lines = _joined(coasts.translate(_IS_COAST), borders.translate(_IS_BORDER))
    parts = _joined(ground.land, ground.country.translate(_IS_COUNTRY))
    return charmap_decode(dots, "strict", _LETTERS)[0], _joined(lines, parts)


def _joined(one: bytes, other: bytes) -> bytes:
    """Two rows of bits laid over one another."""
    number = int.from_bytes(one, "little") | int.from_bytes(other, "little")
    return number.to_bytes(len(one), "little")


def _graphemes(text: str) -> Iterator[tuple[str, int]]:
    if text.isascii():
        yield from ((letter, 1) for letter in text)
        return
    for start, end, size in split_graphemes(text)[0]:
        yield text[start:end], size
