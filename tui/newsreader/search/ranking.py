"""How well one quote fits a query: which words it has, how well each fits, and how they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from newsreader.search.folded import unfold

Hits = dict[str, Sequence[tuple[int, float]]]
"""For a word: which words of the query it may be, each with its fit from 0 to 1."""

_Needle = tuple[str, str]
"""What is looked for in a line: a word with spaces around, and that; or the beginning of one."""

_BESIDE, _NEAR, _TURNED = 1.0, 0.5, 0.6
_ORDER = 0.25
"""What words that all stand side by side in the query's order add to a score of at most 1."""
_PARTLY = 0.34
"""How much of the weight of a query a quote must have at least."""
_SHORT = 0.03
_SPEAKER = 0.99
"""A name found in the speaker weighs a little less than the same word in the quote."""
_FEW = 12
"""Words that are each looked for in a line without asking first which of them it has."""
_SHORT_LINE = 5_000
_LONGEST = 4000
"""Words of a quote of which it counts how they stand."""


def beginning_fit(typed: str, word: str) -> float:
    """How well a longer ``word`` fits what was ``typed`` of it."""
    return 0.8 + 0.15 * len(typed) / len(word)


class _Stand(NamedTuple):
    """What a quote has of a query: for each of its words the best fit in the quote and in the name
    of its speaker, 0 if none, and as bits its places in the quote, which has ``size`` words."""

    fits: list[float]
    named: list[float]
    places: list[int]
    size: int


@dataclass(slots=True)
class Meaning:
    """A query as words of the vocabulary: what each word may be, and its weight (rare is more).

    ``begun`` are words of the query, with their places, that any longer word may be.
    """

    hits: Hits
    weights: Sequence[float]
    begun: Sequence[tuple[int, str]] = ()
    _met: Hits = field(init=False)
    _begun: tuple[str, ...] = field(init=False)
    _begun_needles: Sequence[_Needle] = field(init=False)
    _needles: Sequence[_Needle] | None = field(init=False)

    def __post_init__(self) -> None:
        self._begun = tuple(typed for _, typed in self.begun)
        # What is only begun may be a word as well.
        self._met = {word: self._extended(word) for word in self.hits} if self.begun else self.hits
        self._begun_needles = [(f" {typed}", "") for typed in self._begun]
        self._needles = None
        if len(self.hits) + len(self._begun) <= _FEW:
            self._needles = [*_needles(self.hits), *self._begun_needles]

    def hits_of(self, word: str) -> Sequence[tuple[int, float]]:
        """Which words of the query ``word`` may be, each with its fit."""
        met = self._met.get(word)
        if met is None:
            met = self._extended(word) if word.startswith(self._begun) else ()
            if met:
                self._met[word] = met
        return met

    def met(self, words: Collection[str]) -> set[str]:
        """Those of ``words`` that may be words of the query."""
        met = self._met.keys() & words
        for typed in self._begun:
            met.update([word for word in words if word.startswith(typed)])
        return met

    def _extended(self, word: str) -> Sequence[tuple[int, float]]:
        met = self.hits.get(word, ())
        for place, typed in self.begun:
            if word.startswith(typed) and all(place != other for other, _ in met):
                met = (*met, (place, beginning_fit(typed, word)))
        return met

    def score(self, line: str, partly: bool) -> float:
        """A score from 0 (not a match) to about 1.3 for the folded ``line`` of a quote. ``partly``
        accepts one that lacks some of the words, if not the rare ones."""
        sought = len(line) < _SHORT_LINE
        fits, named, places, size = self._sought(line) if sought else self._gone_through(line)
        if min(fits) < _SPEAKER and any(named):
            fits = [max(fit, name * _SPEAKER) for fit, name in zip(fits, named, strict=True)]
        total = had = worth = 0.0
        for fit, weight in zip(fits, self.weights, strict=True):
            total += weight
            worth += weight * fit
            if fit:
                had += weight
            elif not partly:
                return 0.0
        if had < total * _PARTLY:
            return 0.0
        short = _SHORT * len(places) / max(size, len(places)) if any(places) else 0.0
        return worth / total + _ORDER * _standing(places) + short

    def _sought(self, line: str) -> _Stand:
        """Looks for each of a few words, or of those that there are."""
        needles = self._needles
        if needles is None:
            needles = [*_needles(self._met.keys() & line.split(" ")), *self._begun_needles]
        words_end = line.find("\n")
        forms_end = line.find("\n", words_end + 1)
        end = line.find("\n", forms_end + 1) % (len(line) + 1)  # or that of the line
        stand = self._nothing(line.count(" ", 0, words_end) - 1)
        fits, named, places, _ = stand
        for needle, word in needles:
            at = line.find(needle)
            while 0 <= at < end:
                found = word or line[at + 1 : line.find(" ", at + 1)]
                best = fits if at < forms_end else named
                bit = 1 << line.count(" ", 0, at) if at < words_end else 0
                for place, fit in self.hits_of(found):
                    if fit > best[place]:
                        best[place] = fit
                    places[place] |= bit
                at = line.find(needle, at + len(needle) - 1)
        return stand

    def _gone_through(self, line: str) -> _Stand:
        """Looks at each word of the quote."""
        words, forms, speaker = unfold(line)
        met, begun = self._met, self._begun
        stand = self._nothing(len(words))
        fits, named, places, _ = stand
        self._note(forms, fits)
        self._note(speaker, named)
        if begun:
            hits = [at for at, word in enumerate(words) if word in met or word.startswith(begun)]
        else:
            hits = [at for at, word in enumerate(words) if word in met]
        for at in hits:
            for place, fit in self.hits_of(words[at]):
                if fit > fits[place]:
                    fits[place] = fit
                if at < _LONGEST:
                    places[place] |= 1 << at
        return stand

    def _nothing(self, size: int) -> _Stand:
        count = len(self.weights)
        return _Stand([0.0] * count, [0.0] * count, [0] * count, size)

    def _note(self, words: Sequence[str], fits: list[float]) -> None:
        for word in words:
            for place, fit in self.hits_of(word):
                if fit > fits[place]:
                    fits[place] = fit


def _needles(words: Iterable[str]) -> list[_Needle]:
    return [(f" {word} ", word) for word in words]


def _standing(masks: Sequence[int]) -> float:
    """From 0 to 1: how much the words stand side by side in order. A bit is a place in the text."""
    if len(masks) < 2:
        return 1.0
    worth = 0.0
    for first, second in pairwise(masks):
        if not first or not second:
            continue
        if (first << 1) & second:
            worth += _BESIDE
        elif (first >> 1) & second:
            worth += _TURNED
        elif (first << 2 | first << 3 | first >> 2 | first >> 3) & second:
            worth += _NEAR
    return worth / (len(masks) - 1)
