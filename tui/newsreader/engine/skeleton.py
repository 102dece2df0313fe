"""A text's syntax with each quotation as one symbol: what stands around the words quoted."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache

from newsreader.engine.document import Document, Quotation

QUOTE, SHORT_QUOTE, PARAGRAPH, BREAK = "Q", "q", "¶", "|"
"""Symbols beside those of ``word_classes``: a quotation, one of a few words that may be part of a
noun phrase, the end of a paragraph, and a sentence end that no mark shows."""

_SHORT = 3


@dataclass(slots=True)
class Skeleton:
    """``symbols[i]`` is the word class of token ``tokens[i]``, or a symbol of this module (then
    ``tokens[i]`` is ``-1``, for quotations ``-2 - index``).

    ``shape`` is ``symbols`` with noun phrases as one ``n``, without adverbs; ``shape_at[i]`` is
    the place in it that answers to ``symbols[i]``. ``phrases`` are the noun phrases as half-open
    ranges, in order.
    """

    symbols: str
    tokens: list[int]
    quote_at: dict[int, int]
    phrases: list[tuple[int, int]] = field(default_factory=list)
    shape: str = ""
    shape_at: list[int] = field(default_factory=list)

    def gap(self, start: int, end: int) -> str:
        """The shape between two places, ``*`` if it is long."""
        a, b = self.shape_at[start], self.shape_at[end]
        return (
            self.shape[a:b] if b - a <= 7 else self.shape[a : a + 2] + "*" + self.shape[b - 2 : b]
        )


@lru_cache(maxsize=1)
def _phrase() -> re.Pattern[str]:
    return re.compile(r"(?:[DS]+[EG]?|[JNX#'q])(?:[JNX#'q]|[EG](?=[JNX#]))*|[OSD]|W")


def skeletons(
    doc: Document, classes: str, quotations: list[Quotation]
) -> tuple[list[Skeleton], list[int]]:
    """The skeleton of the article, then one for each quotation that holds others; and for each
    quotation which of them it stands in."""
    inside: dict[int | None, list[int]] = {None: []}
    for index, quote in enumerate(quotations):
        inside.setdefault(quote.parent, []).append(index)
    found: list[Skeleton] = []
    home = [0] * len(quotations)
    for parent, children in inside.items():
        for child in children:
            home[child] = len(found)
        if parent is None:
            tokens = range(len(doc.words))
        else:
            outer = quotations[parent]
            tokens = doc.tokens_in(outer.start, outer.end)
        found.append(_skeleton(doc, classes, quotations, children, tokens))
    return found, home


def _skeleton(
    doc: Document, classes: str, quotations: list[Quotation], children: list[int], tokens: range
) -> Skeleton:
    symbols: list[str] = []
    places: list[int] = []
    quote_at: dict[int, int] = {}
    at = tokens.start
    paragraph_ends = _ends(doc.paragraphs, tokens)
    sentence_ends = _ends(doc.sentences, tokens)

    def copy(stop: int) -> None:
        nonlocal at
        for here in range(at, stop):
            symbols.append(classes[here])
            places.append(here)
            if here + 1 in sentence_ends or here + 1 in paragraph_ends:
                close(here + 1)
        at = max(at, stop)

    def close(token: int) -> None:
        if token in paragraph_ends:
            symbols.append(PARAGRAPH)
            places.append(-1)
        elif token in sentence_ends and symbols[-1] != ".":
            symbols.append(BREAK)
            places.append(-1)

    for child in children:
        quote = quotations[child]
        covered = doc.tokens_in(quote.outer_start, quote.outer_end)
        if covered.start < at or not covered:
            continue
        copy(covered.start)
        quote_at[child] = len(symbols)
        symbols.append(_quote_symbol(doc, quote))
        places.append(-2 - child)
        at = covered.stop
        close(at)
    copy(tokens.stop)
    skeleton = Skeleton("".join(symbols), places, quote_at)
    _fill(skeleton)
    return skeleton


def _ends(ranges: list[tuple[int, int]], tokens: range) -> set[int]:
    low = bisect_left(ranges, (tokens.start, 0))
    high = bisect_left(ranges, (tokens.stop, 0))
    return {end for _, end in ranges[max(0, low - 1) : high]}


def _quote_symbol(doc: Document, quote: Quotation) -> str:
    """Whether the quotation can be part of a noun phrase: short, and no sentence."""
    if doc.text[quote.end - 1] in ".,!?…;—-":
        return QUOTE
    return SHORT_QUOTE if len(doc.tokens_in(quote.start, quote.end)) <= _SHORT else QUOTE


def _fill(skeleton: Skeleton) -> None:
    symbols = skeleton.symbols
    shape: list[str] = []
    shape_at: list[int] = []
    at = 0
    for match in _phrase().finditer(symbols):
        start, end = match.span()
        while end > start and symbols[end - 1] == "'":
            end -= 1
        while end - start > 2 and symbols[end - 1] == "J" and symbols[end - 2] in "NX":
            end -= 1
        while start < end and symbols[start] == "'":
            start += 1
        if start == end:
            continue
        _copy(symbols[at:start], shape, shape_at)
        if symbols[start:end] == SHORT_QUOTE:
            shape_at.append(len(shape))
            shape.append(QUOTE)
        else:
            shape_at += [len(shape)] * (end - start)
            shape.append("w" if symbols[start] == "W" else "n")
            skeleton.phrases.append((start, end))
        at = end
    _copy(symbols[at:], shape, shape_at)
    shape_at.append(len(shape))
    skeleton.shape = "".join(shape)
    skeleton.shape_at = shape_at


def _copy(symbols: str, shape: list[str], shape_at: list[int]) -> None:
    """Adds what stands between noun phrases, but for adverbs."""
    if "R" not in symbols:
        shape_at += range(len(shape), len(shape) + len(symbols))
        shape += symbols
        return
    for symbol in symbols:
        shape_at.append(len(shape))
        if symbol != "R":
            shape.append(symbol)
