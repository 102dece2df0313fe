"""Ranks the options of a quotation: a linear model first, then trees among the few that it leaves.

What is clear stays as the linear model has it; the trees are asked only where it wavers.
"""

from __future__ import annotations

from math import exp, log
from typing import NamedTuple

from newsreader.engine.attribution_features import QuoteFacts
from newsreader.engine.attribution_numbers import Numbers, Row
from newsreader.engine.attribution_reading import Option, Reading
from newsreader.engine.linear_model import Model
from newsreader.engine.trees import Trees

_CLEAR = 0.98
_MOST, _LEAST = 4, 0.01


class Doubt(NamedTuple):
    """The options worth a second look, best first, with their numbers."""

    order: list[int]
    rows: list[Row]


class Ranker:
    """Ranks the quotations of one reading in text order."""

    def __init__(self, reading: Reading, model: Model, trees: Trees | None) -> None:
        self.reading = reading
        self.model = model
        self.trees = trees
        self._numbers = Numbers(reading)

    def choose(self, index: int, facts: QuoteFacts, options: list[Option]) -> tuple[int, Row]:
        """The index of the best option, and the raw probabilities of all."""
        shares = self.shares(options)
        doubt = self.doubt(index, facts, options, shares)
        if doubt is not None and self.trees is not None:
            scores = [
                self.trees.scale * log(shares[i]) + self.trees.score(row)
                for i, row in zip(doubt.order, doubt.rows, strict=True)
            ]
            again = softmax(scores)
            shares = [0.0] * len(options)
            for i, share in zip(doubt.order, again, strict=True):
                shares[i] = share
        return max(range(len(shares)), key=shares.__getitem__), shares

    def shares(self, options: list[Option]) -> Row:
        """The probabilities of the options by the linear model alone."""
        return softmax([self.model.score(option.features) for option in options])

    def doubt(
        self, index: int, facts: QuoteFacts, options: list[Option], shares: Row
    ) -> Doubt | None:
        """What the trees are to look at; ``None`` if one option is clear."""
        order = sorted(range(len(options)), key=shares.__getitem__, reverse=True)
        if len(order) < 2 or shares[order[0]] >= _CLEAR:
            return None
        kept = [i for i in order[2:_MOST] if shares[i] >= _LEAST]
        order = [*order[:2], *kept]
        return Doubt(order, self._numbers.rows(index, facts, options, shares, order))


def softmax(scores: Row) -> Row:
    """Probabilities in proportion to the exponentials of ``scores``."""
    top = max(scores)
    exps = [exp(score - top) for score in scores]
    total = sum(exps)
    return [e / total for e in exps]
