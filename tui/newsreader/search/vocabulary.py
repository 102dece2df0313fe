"""The distinct words of an index, and which of them a typed word may mean.

Being fuzzy over some thousand words instead of over every quote is what makes each key cheap.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Final

_LAST: Final = "\U0010ffff"
_VOWELS: Final = frozenset("aeiou")
_FIT: Final = 0.93
_EDIT: Final = 0.18
"""How well a word fits, but for what each edit takes from it."""
_FIRST_LETTER: Final = 0.05
"""What a mistake in the first letter, which people get right, takes from a fit."""


class Vocabulary:
    """Words and in how many quotes they are. A word that was taken out counts 0."""

    def __init__(self, counts: Iterable[tuple[str, int]] = ()) -> None:
        self.counts: Counter[str] = Counter(dict(counts))
        self._sorted = list(self.counts)
        self._sorted.sort()
        self._unsorted: list[str] = []
        self._by_length: dict[int, list[str]] = {}
        for word in self._sorted:
            self._by_length.setdefault(len(word), []).append(word)

    def add(self, quotes: Iterable[Iterable[str]]) -> list[str]:
        """Count the different words of each of ``quotes``; the words that are new."""
        counts = self.counts
        before = len(counts)
        counts.update(chain.from_iterable(quotes))
        new = list(islice(reversed(counts), len(counts) - before))
        for word in new:
            self._by_length.setdefault(len(word), []).append(word)
        self._unsorted += new
        return new

    def take(self, quotes: Iterable[Iterable[str]]) -> None:
        """Count them no longer."""
        self.counts.subtract(chain.from_iterable(quotes))

    def __contains__(self, word: str) -> bool:
        return self.counts.get(word, 0) > 0

    def beginning(self, prefix: str) -> list[str]:
        """The words that begin with ``prefix``, in order."""
        self._sort()
        first = bisect_left(self._sorted, prefix)
        return self._sorted[first : bisect_left(self._sorted, prefix + _LAST, first)]

    def _sort(self) -> None:
        if self._unsorted:
            self._sorted.extend(self._unsorted)
            self._sorted.sort()
            self._unsorted.clear()

    def near(self, word: str, edits: int) -> dict[str, float]:
        """Words of at least two letters at exactly ``edits`` edits (a letter wrong, missing, too
        many, or two swapped), each with how well it fits. With two edits and one of them in the
        first letter only if there are no others."""
        fit = _FIT - _EDIT * edits
        found = dict.fromkeys(self._within(word, edits, [self.beginning(word[0])]), fit)
        if edits == 1:
            others = [other for other in self._misbegun(word) if other not in found]
        elif found:
            others = []
        else:
            lengths = range(max(2, len(word) - edits), len(word) + edits + 1)
            others = self._within(word, edits, [self._by_length.get(size, []) for size in lengths])
        for other in others:
            found[other] = fit - _FIRST_LETTER
        return found

    def _within(self, word: str, edits: int, lists: Sequence[Sequence[str]]) -> list[str]:
        """The words of ``lists`` at exactly ``edits`` edits."""
        from newsreader.search.edits import OSA, process

        return [
            other
            for some in lists
            for other, distance, _ in process.extract(
                word, some, scorer=OSA.distance, score_cutoff=edits, limit=None
            )
            if distance == edits and len(other) > 1 and other in self
        ]

    def _misbegun(self, word: str) -> list[str]:
        """Words at one edit that is in the first letter."""
        rest = word[1:]
        likely = [rest, rest[:1] + word[0] + rest[1:]]
        for letter in self._letters():
            likely += [letter + rest, letter + word]
        return [other for other in dict.fromkeys(likely) if len(other) > 1 and other in self]

    def _letters(self) -> list[str]:
        """With which letters words begin."""
        letters: list[str] = []
        self._sort()
        at = 0
        while at < len(self._sorted):
            letters.append(self._sorted[at][0])
            at = bisect_left(self._sorted, letters[-1] + _LAST, at)
        return letters

    def misspelt_beginnings(self, word: str) -> dict[str, float]:
        """Longer words whose beginning is one edit away, the first letter right."""
        size = len(word)
        if size < 4:
            return {}
        from newsreader.search.edits import OSA, process

        found: dict[str, float] = {}
        longer = [other for other in self.beginning(word[0]) if len(other) > size]
        for cut in (size, size + 1, size - 1):
            for _, distance, place in process.extract(
                word, [other[:cut] for other in longer], scorer=OSA.distance, score_cutoff=1,
                limit=None,
            ):  # fmt: skip
                if self.counts[longer[place]]:
                    found.setdefault(longer[place], 0.68 - 0.08 * distance)
        return found

    def abbreviated(self, word: str) -> dict[str, float]:
        """Longer words that hold the letters of ``word`` in order, beginning with the same. Those
        fit best of which little but vowels was left out."""
        if len(word) < 3:
            return {}
        first, rest = word[0], word[1:]
        letters = [rf"[^{re.escape(letter)}\n]*{re.escape(letter)}" for letter in rest]
        pattern = re.compile(rf"^{re.escape(first)}{''.join(letters)}.*$", re.MULTILINE)
        found: dict[str, float] = {}
        for other in pattern.findall("\n".join(self.beginning(first))):
            if len(other) > len(word) and self.counts[other]:
                found[other] = _abbreviation_fit(word, other)
        return found

    def split(self, word: str) -> tuple[str, str] | None:
        """``word`` as two known words between which the space is missing, the second one perhaps
        only begun."""
        for at in range(len(word) - 2, 1, -1):
            first, second = word[:at], word[at:]
            if first in self and (second in self or (len(second) > 2 and self.beginning(second))):
                return first, second
        return None


def _abbreviation_fit(word: str, other: str) -> float:
    """From 0.3 to 0.85."""
    bones = skeleton(other)
    if bones == word:
        return 0.85
    fit = 0.3 + 0.15 * len(word) / len(other)
    if bones.startswith(word):
        return fit + 0.2
    if other.endswith(word[-1]):
        fit += 0.05
    return fit + (0.1 if set(word[1:]).isdisjoint(_VOWELS) else 0.0)


def skeleton(word: str) -> str:
    """``word`` as people shorten it: without vowels after the first letter and doubled letters."""
    kept = word[:1]
    for letter in word[1:]:
        if letter not in _VOWELS and letter != kept[-1]:
            kept += letter
    return kept


def looks_shortened(word: str) -> bool:
    """Whether hardly a vowel is in ``word``, as in ``ngtn`` or ``govt``."""
    return len(word) >= 3 and sum(letter in _VOWELS for letter in word[1:]) * 4 <= len(word) - 2
