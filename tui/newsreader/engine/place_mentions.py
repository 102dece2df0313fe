"""Which names in an article are places: those the model says, corrected by the gazetteer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from newsreader.engine.demonyms import demonyms
from newsreader.engine.document import Document, Name
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import gazetteer
from newsreader.engine.place_classes import class_of
from newsreader.engine.wordlists import wordlist


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a place: span in code points, its text, and its token range."""

    start: int
    end: int
    text: str
    first: int
    last: int


def find_mentions(doc: Document, names: list[Name]) -> list[Mention]:
    """Mentions of places in text order, without overlaps."""
    never = wordlist("not_places")
    spans: list[tuple[int, int]] = []
    taken = bytearray(len(doc.words) + 1)
    places: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for name in names:
        tokens = doc.tokens_in(name.start, name.end)
        for i in tokens:
            taken[i] = 1
        text = doc.text[name.start : name.end]
        (places if name.kind == "place" else others)[fold(text)] += 1
    for name in names:
        tokens = doc.tokens_in(name.start, name.end)
        if not tokens:
            continue
        folded = fold(doc.text[name.start : name.end])
        if folded in never or folded in demonyms():
            continue
        single = class_of(folded, doc.text[name.start : name.end].isupper())
        if name.kind == "place" or (
            name.kind == "organization"
            and (single[:1] in ("C", "A") or (single and places[folded] >= others[folded]))
        ):
            spans.append((tokens.start, tokens.stop))
    spans += _missed(doc, taken, places, never)
    return [_mention(doc, first, last) for first, last in sorted(spans)]


def _missed(
    doc: Document, taken: bytearray, places: Counter[str], never: frozenset[str]
) -> list[tuple[int, int]]:
    """Places the model left out: countries, and names that it took for places elsewhere."""
    found = []
    traps = wordlist("place_traps")
    countries = {
        gazetteer().entry(m.number).country
        for folded in places
        for m in gazetteer().find_folded(folded)[:1]
    }
    for i, word in enumerate(doc.words):
        if taken[i] or len(word) < 4 or not word[0].isalpha():
            continue
        folded = fold(word)
        if folded in never or folded in demonyms():
            continue
        if word[0].isupper():
            letter = class_of(folded, word.isupper())
            if letter == "C" or (
                letter and (places[folded] or (letter == "A" and folded not in traps))
            ):
                found.append((i, i + 1))
        elif word.islower() and folded not in traps and class_of(folded, False) in ("C", "B", "b"):
            match = gazetteer().find_folded(folded)[0]
            if gazetteer().entry(match.number).country in countries:
                found.append((i, i + 1))
    return found


def _mention(doc: Document, first: int, last: int) -> Mention:
    start, end = doc.starts[first], doc.ends[last - 1]
    return Mention(start, end, doc.text[start:end], first, last)
