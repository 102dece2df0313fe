"""What is drawn over an article's text: quotes, places, lit and matched stretches. Pure."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article import Analysis, Article, Span
from newsreader.ui.spans import SpanIndex
from newsreader.ui.sureness import mark

if TYPE_CHECKING:
    from newsreader.ui.ink import Look

Piece = tuple[int, int, "Look"]
"""Where a stretch of text of one look begins and ends, and its look."""

DIRECT, INDIRECT, CURRENT, CURRENT_INDIRECT = "▌", "┊", "▶", "▷"
"""The marks in the gutter; a paraphrase never has that of verbatim words."""


class Gutter(NamedTuple):
    """The mark beside a line: a glyph, the speaker's rank, whether the quote is the current one,
    and where a quote begins that was corrected or is doubtful, the sign for that."""

    glyph: str = " "
    rank: int | None = None
    current: bool = False
    note: str = ""


class Marks:
    """The marks over one article. Indexes are those of ``Analysis.quotes`` and ``places``.

    ``current`` is the current quote; ``left`` is where it stood when the analysis before this one
    was shown.
    """

    def __init__(self, article: Article, analysis: Analysis | None = None) -> None:
        from newsreader.ui.ink import NOBODY

        self.article = article
        self.analysis = analysis or Analysis()
        quoted = (speaker.name for speaker in self.analysis.speakers if speaker.quotes)
        ranks = {name: rank for rank, name in enumerate(quoted)}
        self.ranks = [
            ranks.get(quote.speaker, NOBODY) if quote.speaker else NOBODY
            for quote in self.analysis.quotes
        ]
        self.quotes = SpanIndex((quote.start, quote.end) for quote in self.analysis.quotes)
        self.places = SpanIndex(
            sorted(span for place in self.analysis.places for span in place.mentions)
        )
        self.current: int | None = None
        self.left: Span | None = None
        self.lit = SpanIndex()
        self.evidence = SpanIndex()
        self.matches = SpanIndex()
        self.selected: Span | None = None
        self._tones = [
            (span, tone)
            for span, tone in (
                (article.title_span, "title"),
                (_whole_line(article.text, article.byline_span), "quiet"),
                (_whole_line(article.text, article.published_span), "quiet"),
            )
            if span is not None
        ]

    def quote_at(self, offset: int) -> int | None:
        """The innermost quote at ``offset``."""
        found = self.quotes.overlapping(offset, offset + 1)
        return found[-1] if found else None

    def quote_of(self, span: Span) -> int | None:
        """The quote that is exactly ``span``."""
        index = self.quotes.at_or_before(span[0])
        while index >= 0 and self.quotes[index][0] == span[0]:
            if self.quotes[index] == span:
                return index
            index -= 1
        return None

    def step(self, offset: int, direction: int, current: int | None = None) -> int | None:
        """The next quote after ``current``, or else when reading on from ``offset``; the one
        before it if ``direction`` is -1."""
        quotes = self.quotes
        if current is not None:
            found = current + direction
        else:
            found = quotes.at_or_before(offset - 1) + (1 if direction > 0 else 0)
        return found if 0 <= found < len(quotes) else None

    def gutter(self, start: int, end: int) -> Gutter:
        """The mark beside the line that draws ``[start, end)``."""
        found = self.quotes.overlapping(start, end)
        if not found:
            return Gutter()
        current = self.current if self.current in found else None
        begins = [index for index in found if start <= self.quotes[index][0] < end]
        if current in begins:
            begins = [current]
        note = next(filter(None, (mark(self.analysis.quotes[index]) for index in begins)), "")
        if current is not None:
            spoken = self.analysis.quotes[current].kind != "indirect"
            if current in begins:
                glyph = CURRENT if spoken else CURRENT_INDIRECT
            else:
                glyph = DIRECT if spoken else INDIRECT
            return Gutter(glyph, self.ranks[current], True, note)
        for index in found:
            if self.analysis.quotes[index].kind != "indirect":
                return Gutter(DIRECT, self.ranks[index], False, note)
        return Gutter(INDIRECT, self.ranks[found[0]], False, note)

    def pieces(self, start: int, end: int) -> list[Piece]:
        """``[start, end)`` cut into stretches of one look, in order."""
        from newsreader.ui.ink import PLAIN

        if end <= start:
            return []
        layers = self._layers(start, end)
        cuts = {start, end}
        for (a, b), _ in layers:
            if a > start:
                cuts.add(a)
            if b < end:
                cuts.add(b)
        points = sorted(cuts)
        last = len(points) - 1
        looks = [PLAIN] * last
        for (a, b), over in layers:
            for place in range(bisect_left(points, a), min(last, bisect_left(points, b))):
                looks[place] = _laid_over(looks[place], over)
        return list(zip(points, points[1:], looks, strict=False))

    def _layers(self, start: int, end: int) -> list[tuple[Span, Look]]:
        """What lies over ``[start, end)``, and how it looks, from the lowest to the highest."""
        from newsreader.ui.ink import Look

        layers = [
            (span, Look(tone)) for span, tone in self._tones if span[0] < end and span[1] > start
        ]
        quotes = self.analysis.quotes
        for i in self.quotes.overlapping(start, end):
            indirect = quotes[i].kind == "indirect"
            look = Look(rank=self.ranks[i], indirect=indirect, current=i == self.current)
            layers.append((self.quotes[i], look))
        for index, look in (
            (self.places, Look(place=True)),
            (self.lit, Look(lit=True)),
            (self.evidence, Look(evidence=True)),
            (self.matches, Look(match=True)),
        ):
            layers += [(index[i], look) for i in index.overlapping(start, end)]
        if self.selected and self.selected[0] < end and self.selected[1] > start:
            layers.append((self.selected, Look(selected=True)))
        return layers


@lru_cache(maxsize=512)
def _laid_over(under: Look, over: Look) -> Look:
    return under.under(over)


def _whole_line(text: str, span: Span | None) -> Span | None:
    """The line of a name or date, with the "By" before it."""
    if span is None:
        return None
    end = text.find("\n", span[1])
    return text.rfind("\n", 0, span[0]) + 1, len(text) if end < 0 else end
