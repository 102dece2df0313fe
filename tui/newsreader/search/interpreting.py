"""What the words of one query may mean, and which quotes are left to look for the last one in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsreader.search.asking import Asked, Choice
from newsreader.search.meanings import EXACT, PREFIX, Meanings
from newsreader.search.narrowing import Narrowed, Narrowing
from newsreader.search.query import Phrase
from newsreader.search.store import Store

_COMMON: Final = 100
"""Quotes that a common word is in: at least so many, and one in so many."""


@dataclass(frozen=True, slots=True)
class Meant:
    """For each word, those of phrases last, what it may mean; which of them, by place, may be only
    begun; and the quotes that have all but the last free one, if they are few."""

    words: Sequence[dict[str, float]]
    begun: dict[int, str]
    narrowed: Narrowed | None = None

    def choice(self, place: int) -> Choice:
        """The word at this place as a choice."""
        return Choice(tuple(self.words[place]), self.begun.get(place, ""))


class Interpreter:
    """Reads free ``words`` and ``phrases`` together. ``asked`` is what else quotes must have,
    ``check`` is called between steps of at most some milliseconds."""

    def __init__(
        self,
        words: tuple[str, ...],
        phrases: Sequence[Phrase],
        asked: Asked,
        quotes: Store,
        meanings: Meanings,
        narrowing: Narrowing,
        check: Callable[[], None],
    ) -> None:
        self.words = words
        self._phrases = phrases
        self._asked = asked
        self._quotes = quotes
        self._meanings = meanings
        self._narrowing = narrowing
        self._check = check

    def read(self, levels: Sequence[int], *, narrow: bool = True) -> Meant:
        """The words, each with what it may mean up to its level of looseness; the last one, to
        ``narrow``, among the quotes that have all others if these are few."""
        last = len(self.words) - 1
        begun: dict[int, str] = {}
        meant = [self._read(place, levels[place], begun) for place in range(last)]
        phrases = self._read_phrases(begun)
        if not self.words:
            return Meant(phrases, begun)
        others = Meant([*meant, {}, *phrases], begun)
        choices = [others.choice(place) for place in range(len(others.words)) if place != last]
        narrowed = None
        if narrow and all(choices):
            self._check()
            narrowed = self._narrowing.to(self._asked.with_choices(choices))
        meant.append(self._read(last, levels[last], begun, narrowed))
        return Meant([*meant, *phrases], begun, narrowed)

    def _read(
        self, place: int, level: int, begun: dict[int, str], narrowed: Narrowed | None = None
    ) -> dict[str, float]:
        self._check()
        word, followed = self.words[place], place < len(self.words) - 1
        plain = self.is_plain(place)
        meanings = narrowed.meanings if narrowed else self._meanings
        some = meanings.of(word, EXACT if plain else level, begun=not followed)
        if level >= PREFIX and not (plain and followed) and meanings.begins(word):
            begun[place] = word
        return {**self._joined(place), **some} if level > EXACT else some

    def _read_phrases(self, begun: dict[int, str]) -> list[dict[str, float]]:
        meant: list[dict[str, float]] = []
        for phrase in self._phrases:
            for at, word in enumerate(phrase.words):
                if phrase.begun and at == len(phrase.words) - 1 and self._meanings.begins(word):
                    begun[len(self.words) + len(meant)] = word
                meant.append(self._meanings.of(word, EXACT))
        return meant

    @cached_property
    def unknown(self) -> list[int]:
        """The places of words that are none, nor the beginning of one."""
        meanings = self._meanings
        return [
            place
            for place, word in enumerate(self.words)
            if not (meanings.of(word, EXACT) or self._joined(place) or meanings.begins(word))
        ]

    def is_plain(self, place: int) -> bool:
        """Whether a word among others means itself: a letter that is followed by words is not the
        beginning of one, and what everybody says is not misspelt."""
        if len(self.words) == 1:
            return False
        word, followed = self.words[place], place < len(self.words) - 1
        count = self._quotes.vocabulary().count(word)
        common = count >= max(_COMMON, self._quotes.count // _COMMON)
        return common or (count > 0 and followed and len(word) == 1)

    def _joined(self, place: int) -> dict[str, float]:
        """What a word and its neighbour are if they are known as one word, as ``land bridge`` may
        be ``landbridge``."""
        vocabulary = self._quotes.vocabulary()
        pairs = (self.words[at : at + 2] for at in (place - 1, place) if at >= 0)
        both = ("".join(pair) for pair in pairs if len(pair) == 2)
        return {word: 0.9 for word in both if word in vocabulary}
