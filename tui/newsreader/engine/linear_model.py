"""Weights of a linear model, read from ``engine/data/``.

An article asks for a few hundred of tens of thousands of weights, so they stay packed: a table of
buckets by the hash of a feature, without its text. Behind the facts of the file (``buckets``, a
power of two, ``features``, ``calibration`` and ``threshold``) stand

    begins     u16, ``buckets`` + 1: where each bucket's features begin
    checks     u32, one a feature: the rest of its hash
    weights    i16, one a feature, in hundredths
"""

from __future__ import annotations

import struct
from binascii import crc32, crc_hqx
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from newsreader.engine.fitted import pack_fitted, read_fitted

_MOST = 1 << 16
"""Features remembered before the unknown ones among them are forgotten."""
_PER_BUCKET = 8
_WIDTH = 4  # bytes of a check
_WEIGHT = struct.Struct("<h")


class Weights(dict[str, float]):
    """The weight of any feature, zero where it is unknown; what was asked for is remembered."""

    __slots__ = ("_begins", "_checks", "_mask", "_packed")

    def __init__(self, facts: Mapping[str, Any], packed: memoryview) -> None:
        buckets, features = facts["buckets"], facts["features"]
        begins = _begins(buckets)
        checks = begins.size + _WIDTH * features
        if len(packed) != checks + _WEIGHT.size * features:
            raise ValueError("a weight is not whole")
        self._mask = buckets - 1
        self._begins = begins.unpack_from(packed)
        self._checks = packed[begins.size : checks].tobytes()
        self._packed = packed[checks:]

    def __missing__(self, feature: str) -> float:
        bucket, check = _hashed(feature, self._mask)
        end = self._begins[bucket + 1] * _WIDTH
        at = self._checks.find(check, self._begins[bucket] * _WIDTH, end)
        while at >= 0 and at % _WIDTH:
            at = self._checks.find(check, at + 1, end)
        if at >= 0:
            weight: float = _WEIGHT.unpack_from(self._packed, at // 2)[0] / 100
        else:
            weight = 0.0
        if len(self) >= _MOST:
            self._forget()
        self[feature] = weight
        return weight

    def _forget(self) -> None:
        """Drops the unknown features, of which there is no end."""
        known = [one for one in self.items() if one[1]]
        self.clear()
        self.update(known)


class Model(NamedTuple):
    """``weights`` of features, of which any may be asked for; ``calibration`` holds (raw
    probability, share that was right) pairs, both rising; ``threshold`` is the least raw
    probability worth reporting."""

    weights: dict[str, float]
    calibration: list[tuple[float, float]]
    threshold: float

    def score(self, features: list[str]) -> float:
        """The sum of the features' weights; an unknown feature weighs nothing."""
        return sum(map(self.weights.__getitem__, features))

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
    """``data/NAME.bin``, written by ``training/``.

    Raises:
        DataError: the file is missing or damaged.
    """
    return read_fitted(name, _model)


def pack_model(
    hundredths: Mapping[str, int], calibration: list[tuple[float, float]], threshold: float
) -> bytes:
    """The bytes of the file that ``load_model`` reads, of weights in hundredths.

    Raises:
        ValueError: two features have the same hash.
        struct.error: there are too many features, or a weight is too large.
    """
    buckets = 1 << (len(hundredths) // _PER_BUCKET).bit_length()
    rows = sorted(
        (*_hashed(feature, buckets - 1), weight) for feature, weight in hundredths.items()
    )
    if len({row[:2] for row in rows}) < len(rows):
        raise ValueError("two features have the same hash")
    sizes = [0] * (buckets + 1)
    for bucket, _, _ in rows:
        sizes[bucket + 1] += 1
    facts = {
        "buckets": buckets,
        "features": len(rows),
        "calibration": calibration,
        "threshold": threshold,
    }
    begins = _begins(buckets).pack(*accumulate(sizes))
    checks = b"".join(check for _, check, _ in rows)
    weights = b"".join(_WEIGHT.pack(weight) for _, _, weight in rows)
    return pack_fitted(facts, begins + checks + weights)


def _hashed(feature: str, mask: int) -> tuple[int, bytes]:
    """The bucket of a feature and its check."""
    encoded = feature.encode("utf-8", "surrogatepass")
    return crc_hqx(encoded, 0) & mask, crc32(encoded).to_bytes(_WIDTH, "little")


def _begins(buckets: int) -> struct.Struct:
    return struct.Struct(f"<{buckets + 1}H")


def _model(facts: dict[str, Any], packed: memoryview) -> Model:
    table = [(x, y) for x, y in facts["calibration"]]
    return Model(Weights(facts, packed), table, facts["threshold"])
