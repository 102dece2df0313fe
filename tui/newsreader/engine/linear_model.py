"""Weights of a linear model, read from ``engine/data/``."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from newsreader.engine.fitted import read_fitted


class Model(NamedTuple):
    """``weights`` of features; ``calibration`` holds (raw probability, share that was right)
    pairs, both rising; ``threshold`` is the least raw probability worth reporting."""

    weights: dict[str, float]
    calibration: list[tuple[float, float]]
    threshold: float

    def score(self, features: list[str]) -> float:
        """The sum of the features' weights; an unknown feature weighs nothing."""
        return sum(filter(None, map(self.weights.get, features)))

    def calibrated(self, probability: float) -> float:
        """The share of decisions of this raw probability that were right in training."""
        low_x, low_y = 0.0, 0.0
        for x, y in self.calibration:
            if probability <= x:
                return low_y + (y - low_y) * (probability - low_x) / max(x - low_x, 1e-9)
            low_x, low_y = x, y
        return low_y or probability


@lru_cache(maxsize=4)
def load_model(name: str) -> Model:
    """``data/NAME.json.gz``, written by ``training/``.

    Raises:
        DataError: the file is missing or damaged.
    """
    return read_fitted(name, _model)


def _model(raw: dict[str, Any]) -> Model:
    table = [(x, y) for x, y in raw["calibration"]]
    return Model(_weights(raw["weights"]), table, raw["threshold"])


def _weights(groups: dict[str, str]) -> dict[str, float]:
    """``groups`` maps a weight in hundredths to its features, one a line."""
    weights: dict[str, float] = {}
    for weight, features in groups.items():
        weights.update(dict.fromkeys(features.split("\n"), int(weight) / 100))
    return weights
