"""The Textual application: themes, the reading screen, and leaving in good order."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.screen import Screen

from newsreader.ui.frames import FrameScreen
from newsreader.ui.screens.reading import ReadingScreen
from newsreader.ui.themes import DARK, themes
from newsreader.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from newsreader.ui.open_articles import OpenArticles

_GARBAGE = 20_000
"""New objects from which on it is looked for what is no longer needed."""


class Reader(App[None], inherit_bindings=False):
    """Shows one reading screen."""

    TITLE = "newsreader"
    ENABLE_COMMAND_PALETTE = False  # ours: newsreader.ui.palette

    def __init__(
        self, articles: OpenArticles, *, measure: int, theme: str = DARK, **options: Any
    ) -> None:
        # With NO_COLOR Textual would draw in greys; as a terminal's own colours it sends none.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None, **options)
        for known in themes():
            self.register_theme(known)
        self.theme = theme if theme in self.available_themes else DARK
        self.reading = ReadingScreen(articles, measure)

    def get_default_screen(self) -> Screen[Any]:
        """The reading screen is there from the start."""
        return self.reading

    def on_mount(self) -> None:
        """Asks to be told of the first frame and of signals that end the program."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            with contextlib.suppress(ValueError, RuntimeError, NotImplementedError):
                loop.add_signal_handler(number, self._ended_by, number)
        self.call_after_refresh(self._after_first_frame)

    async def on_event(self, event: events.Event) -> None:
        """Keys that are bound or type act at once, and what they change is drawn at once, rather
        than after a round through the queues of the focused part, the screen and the app."""
        if (
            isinstance(event, events.Key)
            and not event.is_forwarded
            and isinstance(screen := self.screen, FrameScreen)
            and await self._acts(screen, event)
        ):
            screen.draw()
            return
        await super().on_event(event)

    async def _acts(self, screen: FrameScreen[Any], event: events.Key) -> bool:
        """Runs the command of a key, or edits the focused line with it unless something that came
        before waits or more follows at once; whether it did."""
        if not screen.types(event):
            return await self._check_bindings(event.key)
        line = screen.focused
        if not isinstance(line, LineInput) or not line.edits(event) or not self.app_focus:
            return False
        if self.message_queue_size or screen.message_queue_size or line.message_queue_size:
            return False
        if line.edit(event):
            screen.typed(line.value)
        return True

    def _ended_by(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def _after_first_frame(self) -> None:
        # What was made so far stays: the collector need never look at it again. What a key makes
        # is gone with the next one; looking for it a few times a key would be felt.
        gc.freeze()
        gc.set_threshold(_GARBAGE)
        gc.enable()
        self.reading.begin()
