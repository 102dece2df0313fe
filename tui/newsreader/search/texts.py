"""Many strings in little memory."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence


class Texts:
    """Strings by number, packed as UTF-8 in blocks, in about half of the memory that a list of
    them takes."""

    def __init__(self) -> None:
        self._blocks: list[bytes] = []
        self._firsts: list[int] = []
        self._ends = array("I")  # in its block, by number

    def __len__(self) -> int:
        return len(self._ends)

    def extend(self, texts: Sequence[str]) -> None:
        """Add ``texts`` as one block; at most 4 GB of them."""
        self._firsts.append(len(self._ends))
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        end = 0
        for each in encoded:
            end += len(each)
            self._ends.append(end)
        self._blocks.append(b"".join(encoded))

    def raw(self, number: int) -> bytes:
        """The string with this number as UTF-8."""
        block = bisect_right(self._firsts, number) - 1
        start = self._ends[number - 1] if number > self._firsts[block] else 0
        return self._blocks[block][start : self._ends[number]]

    def __getitem__(self, number: int) -> str:
        return self.raw(number).decode("utf-8", "surrogatepass")

    def forget(self, first: int, end: int) -> None:
        """Give back the memory of blocks that lie in this range of numbers; they are not asked for
        again."""
        block = bisect_right(self._firsts, first - 1)
        while block < len(self._blocks):
            after = self._firsts[block + 1] if block + 1 < len(self._firsts) else len(self)
            if after > end:
                return
            self._blocks[block] = b""
            block += 1
