"""What goes into the index and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article import Span

if TYPE_CHECKING:
    from newsreader.search.index import QuoteIndex
    from newsreader.search.ranking import Meaning


MOST = 200
"""Quotes that a search finds at most as the app uses it."""

RANKED = 80
"""Quotes that are ranked at each level of looseness, if not more are asked for."""

COUNTED = 1000
"""Up to how many a search counts what it found."""


class Superseded(Exception):
    """A search was given up because a newer one was asked for."""


class Entry(NamedTuple):
    """A quote as the index takes it: its words, who said them (or ``""``), where it stands.

    Of equally good quotes the one with the lower ``position`` comes first. ``kind`` and ``places``
    (names of what is mentioned beside it) are for filters; ``details`` is kept for the caller.
    """

    text: str
    speaker: str = ""
    position: int = 0
    kind: str = ""
    places: tuple[str, ...] = ()
    details: str = ""


class Origin(NamedTuple):
    """The article that quotes are taken from. ``key`` names it in the index, ``stamp`` tells the
    states of it apart; ``source`` are the words that the filter ``source:`` looks at; ``details``
    is kept for the caller."""

    key: str
    stamp: str = ""
    source: str = ""
    details: str = ""


class Record(NamedTuple):
    """A quote as it lies in the index."""

    entry: Entry
    origin: Origin


class Match:
    """A quote found: ``entry`` is its number in the index (0, 1, … in the order of adding),
    ``score`` is better when higher. The letters are looked for only when asked, for just the
    results that are drawn."""

    __slots__ = ("_index", "_letters", "_meaning", "_query", "_record", "entry", "score")

    def __init__(
        self, entry: int, score: float, index: QuoteIndex, query: tuple[str, ...], meaning: Meaning
    ) -> None:
        self.entry = entry
        self.score = score
        self._index = index
        self._query = query
        self._meaning = meaning
        self._letters: tuple[tuple[Span, ...], tuple[Span, ...]] | None = None
        self._record: Record | None = None

    def __repr__(self) -> str:
        return f"Match({self.entry}, {self.score:.3f})"

    @property
    def letters(self) -> tuple[Span, ...]:
        """The spans of the quote's text that matched, in code points, in order and apart."""
        return self._locate()[0]

    @property
    def speaker_letters(self) -> tuple[Span, ...]:
        """The spans of the speaker's name that matched."""
        return self._locate()[1]

    def record(self) -> Record:
        """The quote and its article.

        Raises:
            IndexFileError: the index can't be read, or the quote is no longer in it.
        """
        if self._record is None:
            self._record = self._index.record(self.entry)
        return self._record

    @property
    def is_read(self) -> bool:
        """Whether it knows its quote."""
        return self._record is not None

    def take(self, record: Record | None) -> None:
        """Knows its quote from now on, or looks for it again when asked."""
        self._record = record

    def _locate(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        if self._letters is None:
            self._letters = self._index.locate(self.record().entry, self._query, self._meaning)
        return self._letters


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the best of ``total`` quotes, or, where there are ``more``, of at least
    so many."""

    matches: tuple[Match, ...] = ()
    total: int = 0
    more: bool = False

    @property
    def counted(self) -> str:
        """How many were found, for people: ``1000+`` where there may be more."""
        return f"{self.total}+" if self.more else str(self.total)
