"""The places that a name may mean, with how likely each is before looking at the article."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import CAPITAL_CITY, FIRST_LEVEL, WELL_KNOWN, Entry, gazetteer
from newsreader.engine.wordlists import wordlist

MOST = 30  # candidates looked at for one name
_KIND_SCORES = {"country": 10.5, "continent": 10.5, "area": 8.0, "water": 7.5, "facility": 7.0}
_CAPITAL, _ALTERNATE, _SAME_NAME, _FAME = 1.5, 1.2, 1.5, 0.3
# A name that a large place has for its own is less likely an old or foreign one of another's.
_TAKEN, _LARGE, _PROMINENT = 1.5, 5.5, 1.0
# News in English names the states of these countries as it names cities; elsewhere a city of the
# same name is likelier.
STATES_KNOWN = frozenset(["US", "CA", "AU", "IN", "DE", "GB", "ES", "IT", "BR", "NG", "ET"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place and its prior: about the decimal logarithm of how much news there is of it."""

    entry: Entry
    prior: float


def candidates(text: str) -> tuple[Candidate, ...]:
    """What ``text`` may mean, most likely first; empty if the gazetteer does not know it.

    A word of direction before the name or of kind behind it is left off if need be: "Greater
    Manchester", "Kasai Province".
    """
    folded = fold(text)
    found = _candidates(folded, text.isupper())
    words = folded.split()
    if not found and len(words) > 1:
        if words[-1] in wordlist("region_words"):
            found = _candidates(" ".join(words[:-1]), False)
        elif words[0] in wordlist("direction_words"):
            found = _candidates(" ".join(words[1:]), False)
            found = tuple(c for c in found if c.entry.kind != "city" or c.prior > 5)
    return found


@lru_cache(maxsize=4096)
def _candidates(folded: str, capitals: bool) -> tuple[Candidate, ...]:
    found: list[tuple[Candidate, bool]] = []
    cities: dict[int | None, int] = {}
    own: dict[int | None, int] = {}
    prominent, favoured = wordlist("prominent_places"), False
    matches = gazetteer().find_folded(folded)
    taken = any(not m.alternate and _prior(gazetteer().entry(m.number)) > _LARGE for m in matches)
    for match in matches:
        if match.capitals and not capitals:
            continue
        entry = gazetteer().entry(match.number)
        penalty = 0.0
        if match.alternate and not match.capitals and entry.kind in ("city", "region"):
            penalty = _ALTERNATE + (_TAKEN if taken else 0.0)
        elif entry.kind == "city" and f"{folded} {entry.country}" in prominent and not favoured:
            penalty, favoured = -_PROMINENT, True  # the first is the largest of that country
        found.append((Candidate(entry, _prior(entry) - penalty), match.alternate))
        if entry.kind == "city":
            cities[entry.region] = max(cities.get(entry.region, 0), entry.population)
            if not match.alternate:
                own[entry.region] = max(own.get(entry.region, 0), entry.population)
    options = []
    for option, alternate in found:
        entry = option.entry
        if entry.kind == "region":
            rival = cities.get(entry.number, 0) > entry.population / 20
            if rival and own.get(entry.number, 0) > entry.population / 20:
                option = Candidate(entry, option.prior - _SAME_NAME)
            elif rival:  # the city is called so by some only
                option = Candidate(entry, option.prior - _SAME_NAME / (1 if alternate else 2))
        options.append(option)
    return tuple(sorted(options, key=lambda c: (-c.prior, c.entry.number))[:MOST])


def _prior(entry: Entry) -> float:
    fixed = _KIND_SCORES.get(entry.kind)
    if fixed is not None:
        return fixed
    people = math.log10(max(entry.population, 500))
    if entry.kind != "region":
        people += _FAME * math.log10(1 + entry.fame)
        return people + (_CAPITAL if entry.rank == CAPITAL_CITY else 0.0)
    if entry.rank >= WELL_KNOWN:
        return _KIND_SCORES["area"]
    if entry.rank < FIRST_LEVEL:
        return people - 1.0
    return people + (0.2 if entry.country in STATES_KNOWN else -0.7)
