"""How often each of many words is there, in little memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, MutableSequence
from itertools import islice
from typing import Final

from newsreader.remembered import Remembered
from newsreader.search.vocabulary import Vocabulary
from newsreader.search.words import Words

_KNOWN: Final = 8_000
"""Words of which the count is at hand for the next key."""
_SPARSE: Final = 4
"""Marks for each word, at least."""
_AT_ONCE: Final = 10_000
"""Words that are marked before others have their turn."""


class Counted:
    """The counts of the words of a field, as they stand in ``counts``."""

    def __init__(self, words: Words, counts: MutableSequence[int]) -> None:
        self._words = words
        self._counts = counts
        self._later: dict[str, int] = {}
        self._known: Remembered[str, int] = Remembered(_KNOWN)  # counts that were asked for
        # Not 0 at the hash of each word, which tells of most others that they are not there.
        self._marks = bytearray()

    def prepare(self) -> Iterator[None]:
        """Make quick what is asked of words that are not there, giving way every few
        milliseconds."""
        if self._marks:
            return
        marks = bytearray(1 << (_SPARSE * len(self._words)).bit_length())
        mask = len(marks) - 1
        words = iter(self._words)
        while some := list(islice(words, _AT_ONCE)):
            for word in some:
                marks[hash(word) & mask] = 1
            yield
        self._marks = marks
        self._mark(self._later)

    def _mark(self, words: Iterable[str]) -> None:
        marks, mask = self._marks, len(self._marks) - 1
        for word in words if marks else ():
            marks[hash(word) & mask] = 1

    def __call__(self, word: str) -> int:
        """In how many quotes ``word`` is."""
        marks = self._marks
        if marks and not marks[hash(word) & (len(marks) - 1)]:
            return 0
        count = self._known.get(word)
        if count is None:
            at = self._words.place(word)
            count = self._later.get(word, 0) if at is None else self._counts[at]
            self._known[word] = count
        return count

    def change(self, changes: dict[str, int]) -> list[str]:
        """Change the counts by so much; the words that are new."""
        self._known.clear()
        new: list[str] = []
        for word, change in changes.items():
            at = self._words.place(word)
            if at is not None:
                self._counts[at] += change
                continue
            if word not in self._later:
                new.append(word)
            self._later[word] = self._later.get(word, 0) + change
        self._mark(new)
        return new


def counted(counts: Mapping[str, int]) -> Vocabulary:
    """The words of ``counts``."""
    words = sorted(counts)
    packed, in_order = Words(words), array("i", map(counts.__getitem__, words))
    return Vocabulary(packed, Counted(packed, in_order), in_order)
