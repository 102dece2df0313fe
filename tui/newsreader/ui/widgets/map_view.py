"""The map: outlines in braille, over them the places and their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from newsreader.ui.maps.dots import BRAILLE, Dots
from newsreader.ui.maps.labels import Cell, Labels
from newsreader.ui.maps.tour import Tour
from newsreader.ui.theme_styles import Paint
from newsreader.ui.widgets.line_list import LineList

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
    "current-mark": Paint("accent", "selected", bold=True),
}
_GROUNDS = tuple(Paint(background=name) for name in ("background", "panel", "lit"))
"""Sea, land, and the country looked at."""

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
        self._looks: dict[tuple[str, int], Style] = {}

    def show(self, ground: Ground | None) -> None:
        """Draws the tour's window, in which ``ground`` is what lies under the names."""
        self._ground = ground
        self._over, self._places = {}, {}
        self._write(self._tour.labels)
        self.refresh()
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

    def draw_line(self, y: int, width: int) -> Strip:
        """The row of cells ``y``, to the right edge: nothing scrolls here."""
        width = self.size.width
        over = self._over.get(y, {})
        pixels = list(self._outlines(y, width))
        for column, pixel in over.items():
            if 0 <= column < width:
                pixels[column] = pixel
        parts = zip(pixels, self._parts(y, width), strict=True)
        cells = [(text, (look, part)) for (text, look), part in parts]
        segments = [
            Segment("".join(text for text, _ in run), self._look(*look))
            for look, run in groupby(cells, lambda cell: cell[1])
        ]
        return Strip(segments, width)

    def _parts(self, y: int, width: int) -> bytes:
        """Of each cell of a row whether it is sea, land, or in the country looked at."""
        ground = self._ground
        if ground is None or len(ground.land) < (y + 1) * width:
            return bytes(width)
        row = slice(y * width, (y + 1) * width)
        if not ground.country:
            return ground.land[row]
        return bytes(map(max, ground.land[row], (2 * cell for cell in ground.country[row])))

    def _outlines(self, y: int, width: int) -> Iterator[Pixel]:
        ground = self._ground
        if ground is None or len(ground.dots.coasts) < (y + 1) * width:
            yield from [(" ", "")] * width
            return
        dots = ground.dots
        row = slice(y * width, (y + 1) * width)
        for coast, border in zip(dots.coasts[row], dots.borders[row], strict=True):
            if coast or border:
                yield chr(BRAILLE + (coast | border)), "coast" if coast else "border"
            else:
                yield " ", ""

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


def _graphemes(text: str) -> Iterator[tuple[str, int]]:
    if text.isascii():
        yield from ((letter, 1) for letter in text)
        return
    for start, end, size in split_graphemes(text)[0]:
        yield text[start:end], size
