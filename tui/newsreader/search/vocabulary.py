"""The distinct words of an index, and which of them a typed word may mean.

Being fuzzy over some thousand words instead of over every quote is what makes each key cheap.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import chain, islice, product
from typing import Final

from newsreader.remembered import Remembered
from newsreader.search.shortening import VOWELS, abbreviation_fit
from newsreader.search.words import LAST, Groups, Words

_RARITY: Final = "qjzxvkwyfbghmpduclsntoirae"
"""Letters, the rare ones first."""
_FIT, _EDIT = 0.93, 0.18
"""How well a word fits, but for what each edit takes from it."""
_FIRST_LETTER: Final = 0.05
"""What a mistake in the first letter, which people get right, takes from a fit."""
FREQUENT: Final = 24
"""Words of one beginning that stand for all."""
_FEW, _PART = 1000, 8
"""New words that may wait for more before they are put among the others; while one searches as many
as are such a part of those."""
_REMEMBERED: Final = 200
"""Beginnings and choices whose totals are remembered for the next key."""
_AT_ONCE: Final = 10_000
"""Words that are put where they belong before others have their turn."""
_PACKED: Final = 100
"""Strings of packed words that are gone through before others have their turn."""
_BEGUN: Final = 500
"""Words that a misspelt beginning may be of, about."""
_LOOKED_AT: Final = 256
"""Words of one beginning that are looked at one by one."""
_SHORTENED: Final = 200
"""Words that an abbreviation may be of, about, and as many again that lack only vowels."""


class Vocabulary:
    """Distinct ``words``; ``count`` tells in how many quotes one is, 0 if it was taken out, and
    ``total`` of all of a beginning if it can; or the ``counts`` of ``words`` lie in a row."""

    def __init__(
        self, words: Words, count: Callable[[str], int], counts: Sequence[int] | None = None,
        total: Callable[[str], int | None] = lambda prefix: None,
    ) -> None:  # fmt: skip
        self.count = count
        self.words = words
        self._counts = counts
        self._total = total
        self._new: list[str] = []
        self._settled = True
        # Made when first asked for.
        self._alphabet: set[str] = set()
        self._by_length: dict[str, Groups[int]] = {}
        self._by_ending = Groups(lambda word: (word[1:2], word[-1], len(word)))
        self._unended: Iterator[str] | None = None  # what is not yet in that
        self._totals: Remembered[str, int] = Remembered(_REMEMBERED)
        self._sizes: Remembered[tuple[tuple[str, ...], str], int] = Remembered(_REMEMBERED)

    def add(self, words: Sequence[str]) -> None:
        """Add new words; counts have changed."""
        self._totals.clear()
        self._sizes.clear()
        self._new += words
        self._settled = not words and self._settled
        if self._alphabet:
            self._alphabet.update("".join(words))
        for word in words:
            if (lengths := self._by_length.get(word[0])) is not None:
                lengths.add([word])
        if self._unended is not None:
            self._by_ending.add(words)

    def prepare(self) -> Iterator[None]:
        """Make ready what else is made when first asked for, giving way every few milliseconds."""
        import newsreader.search.edits  # noqa: F401

        yield
        if not self._alphabet:
            words, letters = self.words, set[str]()
            for at, packed in enumerate(words.packed, 1):
                letters.update(packed)
                if at % _PACKED == 0:
                    yield
            if words is self.words:
                self._alphabet = letters.union(*self._new) - {"\n"}
        self._letters("")  # if words came among the others meanwhile
        for letter in sorted(self._alphabet.difference(self._by_length)):
            if self.beginning(letter, 1):
                self._with_first(letter)
                yield
        while self._put_more_by_ending():
            yield

    def __contains__(self, word: str) -> bool:
        return self.count(word) > 0

    def total(self, prefix: str) -> int:
        """The sum of the counts of the words that begin with ``prefix``."""
        total = self._totals.get(prefix)
        if total is None:
            if self._counts is not None:
                row = self.words.span(prefix)
                total = sum(self._counts[row.start : row.stop])
                total += sum(map(self.count, self._newer(prefix)))
            else:
                if len(self.beginning(prefix, _LOOKED_AT)) == _LOOKED_AT:
                    total = self._total(prefix)
                if total is None:
                    total = sum(map(self.count, self.beginning(prefix)))
            self._totals[prefix] = total
        return total

    def size(self, words: tuple[str, ...], begun: str) -> int:
        """The sum of the counts of ``words`` and of those that begin with ``begun``."""
        size = self._sizes.get((words, begun))
        if size is None:
            size = self.total(begun) if begun else 0
            count = self.count
            size += sum([count(w) for w in words if not (begun and w.startswith(begun))])
            self._sizes[words, begun] = size
        return size

    def frequent(self, prefix: str) -> list[str]:
        """The most frequent words that begin with ``prefix``."""
        if self._counts is None:
            counted = [(self.count(word), word) for word in self.beginning(prefix)]
        else:
            row = self.words.span(prefix)
            placed = nlargest(FREQUENT, zip(self._counts[row.start : row.stop], row, strict=True))
            counted = [(count, self.words[at]) for count, at in placed]
            counted += [(self.count(word), word) for word in self._newer(prefix)]
        return [word for _, word in nlargest(FREQUENT, counted)]

    def beginning(self, prefix: str, most: int | None = None) -> list[str]:
        """The words that begin with ``prefix``, in order, at most the first ``most``."""
        new = self._newer(prefix)
        found = self.words.beginning(prefix, most)
        return sorted(found + new)[:most] if new else found

    def _newer(self, prefix: str) -> list[str]:
        """The new words that begin with ``prefix``, in order."""
        self.settle(searching=True)
        first = bisect_left(self._new, prefix)
        return self._new[first : bisect_left(self._new, prefix + LAST, first)]

    def begins(self, prefix: str) -> bool:
        """Whether a longer word begins with ``prefix``."""
        first = self.beginning(prefix, _LOOKED_AT)
        if any(word != prefix and self.count(word) for word in first):
            return True
        return len(first) == _LOOKED_AT and self.total(prefix) > self.count(prefix)

    @property
    def crowded(self) -> bool:
        """Whether so many words are new that they should be among the others, or read with them."""
        return len(self._new) > max(_FEW, len(self.words) // _PART)

    def settle(self, *, searching: bool = False) -> None:
        """Put the new words in order, and if they are many among the others."""
        many = self._counts is None and (self.crowded if searching else len(self._new) > _FEW)
        if many or not self._settled:
            self._new.sort()
            if many:
                self.words, self._new = Words(sorted([*self.words, *self._new])), []
            self._settled = True

    def near(self, word: str, edits: int) -> dict[str, float]:
        """Words of at least two letters at exactly ``edits`` edits, one or two (a letter wrong,
        missing, too many, or two swapped), each with how well it fits. With two edits and one of
        them in the first letter only if there are no others, and the last letter is right, and the
        second, or it is one of those beside it."""
        fit = _FIT - _EDIT * edits
        if edits == 1:
            return {
                other: fit if other[0] == word[0] else fit - _FIRST_LETTER
                for other in self._edited(word)
                if len(other) > 1 and other in self
            }
        lengths = range(max(2, len(word) - edits), len(word) + edits + 1)
        begun = self._with_first(word[0])
        if found := self._within(word, edits, map(begun.of, lengths)):
            return dict.fromkeys(found, fit)
        while self._put_more_by_ending():
            pass
        kinds = product(dict.fromkeys(word[:3]), word[-1], lengths)
        found = self._within(word, edits, map(self._by_ending.of, kinds))
        return dict.fromkeys(found, fit - _FIRST_LETTER)

    def _within(self, word: str, edits: int, lists: Iterable[Sequence[str]]) -> list[str]:
        """The words of ``lists`` at exactly ``edits`` edits."""
        from newsreader.search.edits import OSA, process

        return [
            other
            for some in lists
            for other, distance, _ in process.extract(
                word, some, scorer=OSA.distance, score_cutoff=edits, limit=None
            )
            if distance == edits and other in self
        ]

    def _known(self, word: str) -> int:
        """How many letters of ``word`` there are words that begin with."""
        return next(at for at in range(len(word), -1, -1) if not at or self.beginning(word[:at], 1))

    def _edited(self, word: str) -> list[str]:
        """The strings at one edit that may be words or begin some: much fewer than there are
        words."""
        letters = self._letters(word)
        found: dict[str, None] = {}
        for at in range(self._known(word) + 1):
            before, letter, after = word[:at], word[at : at + 1], word[at + 1 :]
            found.update(dict.fromkeys([before + other + letter + after for other in letters]))
            if letter:
                found[before + after] = None
                found[before + after[:1] + letter + after[1:]] = None
                found.update(dict.fromkeys([before + other + after for other in letters]))
        found.pop(word, None)
        return list(found)

    def _letters(self, word: str) -> list[str]:
        """The letters that words are written in, for a ``word`` of ASCII those of it, for one
        without digits no digits."""
        if not self._alphabet:
            self._alphabet = set().union(*self.words.packed, *self._new) - {"\n"}
        ascii, alpha = word.isascii(), word.isalpha()
        return [c for c in self._alphabet if c.isascii() >= ascii and c.isalpha() >= alpha]

    def _with_first(self, letter: str) -> Groups[int]:
        """The words that begin with ``letter`` by their lengths."""
        lengths = self._by_length.get(letter)
        if lengths is None:
            lengths = self._by_length[letter] = Groups(len)
            lengths.add(self.beginning(letter))
        return lengths

    def _put_more_by_ending(self) -> bool:
        """Put some of the words by their second and last letters and lengths, if any are left;
        whether there were."""
        if self._unended is None:
            self._unended = chain(self.words, tuple(self._new))
        some = list(islice(self._unended, _AT_ONCE))
        self._by_ending.add(some)
        return bool(some)

    def misspelt_beginnings(self, word: str) -> dict[str, float]:
        """Longer words whose beginning is one edit away, the first letter right."""
        if len(word) < 4:
            return {}
        begun = [self.beginning(edited) for edited in self._edited(word) if edited[0] == word[0]]
        found: dict[str, float] = {}
        # What could be the beginning of very much is hardly meant.
        for some in sorted(filter(None, begun), key=len):
            if len(found) + len(some) > _BEGUN and found:
                break
            for longer in some[:_BEGUN]:
                if len(longer) > len(word) and self.count(longer):
                    found[longer] = 0.6
        return found

    def abbreviated(self, word: str) -> dict[str, float]:
        """Longer words that hold the letters of ``word`` in order, beginning with the same. Those
        fit best of which little but vowels was left out."""
        if len(word) < 3:
            return {}
        rest = sorted(set(word[1:]) - {word[0]}, key=_RARITY.find)
        letters = [re.escape(letter) for letter in word]
        held = re.compile("".join([f"[^{letter}]*{letter}" for letter in letters]))
        # For such as lack only vowels and doubled letters there is always room.
        bones = re.compile("".join([f"{letter}[aeiou{letter}]*" for letter in letters]))
        whole = VOWELS.isdisjoint(word[1:])
        found: list[str] = []
        begun = self._with_first(word[0])
        for size in sorted(begun.kinds()):
            room = _SHORTENED - len(found)
            if room < -_SHORTENED or not (room > 0 or whole):
                break
            if size > len(word):
                words = begun.of(size)
                for letter in rest:
                    words = [other for other in words if letter in other]
                words = [other for other in words if not other.startswith(word)]
                found += filter((held if room > 0 else bones).match, words)
        return {other: abbreviation_fit(word, other) for other in found if self.count(other)}

    def split(self, word: str) -> tuple[str, str] | None:
        """``word`` as two known words between which the space is missing, the second one perhaps
        only begun."""
        for at in range(len(word) - 2, 1, -1):
            first, second = word[:at], word[at:]
            if first in self and (second in self or (len(second) > 2 and self.begins(second))):
                return first, second
        return None
