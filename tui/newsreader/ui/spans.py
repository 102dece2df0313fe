"""Spans of a text that can be asked which of them lie in a line. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

from newsreader.article import Span


class SpanIndex:
    """Spans in order of their start; they may overlap and hold each other.

    ``overlapping`` answers in time that grows with the number of spans found, not with all.
    """

    __slots__ = ("_ends", "_reach", "_starts")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        pairs = list(spans)
        if any(pairs[i] > pairs[i + 1] for i in range(len(pairs) - 1)):
            pairs.sort()
        self._starts = [start for start, _ in pairs]
        self._ends = [end for _, end in pairs]
        self._reach = list(accumulate(self._ends, max))

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Span]:
        return zip(self._starts, self._ends, strict=True)

    def __getitem__(self, index: int) -> Span:
        return self._starts[index], self._ends[index]

    def overlapping(self, start: int, end: int) -> list[int]:
        """Indexes, in order, of the spans that share a character with ``[start, end)``."""
        found = []
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._reach[index] > start:
            if self._ends[index] > start:
                found.append(index)
            index -= 1
        found.reverse()
        return found

    def at_or_before(self, offset: int) -> int:
        """Index of the last span that starts at or before ``offset``; -1 if none does."""
        return bisect_left(self._starts, offset + 1) - 1


def word_around(text: str, offset: int) -> Span:
    """The word that holds ``offset``, apostrophes and hyphens inside it included; the character
    itself where there is none."""
    start = end = offset
    while start > 0 and _in_word(text, start - 1):
        start -= 1
    while end < len(text) and _in_word(text, end):
        end += 1
    return (start, end) if end > offset else (offset, offset + 1)


def _in_word(text: str, at: int) -> bool:
    """Letters and digits, and a mark between two of them."""
    if text[at] in "'’-":
        return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
    return text[at].isalnum() or text[at] == "_"
