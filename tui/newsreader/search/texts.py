"""Many strings in little memory."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_TOGETHER: Final = 32
"""Strings that are compressed together."""


class Texts:
    """Strings by number, packed as UTF-8 in blocks, in about half of the memory that a list of
    them takes; those from the number ``pressed_from`` on in a third, where they are seldom asked
    for."""

    def __init__(self, *, pressed_from: int | None = None) -> None:
        self._pressed_from = pressed_from
        self._blocks: list[bytes] = []
        self._firsts = array("I")
        self._ends = array("I")  # in its block, by number
        self._opened, self._block = -1, b""

    def __len__(self) -> int:
        return len(self._ends)

    def extend(self, texts: Sequence[str]) -> None:
        """Add ``texts``, at most 4 GB of them."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        pressed = self._is_pressed(len(self))
        together = _TOGETHER if pressed else max(1, len(encoded))
        for at in range(0, len(encoded), together):
            some = encoded[at : at + together]
            self._firsts.append(len(self._ends))
            end = 0
            for each in some:
                end += len(each)
                self._ends.append(end)
            block = b"".join(some)
            self._blocks.append(zlib.compress(block, 1) if pressed else block)

    def raw(self, number: int) -> bytes:
        """The string with this number as UTF-8."""
        at = bisect_right(self._firsts, number) - 1
        start = self._ends[number - 1] if number > self._firsts[at] else 0
        if at != self._opened:
            self._opened, self._block = at, self._unpacked(at)
        return self._block[start : self._ends[number]]

    def __getitem__(self, number: int) -> str:
        return self.raw(number).decode("utf-8", "surrogatepass")

    def some(self, numbers: Iterable[int]) -> list[str]:
        """The strings with these ``numbers``; fast where they are in order."""
        return list(self.each(numbers))

    def each(self, numbers: Iterable[int]) -> Iterator[str]:
        """The same one by one."""
        for _, block, start, end in self._places(numbers):
            yield block[start:end].decode("utf-8", "surrogatepass")

    def holding(self, numbers: Iterable[int], needles: Sequence[bytes]) -> Iterator[int]:
        """Those of ``numbers`` whose strings hold one of ``needles``; fast where they are in
        order."""
        for number, block, start, end in self._places(numbers):
            for needle in needles:
                if block.find(needle, start, end) >= 0:
                    yield number
                    break

    def _places(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes, int, int]]:
        """Each number with where its string is: a block, where it starts and ends in that."""
        first = stop = 0
        block = b""
        ends, firsts, blocks = self._ends, self._firsts, self._blocks
        plain = len(self) if self._pressed_from is None else self._pressed_from
        for number in numbers:
            if not first <= number < stop:
                at = bisect_right(firsts, number)
                first, stop = firsts[at - 1], firsts[at] if at < len(firsts) else len(ends)
                block = blocks[at - 1] if first < plain else self._unpacked(at - 1)
            yield number, block, ends[number - 1] if number > first else 0, ends[number]

    def _unpacked(self, at: int) -> bytes:
        block = self._blocks[at]
        return zlib.decompress(block) if self._is_pressed(self._firsts[at]) else block

    def _first_after(self, at: int) -> int:
        """The number of the first string behind a block."""
        return self._firsts[at + 1] if at + 1 < len(self._firsts) else len(self)

    def _is_pressed(self, first: int) -> bool:
        return self._pressed_from is not None and first >= self._pressed_from

    def forget(self, first: int, end: int) -> None:
        """Give back the memory of blocks that lie in this range of numbers; they are not asked for
        again."""
        at = bisect_right(self._firsts, first - 1)
        while at < len(self._blocks) and self._first_after(at) <= end:
            self._blocks[at] = b""
            at += 1
        self._opened = -1
