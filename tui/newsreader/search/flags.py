"""Which of many quotes have one of some words: a byte for each quote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsreader.search.asking import Choice

_BYTES: Final = 1_200_000
"""Of all flags that are remembered for the next key, about."""


class Flags:
    """The flags of the choices that were asked for last."""

    def __init__(self) -> None:
        self._known: dict[Choice, bytearray] = {}

    def forget(self) -> None:
        """The quotes have changed."""
        self._known.clear()

    def get(self, choice: Choice) -> bytearray | None:
        """The flags of a choice, if they are remembered; and they are longer then."""
        if flags := self._known.pop(choice, None):
            self._known[choice] = flags
        return flags

    def set(self, choice: Choice, count: int, postings: Iterable[Iterable[int]]) -> bytearray:
        """The flags of a choice, which has the quotes of ``postings`` among ``count``."""
        flags = bytearray(count)
        for numbers in postings:
            for number in numbers:
                flags[number] = 1
        if self._known and (len(self._known) + 1) * count > _BYTES:
            del self._known[next(iter(self._known))]
        self._known[choice] = flags
        return flags
