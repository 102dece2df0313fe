"""The last line: the keys of the part that has the focus. A click on one is as good as its key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from newsreader.ui.commands import Command

_GAP = 2


class FooterLine(Widget):
    """Shows as many commands as fit; the last ones given (help, quit) are kept the longest."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer-line--key", "footer-line--label"}

    DEFAULT_CSS = """
    FooterLine {
        height: 1;
        width: 1fr;
        background: $panel;

        & > .footer-line--key { color: $accent; text-style: bold; }
        & > .footer-line--label { color: $foreground; }
    }
    """

    @dataclass
    class Clicked(Message):
        """A command was clicked."""

        command: Command

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._commands: tuple[Command, ...] = ()
        self._kept = 0
        self._looks: tuple[Style, Style, Style] | None = None

    def show(self, commands: Sequence[Command], kept: int = 2) -> None:
        """Shows ``commands``, of which the last ``kept`` are left out last."""
        commands = tuple(commands)
        if commands != self._commands:
            self._commands, self._kept = commands, kept
            self.refresh()

    def fitting(self, width: int) -> list[Command]:
        """The commands that fit into ``width`` cells, in order."""
        commands = list(self._commands)
        while commands and sum(_width(c) for c in commands) + 1 > width:
            at = len(commands) - 1 - self._kept
            commands.pop(at if at >= 0 else -1 if len(commands) == 1 else 0)
        return commands

    def render_line(self, y: int) -> Strip:
        """The one line."""
        width = self.size.width
        base, key, label = self._get_looks()
        segments = [Segment(" ", base)]
        for command in self.fitting(width) if y == 0 else ():
            segments += [
                Segment(command.shown_keys[0], key),
                Segment(f" {command.footer}", label),
                Segment(" " * _GAP, base),
            ]
        return Strip(segments).adjust_cell_length(max(0, width), base)

    def on_click(self, event: events.Click) -> None:
        """Runs the command under the mouse."""
        x = 1
        for command in self.fitting(self.size.width):
            size = _width(command)
            if x <= event.x < x + size - _GAP:
                self.post_message(self.Clicked(command))
                return
            x += size

    def notify_style_update(self) -> None:
        """Forgets the styles when the theme changes."""
        self._looks = None
        super().notify_style_update()

    def _get_looks(self) -> tuple[Style, Style, Style]:
        if self._looks is None:
            self._looks = (
                self.rich_style,
                self.get_component_rich_style("footer-line--key"),
                self.get_component_rich_style("footer-line--label"),
            )
        return self._looks


def _width(command: Command) -> int:
    return cell_len(command.shown_keys[0]) + 1 + cell_len(command.footer) + _GAP
