"""Which place each mention means, by population, containment and the rest of the article."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import pairwise

from newsreader.engine.demonyms import demonyms
from newsreader.engine.document import Document
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import Entry
from newsreader.engine.place_candidates import Candidate, candidates
from newsreader.engine.place_mentions import Mention

_ROUNDS = 2
_POINTS = 40  # places whose distance counts
_NEAR = 250.0  # kilometres
_COUNTRY, _REGION, _NEARBY, _CONTAINED = 2.5, 2.0, 1.5, 8.0
_DOUBTFUL = 3.9  # the least that a small place must score without other evidence


def resolve(doc: Document, mentions: list[Mention]) -> list[int | None]:
    """For each mention the number of its place in the gazetteer, or ``None``."""
    groups: dict[str, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        groups[fold(mention.text)].append(i)
    choices = {key: candidates(mentions[group[0]].text) for key, group in groups.items()}
    contained = _containers(doc, mentions, choices)
    weights = {key: min(len(group), 5) for key, group in groups.items()}
    people = _nationalities(doc)
    chosen: dict[str, Candidate] = {
        key: _best(options, contained.get(key), Counter(), Counter(), [], key)
        for key, options in choices.items()
        if options
    }
    for _ in range(_ROUNDS):
        countries, regions, points = _context(chosen, weights, people)
        chosen = {
            key: _best(options, contained.get(key), countries, regions, points, key)
            for key, options in choices.items()
            if options
        }
    countries, regions, points = _context(chosen, weights, people)
    numbers: dict[str, int] = {}
    for key, candidate in chosen.items():
        score = _score(candidate, contained.get(key), countries, regions, points, key)
        if score >= _DOUBTFUL:
            numbers[key] = candidate.entry.number
    return [numbers.get(fold(m.text)) for m in mentions]


def _nationalities(doc: Document) -> Counter[str]:
    words = demonyms()
    found: Counter[str] = Counter()
    for word in doc.words:
        if word[0].isupper():
            code = words.get(word.lower())
            if code:
                found[code] += 1
    return found


_Points = list[tuple[str, float, float, float]]


def _context(
    chosen: dict[str, Candidate], weights: dict[str, int], people: Counter[str]
) -> tuple[Counter[str], Counter[int], _Points]:
    countries: Counter[str] = Counter({code: min(n, 5) for code, n in people.items()})
    regions: Counter[int] = Counter()
    points: _Points = []
    for key, candidate in chosen.items():
        entry, weight = candidate.entry, weights[key]
        if entry.country:
            countries[entry.country] += weight
        if entry.region is not None:
            regions[entry.region] += weight
        if entry.kind in ("city", "district", "region", "facility"):
            points.append((key, entry.latitude, entry.longitude, weight))
    points.sort(key=lambda p: -p[3])
    return countries, regions, points[:_POINTS]


def _score(
    candidate: Candidate,
    container: Entry | None,
    countries: Counter[str],
    regions: Counter[int],
    points: _Points,
    key: str,
) -> float:
    entry = candidate.entry
    score = candidate.prior
    if container is not None and inside(entry, container):
        score += _CONTAINED
    total = sum(countries.values())
    if total and entry.country:
        score += _COUNTRY * countries[entry.country] / total
    if entry.region is not None and entry.kind != "country":
        total = sum(regions.values())
        if total:
            score += _REGION * regions[entry.region] / total
    near = 0.0
    for other, latitude, longitude, weight in points:
        if other != key:
            near += weight * math.exp(
                -distance(entry.latitude, entry.longitude, latitude, longitude) / _NEAR
            )
    if entry.kind in ("city", "district", "region"):
        score += _NEARBY * min(1.0, near / 3)
    return score


def _best(
    options: tuple[Candidate, ...],
    container: Entry | None,
    countries: Counter[str],
    regions: Counter[int],
    points: _Points,
    key: str,
) -> Candidate:
    return max(
        options,
        key=lambda c: (
            _score(c, container, countries, regions, points, key),
            -c.entry.number,
        ),
    )


def _containers(
    doc: Document, mentions: list[Mention], choices: dict[str, tuple[Candidate, ...]]
) -> dict[str, Entry]:
    """From a folded name to the region or country that the text puts right behind it."""
    found: dict[str, Entry] = {}
    for mention, following in pairwise(mentions):
        between = doc.text[mention.end : following.start]
        if between.strip() not in (",", "(", ", in") or "\n\n" in between:
            continue
        inner, outer = fold(mention.text), fold(following.text)
        if inner in found:
            continue
        for option in choices.get(outer, ()):
            entry = option.entry
            if entry.kind in ("country", "region", "area") and any(
                inside(c.entry, entry) for c in choices.get(inner, ())
            ):
                found[inner] = entry
                break
    return found


def inside(inner: Entry, outer: Entry) -> bool:
    """Whether one place lies in another, as far as the gazetteer tells."""
    if inner.number == outer.number or inner.kind == "country":
        return False
    if outer.kind == "country":
        return inner.country == outer.country
    if outer.kind == "region" and outer.rank == 2:
        return inner.region == outer.number
    return (
        outer.kind in ("region", "area")
        and inner.country == outer.country
        and distance(inner.latitude, inner.longitude, outer.latitude, outer.longitude) < 100
    )


def distance(a: float, b: float, c: float, d: float) -> float:
    """Great-circle distance in kilometres, close enough for comparing (equirectangular)."""
    x = math.radians(((d - b + 180) % 360) - 180) * math.cos(math.radians((a + c) / 2))
    return 6371.0 * math.hypot(x, math.radians(c - a))
