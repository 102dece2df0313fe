"""What goes into the index and what comes out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsreader.article import Span

if TYPE_CHECKING:
    from newsreader.search.index import QuoteIndex
    from newsreader.search.ranking import Meaning


MOST = 200
"""Quotes that a search ranks at a level of looseness, and finds at most as it is used here."""


def counted(found: int) -> str:
    """How many were found, for people: ``200+`` where there may be more."""
    return f"{MOST}+" if found >= MOST else str(found)


class Entry(NamedTuple):
    """A quote as the index takes it: its words, who said them (or ``""``), where it stands.

    Of equally good quotes the one with the lower ``position`` comes first.
    """

    text: str
    speaker: str = ""
    position: int = 0


class Match:
    """A quote found: ``entry`` is its number in the order of adding, ``score`` is better when
    higher. The letters are looked for only when asked, for just the results that are drawn."""

    __slots__ = ("_index", "_letters", "_meaning", "_query", "entry", "score")

    def __init__(
        self, entry: int, score: float, index: QuoteIndex, query: tuple[str, ...], meaning: Meaning
    ) -> None:
        self.entry = entry
        self.score = score
        self._index = index
        self._query = query
        self._meaning = meaning
        self._letters: tuple[tuple[Span, ...], tuple[Span, ...]] | None = None

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

    def _locate(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        if self._letters is None:
            self._letters = self._index.locate(self.entry, self._query, self._meaning)
        return self._letters
