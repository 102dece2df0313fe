"""What is drawn over an article's text: quotes, places, lit and matched stretches. Pure."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article import Analysis, Article, Span
from newsreader.ui.spans import SpanIndex
from newsreader.ui.sureness import mark

if TYPE_CHECKING:
    from newsreader.ui.ink import Look

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

    def pieces(self, start: int, end: int) -> list[tuple[int, int, Look]]:
        """``[start, end)`` cut into stretches of one look, in order."""
        from newsreader.ui.ink import PLAIN

        quotes = self.quotes.overlapping(start, end)
        places = self.places.overlapping(start, end)
        layers = [
            (field, [index[i] for i in index.overlapping(start, end)])
            for field, index in (
                ("lit", self.lit),
                ("evidence", self.evidence),
                ("match", self.matches),
            )
            if len(index)
        ]
        tones = [(span, tone) for span, tone in self._tones if span[0] < end and span[1] > start]
        if self.selected and self.selected[0] < end and self.selected[1] > start:
            layers.append(("selected", [self.selected]))
        cuts = {start, end}
        spans = [self.quotes[i] for i in quotes]
        spans += [self.places[i] for i in places]
        spans += [span for span, _ in tones]
        for _, found in layers:
            spans += found
        if not spans:
            return [(start, end, PLAIN)] if end > start else []
        for a, b in spans:
            if a > start:
                cuts.add(a)
            if b < end:
                cuts.add(b)
        points = sorted(cuts)
        pieces = []
        for a, b in pairwise(points):
            look = PLAIN
            for span, tone in tones:
                if span[0] <= a < span[1]:
                    look = look._replace(tone=tone)
            for i in quotes:
                if _holds(self.quotes[i], a):
                    look = look._replace(
                        rank=self.ranks[i],
                        indirect=self.analysis.quotes[i].kind == "indirect",
                        current=look.current or i == self.current,
                    )
            if any(_holds(self.places[i], a) for i in places):
                look = look._replace(place=True)
            for field, found in layers:
                if any(_holds(span, a) for span in found):
                    look = look.with_mark(field)
            pieces.append((a, b, look))
        return pieces


def _holds(span: Span, offset: int) -> bool:
    return span[0] <= offset < span[1]


def _whole_line(text: str, span: Span | None) -> Span | None:
    """The line of a name or date, with the "By" before it."""
    if span is None:
        return None
    end = text.find("\n", span[1])
    return text.rfind("\n", 0, span[0]) + 1, len(text) if end < 0 else end
