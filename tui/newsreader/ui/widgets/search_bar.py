"""The line in which one types what one remembers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from newsreader.text import safe_line
from newsreader.ui.commands import bindings
from newsreader.ui.widgets.line_editor import LineEditor
from newsreader.ui.widgets.row_line import head

PROMPT = "/ "
INVITATION = "/ Search the quotes"
HINT = "words of a quote, or who said it"

_EDITS: dict[str, Callable[[LineEditor], None]] = {
    "left": LineEditor.left,
    "right": LineEditor.right,
    "home": LineEditor.home,
    "ctrl+a": LineEditor.home,
    "end": LineEditor.end,
    "ctrl+e": LineEditor.end,
    "ctrl+left": LineEditor.word_left,
    "alt+left": LineEditor.word_left,
    "alt+b": LineEditor.word_left,
    "ctrl+right": LineEditor.word_right,
    "alt+right": LineEditor.word_right,
    "alt+f": LineEditor.word_right,
    "backspace": LineEditor.delete_left,
    "ctrl+h": LineEditor.delete_left,
    "delete": LineEditor.delete_right,
    "ctrl+d": LineEditor.delete_right,
    "ctrl+w": LineEditor.kill_word_left,
    "alt+backspace": LineEditor.kill_word_left,
    "ctrl+backspace": LineEditor.kill_word_left,
    "alt+d": LineEditor.kill_word_right,
    "ctrl+u": LineEditor.kill_to_start,
    "ctrl+k": LineEditor.kill_to_end,
    "ctrl+y": LineEditor.yank,
}


class SearchBar(Widget, can_focus=True):
    """One line: the query with its cursor, and at the right end how many quotes match."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "search-bar--prompt",
        "search-bar--hint",
        "search-bar--count",
        "search-bar--no-match",
        "search-bar--cursor",
        "search-bar--selected",
    }

    DEFAULT_CSS = """
    SearchBar {
        height: 1;
        width: 1fr;
        background: $surface;
        color: $foreground;

        &:focus { background: $panel; }
        & > .search-bar--prompt { color: $accent; text-style: bold; }
        & > .search-bar--hint { color: $quiet; }
        & > .search-bar--count { color: $quiet; }
        & > .search-bar--no-match { color: $warning; text-style: bold; }
        & > .search-bar--cursor { text-style: reverse; }
        & > .search-bar--selected { background: $selected; }
    }
    """

    @dataclass
    class Changed(Message):
        """The query changed."""

        query: str

    @dataclass
    class Submitted(Message):
        """``enter``: stay at the result in view."""

        query: str

    @dataclass
    class Cancelled(Message):
        """``escape``: go back to where one was reading."""

    @dataclass
    class Moved(Message):
        """An arrow or page key: go ``delta`` results on."""

        delta: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._editor = LineEditor()
        self._first = 0
        self._counter = ""
        self._resolved: dict[str, Style] = {}

    @property
    def value(self) -> str:
        """What stands in the line."""
        return self._editor.text

    def set_query(self, query: str) -> None:
        """Replaces the line, posting nothing."""
        self._editor = LineEditor(safe_line(query), len(query), killed=self._editor.killed)
        self._redraw()

    def show_matches(self, position: int, total: int) -> None:
        """Shows "3 of 41" at the right end; "no match" if ``total`` is 0."""
        self._counter = f"{position} of {total}" if total else "no match"
        self.refresh()

    def clear_matches(self) -> None:
        """Shows nothing at the right end."""
        self._counter = ""
        self.refresh()

    def select_all(self) -> None:
        """Selects the query, so that typing replaces it."""
        self._editor.select_all()
        self._redraw()

    async def on_key(self, event: events.Key) -> None:
        """Edits the line; what is no editing key goes on to the app."""
        before = self._editor.text
        if edit := _EDITS.get(event.key):
            edit(self._editor)
        elif event.is_printable and event.character:
            self._editor.insert(safe_line(event.character))
        else:
            return
        event.stop()
        event.prevent_default()
        self._redraw()
        if self._editor.text != before:
            self.post_message(self.Changed(self._editor.text))

    def action_move(self, delta: int) -> None:
        """Goes ``delta`` results on."""
        self.post_message(self.Moved(delta))

    def action_submit(self) -> None:
        """Stays at the result in view."""
        self.post_message(self.Submitted(self._editor.text))

    def action_cancel(self) -> None:
        """Goes back to where one was reading."""
        self.post_message(self.Cancelled())

    def on_paste(self, event: events.Paste) -> None:
        """Puts pasted text into the line, its line breaks as spaces."""
        event.stop()
        before = self._editor.text
        self._editor.insert(safe_line(" ".join(event.text.split())))
        self._redraw()
        if self._editor.text != before:
            self.post_message(self.Changed(self._editor.text))

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor where one clicked."""
        event.stop()
        text = self._editor.text
        cells = event.x - cell_len(PROMPT)
        self._editor.selected = False
        self._editor.cursor = self._first + len(head(text[self._first :], max(0, cells)))
        self._redraw()

    def on_focus(self) -> None:
        """Shows the cursor."""
        self._redraw()

    def on_blur(self) -> None:
        """Hides the cursor."""
        self.refresh()

    def on_resize(self) -> None:
        """Keeps the cursor in view."""
        self._redraw()

    def notify_style_update(self) -> None:
        """Forgets the resolved styles when the theme changes."""
        self._resolved.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """The whole line, if it has room for anything."""
        width = self.size.width
        if y or width <= 0:
            return Strip.blank(max(0, width), self.rich_style)
        right = f" {self._counter} " if self._counter else ""
        if cell_len(right) + cell_len(PROMPT) + 8 > width:
            right = ""
        segments = [Segment(PROMPT, self._style_of("prompt")), *self._typed()]
        room = width - cell_len(right)
        strip = Strip(segments).adjust_cell_length(room, self.rich_style)
        if not right:
            return strip
        look = "no-match" if self._counter == "no match" else "count"
        return Strip.join([strip, Strip([Segment(right, self._style_of(look))])])

    def _typed(self) -> list[Segment]:
        base = self.rich_style
        text, cursor = self._editor.text, self._editor.cursor
        if not self.has_focus:
            if text:
                return [Segment(text, self._style_of("hint"))]
            return [Segment(INVITATION.removeprefix(PROMPT), self._style_of("hint"))]
        cursor_style = self._style_of("cursor")
        if not text:
            return [
                Segment(HINT[0], cursor_style + self._style_of("hint")),
                Segment(HINT[1:], self._style_of("hint")),
            ]
        if self._editor.selected:
            return [
                Segment(text[self._first :], self._style_of("selected")),
                Segment(" ", cursor_style),
            ]
        end = self._editor.after(cursor)
        return [
            Segment(text[self._first : cursor], base),
            Segment(text[cursor:end] or " ", cursor_style),
            Segment(text[end:], base),
        ]

    def _redraw(self) -> None:
        """Scrolls sideways so that the cursor shows, places the terminal's cursor, redraws."""
        editor = self._editor
        room = max(1, self.size.width - cell_len(PROMPT) - len(self._counter) - 3)
        if editor.cursor < self._first:
            self._first = editor.cursor
        while cell_len(editor.text[self._first : editor.cursor]) >= room:
            self._first += 1
        self._first = min(self._first, len(editor.text))
        if self.has_focus:
            x = cell_len(PROMPT) + cell_len(editor.text[self._first : editor.cursor])
            self.app.cursor_position = self.content_region.offset + Offset(x, 0)
        self.refresh()

    def _style_of(self, name: str) -> Style:
        style = self._resolved.get(name)
        if style is None:
            style = self.rich_style + self.get_component_rich_style(
                f"search-bar--{name}", partial=True
            )
            self._resolved[name] = style
        return style
