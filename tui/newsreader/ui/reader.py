"""The Textual application: themes, the reading screen, and leaving in good order."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
from typing import TYPE_CHECKING, Any, TypeGuard

from textual import events
from textual.app import App
from textual.screen import Screen

from newsreader.ui.frames import FrameScreen
from newsreader.ui.screens.reading import ReadingScreen
from newsreader.ui.themes import DARK, themes
from newsreader.ui.widgets.line_input import LineInput

if TYPE_CHECKING:
    from textual.widget import Widget

    from newsreader.ui.open_articles import OpenArticles

_GARBAGE = 20_000
"""New objects from which on it is looked for what is no longer needed, whatever goes on."""
_LITTLE, _IDLE = 500, 0.04
"""New objects from which on it is looked so many seconds after a key, if none followed: for a few
of them that takes a fraction of a millisecond, for all of those above a key would wait ten."""
_AWAITED = 0.006
"""Seconds for which a letter is not drawn yet whose answer is on its way, to be drawn with it."""
_PATIENCE = 1.0
"""Seconds that a key waits for what came before it, at most."""


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
        self._tidying: asyncio.TimerHandle | None = None

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
        than after a round through the queues of the focused part, the screen and the app. The next
        one waits for what goes through them."""
        if (
            not isinstance(event, events.Key)
            or event.is_forwarded
            or not isinstance(screen := self.screen, FrameScreen)
        ):
            await super().on_event(event)
        elif _edits(screen.focused, event):
            if not self._edited(screen, screen.focused, event):
                await super().on_event(event)
        else:
            await self._heard(screen)
            if await self._check_bindings(event.key):
                screen.draw()
            else:
                await super().on_event(event)
            await self._heard(screen)
        if isinstance(event, events.Key):
            self._tidy_when_idle()

    def _edited(self, screen: FrameScreen[Any], line: LineInput, event: events.Key) -> bool:
        """Edits with a key and draws what comes of it, unless something that came before waits or
        more follows at once; whether it did."""
        if not self.app_focus or self.message_queue_size or _waits(screen):
            return False
        if line.edit(event):
            screen.typed(line.value)
        if screen.live is not None and screen.live.at_work:
            asyncio.get_running_loop().call_later(_AWAITED, screen.draw)
        else:
            screen.draw()
        return True

    async def _heard(self, screen: FrameScreen[Any]) -> None:
        """Waits until all have heard of what came before: it may decide where a key goes."""
        loop = asyncio.get_running_loop()
        end = loop.time() + _PATIENCE
        while (_waits(screen) or screen.leaving) and loop.time() < end:
            await asyncio.sleep(0.001 if screen.leaving else 0)

    def _tidy_when_idle(self) -> None:
        if self._tidying is not None:
            self._tidying.cancel()
        self._tidying = asyncio.get_running_loop().call_later(_IDLE, _tidy)

    def _ended_by(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def _after_first_frame(self) -> None:
        # What was made so far stays: the collector need never look at it again. What a key makes
        # is gone with the next one; looking for it a few times a key would be felt.
        gc.freeze()
        gc.set_threshold(_GARBAGE)
        gc.enable()
        self.reading.begin()


def _tidy() -> None:
    """Looks among the newest objects for what is no longer needed, as the collector would, and now
    and then among those that were there before."""
    young, looked_at, _ = gc.get_count()
    if gc.isenabled() and young > _LITTLE:
        gc.collect(1 if looked_at > gc.get_threshold()[1] else 0)


def _edits(focused: Widget | None, event: events.Key) -> TypeGuard[LineInput]:
    """Whether ``event`` edits the line that has the focus."""
    return isinstance(focused, LineInput) and focused.edits(event)


def _waits(screen: FrameScreen[Any]) -> bool:
    """Whether ``screen`` or its focused part is yet to hear of something."""
    focused = screen.focused
    return bool(screen.message_queue_size or (focused and focused.message_queue_size))
