"""The quotes of an article while corrections are applied: found by spans, removed, put back."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from newsreader.article import Quote, QuoteKind, Span
from newsreader.corrections.drafts import DraftQuote

_SAME: Final = 0.8
"""Share, of all that two spans cover, that must be common to both: one quote, found slightly
differently by another version of the engine."""

_SCRAP: Final = 3
"""Words, fewer of which are not worth keeping when a quote makes room for another."""

_OPENING: Final = "“”„‟‘‚‛\"'«»‹›「『"
_CLOSING: Final = "“”‟’‘\"'«»‹›」』"


class QuoteTable:
    """Quotes in marks may stand in paraphrases, if they are fragments; else no two overlap, and of
    two that do the one that is put in later stays."""

    def __init__(self, text: str, quotes: Iterable[DraftQuote]) -> None:
        self._text = text
        self._marked, self._clauses, self._gone = _Lane(), _Lane(), _Lane()
        for each in quotes:
            self._lane(each).add(each)

    def __iter__(self) -> Iterator[DraftQuote]:
        """In text order, an enclosing one first."""
        found = [*self._marked, *self._clauses]
        found.sort(key=lambda each: (each.span[0], -each.span[1]))
        return iter(found)

    def find(self, span: Span) -> DraftQuote | None:
        """The quote at ``span``, or the one that has most in common with it, if that is enough.
        For words in marks that is never the paraphrase around them."""
        clauses = self._clauses.beginning_near(span)
        if _kind(self._text, span) != "indirect":
            clauses = (each for each in clauses if each.span == span)
        return _nearest(span, (*self._marked.beginning_near(span), *clauses))

    def remove(self, quote: DraftQuote) -> None:
        """Take it out, and from its speaker."""
        self._lane(quote).discard(quote)
        self._gone.add(quote)
        quote.assign(None)

    def put_back(self, span: Span, kind: QuoteKind | None) -> DraftQuote | None:
        """A quote at ``span``, where there is none: one that was removed or else a new one, of
        this ``kind`` or what its looks tell. What it overlaps makes room. ``None`` if the text has
        no words there."""
        quote = _nearest(span, self._gone.beginning_near(span))
        if quote is not None:
            self._gone.discard(quote)
        elif 0 <= span[0] < span[1] <= len(self._text) and self._text[slice(*span)].strip():
            quote = DraftQuote(Quote(*span, kind or _kind(self._text, span)))
        else:
            return None
        self._make_room(quote)
        self._lane(quote).add(quote)
        return quote

    def _make_room(self, new: DraftQuote) -> None:
        start, end = new.span
        for old in self._clauses.overlapping(new.span):
            around = old.span[0] <= start and end <= old.span[1]
            if new.quote.kind == "indirect" or not around or old.span == new.span:
                self._cut(old, new.span)
            else:
                new.quote = replace(new.quote, kind="mixed")
        for old in self._marked.overlapping(new.span):
            inside = start <= old.span[0] and old.span[1] <= end
            fragment = new.quote.kind == "indirect" and old.quote.kind == "mixed"
            if not (fragment and inside and old.span != new.span):
                self._cut(old, new.span)

    def _cut(self, old: DraftQuote, out: Span) -> None:
        """Leave of ``old`` what stands before and after ``out``, if that is more than a scrap."""
        speaker = old.speaker
        self.remove(old)
        for start, end in ((old.span[0], out[0]), (out[1], old.span[1])):
            rest = self._text[max(start, 0) : max(end, 0)]
            if len(rest.split()) < _SCRAP:
                continue
            start += len(rest) - len(rest.lstrip())
            end -= len(rest) - len(rest.rstrip())
            left = replace(old, quote=replace(old.quote, start=start, end=end), speaker=None)
            left.assign(speaker)
            self._lane(left).add(left)

    def _lane(self, quote: DraftQuote) -> _Lane:
        return self._clauses if quote.quote.kind == "indirect" else self._marked


class _Lane:
    """Quotes in text order. Few of them overlap, so that looking around a span is cheap."""

    def __init__(self) -> None:
        self._quotes: list[DraftQuote] = []
        self._longest = 0

    def __iter__(self) -> Iterator[DraftQuote]:
        return iter(self._quotes)

    def add(self, quote: DraftQuote) -> None:
        self._longest = max(self._longest, quote.span[1] - quote.span[0])
        if not self._quotes or self._quotes[-1].span <= quote.span:
            self._quotes.append(quote)
        else:
            insort(self._quotes, quote, key=_span)

    def discard(self, quote: DraftQuote) -> None:
        at = self._first_at(quote.span)
        while self._quotes[at] is not quote:
            at += 1
        del self._quotes[at]

    def beginning_near(self, span: Span) -> Iterator[DraftQuote]:
        """Those that begin near enough to have ``_SAME`` in common with ``span``."""
        reach = int((1 / _SAME - 1) * (span[1] - span[0])) + 1
        at = self._first_at((span[0] - reach, 0))
        while at < len(self._quotes) and self._quotes[at].span[0] <= span[0] + reach:
            yield self._quotes[at]
            at += 1

    def overlapping(self, span: Span) -> list[DraftQuote]:
        # What begins earlier than the longest quote is long over.
        first, last = self._first_at((span[0] - self._longest, 0)), self._first_at((span[1], 0))
        return [each for each in self._quotes[first:last] if each.span[1] > span[0]]

    def _first_at(self, span: Span) -> int:
        return bisect_left(self._quotes, span, key=_span)


def _span(quote: DraftQuote) -> Span:
    return quote.span


def _nearest(span: Span, quotes: Iterable[DraftQuote]) -> DraftQuote | None:
    best, most = None, _SAME
    for each in quotes:
        common = _common(span, each.span)
        if common >= most and (best is None or common > most):
            best, most = each, common
    return best


def _common(one: Span, other: Span) -> float:
    """The share of all they cover that both cover."""
    if one == other:
        return 1.0
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / ((one[1] - one[0]) + (other[1] - other[0]) - both or 1)


def _kind(text: str, span: Span) -> QuoteKind:
    """What a quote there is by its looks: in marks or not, and whether it begins as a sentence."""
    before = text[max(0, span[0] - 2) : span[0]].rstrip()[-1:]
    after = text[span[1] : span[1] + 2].lstrip()[:1]
    if not ((before and before in _OPENING) or (after and after in _CLOSING)):
        return "indirect"
    return "mixed" if text[span[0] : span[0] + 1].islower() else "direct"
