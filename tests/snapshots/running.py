"""Runs the real app on the bundled articles, with its real engine, and takes pictures of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from textual.pilot import Pilot

from newsreader.sources import bundled_sources, read_source
from newsreader.ui.open_articles import OpenArticles
from newsreader.ui.reader import Reader
from tests.snapshots.pictures import picture

_PATIENCE = 60.0  # seconds for the engine on a busy machine
_SAME = 5
_FEW = 4  # articles that are searched

SCREENS: dict[str, tuple[str, ...]] = {
    "reading": ("right_square_bracket",),
    "search": ("slash", *"cruciel", "space", *"fase"),
    "why": ("right_square_bracket", "right_square_bracket", "w"),
    "correct": ("right_square_bracket", "right_square_bracket", "e"),
    "help": ("question_mark",),
    "map": ("m",),
    "everywhere": ("f", *"before the wimter", "down"),
}
"""The keys that lead to each screen from the analysed first article."""


def take(screen: str, size: tuple[int, int], theme: str) -> str:
    """The picture of ``screen`` in a terminal of ``size`` columns and rows.

    Raises:
        TimeoutError: the app did not come to rest.
    """
    return asyncio.run(_shown(screen, size, theme, picture))


def export(screen: str, size: tuple[int, int], theme: str, *keys: str) -> str:
    """The same screen as an SVG file's text, after some more ``keys``."""
    return asyncio.run(_shown(screen, size, theme, Reader.export_screenshot, keys))


async def _shown(
    screen: str,
    size: tuple[int, int],
    theme: str,
    drawn: Callable[[Reader], str],
    more: tuple[str, ...] = (),
) -> str:
    sources = bundled_sources()[:_FEW] if screen == "everywhere" else bundled_sources()
    app = Reader(OpenArticles(sources, read_source(sources[0])), measure=84, theme=theme)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await _settle(pilot, app)
        for key in (*SCREENS[screen], *more):
            await pilot.press(key)
            if key == "f":
                await _all_read(pilot, app)
        await _still(pilot, app)
        return drawn(app)


async def _settle(pilot: Pilot[None], app: Reader) -> None:
    """Waits until the article is analysed and what was found is shown."""
    end = time.monotonic() + _PATIENCE
    while not app.reading.analysis.quotes:
        if time.monotonic() > end:
            raise TimeoutError("the first article was not analysed")
        await pilot.pause(0.02)
    await _still(pilot, app)


async def _all_read(pilot: Pilot[None], app: Reader) -> None:
    """Waits until all articles can be searched."""
    end = time.monotonic() + _PATIENCE
    while app.reading.searching_all.quotes.unread():
        if time.monotonic() > end:
            raise TimeoutError("the articles were not read")
        await pilot.pause(0.02)


async def _still(pilot: Pilot[None], app: Reader) -> str:
    """The picture once it has been the same for a while."""
    end = time.monotonic() + _PATIENCE
    same = 0
    before = ""
    while same < _SAME:
        if time.monotonic() > end:
            raise TimeoutError("the screen did not come to rest")
        await pilot.pause(0.05)
        now = picture(app)
        same = same + 1 if now == before else 0
        before = now
    return before
