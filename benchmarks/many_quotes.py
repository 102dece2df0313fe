"""The app with its page of all articles over an index of made-up quotes.

    python -m benchmarks.many_quotes COUNT [FILE]

The index is in memory, or in FILE, which is made if it is not there and left. What stands around
a quote is made up too. ``READY`` is on the screen when one can type. At the end it tells how many
searches were begun, and how many of them given up for newer ones.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.articles import SMALL, made_up
from benchmarks.quotes import distinct, made
from newsreader.article import Analysis, Article, Quote, Speaker
from newsreader.search.index import Entry, Origin, QuoteIndex

if TYPE_CHECKING:
    from newsreader.search.matches import Record
    from newsreader.ui.passages import Passage

READY = "made-up quotes"
_QUOTES = 20
"""Quotes of an article."""


def articles(count: int) -> Iterator[tuple[Origin, list[Entry]]]:
    """``count`` quotes by article."""
    entries = made(count, distinct(count))
    number = 0
    while some := list(islice(entries, _QUOTES)):
        yield Origin(str(number), source=f"The made-up article number {number}"), some
        number += 1


def index_in(path: Path | None, count: int) -> QuoteIndex:
    """The index of ``count`` quotes, made unless ``path`` has it."""
    index = QuoteIndex(path=path)
    if not len(index):
        gc.disable()
        if path is not None:
            index.replace_all(articles(count))
        else:
            for origin, entries in articles(count):
                index.add(entries, origin)
        gc.enable()
    return index


class MadeUpArticles:
    """What the page asks of its articles."""

    def __init__(self, index: QuoteIndex) -> None:
        self.index = index
        self._text = made_up(SMALL)
        self._middle = self._text.index("\n\n", len(self._text) // 2) + 2

    def about(self) -> str:
        """That one can type."""
        return f"{len(self.index)} {READY}."

    def unread(self) -> str:
        """Nothing: all are there."""
        return ""

    def name(self, record: Record) -> str:
        """The article's title."""
        return record.origin.source

    def passage(self, record: Record) -> Passage:
        """The quote in the middle of an article."""
        from newsreader.ui.passages import Passage

        entry, start = record.entry, self._middle + 1
        paragraph = f"“{entry.text},” said {entry.speaker}.\n\n"
        text = self._text[: self._middle] + paragraph + self._text[self._middle :]
        article = Article(record.origin.key, None, text, title=record.origin.source)
        quote = Quote(start, start + len(entry.text), "direct", entry.speaker)
        speaker = Speaker(entry.speaker, "person", quotes=(0,))
        return Passage(article, Analysis((quote,), (speaker,)), start)


def main() -> None:
    """Opens the app and the page."""
    count = int(sys.argv[1])
    index = index_in(Path(sys.argv[2]) if len(sys.argv) > 2 else None, count)
    # As newsreader.ui.app does.
    sys.setswitchinterval(0.001)
    os.environ |= {"ESCDELAY": "5", "TEXTUAL_FPS": "240"}
    from newsreader.ui.open_articles import OpenArticles
    from newsreader.ui.passages import Passage
    from newsreader.ui.reader import Reader
    from newsreader.ui.screens.everywhere import EverywhereScreen
    from newsreader.ui.terminal import TerminalDriver

    class Everywhere(Reader):
        """Opens the page when the first frame stands, and leaves with it."""

        page: EverywhereScreen

        def _after_first_frame(self) -> None:
            super()._after_first_frame()
            self.call_later(self._open)

        async def _open(self) -> None:
            quotes = MadeUpArticles(index)
            behind = Passage(first, Analysis())
            self.page = EverywhereScreen(quotes, behind=behind, measure=84, query="", queries=[])
            await self.reading.open_page(self.page, lambda result: self.exit())

    first = Article("0" * 16, None, made_up(SMALL))
    gc.disable()
    app = Everywhere(OpenArticles([], first), measure=84, driver_class=TerminalDriver)
    app.run()
    print(f"{app.page.live.asked} searches, {app.page.live.given_up} given up")


if __name__ == "__main__":
    main()
