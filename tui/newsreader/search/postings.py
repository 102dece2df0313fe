"""For each word the numbers of the quotes that have it, in little memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import islice
from sys import byteorder
from typing import Final

from newsreader.search.words import Words

_AT_ONCE: Final = 2_000
"""Words that are packed before others have their turn."""
_LOOSE: Final = 20_000
"""Numbers that wait for more until they are packed, or one in so many of those that are."""
_SHARE: Final = 8
_MANY: Final = 128
"""Numbers from which on a word has room of its own."""
_LONG: Final = 4 * _MANY
"""Bytes of the numbers of a word that are too many to be copied each time."""
_GONE_THROUGH: Final = 10_000
"""Words that lie loose up to which all are gone through."""
_SIZE: Final = array("I").itemsize
_NONE: Final = array("I")


class _Packed:
    """The numbers of each of ``words`` one after another, as far as they are added."""

    __slots__ = ("_numbers", "_starts", "counts", "words")

    def __init__(self) -> None:
        self.words = Words()
        self.counts = array("I")
        self._starts = array("I")
        self._numbers = array("I")

    def clear(self, words: Words) -> None:
        """Forget all, for other ``words``."""
        self.words = words
        del self.counts[:], self._starts[:], self._numbers[:]

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, numbers: array[int]) -> None:
        """Add those of the next word."""
        self._starts.append(len(self._numbers))
        self.counts.append(len(numbers))
        self._numbers.extend(numbers)

    def of(self, at: int) -> array[int]:
        """Those of a word."""
        start = self._starts[at]
        return self._numbers[start : start + self.counts[at]]

    def remove(self, number: int, at: int) -> None:
        """Take a number from a word that has it."""
        start = self._starts[at]
        last = start + self.counts[at] - 1
        place = bisect_left(self._numbers, number, start, last)
        self._numbers[place:last] = self._numbers[place + 1 : last + 1]
        self.counts[at] -= 1


class Postings:
    """Numbers by word. They are added fast, and lie loose; packed they take half of the memory, and
    microseconds to be looked up."""

    def __init__(self) -> None:
        # Of most words so few that bytes, which are copied each time, take less room and time.
        self._loose: dict[str, array[int] | bytes] = {}
        self._added = 0
        # All are packed anew in the other of two, which has them up to a last word, and so many of
        # those that were packed before. (Both are there from the beginning: if they came among the
        # very many small things that lie loose, all that memory would be kept for them.)
        self._packed, self._anew = _Packed(), _Packed()
        self._last, self._done = "", 0
        self._packing: Iterator[None] | None = None

    def add(self, number: int, words: Collection[str]) -> list[str]:
        """Add ``number``, greater than all that are there, to ``words``; those that are new."""
        loose, one = self._loose, number.to_bytes(_SIZE, byteorder)
        new: list[str] = []
        for word in words:
            numbers = loose.get(word)
            if numbers is None:
                loose[word] = one
                if self._place(word) is None:
                    new.append(word)
            elif not isinstance(numbers, bytes):
                numbers.append(number)
            elif len(numbers) < _LONG:
                loose[word] = numbers + one
            else:
                loose[word] = array("I", numbers + one)
        self._added += len(words)
        return new

    def remove(self, number: int, words: Collection[str]) -> None:
        """Take ``number`` from ``words``, which have it."""
        for word in words:
            numbers = self._in_loose(word)
            if numbers and numbers[0] <= number:
                del numbers[bisect_left(numbers, number)]
                self._loose[word] = numbers
            elif place := self._place(word):
                packed, at = place
                packed.remove(number, at)

    def count(self, word: str) -> int:
        """How many numbers a word has."""
        loose = self._loose.get(word, b"")
        count = len(loose) // _SIZE if isinstance(loose, bytes) else len(loose)
        if place := self._place(word):
            packed, at = place
            count += packed.counts[at]
        return count

    def total(self, beginning: str) -> int | None:
        """How many numbers all words of that ``beginning`` have, if that is quicker told than of
        each."""
        if len(self._loose) > _GONE_THROUGH:
            return None
        total = sum(map(len, self._loose_from(beginning)))
        return total + sum(sum(packed.counts[a:b]) for packed, a, b in self._parts(beginning))

    def of(self, word: str) -> array[int]:
        """The numbers of a word, in order."""
        loose = self._in_loose(word)
        if (place := self._place(word)) is None:
            return loose
        packed, at = place
        numbers = packed.of(at)
        return numbers + loose if numbers and loose else numbers or loose

    def beginning(self, beginning: str) -> list[array[int]] | None:
        """The numbers of each word of that ``beginning``, of some in two lists, if that is quicker
        than to ask for each."""
        if len(self._loose) > _GONE_THROUGH:
            return None
        lists = [*self._loose_from(beginning)]
        for packed, first, last in self._parts(beginning):
            lists += map(packed.of, range(first, last))
        return lists

    def pack(self, words: Words) -> Iterator[None]:
        """Pack what lies loose of ``words``, among which are all that were packed before, if it is
        much; giving way every few milliseconds."""
        if self._packing is None and self._added > max(_LOOSE, len(self._packed) // _SHARE):
            self._added = 0
            self._packing = self._pack(words)
        # Not "yield from": if who asked goes away it must go on when somebody asks again.
        for _ in self._packing or ():
            yield

    def _pack(self, words: Words) -> Iterator[None]:
        loose, packed, anew = self._loose, self._packed, self._anew
        before, coming = iter(packed.words), iter(words)
        known = next(before, None)
        anew.clear(words)
        while some := list(islice(coming, _AT_ONCE)):
            for word in some:
                numbers = self._in_loose(word)
                if word == known:
                    if had := packed.of(self._done):
                        numbers = had + numbers
                    self._done += 1
                    known = next(before, None)
                if len(numbers) > _MANY:
                    loose[word], numbers = numbers, _NONE
                else:
                    loose.pop(word, None)
                anew.add(numbers)
            self._last = some[-1]
            yield
        self._loose = dict(loose)  # without the room of those taken out
        packed.clear(Words())
        self._packed, self._anew = anew, packed
        self._last, self._done = "", 0
        self._packing = None

    def _in_loose(self, word: str) -> array[int]:
        numbers = self._loose.get(word, _NONE)
        return array("I", numbers) if isinstance(numbers, bytes) else numbers

    def _loose_from(self, beginning: str) -> Iterator[array[int]]:
        return (self._in_loose(word) for word in self._loose if word.startswith(beginning))

    def _place(self, word: str) -> tuple[_Packed, int] | None:
        """Where a word lies packed."""
        packed = self._anew if word <= self._last else self._packed
        at = packed.words.place(word) if packed.counts else None
        return None if at is None else (packed, at)

    def _parts(self, beginning: str) -> Iterator[tuple[_Packed, int, int]]:
        """Where all words of that ``beginning`` lie packed."""
        if self._packing:
            words = self._anew.words.span(beginning)
            yield self._anew, words.start, min(words.stop, len(self._anew.counts))
        words = self._packed.words.span(beginning)
        yield self._packed, max(words.start, self._done), words.stop
