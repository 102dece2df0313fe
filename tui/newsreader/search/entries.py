"""What an article and its analysis put into an index."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Final

from newsreader.article import Analysis, Article, Quote
from newsreader.search.matches import Entry, Origin

_NEAR: Final = 2000
"""Characters before and after a quote in which its paragraph is thought to begin and end."""


def origin_of(article: Article, key: str, stamp: str = "", details: str = "") -> Origin:
    """The article as the place where quotes come from. Its source is its title, the name of its
    file and the host of its address."""
    file = PurePath(article.path).name if article.path else ""
    host = (article.url or "").partition("//")[2].partition("/")[0]
    source = " ".join(" ".join(filter(None, (article.title, file, host))).split())
    return Origin(key, stamp, source, details)


def entries_of(
    article: Article, analysis: Analysis, details: Callable[[int, Quote], str] = lambda at, one: ""
) -> Iterator[Entry]:
    """The quotes with the places that are mentioned in their paragraphs."""
    text = article.text
    mentions = sorted(
        (start, place.name) for place in analysis.places for start, _ in place.mentions
    )
    for number, quote in enumerate(analysis.quotes):
        first = text.rfind("\n", max(0, quote.start - _NEAR), quote.start) + 1
        first = first or max(0, quote.start - _NEAR)
        last = text.find("\n", quote.end, quote.end + _NEAR)
        last = last if last >= 0 else min(len(text), quote.end + _NEAR)
        near = mentions[bisect_left(mentions, (first, "")) : bisect_left(mentions, (last, ""))]
        yield Entry(
            text[quote.start : quote.end],
            quote.speaker or "",
            quote.start,
            quote.kind,
            tuple(dict.fromkeys(name for _, name in near)),
            details(number, quote),
        )
