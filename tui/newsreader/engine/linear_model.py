"""Weights of a linear model, read from ``engine/data/``."""

from __future__ import annotations

import gzip
import json
import zlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from newsreader.errors import DataError

_FOLDER = Path(__file__).parent / "data"


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
    try:
        raw = json.loads(gzip.decompress((_FOLDER / f"{name}.json.gz").read_bytes()))
        return Model(
            _weights(raw["weights"]), [(x, y) for x, y in raw["calibration"]], raw["threshold"]
        )
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{name}.json.gz: {error}; reinstall newsreader") from error


def _weights(groups: dict[str, str]) -> dict[str, float]:
    """``groups`` maps a weight in hundredths to its features, one a line."""
    weights: dict[str, float] = {}
    for weight, features in groups.items():
        weights.update(dict.fromkeys(features.split("\n"), int(weight) / 100))
    return weights
