"""The distinct words of an index, and which of them a typed word may mean.

Being fuzzy over some thousand words instead of over every quote is what makes each key cheap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from newsreader.search.sounds import sound

EXACT, PREFIX, ONE_EDIT, TWO_EDITS, ABBREVIATION = range(5)
LEVELS = (EXACT, PREFIX, ONE_EDIT, TWO_EDITS, ABBREVIATION)

_LAST = "\U0010ffff"


class Vocabulary:
    """Words by number, found exactly, by their beginning, by edits, by sound or abbreviated."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._ids: dict[str, int] = {}
        self._sorted: list[str] = []
        self._unsorted: list[str] = []
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        self._by_sound: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, word: str) -> int:
        """The number of ``word``, new if it was not known."""
        number = self._ids.get(word)
        if number is None:
            number = self._ids[word] = len(self.words)
            self.words.append(word)
            self._unsorted.append(word)
            self._by_length[len(word)].append(word)
            self._by_sound[sound(word)].append(number)
        return number

    def get(self, word: str) -> int | None:
        """The number of ``word`` if it is known."""
        return self._ids.get(word)

    def meant(self, word: str, level: int) -> dict[int, float]:
        """Numbers of the words that ``word`` may mean up to ``level``, each with how well it fits,
        1 for the word itself."""
        found: dict[int, float] = {}
        number = self._ids.get(word)
        if number is not None:
            found[number] = 1.0
        if level >= PREFIX:
            self._add_beginnings(word, found)
        if level >= ONE_EDIT:
            self._add_sounds(word, found)
            if len(word) >= 4 or level > ONE_EDIT:
                self._add_edits(word, 1, found)
        if level >= TWO_EDITS:
            if len(word) >= 6:
                self._add_edits(word, 2, found)
            self._add_misspelt_beginnings(word, found)
        if level >= ABBREVIATION:
            if len(word) == 5:
                self._add_edits(word, 2, found)
            self._add_abbreviated(word, found)
        return found

    def split(self, word: str) -> tuple[str, str] | None:
        """``word`` as two known words between which the space is missing, the second one perhaps
        only begun."""
        for at in range(len(word) - 2, 1, -1):
            first, second = word[:at], word[at:]
            if first in self._ids and (
                second in self._ids or (len(second) > 2 and self._range(second))
            ):
                return first, second
        return None

    def _range(self, prefix: str) -> list[str]:
        """The words that begin with ``prefix``, in order."""
        if self._unsorted:
            self._sorted.extend(self._unsorted)
            self._sorted.sort()
            self._unsorted.clear()
        first = bisect_left(self._sorted, prefix)
        return self._sorted[first : bisect_left(self._sorted, prefix + _LAST, first)]

    def _add_beginnings(self, word: str, found: dict[int, float]) -> None:
        size = len(word)
        ids = self._ids
        for longer in self._range(word):
            number = ids[longer]
            if number not in found:
                found[number] = 0.8 + 0.15 * size / len(longer)

    def _add_sounds(self, word: str, found: dict[int, float]) -> None:
        if len(word) < 3:
            return
        for number in self._by_sound.get(sound(word), ()):
            found.setdefault(number, 0.8)

    def _add_edits(self, word: str, edits: int, found: dict[int, float]) -> None:
        if len(word) < 3:
            return
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        for length in range(len(word) - edits, len(word) + edits + 1):
            near = process.extract(
                word, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=edits,
                limit=None,
            )  # fmt: skip
            for other, distance, _ in near:
                fit = 0.93 - 0.18 * distance - (0.05 if other[0] != word[0] else 0.0)
                found.setdefault(self._ids[other], fit)

    def _add_misspelt_beginnings(self, word: str, found: dict[int, float]) -> None:
        """Longer words whose beginning is one edit away, the first letter right."""
        size = len(word)
        if size < 4:
            return
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        longer = [other for other in self._range(word[0]) if len(other) > size]
        for cut in (size, size + 1, size - 1):
            near = process.extract(
                word, [other[:cut] for other in longer], scorer=OSA.distance, score_cutoff=1,
                limit=None,
            )  # fmt: skip
            for _, distance, place in near:
                found.setdefault(self._ids[longer[place]], 0.68 - 0.08 * distance)

    def _add_abbreviated(self, word: str, found: dict[int, float]) -> None:
        """Longer words that hold the letters of ``word`` in order, beginning with the same."""
        if len(word) < 3:
            return
        for other in self._range(word[0]):
            if len(other) <= len(word):
                continue
            at = 0
            for letter in word[1:]:
                at = other.find(letter, at + 1)
                if at < 0:
                    break
            else:
                found.setdefault(self._ids[other], 0.3 + 0.2 * len(word) / len(other))
