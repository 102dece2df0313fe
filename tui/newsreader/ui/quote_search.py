"""What a search of the quotes is at: the query, what it found, and which of it is in view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsreader.article import Analysis, Article, Span
from newsreader.search.matches import Found
from newsreader.ui.live_search import Looked, Wanted, look_up

if TYPE_CHECKING:
    from newsreader.search.index import Match, QuoteIndex


class QuoteSearch:
    """The search of one article's quotes; it can be asked while the index grows. ``trouble`` says
    why there will be nothing to search."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._analysis = Analysis()
        self._index: QuoteIndex | None = None
        self._left: Span | None = None
        self.ready = False
        self.trouble = ""
        self.query = ""
        self.found = Found()
        self.at = 0

    @property
    def matches(self) -> Sequence[Match]:
        """What is shown of ``found``, best first."""
        return self.found.matches

    def indexing(self, analysis: Analysis) -> Iterator[None]:
        """Indexes the quotes of ``analysis`` in steps of a few milliseconds, in place of those
        that were known before."""
        from newsreader.search.entries import entries_of, origin_of
        from newsreader.search.index import QuoteIndex
        from newsreader.ui.loading_ahead import load_ahead

        load_ahead()
        self._left = self._in_view()
        self.ready, self.found, self.at = False, Found(), 0
        self._analysis = analysis
        self._index = index = QuoteIndex()
        article = self._article
        yield from index.add_in_steps(
            entries_of(article, analysis), origin=origin_of(article, article.id)
        )
        # If not, it has been corrected meanwhile, and is indexed anew.
        self.ready = self._index is index

    def look_up(self, query: str, wanted: Wanted, shown: int) -> Looked:
        """Searches, from any thread, without making it the current search."""
        index = self._index
        return look_up(index, query, wanted, shown) if index and query.strip() else Looked()

    def take(self, query: str, found: Found) -> None:
        """Makes it the current search; the best match is the one in view."""
        self.query, self.found, self.at = query, found, 0

    def take_again(self, found: Found) -> None:
        """The current query has found this in corrected quotes; what was in view stays so."""
        span = self._in_view() or self._left
        self.found = found
        spans = [self._span(match) for match in self.matches] if span else []
        self.at = spans.index(span) if span in spans else 0

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

    def _in_view(self) -> Span | None:
        return self._span(self.matches[self.at]) if self.matches else None

    def _span(self, match: Match) -> Span:
        quote = self._analysis.quotes[match.entry]
        return quote.start, quote.end

    def letters(self, match: Match) -> list[Span]:
        """The matched letters as spans of the article's text."""
        start = self._analysis.quotes[match.entry].start
        return [(start + a, start + b) for a, b in match.letters]
