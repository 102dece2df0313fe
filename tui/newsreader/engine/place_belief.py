"""What the whole article says for and against a name's being a place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from newsreader.engine.demonyms import demonyms
from newsreader.engine.document import Document, Name
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import gazetteer
from newsreader.engine.place_classes import class_of
from newsreader.engine.place_filter import Range, doubtful, located, lookup_key, no_place, sure
from newsreader.engine.place_lookalikes import opens_sentence
from newsreader.engine.wordlists import wordlist

_JOINTS = frozenset([",", "and", "or"])


def believed(doc: Document, names: Sequence[Name], spans: list[Range]) -> list[Range]:
    """``spans`` without the doubtful names that nowhere in the article are said to be places, such
    as those of illnesses, and without what is called in full a person elsewhere."""
    placed: set[str] = set()
    ailments: set[str] = set()
    for first, last in spans:
        after = doc.words[last] if last < len(doc.words) else ""
        key = lookup_key(doc, first, last)
        if after in wordlist("ailment_words") and not sure(doc, first, last):
            ailments.add(key)
        words = key.split()
        if len(words) == 2 and set(words) & wordlist("water_words"):
            placed.update(words)  # "the Ouse" beside "the River Ouse"
        beside = after == "," and not doubtful(doc, first, last)
        if beside or located(doc, first) or _held(doc, last):
            placed.add(key)
    kept = [
        span
        for span in spans
        if (key := lookup_key(doc, *span)) in placed
        or not (key in ailments or doubtful(doc, *span))
    ]
    return _without_namesakes(doc, names, _listed_too(doc, spans, kept))


def _held(doc: Document, last: int) -> bool:
    """Whether a state or country stands behind a comma: "Mobile, Alabama"."""
    if last + 1 >= len(doc.words) or doc.words[last] != ",":
        return False
    word = doc.words[last + 1]
    return word[0].isupper() and class_of(fold(word), True)[:1] in tuple("CRr")


def listed(doc: Document, names: Sequence[Name], spans: Sequence[Range]) -> list[Range]:
    """Known places that the model did not take for such in a row of places: "Kandy" in "from
    Colombo and Kandy", "Hedmark" in "Oslo, Hedmark and Agder"."""
    begins = dict(spans)
    ends = {last: first for first, last in spans}
    full = {
        token
        for name in names
        if name.kind != "place" and len(tokens := doc.tokens_in(name.start, name.end)) > 1
        for token in tokens
    }
    found: list[Range] = []
    for name in names:
        tokens = doc.tokens_in(name.start, name.end)
        first, last = tokens.start, tokens.stop
        if name.kind == "place" or len(tokens) != 1 or first in begins or first in full:
            continue
        if first < 2 or doc.words[first - 1] not in _JOINTS or no_place(doc, first, last):
            continue
        before = first - 1 if first - 1 in ends else first - 2
        if before not in ends:
            continue
        joint = doc.words[last] if last < len(doc.words) else ""
        after = doc.words[last + 1] if last + 1 < len(doc.words) else ""
        if doc.words[first - 1] == ",":
            in_row = joint in _JOINTS and (last + 1 in begins or after in _JOINTS)
        else:
            earlier = doc.words[ends[before] - 1].lower() if ends[before] else ""
            in_row = earlier in wordlist("name_prepositions") and fold(joint) not in wordlist(
                "name_speech"
            )
        letter = class_of(fold(doc.words[first]), False)
        if in_row and letter and letter in "CARBM":
            found.append((first, last))
            begins[first], ends[last] = last, first
    return found


def _listed_too(doc: Document, spans: list[Range], kept: list[Range]) -> list[Range]:
    """``kept`` and those of ``spans`` that stand in a row with one of them."""
    ends = {last for _, last in kept}
    out = set(kept)
    for first, last in sorted(set(spans) - out):
        before = first - 1
        if before > 0 and doc.words[before] in _JOINTS:
            if before > 1 and doc.words[before - 1] == ",":
                before -= 1
            joint = doc.words[last] if last < len(doc.words) else ""
            if before in ends and (doc.words[first - 1] != "," or joint in _JOINTS):
                out.add((first, last))
                ends.add(last)
    return sorted(out)


def _persons_words(doc: Document, names: Sequence[Name]) -> set[str]:
    """The given names and surnames, folded, of the persons named in full."""
    found: set[str] = set()
    for name in names:
        words = doc.text[name.start : name.end].split()
        if name.kind == "person" and len(words) > 1:
            found.update((fold(words[0]), fold(words[-1])))
    return found


def _without_namesakes(doc: Document, names: Sequence[Name], spans: list[Range]) -> list[Range]:
    """``spans`` without single words that the article has as names of persons or as plain words,
    unless some mention is located or lies in a country that other places lie in, or whose people
    the article speaks of: "Jordan" beside "Jordanian"."""
    persons = _persons_words(doc, names)
    plain = set(doc.words)
    suspects: dict[str, list[Range]] = defaultdict(list)
    for first, last in spans:
        key = lookup_key(doc, first, last)
        opening = opens_sentence(doc, first)
        if last - first == 1 and (
            key in persons or (opening and doc.words[first].lower() in plain)
        ):
            suspects[key].append((first, last))
    if not suspects:
        return spans
    suspected = {span for group in suspects.values() for span in group}
    countries: dict[str, str | None] = {}
    safe: set[str] = set()
    for first, last in spans:
        key = lookup_key(doc, first, last)
        if key not in countries:
            best = gazetteer().find_folded(key)[:1]
            countries[key] = gazetteer().entry(best[0].number).country if best else None
        if key in suspects and (
            (first, last) not in suspected or located(doc, first, through=True) or _held(doc, last)
        ):
            safe.add(key)
    shared = Counter(countries.values())
    peoples = _peoples(doc)
    safe.update(
        key
        for key in suspects
        if (country := countries[key]) and (shared[country] > 1 or country in peoples)
    )
    gone = {span for key, group in suspects.items() if key not in safe for span in group}
    return [span for span in spans if span not in gone]


def _peoples(doc: Document) -> set[str]:
    """The countries of the nationalities that the article speaks of."""
    known = demonyms()
    return {
        known[low] for word in doc.words if word[0].isupper() and (low := word.lower()) in known
    }
