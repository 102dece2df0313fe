"""One search: from what the words mean exactly to what they may mean, only as far as needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import log
from typing import Final

from newsreader.search.asking import Asked, Choice
from newsreader.search.conditions import conditions
from newsreader.search.folded import unfold
from newsreader.search.matches import COUNTED, RANKED, Superseded
from newsreader.search.meanings import EXACT, LEVELS, ONE_EDIT, PREFIX, Meanings
from newsreader.search.query import MOST_WORDS, Phrase, Query
from newsreader.search.ranking import Meaning
from newsreader.search.store import LOOKED_AT, Candidate, Store

ENOUGH: Final = 10
"""Found quotes with which a search does not go on to looser meanings."""

_FEW_LONGER: Final = 24
"""Words up to which a beginning is looked for word by word, the likeliest first."""
_LIKELIEST: Final = 6
"""Meanings of each word that are looked at alone where all together find too much."""
_COMMON: Final = 100
"""Quotes that a common word is in: at least so many, and one in so many."""
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
        limit: int,
        wanted: Callable[[], bool],
        *,
        chosen: bool,
    ) -> None:
        self._query = query
        self._quotes = quotes
        self._meanings = meanings
        self._limit = max(limit, RANKED)
        self._wanted = wanted
        self._conditions = conditions(query, quotes)
        self._chosen = chosen
        self.words = query.words
        self.found: dict[int, Scored] = {}
        self.total = 0
        self.more = False

    def run(self) -> None:
        """Fills ``found`` with numbers of quotes, and ``total``."""
        if self._conditions is None:
            return
        if not self.words:
            self._level(EXACT)
        else:
            self._free_words()
        self.total = max(self.total, len(self.found))

    @property
    def places(self) -> tuple[str, ...]:
        """The words that letters are lit for: free ones, then those of phrases."""
        return (*self.words, *(word for phrase in self._query.phrases for word in phrase.words))

    def _free_words(self) -> None:
        self._close()
        if not self.found and (apart := self._apart()) != self.words:
            typed, self.words = self.words, apart
            self._close()
            if not self.found:
                self.words = typed
        for level in LEVELS[ONE_EDIT + 1 :]:
            verbatim = any(scored[0] == EXACT for scored in self.found.values())
            # That several words are near by chance is not likely.
            enough = ENOUGH if len(self.words) == 1 else 1
            if verbatim or len(self.found) >= enough:
                return
            self._level(level)
        if not self.found and len(self.words) > 1:
            self._level(LEVELS[-1], partly=True)

    def _close(self) -> None:
        """The quotes that have all words, misspelt by a letter at most."""
        for level in (EXACT, PREFIX, ONE_EDIT):
            if len(self.found) < ENOUGH:
                self._level(level)

    def _apart(self) -> tuple[str, ...]:
        """The words with those split that are two known words written together."""
        apart: list[str] = []
        vocabulary = self._quotes.vocabulary()
        for word in self.words:
            both = None if word in vocabulary else vocabulary.split(word)
            apart.extend(both or (word,))
        return tuple(apart[:MOST_WORDS])

    def _level(self, level: int, *, partly: bool = False) -> None:
        """Adds the quotes found at one level of looseness."""
        meant, begun = self._meant(level)
        needed = range(len(self.words) if partly else 0, len(meant))
        if any(not meant[place] and place not in begun for place in needed):
            return
        choices = [Choice(tuple(some), begun.get(place, "")) for place, some in enumerate(meant)]
        sizes = [self._quotes.size(choice) for choice in choices]
        if meant and not any(sizes):
            return
        rows = self._rows(choices, level, sizes if partly else ())
        meaning = self._meaning(meant, begun, sizes)
        for number, position, line, literally in rows:
            if number in self.found:
                continue
            words, forms, speaker = unfold(line)
            score = meaning.score(words, forms, speaker, partly) if meant else 1.0
            if score:
                score += _LITERALLY * literally
                self.found[number] = level, score, position, meaning

    def _meant(self, level: int) -> tuple[list[dict[str, float]], dict[int, str]]:
        """For each word what it may mean, and which of them, by place, may be only begun."""
        meant: list[dict[str, float]] = []
        begun: dict[int, str] = {}
        joined = self._joined() if level > EXACT else {}
        for place, word in enumerate(self.words):
            self._check()
            followed = place < len(self.words) - 1
            plain = len(self.words) > 1 and self._is_plain(word, followed)
            some = self._meanings.of(word, EXACT if plain else level, begun=not followed)
            meant.append({**joined.get(place, {}), **some})
            if level >= PREFIX and not (plain and followed) and self._meanings.longer(word):
                begun[place] = word
        for phrase in self._query.phrases:
            for at, word in enumerate(phrase.words):
                if phrase.begun and at == len(phrase.words) - 1 and self._meanings.longer(word):
                    begun[len(meant)] = word
                meant.append(self._meanings.of(word, EXACT))
        return meant, begun

    def _is_plain(self, word: str, followed: bool) -> bool:
        """Whether a word among others means itself: a letter that is ``followed`` by words is not
        the beginning of one, and what everybody says is not misspelt."""
        count = self._quotes.vocabulary().count(word)
        common = count >= max(_COMMON, self._quotes.count // _COMMON)
        return common or (count > 0 and followed and len(word) == 1)

    def _joined(self) -> dict[int, dict[str, float]]:
        """For the places of neighbours that are known as one word, as ``land bridge`` may be
        ``landbridge``, that word."""
        joined: dict[int, dict[str, float]] = {}
        vocabulary = self._quotes.vocabulary()
        for place in range(len(self.words) - 1):
            both = self.words[place] + self.words[place + 1]
            if both in vocabulary:
                joined[place] = {**joined.get(place, {}), both: 0.9}
                joined[place + 1] = {both: 0.9}
        return joined

    def _meaning(
        self, meant: Sequence[dict[str, float]], begun: dict[int, str], sizes: Sequence[int]
    ) -> Meaning:
        count = self._quotes.count
        weights = [
            log(1.5 + count / (1 + min(size, count))) * min(len(word), 8) ** 0.5
            for word, size in zip(self.places, sizes, strict=True)
        ]
        hits: dict[str, list[tuple[int, float]]] = {}
        for place, some in enumerate(meant):
            for word, fit in some.items():
                hits.setdefault(word, []).append((place, fit))
        return Meaning(dict(hits), weights, tuple(begun.items()))

    def _rows(self, choices: Sequence[Choice], level: int, sizes: Sequence[int]) -> list[Candidate]:
        """Candidates; with ``sizes`` of the words also those that have only some of them."""
        if len(choices) == 1 and (level > EXACT or choices[0].begun):
            return self._one_by_one(choices[0])
        free = len(self.words)
        if sizes:
            some: dict[str, None] = {}
            for each in self._rarest(choices[:free], sizes):
                longer = self._meanings.longer(each.begun) if each.begun else []
                some.update(dict.fromkeys((*each.words, *longer[:_FEW_LONGER])))
            return self._asked(Choice(tuple(some)), *choices[free:])
        beside = Phrase(self.words, begun=level > EXACT) if free > 1 and level <= PREFIX else None
        rows = self._asked(*choices, beside=beside)
        if len(rows) < self._limit:
            return rows
        if level == EXACT and self._query.literal:
            literally = replace(self._all_of(*choices), literally=True, looked_at=LOOKED_AT)
            rows += self._quotes.candidates(literally, self._limit)
        if free < 2 or beside:
            return rows
        likeliest = [Choice(each.words[:_LIKELIEST]) if each.words else each for each in choices]
        return self._asked(*likeliest) + rows

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
        rows, counted, more = self._quotes.gathered(asked, self._limit, COUNTED, beside)
        self._note(counted, more)
        return rows

    def _all_of(self, *choices: Choice) -> Asked:
        assert self._conditions is not None
        kept = (*filter(None, choices), *self._conditions.choices)
        return replace(self._conditions, choices=kept, chosen=self._chosen, looked_at=_BROWSED)

    def _note(self, counted: int, more: bool) -> None:
        self.total = max(self.total, counted)
        self.more = self.more or more

    def _check(self) -> None:
        if not self._wanted():
            raise Superseded
