"""The last line: the keys of the part that has the focus. A click on one is as good as its key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from newsreader.text import safe_line
from newsreader.ui.commands import Command
from newsreader.ui.theme_styles import Paint

_PAINTS = {
    "base": Paint("foreground", "panel"),
    "label": Paint("foreground", "panel"),
    "key": Paint("accent", "panel", bold=True),
    "warning": Paint("warning", "panel", bold=True),
}
_GAP = 2
_SHORT, _LONG = 3.0, 10.0  # seconds that a message stands


class FooterLine(Widget):
    """Shows as many commands as fit; the last ones given (help, quit) are kept the longest."""

    DEFAULT_CSS = "FooterLine { background: $panel; }"

    @dataclass
    class Clicked(Message):
        """A command was clicked."""

        command: Command

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._commands: tuple[Command, ...] = ()
        self._kept = 0
        self._looks: dict[str, Style] = {}
        self._message = ""
        self._warns = False
        self._until: Timer | None = None

    def show(self, commands: Sequence[Command], kept: int = 2) -> None:
        """Shows ``commands``, of which the last ``kept`` are left out last."""
        commands = tuple(commands)
        if commands != self._commands:
            self._commands, self._kept = commands, kept
            self.refresh()

    def say(self, line: str, *, warns: bool = False) -> None:
        """Shows ``line`` in place of the keys for some seconds."""
        self._message, self._warns = safe_line(line), warns
        if self._until is not None:
            self._until.stop()
        self._until = self.set_timer(_LONG if warns else _SHORT, self.hush)
        self.refresh()

    def hush(self) -> None:
        """Shows the keys again."""
        if self._message:
            self._message = ""
            self.refresh()

    def fitting(self, width: int) -> list[Command]:
        """The commands that fit into ``width`` cells, in order."""
        commands = list(self._commands)
        while commands and sum(_width(c) for c in commands) + 1 - _GAP > width:
            at = len(commands) - 1 - self._kept
            commands.pop(at if at >= 0 else -1 if len(commands) == 1 else 0)
        return commands

    def render_line(self, y: int) -> Strip:
        """The one line."""
        width = max(0, self.size.width)
        base = self._look("base")
        if y:
            return Strip.blank(width, base)
        segments = [Segment(" ", base)]
        if self._message:
            segments.append(Segment(self._message, self._look("warning" if self._warns else "key")))
            return Strip(segments).adjust_cell_length(width, base)
        for command in self.fitting(width):
            segments += [
                Segment(command.shown_keys[0], self._look("key")),
                Segment(f" {command.footer}", self._look("label")),
                Segment(" " * _GAP, base),
            ]
        return Strip(segments).adjust_cell_length(width, base)

    def on_click(self, event: events.Click) -> None:
        """Runs the command under the mouse."""
        if self._message:
            self.hush()
            return
        x = 1
        for command in self.fitting(self.size.width):
            size = _width(command)
            if x <= event.x < x + size - _GAP:
                self.post_message(self.Clicked(command))
                return
            x += size

    def notify_style_update(self) -> None:
        """Forgets the styles when the theme changes."""
        self._looks.clear()
        super().notify_style_update()

    def _look(self, name: str) -> Style:
        style = self._looks.get(name)
        if style is None:
            style = _PAINTS[name].style(self.app)
            self._looks[name] = style
        return style


def _width(command: Command) -> int:
    return cell_len(command.shown_keys[0]) + 1 + cell_len(command.footer) + _GAP
