"""The app on an article in which there is something to correct, and what is read off it."""

from __future__ import annotations

from told_apart import ANALYSIS, TEXT
from visit import Body, Visit, visit

SIZES = [(100, 24), (80, 24), (40, 12)]


def reading(body: Body, size: tuple[int, int] = (100, 24)) -> None:
    visit(body, text=TEXT, analysis=ANALYSIS, size=size, title_span=None, byline_span=None)


def speaker_of(here: Visit, words: str) -> str | None:
    return next(
        q.speaker for q in here.screen.analysis.quotes if TEXT[q.start : q.end].startswith(words)
    )


def row(here: Visit, words: str, part: str = "article") -> str:
    return next(row for row in here.pane(part).split("\n") if words in row)


async def choose(here: Visit, *keys: str) -> None:
    """Presses ``keys`` on a page and waits until it has closed and the next one is there."""
    await here.press(*keys)
    for _ in range(3):
        await here.pilot.pause()
