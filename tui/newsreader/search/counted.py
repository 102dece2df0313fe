"""How often each of many words is there, in little memory."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, MutableSequence
from typing import Final

from newsreader.remembered import Remembered
from newsreader.search.vocabulary import Vocabulary
from newsreader.search.words import Words

_KNOWN: Final = 8_000
"""Words of which the count is at hand for the next key."""


class Counted:
    """The counts of the words of a field, as they stand in ``counts``."""

    def __init__(self, words: Words, counts: MutableSequence[int]) -> None:
        self._words = words
        self._counts = counts
        self._later: dict[str, int] = {}
        self._known: Remembered[str, int] = Remembered(_KNOWN)  # counts that were asked for

    def __call__(self, word: str) -> int:
        """In how many quotes ``word`` is."""
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
        return new


def counted(counts: Mapping[str, int]) -> Vocabulary:
    """The words of ``counts``."""
    words = sorted(counts)
    packed, in_order = Words(words), array("i", map(counts.__getitem__, words))
    return Vocabulary(packed, Counted(packed, in_order), in_order)
