"""One search: from what the words mean exactly to what they may mean, only as far as needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from math import log
from typing import Final

from newsreader.search.asking import Asked, Choice, side_by_side
from newsreader.search.conditions import conditions
from newsreader.search.interpreting import Interpreter, Meant
from newsreader.search.matches import COUNTED, RANKED, Superseded
from newsreader.search.meanings import EXACT, LEVELS, ONE_EDIT, PREFIX, Meanings
from newsreader.search.narrowing import Narrowed, Narrowing
from newsreader.search.query import MOST_WORDS, Phrase, Query
from newsreader.search.ranking import Meaning
from newsreader.search.store import LOOKED_AT, Candidate, Store

ENOUGH: Final = 10
"""Found quotes with which a search does not go on to looser meanings."""

_FEW_LONGER: Final = 24
"""Words up to which a beginning is looked for word by word, the likeliest first."""
_LIKELIEST: Final = 6
"""Meanings of each word that are looked at alone where all together find too much."""
_BEGUN: Final = 2
"""Letters of a word that tell little."""
_BROWSED: Final = 20_000
"""Quotes in which an exact phrase is looked for at most."""
_LITERALLY: Final = 0.06
"""What capitals, accents and hyphens add to a score if the query has them and the quote too."""

Scored = tuple[int, float, int, Meaning]
"""Level, score, position, meaning."""


class Finder:
    """Finds quotes for one query. ``wanted`` is asked between steps of at most some milliseconds;
    ``chosen`` looks only at chosen articles."""

    def __init__(
        self,
        query: Query,
        quotes: Store,
        meanings: Meanings,
        narrowing: Narrowing,
        limit: int,
        wanted: Callable[[], bool],
        *,
        chosen: bool,
    ) -> None:
        self._query = query
        self._quotes = quotes
        self._meanings = meanings
        self._narrowing = narrowing
        self._limit = max(limit, RANKED)
        self._wanted = wanted
        asked = conditions(query, quotes)
        self._nowhere = asked is None
        self._conditions = replace(asked or Asked(), chosen=chosen, looked_at=_BROWSED)
        self._words = self._interpreter(query.words)
        self.found: dict[int, Scored] = {}
        self.total = 0
        self.more = False

    def run(self) -> None:
        """Fills ``found`` with numbers of quotes, and ``total``."""
        if self._nowhere:
            return
        if not self.words:
            self._level(EXACT)
        else:
            self._free_words()
        self.total = max(self.total, len(self.found))

    @property
    def words(self) -> tuple[str, ...]:
        """The free words of the query."""
        return self._words.words

    @property
    def places(self) -> tuple[str, ...]:
        """The words that letters are lit for: free ones, then those of phrases."""
        return (*self.words, *(word for phrase in self._query.phrases for word in phrase.words))

    def _free_words(self) -> None:
        self._close()
        if not self.found and (apart := self._apart()) != self.words:
            typed, self._words = self._words, self._interpreter(apart)
            self._close()
            if not self.found:
                self._words = typed
        for step in self._looser():
            # Nothing looser beside what was typed; nor, as that several words are near by chance
            # is not likely, beside quotes that have them all.
            verbatim = any(scored[0] == EXACT for scored in self.found.values())
            enough = ENOUGH if len(self.words) == 1 else 1
            if verbatim or len(self.found) >= enough:
                return
            step()
        for level in (ONE_EDIT, LEVELS[-1]):
            if not self.found and len(self.words) > 1:
                self._take([level] * len(self.words), LEVELS[-1], partly=True)

    def _interpreter(self, words: tuple[str, ...]) -> Interpreter:
        return Interpreter(
            words,
            self._query.phrases,
            self._conditions,
            self._quotes,
            self._meanings,
            self._narrowing,
            self._check,
        )

    def _looser(self) -> list[Callable[[], None]]:
        """What is tried after a letter that is wrong in one word: rather one word that is far off
        than several. Words that are all known are hardly so, nor because of one just begun."""
        levels = LEVELS[ONE_EDIT + 1 :]
        if len(self.words) == 1:
            return [partial(self._level, level) for level in levels]
        known = not self._words.unknown
        if known and len(self.words[-1]) <= _BEGUN:
            return []
        several = (ONE_EDIT,) if known else (ONE_EDIT, *levels)
        return [
            *(partial(self._alone, level) for level in levels),
            *(partial(self._level, level) for level in several),
        ]

    def _close(self) -> None:
        """The quotes that have all words, one misspelt by a letter at most."""
        for level in (EXACT, PREFIX):
            if len(self.found) < ENOUGH:
                self._level(level)
        if len(self.found) < ENOUGH:
            self._alone(ONE_EDIT)

    def _apart(self) -> tuple[str, ...]:
        """The words with those split that are two known words written together."""
        apart: list[str] = []
        vocabulary = self._quotes.vocabulary()
        for word in self.words:
            both = None if word in vocabulary else vocabulary.split(word)
            apart.extend(both or (word,))
        return tuple(apart[:MOST_WORDS])

    def _level(self, level: int) -> None:
        """Adds the quotes found at one level of looseness."""
        self._take([level] * len(self.words), level)

    def _alone(self, level: int) -> None:
        """Adds the quotes found if one word alone is taken so loosely, rather the last."""
        words = self._words
        unknown = words.unknown
        if len(unknown) > 1:
            return
        last = len(self.words) - 1
        for place in unknown or reversed(range(len(self.words))):
            # Beside quotes that have all words hardly one is wrong, unless it is still being typed
            # and there is only one other.
            enough = ENOUGH if place == last and last < 2 else 1
            if len(self.found) < enough and not words.is_plain(place):
                levels = [PREFIX] * len(self.words)
                levels[place] = level
                self._take(levels, level)

    def _take(self, levels: Sequence[int], level: int, *, partly: bool = False) -> None:
        """Adds the quotes found if each word is taken as loosely as its one of ``levels``."""
        meant = self._words.read(levels, narrow=not partly)
        choices = [meant.choice(place) for place in range(len(meant.words))]
        if not all(choices[len(self.words) if partly else 0 :]):
            return
        sizes = [self._quotes.size(choice) for choice in choices]
        if choices and not any(sizes):
            return
        if partly:
            rows = self._partly(choices, sizes)
        elif meant.narrowed:
            rows = self._among(meant.narrowed, choices[len(self.words) - 1], level)
        else:
            rows = self._rows(choices, level)
        if not rows:
            return
        meaning = self._meaning(meant, sizes)
        for number, position, line, literally in rows:
            if number in self.found:
                continue
            score = meaning.score(line, partly) if choices else 1.0
            if score:
                score += _LITERALLY * literally
                self.found[number] = level, score, position, meaning

    def _meaning(self, meant: Meant, sizes: Sequence[int]) -> Meaning:
        count = self._quotes.count
        weights = [
            log(1.5 + count / (1 + min(size, count))) * min(len(word), 8) ** 0.5
            for word, size in zip(self.places, sizes, strict=True)
        ]
        hits: dict[str, list[tuple[int, float]]] = {}
        for place, some in enumerate(meant.words):
            for word, fit in some.items():
                hits.setdefault(word, []).append((place, fit))
        return Meaning(dict(hits), weights, tuple(meant.begun.items()))

    def _partly(self, choices: Sequence[Choice], sizes: Sequence[int]) -> list[Candidate]:
        """Candidates that have only some of the words."""
        free = len(self.words)
        some: dict[str, None] = {}
        for each in self._rarest(choices[:free], sizes):
            longer = self._meanings.longer(each.begun) if each.begun else []
            some.update(dict.fromkeys((*each.words, *longer[:_FEW_LONGER])))
        return self._asked(Choice(tuple(some)), *choices[free:])

    def _among(self, few: Narrowed, choice: Choice, level: int) -> list[Candidate]:
        """Candidates among ``few`` quotes that have all but the last word."""
        rows = few.having(choice)
        self._note(len(rows), False)
        rows = self._nearest(rows, Phrase(self.words, begun=level > EXACT))
        return self._quotes.liked(rows, self._query.literal)

    def _rows(self, choices: Sequence[Choice], level: int) -> list[Candidate]:
        """Candidates that have all words."""
        if len(choices) == 1 and (level > EXACT or choices[0].begun):
            return self._one_by_one(choices[0])
        free = len(self.words)
        beside = Phrase(self.words, begun=level > EXACT) if free > 1 and level <= PREFIX else None
        rows = self._asked(*choices, beside=beside)
        if len(rows) < self._limit:
            return rows
        if beside:
            rows = self._nearest(rows, beside)
        if level == EXACT and self._query.literal:
            literally = replace(self._all_of(*choices), literally=True, looked_at=LOOKED_AT)
            rows += self._quotes.candidates(literally, self._limit)
        if free < 2 or beside:
            return rows
        likeliest = [Choice(each.words[:_LIKELIEST]) if each.words else each for each in choices]
        return self._asked(*likeliest) + rows

    def _nearest(self, rows: list[Candidate], beside: Phrase) -> list[Candidate]:
        """As many of ``rows`` as are ranked, first those with the words of ``beside`` together."""
        together = side_by_side(beside)
        if len(rows) > self._limit:
            rows.sort(key=lambda row: together not in row[2])
        return rows[: self._limit]

    def _rarest(self, choices: Sequence[Choice], sizes: Sequence[int]) -> list[Choice]:
        """Of ``choices`` those that not everything has; one at least."""
        order = sorted(range(len(choices)), key=lambda place: sizes[place] or self._quotes.count)
        most = 4 * self._limit
        return [choices[place] for at, place in enumerate(order) if not at or sizes[place] <= most]

    def _one_by_one(self, choice: Choice) -> list[Candidate]:
        """Quotes with one word, of whatever it may mean the likeliest first, so that a frequent
        meaning does not hide a rare one."""
        words = list(choice.words)
        longer = self._meanings.longer(choice.begun) if choice.begun else []
        if len(longer) <= _FEW_LONGER:
            words += longer
            longer = []
        share = max(ENOUGH, self._limit // max(1, len(words)))
        rows: list[Candidate] = []
        for word in words:
            self._check()
            rows += self._quotes.candidates(self._all_of(Choice((word,))), share)
            if len(rows) >= self._limit:
                break
        room = self._limit - len(rows)
        if longer and room > 0:
            rows += self._quotes.candidates(self._all_of(Choice((), choice.begun)), room)
        if len(rows) >= self._limit or len(words) > 1:
            self._check()
            self._note(*self._quotes.counted(self._all_of(choice), COUNTED))
        return rows

    def _asked(self, *choices: Choice, beside: Phrase | None = None) -> list[Candidate]:
        """The quotes that have all of ``choices`` and what else the query asks for."""
        self._check()
        asked = self._all_of(*choices)
        rows, counted, more = self._narrowing.gathered(asked, self._limit, COUNTED, beside)
        self._note(counted, more)
        return rows

    def _all_of(self, *choices: Choice) -> Asked:
        return self._conditions.with_choices(filter(None, choices))

    def _note(self, counted: int, more: bool) -> None:
        self.total = max(self.total, counted)
        self.more = self.more or more

    def _check(self) -> None:
        if not self._wanted():
            raise Superseded
