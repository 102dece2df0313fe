"""A list drawn line by line: no widget, no layout and no markup for a row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message

from newsreader.ui.commands import bindings
from newsreader.ui.strips import Part
from newsreader.ui.widgets.line_list import LineList
from newsreader.ui.widgets.row_line import Row, RowLine
from newsreader.ui.widgets.row_looks import RowLooks

MARK = "▌"


class RowList(LineList):
    """Rows under headings with one of them highlighted, by a bar and by a mark in the margin.

    The heading of the rows in view stays on the first line. Moving the highlight redraws two rows.
    ``live`` keeps the bar bright while another widget has the keys and moves it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]

    @dataclass
    class Highlighted(Message):
        """The highlight moved to a row by key or by mouse."""

        row_list: RowList
        index: int
        value: object

        @property
        def control(self) -> RowList:
            """The list it happened in."""
            return self.row_list

    @dataclass
    class Chosen(Message):
        """A row was chosen with ``enter`` or the mouse."""

        row_list: RowList
        index: int
        value: object

        @property
        def control(self) -> RowList:
            """The list it happened in."""
            return self.row_list

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Row] = ()
        self._tops: list[int] = [0]
        self._headings: list[int] = []
        self._followed = False
        self._highlighted: int | None = None
        self._looks = {over: RowLooks(self, over) for over in ("", "bar", "bar-blurred")}
        self._drawn: tuple[int, int, Sequence[RowLine]] = (-1, -1, ())
        self.live = False

    @property
    def rows(self) -> Sequence[Row]:
        """The rows as they were given."""
        return self._rows

    @property
    def highlighted(self) -> int | None:
        """Index of the highlighted row, ``None`` if no row can be chosen."""
        return self._highlighted

    @property
    def highlighted_value(self) -> object:
        """What the highlighted row stands for."""
        return None if self._highlighted is None else self._rows[self._highlighted].value

    def set_rows(self, rows: Sequence[Row], highlighted: int | None = None, top: int = 0) -> None:
        """Replaces all rows and redraws without layout. ``highlighted`` defaults to the first row
        that can be chosen; ``top`` is the line to scroll to, moved so that the highlight shows."""
        self._rows = rows
        self._drawn = (-1, -1, ())
        self._tops = [0, *accumulate(row.height for row in rows)]
        self._headings = [index for index, row in enumerate(rows) if row.kind == "heading"]
        self._highlighted = self._choosable(0 if highlighted is None else highlighted, 1)
        self.set_lines(self._tops[-1])
        self.scroll_to_line(top)
        self.show_highlighted()
        self.refresh()

    def highlight(self, index: int | None, *, tell: bool = True) -> None:
        """Moves the highlight to row ``index``, scrolling only if it is out of view."""
        if index == self._highlighted:
            return
        self._refresh_row(self._highlighted)
        self._highlighted = index
        self._refresh_row(index)
        if index is None:
            return
        self.show_highlighted()
        self._place_cursor()
        if tell:
            self.post_message(self.Highlighted(self, index, self._rows[index].value))

    def show_highlighted(self) -> None:
        """Scrolls as little as needed to bring the highlighted row into view, with the last one
        what stands below it."""
        index = self._highlighted
        height = self.size.height
        if index is None or height <= 0:
            return
        top, bottom = self._tops[index], self._tops[index + 1]
        if index and self._choosable(0, 1) == index:
            top = 0
        covered = 1 if self._heading_above(index) is not None and height > 2 else 0
        if self._choosable(len(self._rows) - 1, -1) == index:
            bottom = max(bottom, min(self._tops[-1], top - covered + height))
        first = self.top
        if top - covered < first:
            self.scroll_to_line(top - covered)
        elif bottom > first + height:
            self.scroll_to_line(bottom - height)

    def row_at(self, line: int) -> int | None:
        """Index of the row drawn on ``line`` of the widget, counted from its top."""
        pinned = self._pinned()
        if line == 0 and pinned is not None:
            return pinned
        y = line + self.top
        return bisect_right(self._tops, y) - 1 if 0 <= y < self._tops[-1] else None

    def draw_line(self, y: int, width: int) -> list[Part]:
        """The row of cells ``y``; draws just the list row it belongs to."""
        index = self.row_at(y)
        if index is None or width <= 0:
            return [(" " * width, self.base_style)]
        row = self._rows[index]
        line = 0 if row.kind == "heading" else y + self.top - self._tops[index]
        if self._drawn[:2] != (index, width):
            self._drawn = (index, width, row.draw(width - 1))
        lines = self._drawn[2]
        chosen = ""
        if index == self._highlighted:
            chosen = "bar" if self.has_focus or self.live else "bar-blurred"
        look = self._looks[chosen]
        mark = (MARK, look["mark"]) if chosen else (" ", look[""])
        if line >= len(lines):
            return [mark, (" " * (width - 1), look[""])]
        return [mark, *[(text, look[name]) for text, name in lines[line].fitted(width - 1)]]

    def action_move(self, delta: int) -> None:
        """Moves the highlight by ``delta`` rows that can be chosen."""
        if self._highlighted is None:
            self.scroll_to_line(self.top + delta)
        else:
            self.highlight(self._choosable(self._highlighted + delta, delta))

    def action_page(self, direction: int) -> None:
        """Moves the highlight by a screenful."""
        step = direction * max(1, self.size.height - 2)
        if self._highlighted is None:
            self.scroll_to_line(self.top + step)
            return
        line = self._tops[self._highlighted] + step
        index = bisect_right(self._tops, max(0, min(line, self._tops[-1] - 1))) - 1
        self.highlight(self._choosable(index, direction))

    def action_first(self) -> None:
        """Highlights the first row."""
        if self._highlighted is None:
            self.scroll_to_line(0)
        self.highlight(self._choosable(0, 1))

    def action_last(self) -> None:
        """Highlights the last row."""
        if self._highlighted is None:
            self.scroll_to_line(self._tops[-1])
        self.highlight(self._choosable(len(self._rows) - 1, -1))

    def action_choose(self) -> None:
        """Tells that the highlighted row was chosen."""
        if (index := self._highlighted) is not None:
            self.post_message(self.Chosen(self, index, self._rows[index].value))

    def on_click(self, event: events.Click) -> None:
        """A click highlights and chooses the row under it."""
        index = None if self.on_scroll_bar(event.x) else self.row_at(event.y)
        if index is not None and self._rows[index].kind == "item":
            event.stop()
            self.highlight(index)
            self.action_choose()

    def on_focus(self) -> None:
        """The bar is brighter while keys go here, and the terminal's own cursor beside it."""
        self._refresh_row(self._highlighted)
        self._place_cursor()

    def on_blur(self) -> None:
        """The bar is fainter while keys go elsewhere."""
        self._refresh_row(self._highlighted)

    def on_resize(self) -> None:
        """Keeps the highlighted row in view."""
        self.scroll_to_line(self.top)
        self.show_highlighted()

    def notify_style_update(self) -> None:
        """Forgets the resolved looks when the theme or the stylesheet changes."""
        for looks in self._looks.values():
            looks.clear()
        super().notify_style_update()

    def step(self, delta: int) -> None:
        """Moves the highlight while the keys go elsewhere; the terminal's cursor comes along."""
        self._followed = True
        self.action_move(delta)
        self._followed = False

    def _place_cursor(self) -> None:
        """Puts the terminal's own cursor on the highlighted row, for screen readers."""
        if (self.has_focus or self._followed) and self._highlighted is not None:
            line = max(0, self._tops[self._highlighted] - self.top)
            self.app.cursor_position = self.content_region.offset + Offset(1, line)

    def _choosable(self, index: int, direction: int) -> int | None:
        """The row at ``index`` or the nearest after it in ``direction`` that is no heading, or
        else the nearest the other way."""
        rows = self._rows
        step = 1 if direction > 0 else -1
        index = max(0, min(index, len(rows) - 1))
        for way in (
            range(index, len(rows) if step > 0 else -1, step),
            range(index, -1 if step > 0 else len(rows), -step),
        ):
            for candidate in way:
                if rows[candidate].kind == "item":
                    return candidate
        return None

    def _heading_above(self, index: int) -> int | None:
        place = bisect_right(self._headings, index) - 1
        return self._headings[place] if place >= 0 else None

    def _pinned(self) -> int | None:
        """The heading that is held on the first line, if the rows in view have one."""
        first = self.top
        if not first or self.size.height <= 2 or first >= self._tops[-1]:
            return None
        return self._heading_above(bisect_right(self._tops, first) - 1)

    def _refresh_row(self, index: int | None) -> None:
        if index is None or index >= len(self._rows):
            return
        self._drawn = (-1, -1, ())
        self.refresh_rows(self._tops[index], self._rows[index].height)
