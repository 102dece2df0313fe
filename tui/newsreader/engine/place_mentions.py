"""Which names in an article are places: those the model says, corrected by the gazetteer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsreader.engine.demonyms import demonyms
from newsreader.engine.document import Document, Name
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import gazetteer
from newsreader.engine.place_classes import LONGEST, class_of, place_classes
from newsreader.engine.wordlists import wordlist

_COUNTIES = frozenset(["county", "parish", "city", "township"])


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a place: span in code points, its text, and its token range."""

    start: int
    end: int
    text: str
    first: int
    last: int


@dataclass(slots=True)
class Mentions:
    """Mentions in text order without overlaps, and the place names inside other names, which are
    no mentions but tell what the article is about."""

    mentions: list[Mention] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)


def find_mentions(doc: Document, names: Sequence[Name]) -> Mentions:
    """The mentions of places among ``names``, with those that the model missed."""
    spans: list[tuple[int, int]] = []
    found = Mentions()
    places: Counter[str] = Counter()
    taken = bytearray(len(doc.words) + 1)
    people = {w for n in names if n.kind == "person" for w in doc.text[n.start : n.end].split()}
    for name in names:
        tokens = doc.tokens_in(name.start, name.end)
        if not tokens:
            continue
        text = doc.text[name.start : name.end]
        if name.kind == "place":
            spans.append((tokens.start, tokens.stop))
            places[fold(text)] += 1
        elif name.kind == "organization":
            inner = _inside_organization(doc, tokens.start, tokens.stop, name.probability)
            if inner:
                spans.append(inner)
            else:
                found.asides += _asides(doc, tokens.start, tokens.stop)
        taken[tokens.start : tokens.stop] = b"\x01" * len(tokens)
    spans = [span for span in spans if not _no_place(doc, *span)]
    for first, last in spans:
        taken[first:last] = b"\x01" * (last - first)
    spans += _abbreviated_states(doc, spans, taken)
    found.mentions = [_mention(doc, first, last) for first, last in spans]
    found.mentions += _missed(doc, taken, places, people)
    found.mentions.sort(key=lambda m: m.start)
    return found


def _no_place(doc: Document, first: int, last: int) -> bool:
    folded = fold(" ".join(doc.words[first:last]))
    if folded in wordlist("not_places") or folded in demonyms():
        return True
    if last - first > 1 and doc.words[last - 1].lower() in demonyms():
        return True  # "South Ossetian"
    around = doc.text[max(0, doc.starts[first] - 1) : doc.ends[last - 1] + 1]
    return around.startswith("$") or around.endswith("$")  # "US$", "$US"


def _inside_organization(
    doc: Document, first: int, last: int, probability: float
) -> tuple[int, int] | None:
    """The place in the name of a local body ("Laurel County Sheriff's Office"), or a place that
    the model took for an organization."""
    words = doc.words[first:last]
    folded = fold(" ".join(words))
    shouted = all(w.isupper() for w in words)
    letter = class_of(folded, shouted)
    if letter in tuple("CAR") or (letter == "B" and probability < 0.9):
        return first, last
    classes = place_classes(words)
    if classes[0] == "-" or folded in wordlist("not_places"):
        return None
    size = 1
    while size < len(words) and classes[size][1:] == "I":
        size += 1
    head = fold(" ".join(words[:size]))
    if head in wordlist("place_traps") or head in wordlist("organization_words"):
        return None
    while size < len(words) and fold(words[size]) in _COUNTIES:
        size += 1
    rest = [fold(w) for w in words[size:] if w[0].isalnum()]
    local = wordlist("civic_words")
    events = wordlist("event_words")
    if rest and (all(w in local for w in rest) or all(w in events for w in rest)):
        return first, first + size
    return None


def _asides(doc: Document, first: int, last: int) -> list[str]:
    words = doc.words[first : min(last, first + 12)]
    classes = place_classes(words)
    found = []
    i = 0
    while i < len(words):
        j = i + 1
        if classes[i][0] in "CARBM":
            while j < len(words) and classes[j][1:] == "I":
                j += 1
            found.append(" ".join(words[i:j]))
        i = j
    return found


def _abbreviated_states(
    doc: Document, spans: list[tuple[int, int]], taken: bytearray
) -> list[tuple[int, int]]:
    """ "Ill." and "TX" behind a place and a comma."""
    found = []
    for _, last in spans:
        if last + 1 < len(doc.words) and doc.words[last] == "," and not taken[last + 1]:
            word = doc.words[last + 1]
            if not word[0].isupper() or len(word) > 6 or fold(word) in demonyms():
                continue
            if word.isupper() or word.endswith("."):
                letter = class_of(fold(word), word.isupper())
                if letter and letter in "RrC":
                    found.append((last + 1, last + 2))
                    taken[last + 1] = 1
    return found


def _missed(
    doc: Document, taken: bytearray, places: Counter[str], people: set[str]
) -> list[Mention]:
    """Places that the model left out: countries, names after "in", those it found elsewhere, and
    known cities in lower case in an article about their country."""
    found: list[Mention] = []
    traps, prepositions = wordlist("place_traps"), wordlist("name_prepositions")
    countries = {
        gazetteer().entry(m.number).country
        for folded in places
        for m in gazetteer().find_folded(folded)[:1]
    }
    i = 0
    while i < len(doc.words):
        word = doc.words[i]
        i += 1
        if taken[i - 1] or not word[0].isalpha():
            continue
        if word[0].isupper():
            size = 1
            while size < LONGEST and i - 1 + size < len(doc.words) and not taken[i - 1 + size]:
                size += 1
            window = doc.words[i - 1 : i - 1 + size]
            classes = place_classes(window)
            letter = classes[0][0]
            if letter == "-" or word in people:
                part = _compound_place(word)
                if part:
                    found.append(_part(doc, i - 1, part))
                continue
            last = 1
            while last < len(window) and classes[last][1:] == "I":
                last += 1
            folded = fold(" ".join(window[:last]))
            after = doc.words[i - 2].lower() in prepositions if i > 1 else False
            plain = last > 1 or folded not in traps
            if (
                letter == "C"
                or (letter == "A" and plain)
                or (after and plain and letter in "CARBM" and (last > 1 or len(folded) > 3))
                or (letter in "Rr" and word.count(".") > 1)
                or places[folded]
            ) and not _no_place(doc, i - 1, i - 1 + last):
                found.append(_mention(doc, i - 1, i - 1 + last))
                i += last - 1
        elif len(word) > 3 and word.islower() and word not in traps:
            folded = fold(word)
            if class_of(folded, False) in tuple("CRBb") and folded not in demonyms():
                match = gazetteer().find_folded(folded)[0]
                if gazetteer().entry(match.number).country in countries:
                    found.append(_mention(doc, i - 1, i))
    return found


def _compound_place(word: str) -> int:
    """The length of the place in "Lagos-based" or "Iowa-born", or 0."""
    head, _, tail = word.partition("-")
    if not tail.islower() or fold(head) in demonyms() or fold(head) in wordlist("place_traps"):
        return 0
    return len(head) if class_of(fold(head), head.isupper()) in tuple("CARB") else 0


def _part(doc: Document, token: int, size: int) -> Mention:
    start = doc.starts[token]
    return Mention(start, start + size, doc.text[start : start + size], token, token + 1)


def _mention(doc: Document, first: int, last: int) -> Mention:
    start, end = doc.starts[first], doc.ends[last - 1]
    return Mention(start, end, doc.text[start:end], first, last)
