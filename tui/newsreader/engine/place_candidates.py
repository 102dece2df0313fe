"""The places that a name may mean, with how likely each is before looking at the article."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import Entry, gazetteer

MOST = 40  # candidates looked at for one name
_KIND_SCORES = {"country": 9.0, "continent": 9.0, "area": 8.0, "water": 7.5, "facility": 7.0}
_CAPITAL, _ALTERNATE, _SAME_NAME = 1.5, 1.2, 1.5
_STRIPPED = ("the ", "northern ", "southern ", "eastern ", "western ", "central ", "greater ")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place and its prior: about the logarithm of how much news there is of it."""

    entry: Entry
    prior: float


def candidates(text: str) -> tuple[Candidate, ...]:
    """What ``text`` may mean, most likely first; empty if the gazetteer does not know it."""
    folded = fold(text)
    found = _candidates(folded, text.isupper())
    for prefix in _STRIPPED:
        if not found and folded.startswith(prefix):
            found = _candidates(folded[len(prefix) :], False)
    return found


@lru_cache(maxsize=4096)
def _candidates(folded: str, capitals: bool) -> tuple[Candidate, ...]:
    found: list[Candidate] = []
    cities: dict[str | None, int] = {}
    matches = gazetteer().find_folded(folded)
    for match in matches[:MOST]:
        if match.capitals and not capitals:
            continue
        entry = gazetteer().entry(match.number)
        penalty = 0.0
        if match.alternate and not match.capitals and entry.kind in ("city", "region"):
            penalty = _ALTERNATE
        found.append(Candidate(entry, _prior(entry) - penalty))
        if entry.kind == "city":
            cities[entry.country] = max(cities.get(entry.country, 0), entry.population)
    found = [
        Candidate(c.entry, c.prior - _SAME_NAME)
        if c.entry.kind == "region" and cities.get(c.entry.country, 0) > c.entry.population / 20
        else c
        for c in found
    ]
    return tuple(sorted(found, key=lambda c: (-c.prior, c.entry.number)))


def _prior(entry: Entry) -> float:
    fixed = _KIND_SCORES.get(entry.kind)
    if fixed is not None:
        return fixed
    people = math.log10(max(entry.population, 500))
    if entry.kind == "region":
        return people + (0.2 if entry.rank == 2 else -1.0)
    return people + (_CAPITAL if entry.rank == 1 else 0.0)
