"""Many quotes with what is known of them, in little memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from sys import intern
from typing import Final

from newsreader.search.matches import Entry
from newsreader.search.texts import Texts

_PRESSED: Final = 10_000
"""Quotes from which on memory counts more than a millisecond."""


class Entries:
    """Entries by number."""

    def __init__(self) -> None:
        # The text of each and its speaker.
        self._texts = Texts(pressed_from=2 * _PRESSED)
        self.positions = array("q")
        # Kind, places and details, one tuple for all that follow one another with the same.
        self._rest: list[tuple[str, tuple[str, ...], str]] = []

    def extend(self, entries: Sequence[Entry]) -> None:
        """Add ``entries``."""
        self._texts.extend([some for entry in entries for some in (entry.text, entry.speaker)])
        self.positions.extend([entry.position for entry in entries])
        rest = self._rest[-1] if self._rest else ("", (), "")
        for entry in entries:
            if rest != (entry.kind, entry.places, entry.details):
                rest = (intern(entry.kind), entry.places, entry.details)
            self._rest.append(rest)

    def __getitem__(self, number: int) -> Entry:
        kind, places, details = self._rest[number]
        text, speaker = self._texts[2 * number], self._texts[2 * number + 1]
        return Entry(text, speaker, self.positions[number], kind, places, details)

    def text(self, number: int) -> str:
        """The text of one."""
        return self._texts[2 * number]

    def speakers(self, numbers: range) -> Iterable[str]:
        """The speaker of each of these."""
        return self._texts.each(range(2 * numbers.start + 1, 2 * numbers.stop, 2))

    def places(self, numbers: range) -> Iterator[str]:
        """The places of all these."""
        return chain.from_iterable(self._rest[number][1] for number in numbers)

    def forget(self, numbers: range) -> None:
        """Give back the memory of these, which are not asked for again."""
        self._texts.forget(2 * numbers.start, 2 * numbers.stop)
