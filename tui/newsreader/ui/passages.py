"""A quote with as much of its article around it as a pane can show. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from newsreader.article import Analysis, Article, Place, Quote, Span

_WHOLE = 20_000
"""Characters up to which an article is shown whole."""
_AROUND = 6_000
"""Characters before and after a quote that are shown of a longer one: more than a pane has."""


class Passage(NamedTuple):
    """A part of an article as an article of its own, with what is known of it. ``analysis`` has all
    speakers of the article, as it is, for their colours; ``start`` is where the quote is."""

    article: Article
    analysis: Analysis
    start: int = 0


def passage(article: Article, analysis: Analysis, start: int) -> Passage:
    """The part around ``start``, or all of a short article."""
    text = article.text
    if len(text) <= _WHOLE:
        return Passage(article, analysis, start)
    first, last = max(0, start - _AROUND), min(len(text), start + _AROUND)
    first = _line_after(text, first, start) if first else 0
    part = (first, last)
    known = Analysis(
        tuple(
            _moved(quote, part)
            for quote in analysis.quotes
            if first <= quote.start and quote.end <= last
        ),
        analysis.speakers,
        tuple(_mentioned(place, part) for place in analysis.places),
    )
    cut = replace(
        article,
        text=text[first:last],
        title_span=_within(article.title_span, part),
        byline_span=_within(article.byline_span, part),
        published_span=_within(article.published_span, part),
    )
    return Passage(cut, known, start - first)


def _line_after(text: str, first: int, start: int) -> int:
    """Where a line or at least a word begins after ``first``, so that what is shown begins there
    too."""
    for mark in "\n ":
        found = text.find(mark, first, start)
        if found >= 0:
            first = found + 1
            break
    while first < start and text[first] == "\n":
        first += 1
    return first


def _within(span: Span | None, part: Span) -> Span | None:
    if span is None or span[0] < part[0] or span[1] > part[1]:
        return None
    return span[0] - part[0], span[1] - part[0]


def _moved(quote: Quote, part: Span) -> Quote:
    return replace(
        quote,
        start=quote.start - part[0],
        end=quote.end - part[0],
        source=_within(quote.source, part),
        cue=_within(quote.cue, part),
    )


def _mentioned(place: Place, part: Span) -> Place:
    mentions = (_within(span, part) for span in place.mentions)
    return replace(place, mentions=tuple(span for span in mentions if span))
