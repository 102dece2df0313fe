"""One line to type into."""

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
from newsreader.ui.theme_styles import Paint
from newsreader.ui.widgets.line_editor import LineEditor
from newsreader.ui.widgets.row_line import head

_PAINTS = {
    "focus": Paint(background="panel"),
    "prompt": Paint("accent", bold=True),
    "hint": Paint("quiet"),
    "remark": Paint("quiet"),
    "warning": Paint("warning", bold=True),
    "cursor": Paint(reverse=True),
    "selected": Paint(background="selected"),
}
_LONGEST = 500
"""Code points that the line takes; what is pasted beyond is left out."""

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


class LineInput(Widget, can_focus=True):
    """A prompt, what was typed with its cursor, and a short remark at the right end.

    Textual's own input costs a widget with more than it needs here, and leaves no room for the
    remark. ``hint`` stands there while nothing is typed, ``invitation`` while it has no focus.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    DEFAULT_CSS = """
    LineInput { height: 1; width: 1fr; background: $surface; color: $foreground; }
    """

    @dataclass
    class Changed(Message):
        """What was typed changed."""

        query: str

    @dataclass
    class Submitted(Message):
        """``enter`` was pressed."""

        query: str

    @dataclass
    class Cancelled(Message):
        """``escape`` was pressed."""

    @dataclass
    class Moved(Message):
        """An arrow or page key was pressed, to go ``delta`` rows on in a list nearby."""

        delta: int

    def __init__(
        self,
        *,
        prompt: str = "> ",
        hint: str = "",
        invitation: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._prompt = prompt
        self._hint = hint
        self._invitation = invitation
        self._editor = LineEditor()
        self._first = 0
        self._remark = ""
        self._warns = False
        self._resolved: dict[str, Style] = {}

    @property
    def value(self) -> str:
        """What stands in the line."""
        return self._editor.text

    def set_value(self, value: str) -> None:
        """Replaces the line, posting nothing."""
        self._editor = LineEditor(safe_line(value), len(value), killed=self._editor.killed)
        self._redraw()

    def set_remark(self, remark: str, *, warns: bool = False) -> None:
        """Shows ``remark`` at the right end, left out where the line has no room for it."""
        if (remark, warns) != (self._remark, self._warns):
            self._remark, self._warns = safe_line(remark), warns
            self._redraw(moved=False)

    def select_all(self) -> None:
        """Selects the query, so that typing replaces it."""
        self._editor.select_all()
        self._redraw()

    @staticmethod
    def edits(event: events.Key) -> bool:
        """Whether ``event`` would change what is typed, or move in it."""
        return event.key in _EDITS or (event.is_printable and event.character is not None)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No style depends on the focus but those resolved here."""
        self._resolved.clear()

    def edit(self, event: events.Key) -> bool:
        """Does what ``event`` says if it ``edits``; whether what is typed is another now."""
        before = self._editor.text
        if edit := _EDITS.get(event.key):
            edit(self._editor)
        elif event.is_printable and event.character:
            self._insert(event.character)
        self._redraw()
        return self._editor.text != before

    async def on_key(self, event: events.Key) -> None:
        """Edits the line; what is no editing key goes on to the app."""
        if self.edits(event):
            event.stop()
            event.prevent_default()
            if self.edit(event):
                self.post_message(self.Changed(self._editor.text))

    def action_move(self, delta: int) -> None:
        """Goes ``delta`` results on."""
        self.post_message(self.Moved(delta))

    def action_recall(self, back: int) -> None:
        """Nothing is remembered here."""

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
        self._insert(" ".join(event.text[: 4 * _LONGEST].split()))
        self._redraw()
        if self._editor.text != before:
            self.post_message(self.Changed(self._editor.text))

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor where one clicked."""
        event.stop()
        text = self._editor.text
        cells = event.x - cell_len(self._prompt)
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
            return Strip.blank(max(0, width), self.base_style)
        right = f"  {self._remark} " if self._remark else ""
        if cell_len(right) + cell_len(self._prompt) + 8 > width:
            right = ""
        segments = [Segment(self._prompt, self._style_of("prompt")), *self._typed()]
        room = width - cell_len(right)
        strip = Strip(segments).adjust_cell_length(room, self.base_style)
        if not right:
            return strip
        look = self._style_of("warning" if self._warns else "remark")
        return Strip.join([strip, Strip([Segment(right, look)])])

    @property
    def base_style(self) -> Style:
        """The line's own colours, others while it has the focus; resolving them is slow."""
        style = self._resolved.get("")
        if style is None:
            style = self.rich_style
            if self.has_focus:
                style += _PAINTS["focus"].style(self.app)
            self._resolved[""] = style
        return style

    def _insert(self, text: str) -> None:
        kept = 0 if self._editor.selected else len(self._editor.text)
        self._editor.insert(safe_line(text)[: max(0, _LONGEST - kept)])

    def _typed(self) -> list[Segment]:
        base, quiet = self.base_style, self._style_of("hint")
        text, cursor = self._editor.text, self._editor.cursor
        if not self.has_focus:
            return [Segment(text or self._invitation, quiet)]
        at_cursor = self._style_of("cursor")
        if not text:
            hint = self._hint or " "
            return [Segment(hint[0], quiet + at_cursor), Segment(hint[1:], quiet)]
        if self._editor.selected:
            selected = Segment(text[self._first :], self._style_of("selected"))
            return [selected, Segment(" ", at_cursor)]
        end = self._editor.after(cursor)
        return [
            Segment(text[self._first : cursor], base),
            Segment(text[cursor:end] or " ", at_cursor),
            Segment(text[end:], base),
        ]

    def _redraw(self, *, moved: bool = True) -> None:
        """Scrolls sideways so that the cursor shows, places the terminal's cursor if that or the
        text ``moved``, redraws."""
        editor, before = self._editor, self._first
        room = max(1, self.size.width - cell_len(self._prompt) - cell_len(self._remark) - 3)
        if editor.cursor < self._first:
            self._first = editor.cursor
        while cell_len(editor.text[self._first : editor.cursor]) >= room:
            self._first += 1
        self._first = min(self._first, len(editor.text))
        # Where there is room again, as after a resize, no beginning stays hidden.
        while self._first and cell_len(editor.text[self._first - 1 :]) < room:
            self._first -= 1
        if self.has_focus and (moved or before != self._first):
            x = cell_len(self._prompt) + cell_len(editor.text[self._first : editor.cursor])
            self.app.cursor_position = self.content_region.offset + Offset(x, 0)
        self.refresh()

    def _style_of(self, name: str) -> Style:
        style = self._resolved.get(name)
        if style is None:
            style = self.base_style + _PAINTS[name].style(self.app)
            self._resolved[name] = style
        return style
