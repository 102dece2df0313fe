"""Stage 7: the places an article speaks of, each once, resolved to a point on the map."""

from __future__ import annotations

from collections import defaultdict

from newsreader.article import Place, PlaceKind, Span
from newsreader.engine.document import Document, Name
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import gazetteer
from newsreader.engine.place_mentions import Mention, find_mentions
from newsreader.engine.place_resolution import resolve
from newsreader.engine.wordlists import wordlist


def find_places(doc: Document, names: list[Name]) -> tuple[Place, ...]:
    """The places of an article, most mentioned first, then in text order; a place that goes by
    several names ("U.S.", "America") is one place. Linear in the length of the article.

    Raises:
        DataError: a data file is missing or damaged.
    """
    found = find_mentions(doc, names)
    mentions = found.mentions
    resolved = resolve(doc, mentions, found.asides)
    by_place: dict[int, list[Mention]] = defaultdict(list)
    unknown: dict[str, list[Mention]] = defaultdict(list)
    for mention, number in zip(mentions, resolved, strict=True):
        if number is None:
            unknown[fold(mention.text)].append(mention)
        else:
            by_place[number].append(mention)
    places = [_known(number, group) for number, group in by_place.items()]
    places += [_unknown(group) for group in unknown.values()]
    return tuple(sorted(places, key=lambda p: (-len(p.mentions), p.mentions)))


def _spans(mentions: list[Mention]) -> tuple[Span, ...]:
    return tuple(sorted((m.start, m.end) for m in mentions))


def _known(number: int, mentions: list[Mention]) -> Place:
    entry = gazetteer().entry(number)
    return Place(
        entry.name,
        entry.kind,
        entry.country,
        entry.latitude,
        entry.longitude,
        entry.geonameid,
        _spans(mentions),
    )


def _unknown(mentions: list[Mention]) -> Place:
    return Place(mentions[0].text, kind_by_words(mentions[0].text), mentions=_spans(mentions))


def kind_by_words(name: str) -> PlaceKind:
    """What a name says of its place: "Lake Naivasha" is water, "Moi Avenue" a facility."""
    words = set(fold(name).split())
    if words & wordlist("water_words"):
        return "water"
    if words & wordlist("facility_words"):
        return "facility"
    return "unresolved"
