"""How well one quote fits a query: which words it has, how well each fits, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Hits = dict[int, list[tuple[int, float]]]
"""For the number of a word: which words of the query it may be, each with its fit from 0 to 1."""

_BESIDE, _NEAR, _TURNED = 1.0, 0.5, 0.6
_ORDER = 0.25
"""What words that all stand side by side in the query's order add to a score of at most 1."""
_PARTLY = 0.34
"""How much of the weight of a query a quote must have at least."""
_SHORT = 0.03
_SPEAKER = 0.97
"""A name found in the speaker weighs a little less than the same word in the quote."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A query as words of the vocabulary: what each word may be, and its weight (rare is more)."""

    hits: Hits
    weights: Sequence[float]

    def fits_of(self, numbers: Sequence[int]) -> list[float]:
        """For each word of the query its best fit among the words ``numbers``, 0 if none."""
        fits = [0.0] * len(self.weights)
        for number in numbers:
            for place, fit in self.hits.get(number, ()):
                if fit > fits[place]:
                    fits[place] = fit
        return fits

    def score(
        self, numbers: Sequence[int], forms_at: int, speaker: Sequence[float], partly: bool
    ) -> float:
        """A score from 0 (not a match) to about 1.3.

        ``numbers`` are the words of the quote in order; from ``forms_at`` on, other forms of some
        of them, which stand beside nothing. ``speaker`` holds the fits of the speaker's name.
        ``partly`` accepts a quote that lacks some of the words, if not the rare ones.
        """
        fits = [0.0] * len(self.weights)
        masks = [0] * len(self.weights)
        hits = self.hits
        for at, number in enumerate(numbers):
            found = hits.get(number)
            if found is None:
                continue
            for place, fit in found:
                if fit > fits[place]:
                    fits[place] = fit
                masks[place] |= 1 << at
        total = had = worth = 0.0
        for place, weight in enumerate(self.weights):
            fit = max(fits[place], speaker[place] * _SPEAKER)
            total += weight
            worth += weight * fit
            if fit:
                had += weight
            elif not partly:
                return 0.0
        if had < total * _PARTLY:
            return 0.0
        size = len(numbers)
        short = _SHORT * len(masks) / max(size, len(masks)) if any(masks) else 0.0
        return worth / total + _ORDER * _standing(masks, forms_at) + short


def _standing(masks: Sequence[int], forms_at: int) -> float:
    """From 0 to 1: how much the words stand side by side in order. A bit is a place in the text."""
    if len(masks) < 2:
        return 1.0
    text = (1 << forms_at) - 1
    worth = 0.0
    for first, second in pairwise(masks):
        first &= text
        second &= text
        if not first or not second:
            continue
        if (first << 1) & second:
            worth += _BESIDE
        elif (first >> 1) & second:
            worth += _TURNED
        elif (first << 2 | first << 3 | first >> 2 | first >> 3) & second:
            worth += _NEAR
    return worth / (len(masks) - 1)
