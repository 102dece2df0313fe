"""Visits to the real app, headless: opens an article, waits, lets a test press keys."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any

from rich.style import Style
from textual.geometry import Region
from textual.pilot import Pilot

from newsreader.article import Analysis, Article, Span
from newsreader.engine.analyse import analyse
from newsreader.front_matter import find_front_matter
from newsreader.ui.open_articles import OpenArticles
from newsreader.ui.reader import Reader
from newsreader.ui.screens.reading import ReadingScreen

HEADLINE = "Bridge over the Vltava to be rebuilt"
FIRST = "We will rebuild the bridge before the winter"
SECOND = "It is a scandal that nobody looked at the pillars"
THIRD = "Nobody was hurt"
TEXT = (
    f"{HEADLINE}\n\nBy Petra Nováková\n\n"
    f"PRAGUE — “{FIRST},” said Mayor Ana Okoro on Monday in Prague.\n\n"
    + "The river rose again during the night, and the water reached the old mill. " * 30
    + f"\n\n“{SECOND},” said the engineer Jan Dvořák. He had warned the council in Brno.\n\n"
    + "Trams were sent the long way round, and the market stayed closed all day. " * 30
    + f"\n\n“{THIRD},” Okoro said.\n\n"
    + "More rain is expected on Friday. " * 60
    + "\n"
)

Body = Callable[["Visit"], Awaitable[None]]


def article(text: str = TEXT, **fields: Any) -> Article:
    """``text`` as an article, its front matter found."""
    front = find_front_matter(text)
    spans = {"title_span": front.title, "byline_span": front.byline}
    return Article("0" * 16, None, text, **{**spans, **fields})


@lru_cache(maxsize=8)
def spans_of(text: str, word: str) -> tuple[Span, ...]:
    """Where ``word`` stands in ``text``."""
    found = []
    start = text.find(word)
    while start >= 0:
        found.append((start, start + len(word)))
        start = text.find(word, start + 1)
    return tuple(found)


def analysis_of(text: str) -> Analysis:
    """What the engine finds, found once for all tests."""
    return analyse(text, find_front_matter(text).title)


class Visit:
    """The open app."""

    def __init__(self, app: Reader, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ReadingScreen:
        return self.app.reading

    async def press(self, *keys: str) -> None:
        """Presses keys and waits until they are dealt with."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        searching = getattr(self.app.screen, "searching", self.app.screen)
        live = getattr(searching, "live", None)
        await self.until(lambda: live is None or not live.at_work)

    async def until(self, holds: Callable[[], object], seconds: float = 40.0) -> None:
        """Waits until ``holds`` is true."""
        for _ in range(int(seconds / 0.02)):
            if holds():
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"never happened; the screen is\n{self.shown}")

    async def analysed(self) -> None:
        """Waits until quotes are there and can be searched."""
        await self.until(lambda: self.screen.analysis.quotes and self.screen.can_search)
        await self.pilot.pause()

    @property
    def rows(self) -> list[str]:
        """What stands on the screen, row by row."""
        screen = self.app.screen
        return [strip.text for strip in screen._compositor.render_strips()]

    @property
    def shown(self) -> str:
        return "\n".join(self.rows)

    def pane(self, part: str) -> str:
        """What stands in ``part``, by its id."""
        widget = self.screen.query_one(f"#{part}")
        return "\n".join(s.text for s in widget.render_lines(Region(0, 0, *widget.size)))

    @property
    def current_row(self) -> str:
        """The row on which the current quote begins."""
        rows = self.pane("article").split("\n")
        return next((row for row in rows if "▶" in row or "▷" in row), "")

    @property
    def top_row(self) -> str:
        return self.pane("article").split("\n")[0].strip(" ▌┊▶▷▐?")

    def styles_of(self, words: str, part: str = "article") -> list[Style]:
        """The styles of the segments of ``part`` that hold some of ``words``, in order."""
        widget = self.screen.query_one(f"#{part}")
        found = []
        for strip in widget.render_lines(Region(0, 0, *widget.size)):
            at = strip.text.find(words)
            if at < 0:
                continue
            position = 0
            for segment in strip:
                if position < at + len(words) and position + len(segment.text) > at:
                    found.append(segment.style or Style())
                position += len(segment.text)
            return found
        raise AssertionError(f"{words!r} is not in view:\n{self.pane(part)}")


def visit(
    body: Body,
    *,
    text: str = TEXT,
    size: tuple[int, int] = (100, 24),
    analysed: bool = True,
    worker: bool = False,
    measure: int = 84,
    analysis: Analysis | None = None,
    **fields: Any,
) -> None:
    """Runs ``body`` in the app opened on ``text``, analysed already unless told otherwise: as
    ``analysis`` says, or else by the engine."""

    async def run() -> None:
        first = article(text, **fields)
        articles = OpenArticles([], first)
        if analysed and not worker:
            articles.current.analysis = analysis or analysis_of(text)
        app = Reader(articles, measure=measure)
        async with app.run_test(size=size) as pilot:
            here = Visit(app, pilot)
            await pilot.pause()
            if analysed:
                await here.analysed()
            await body(here)

    asyncio.run(run())
