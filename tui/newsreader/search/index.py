"""Finds the quote that someone half remembers, typos and all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newsreader.article import Span


class Entry(NamedTuple):
    """A quote as the index takes it: its words, who said them (or ``""``), where it stands."""

    text: str
    speaker: str = ""
    position: int = 0


class Match(NamedTuple):
    """A quote found. ``entry`` is its number in the order of adding; ``score`` is better when
    higher; ``letters`` and ``speaker_letters`` are the spans that matched, in code points of the
    entry's text and speaker, in order and without overlap."""

    entry: int
    score: float
    letters: tuple[Span, ...] = ()
    speaker_letters: tuple[Span, ...] = ()


class QuoteIndex:
    """An index over quotes that can grow while it is used."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: list[Entry] = []
        self.add(entries)

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Adds quotes; they can be found at once."""
        self._entries.extend(entries)

    def search(self, query: str, limit: int = 50) -> list[Match]:
        """The best ``limit`` quotes for ``query``, best first; none for an empty query."""
        words = query.casefold().split()
        if not words:
            return []
        found: list[Match] = []
        for number, entry in enumerate(self._entries):
            text = entry.text.casefold()
            speaker = entry.speaker.casefold()
            if all(word in text or word in speaker for word in words):
                spans = sorted(
                    (at, at + len(word)) for word in words if (at := text.find(word)) >= 0
                )
                found.append(Match(number, 1.0, tuple(spans)))
        return found[:limit]
