"""How well one quote fits a query: which words it has, how well each fits, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Hits = dict[str, Sequence[tuple[int, float]]]
"""For a word: which words of the query it may be, each with its fit from 0 to 1."""

_BESIDE, _NEAR, _TURNED = 1.0, 0.5, 0.6
_ORDER = 0.25
"""What words that all stand side by side in the query's order add to a score of at most 1."""
_PARTLY = 0.34
"""How much of the weight of a query a quote must have at least."""
_SHORT = 0.03
_SPEAKER = 0.99
"""A name found in the speaker weighs a little less than the same word in the quote."""
_LONGEST = 4000
"""Words of a quote of which it counts how they stand."""


def beginning_fit(typed: str, word: str) -> float:
    """How well a longer ``word`` fits what was ``typed`` of it."""
    return 0.8 + 0.15 * len(typed) / len(word)


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

    def __post_init__(self) -> None:
        self._begun = tuple(typed for _, typed in self.begun)
        # What is only begun may be a word as well.
        self._met = {word: self._extended(word) for word in self.hits} if self.begun else self.hits

    def hits_of(self, word: str) -> Sequence[tuple[int, float]]:
        """Which words of the query ``word`` may be, each with its fit."""
        met = self._met.get(word)
        if met is None:
            met = self._extended(word) if word.startswith(self._begun) else ()
            if met:
                self._met[word] = met
        return met

    def _extended(self, word: str) -> Sequence[tuple[int, float]]:
        met = self.hits.get(word, ())
        for place, typed in self.begun:
            if word.startswith(typed) and all(place != other for other, _ in met):
                met = (*met, (place, beginning_fit(typed, word)))
        return met

    def fits_of(self, words: Sequence[str]) -> list[float]:
        """For each word of the query its best fit among ``words``, 0 if none."""
        fits = [0.0] * len(self.weights)
        for word in words:
            for place, fit in self.hits_of(word):
                if fit > fits[place]:
                    fits[place] = fit
        return fits

    def score(
        self, words: Sequence[str], forms: Sequence[str], speaker: Sequence[str], partly: bool
    ) -> float:
        """A score from 0 (not a match) to about 1.3.

        ``words`` are the words of the quote in order; ``forms`` other forms of some of them, which
        stand beside nothing; ``speaker`` the words of the speaker's name. ``partly`` accepts a
        quote that lacks some of the words, if not the rare ones.
        """
        fits = self.fits_of(forms) if forms else [0.0] * len(self.weights)
        masks = [0] * len(fits)
        met, begun = self._met, self._begun
        if begun:
            hits = [at for at, word in enumerate(words) if word in met or word.startswith(begun)]
        else:
            hits = [at for at, word in enumerate(words) if word in met]
        for at in hits:
            for place, fit in met.get(words[at]) or self.hits_of(words[at]):
                if fit > fits[place]:
                    fits[place] = fit
                if at < _LONGEST:
                    masks[place] |= 1 << at
        if speaker and min(fits) < _SPEAKER:
            named = self.fits_of(speaker)
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
        short = _SHORT * len(masks) / max(len(words), len(masks)) if any(masks) else 0.0
        return worth / total + _ORDER * _standing(masks) + short


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
