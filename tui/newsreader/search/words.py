"""Many distinct words in little memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final, Generic, TypeVar

Kind = TypeVar("Kind")

LAST: Final = "\U0010ffff"
"""Behind a beginning, it comes after all words of that."""
_TOGETHER: Final = 128
"""Words that are packed together."""


class Words:
    """Distinct words in order, in a sixth of the memory that a list of them takes. No word has
    control characters."""

    __slots__ = ("_blocks", "_numbers", "_size")

    def __init__(self, words: Sequence[str] = ()) -> None:
        # Each block is words with a line break before each.
        self._blocks: list[str] = []
        self._numbers = array("I")  # of the first words
        self._size = 0
        self.extend(words)

    def __len__(self) -> int:
        return self._size

    def extend(self, words: Sequence[str]) -> None:
        """Add ``words``, in order, that come after all that are there."""
        for start in range(0, len(words), _TOGETHER):
            some = words[start : start + _TOGETHER]
            self._blocks.append("\n" + "\n".join(some))
            self._numbers.append(self._size)
            self._size += len(some)

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(_unpacked, self._blocks))

    @property
    def packed(self) -> Sequence[str]:
        """The words with line breaks, many in a string."""
        return self._blocks

    def __getitem__(self, number: int) -> str:
        at = bisect_right(self._numbers, number) - 1
        return _unpacked(self._blocks[at])[number - self._numbers[at]]

    def place(self, word: str) -> int | None:
        """The number of ``word``, if it is there."""
        # Behind the blocks whose first word is this one or comes before it.
        at = bisect_left(self._blocks, f"\n{word}\n{LAST}") - 1
        if at < 0:
            return None
        block = self._blocks[at]
        # The first that begins so is the word itself, if it is there.
        start = block.find(f"\n{word}")
        end = start + 1 + len(word)
        if start < 0 or not (end == len(block) or block[end] == "\n"):
            return None
        return self._numbers[at] + block.count("\n", 0, start)

    def beginning(self, prefix: str, most: int | None = None) -> list[str]:
        """The words, ``most`` of them, that begin with ``prefix``, in order."""
        found = self._between(prefix)
        if found is None:
            return []
        return list(islice(chain.from_iterable(map(_unpacked, self._parts(*found))), most))

    def span(self, prefix: str) -> range:
        """The numbers of the words that begin with ``prefix``."""
        found = self._between(prefix)
        if found is None:
            return range(0)
        at, start, last, end = found
        first = self._numbers[at] + self._blocks[at].count("\n", 0, start)
        return range(first, self._numbers[last] + self._blocks[last].count("\n", 0, end))

    def _parts(self, at: int, start: int, last: int, end: int) -> Iterator[str]:
        """The blocks from one place to another."""
        while at < last:
            yield self._blocks[at][start:]
            at, start = at + 1, 0
        yield self._blocks[last][start:end]

    def _between(self, prefix: str) -> tuple[int, int, int, int] | None:
        """The block and the place in it where words begin with ``prefix``, and where they end."""
        blocks, needle = self._blocks, f"\n{prefix}"
        at = max(0, bisect_left(blocks, needle) - 1)
        start = blocks[at].find(needle) if blocks else -1
        if start < 0:
            at, start = at + 1, 0
            if at >= len(blocks) or not blocks[at].startswith(needle):
                return None
        last = bisect_left(blocks, needle + LAST, at) - 1
        end = blocks[last].find("\n", blocks[last].rfind(needle) + 1)
        return at, start, last, len(blocks[last]) if end < 0 else end


class Groups(Generic[Kind]):
    """Distinct words by what they have in common, their ``kind``, in little memory too."""

    def __init__(self, kind: Callable[[str], Kind]) -> None:
        self._kind = kind
        self._packed: dict[Kind, str] = {}

    def add(self, words: Iterable[str]) -> None:
        """Add ``words``, none of which is there."""
        kind, packed = self._kind, self._packed
        new: defaultdict[Kind, list[str]] = defaultdict(list)
        for word in words:
            new[kind(word)].append(word)
        for each, some in new.items():
            packed[each] = "\n".join((packed.get(each, ""), *some))

    def kinds(self) -> Iterable[Kind]:
        """The kinds of which there are words."""
        return self._packed.keys()

    def of(self, kind: Kind) -> list[str]:
        """The words of ``kind``."""
        return _unpacked(self._packed.get(kind, ""))


def _unpacked(block: str) -> list[str]:
    return block[1:].split("\n") if block else []
