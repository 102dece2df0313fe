"""The few quotes that have all words of a query but the last. While that one is typed it is looked
for among them alone, and what it may mean among their words. And those that have the beginning of
a phrase, for what is typed after it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import Final

from newsreader.search.asking import Asked, Choice, side_by_side
from newsreader.search.expressions import fitting
from newsreader.search.folded import all_words
from newsreader.search.meanings import Meanings
from newsreader.search.query import Phrase
from newsreader.search.sounds import Sounds
from newsreader.search.store import Candidate, Store
from newsreader.search.vocabulary import Vocabulary
from newsreader.search.words import Words

_FEW: Final = 250
"""Quotes that are few."""
_EXPECTED: Final = 100
"""Quotes up to which they are asked for, if the words stood together by chance."""
_KEPT: Final = 800
"""Quotes that are kept for the next keys."""
_LITTLE: Final = 10
"""Quotes with fewer of which a store always looks on."""


class Narrowed:
    """Few quotes, and what words mean among them."""

    def __init__(self, rows: list[Candidate]) -> None:
        self.rows = rows
        self.count = len(rows)
        self.meanings = Meanings(self)
        self._vocabulary: Vocabulary | None = None
        self._sounds: Sounds | None = None

    def having(self, choice: Choice) -> list[Candidate]:
        """Those with ``choice``."""
        fits = fitting([choice])
        return [row for row in self.rows if fits(row[2])]

    def vocabulary(self) -> Vocabulary:
        """Their words."""
        if self._vocabulary is None:
            counts = Counter(all_words(row[2] for row in self.rows))
            self._vocabulary = Vocabulary(Words(sorted(counts)), counts.__getitem__)
        return self._vocabulary

    def sounding_like(self, word: str) -> list[str]:
        """Those of their words that sound roughly like ``word``."""
        if self._sounds is None:
            self._sounds = Sounds()
            self._sounds.add(self.vocabulary().beginning(""))
        return self._sounds.like(word)


class Narrowing:
    """Asks ``quotes`` for few, and keeps them for the next keys."""

    def __init__(self, quotes: Store) -> None:
        self._quotes = quotes
        self._known: dict[tuple[tuple[Choice, ...], tuple[Choice, ...]], Narrowed | None] = {}
        self._kept = 0
        self._phrased: tuple[Asked, list[Candidate]] | None = None

    def forget(self) -> None:
        """The quotes have changed."""
        self._known.clear()
        self._kept = 0
        self._phrased = None

    def to(self, asked: Asked) -> Narrowed | None:
        """The quotes that have all that is ``asked`` for, if they are few and soon found."""
        if not asked.choices or asked.looks or asked.chosen:
            return None
        key = asked.choices, asked.without
        if key not in self._known:
            rows = self._rows(asked)
            if self._kept > _KEPT:
                self.forget()
            self._kept += 1 + len(rows or ())
            self._known[key] = None if rows is None else Narrowed(rows)
        return self._known[key]

    def gathered(
        self, asked: Asked, limit: int, most: int, beside: Phrase | None
    ) -> tuple[list[Candidate], int, bool]:
        """What the quotes have ``gathered``, or those of the last time that are still ``asked`` for
        if all were found then that had the beginning of the same phrase."""
        if not asked.within or asked.chosen or asked.literally:
            return self._quotes.gathered(asked, limit, most, beside)
        if (left := self._left(asked)) is not None:
            return left, len(left), False
        rows, counted, more = self._quotes.gathered(asked, limit, most, beside)
        # Once a store has found some it looks no further for other words that are everywhere.
        all_below = min(limit, _LITTLE) if _free(asked) else limit
        if len(rows) < all_below and min(map(self._quotes.size, asked.choices)) <= asked.looked_at:
            self._phrased = asked, rows
        return rows, counted, more

    def _left(self, asked: Asked) -> list[Candidate] | None:
        if self._phrased is None:
            return None
        before, rows = self._phrased
        last, begun = side_by_side(asked.within[-1]), side_by_side(before.within[-1])
        free, free_before = _free(asked), _free(before)
        more = [choice for choice in free if choice not in free_before]
        if (
            replace(asked, choices=(), within=asked.within[:-1], literal=())
            != replace(before, choices=(), within=before.within[:-1], literal=())
            or not last.startswith(begun)
            or not all(choice in free for choice in free_before)
            or any(choice.field for choice in more)  # not every line has those
        ):
            return None
        fits = fitting(more)
        return self._quotes.liked(
            [row for row in rows if last in row[2] and fits(row[2])], asked.literal
        )

    def _rows(self, asked: Asked) -> list[Candidate] | None:
        *others, last = asked.choices
        if others and not last.field and (known := self.to(replace(asked, choices=tuple(others)))):
            return known.having(last)
        count = max(1, self._quotes.count)
        expected = float(count)
        for choice in asked.choices:
            expected *= min(1.0, self._quotes.size(choice) / count)
        return self._quotes.few(replace(asked, literal=()), _FEW) if expected <= _EXPECTED else None


def _free(asked: Asked) -> list[Choice]:
    """The choices that are not of words of the phrases."""
    words = {"", *chain.from_iterable(phrase.words for phrase in asked.within)}
    return [
        each
        for each in asked.choices
        if each.field or not words.issuperset((*each.words, each.begun))
    ]
