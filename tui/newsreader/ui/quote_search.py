"""What a search of the quotes is at: the query, what it found, and which of it is in view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsreader.article import Analysis, Article, Span

if TYPE_CHECKING:
    from newsreader.search.index import Match, QuoteIndex

_STEP = 50
"""Quotes that are indexed before keys get their turn again: a few milliseconds' work."""

LIMIT = 200


class QuoteSearch:
    """The search of one article's quotes; it can be asked while the index grows."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._analysis = Analysis()
        self._index: QuoteIndex | None = None
        self.ready = False
        self.query = ""
        self.matches: list[Match] = []
        self.at = 0

    def indexing(self, analysis: Analysis) -> Iterator[None]:
        """Indexes the quotes of ``analysis``, a few at each step."""
        from newsreader.search.index import Entry, QuoteIndex

        self._analysis = analysis
        self._index = QuoteIndex()
        text, quotes = self._article.text, analysis.quotes
        for first in range(0, len(quotes), _STEP):
            self._index.add(
                Entry(text[quote.start : quote.end], quote.speaker or "", quote.start)
                for quote in quotes[first : first + _STEP]
            )
            yield
        self.ready = True

    def find(self, query: str) -> list[Match]:
        """Searches for ``query``; the best match is the one in view."""
        self.query = query
        self.at = 0
        self.matches = self._index.search(query, LIMIT) if self._index and query.strip() else []
        return self.matches

    def look_up(self, query: str, limit: int) -> list[Match]:
        """What ``find`` would find, leaving the search as it is."""
        return self._index.search(query, limit) if self._index else []

    def step(self, delta: int) -> Match | None:
        """The match ``delta`` further on, around the end."""
        if not self.matches:
            return None
        self.at = (self.at + delta) % len(self.matches)
        return self.matches[self.at]

    def turn_to(self, quote: int) -> Match | None:
        """The match that is ``quote``, which is now the one in view."""
        for at, match in enumerate(self.matches):
            if match.entry == quote:
                self.at = at
                return match
        return None

    def letters(self, match: Match) -> list[Span]:
        """The matched letters as spans of the article's text."""
        start = self._analysis.quotes[match.entry].start
        return [(start + a, start + b) for a, b in match.letters]
