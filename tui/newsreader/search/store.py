"""Where the quotes of an index lie, in memory or in a file: the one interface to both."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Final, Literal

from newsreader.search.asking import Asked, Choice
from newsreader.search.folded import Line
from newsreader.search.matches import Entry, Origin, Record
from newsreader.search.query import Field, Phrase
from newsreader.search.vocabulary import Vocabulary

LOOKED_AT: Final = 800
"""Quotes in which something is looked for where all cannot be looked at."""
_BESIDE: Final = 400
"""And those in which it is looked for words that stand side by side."""

Candidate = tuple[int, int, str, float]
"""Number, position, folded words, and how much of what was typed literally it holds."""


class Store(ABC):
    """Quotes with numbers, from articles with numbers. ``count`` of them are there."""

    count: int

    @abstractmethod
    def vocabulary(self, field: str = "") -> Vocabulary:
        """The words of quotes and of their speakers, or those that the filter ``field`` knows."""

    @abstractmethod
    def sounding_like(self, word: str, field: Field | Literal[""] = "") -> list[str]:
        """Words of a field that sound roughly like ``word``; some may be there no longer."""

    @abstractmethod
    def candidates(self, asked: Asked, limit: int) -> list[Candidate]:
        """At most ``limit`` quotes that are ``asked`` for; of more mostly those added first."""

    @abstractmethod
    def counted(self, asked: Asked, most: int) -> tuple[int, bool]:
        """How many quotes are ``asked`` for, up to ``most``, and whether there may be more."""

    def gathered(
        self, asked: Asked, limit: int, most: int, beside: Phrase | None
    ) -> tuple[list[Candidate], int, bool]:
        """``candidates``, and if these are not all some with the words of ``beside`` side by side;
        and what is ``counted``."""
        rows = self.candidates(asked, limit)
        if len(rows) < limit:
            return rows, len(rows), False
        total, more = self.counted(asked, most)
        if beside:
            near = replace(asked, within=(*asked.within, beside), looked_at=_BESIDE)
            rows += self.candidates(near, limit)
        return rows, max(total, limit), more

    def few(self, asked: Asked, most: int) -> list[Candidate] | None:
        """All quotes ``asked`` for, if they are at most so many and soon found."""
        rows = self.candidates(asked, most + 1)
        return rows if len(rows) <= most else None

    @abstractmethod
    def likeness(self, numbers: Sequence[int], literal: tuple[str, ...]) -> list[float]:
        """How much of what was typed literally each of these quotes holds."""

    def liked(self, rows: list[Candidate], literal: tuple[str, ...]) -> list[Candidate]:
        """``rows``, each with its ``likeness`` to what is typed literally now."""
        if not literal or not rows:
            return rows
        likeness = self.likeness([row[0] for row in rows], literal)
        return [(*row[:3], like) for row, like in zip(rows, likeness, strict=True)]

    @abstractmethod
    def names(self, field: Field, beginning: str, limit: int) -> list[tuple[str, int]]:
        """Names that ``field`` knows with a word of that ``beginning``, the most frequent first,
        each with its number of quotes."""

    @abstractmethod
    def choose(self, keys: Collection[str]) -> None:
        """Choose the articles with these keys."""

    @abstractmethod
    def records(self, numbers: Sequence[int]) -> dict[int, Record]:
        """Those of the quotes with these numbers that are there, with their articles."""

    @abstractmethod
    def stamps(self) -> dict[str, str]:
        """The keys of all articles with their stamps."""

    def prepare(self) -> Iterator[None]:
        """Make ready what the first searches would have to wait for, giving way every few
        milliseconds."""
        yield from self.vocabulary().prepare()

    def refresh(self) -> bool:
        """Forget what was read if another program has written since; whether it has."""
        return False

    def changing(self) -> AbstractContextManager[None]:
        """All that is added and removed inside is kept or, if that fails, nothing."""
        return nullcontext()

    @abstractmethod
    def article(self, origin: Origin) -> int:
        """The number of the article with this key, a new one if there is none."""

    @abstractmethod
    def add(self, entries: Sequence[tuple[Entry, Line]], article: int) -> None:
        """Add quotes of an article, each with what ``fold`` makes of it."""

    @abstractmethod
    def remove(self, key: str) -> None:
        """Take out an article and its quotes, if it is there."""

    def cancel(self) -> None:  # noqa: B027
        """End what another thread asks for, if that can take long."""

    def close(self) -> None:  # noqa: B027
        """Let go of what is held."""

    def size(self, choice: Choice) -> int:
        """In how many quotes the words of ``choice`` are, each counted alone."""
        return self.vocabulary(choice.field).size(choice.words, choice.begun)


def share_of(literal: tuple[str, ...], text: str) -> float:
    """How much of what was typed literally ``text`` holds, from 0 to 1."""
    return sum(each in text for each in literal) / max(1, len(literal))
