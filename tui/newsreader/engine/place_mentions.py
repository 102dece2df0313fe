"""Which names in an article are places: those the model says, corrected by the gazetteer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsreader.engine.document import Document, Name
from newsreader.engine.place_belief import believed, listed
from newsreader.engine.place_filter import (
    Range,
    asides,
    inside_organization,
    lookup_key,
    no_place,
    without_event,
)
from newsreader.engine.place_missed import abbreviated_states, compounds, missed, widened
from newsreader.engine.place_sites import sites


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a place: span in code points, its text, and its first token."""

    start: int
    end: int
    text: str
    first: int


@dataclass(slots=True)
class Mentions:
    """Mentions in text order without overlaps, and the place names inside other names, which are
    no mentions but tell what the article is about."""

    mentions: list[Mention] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)


def find_mentions(doc: Document, names: Sequence[Name]) -> Mentions:
    """The mentions of places among ``names``, with those that the model missed."""
    spans: list[Range] = []
    found = Mentions()
    taken = bytearray(len(doc.words) + 1)
    people = {w for n in names if n.kind == "person" for w in doc.text[n.start : n.end].split()}
    for first, last in sites(doc):
        spans.append((first, last))
        taken[first:last] = b"\x01" * (last - first)
    for name in names:
        tokens = doc.tokens_in(name.start, name.end)
        if not tokens or any(taken[tokens.start : tokens.stop]):
            continue
        tokens, longer = widened(doc, tokens, taken)
        taken[tokens.start : tokens.stop] = b"\x01" * len(tokens)
        if name.kind == "place" or longer:
            spans.append(without_event(doc, tokens.start, tokens.stop))
        elif name.kind == "organization":
            inner = inside_organization(doc, tokens.start, tokens.stop, name.probability)
            if inner:
                spans.append(inner)
            else:
                found.asides += asides(doc, tokens.start, tokens.stop)
    spans = [span for span in spans if not no_place(doc, *span)]
    spans += listed(doc, names, spans)
    spans = believed(doc, names, spans)
    places = Counter(lookup_key(doc, *span) for span in spans)
    spans += abbreviated_states(doc, spans, taken)
    spans += missed(doc, taken, places, people)
    mentions = [_mention(doc, first, doc.ends[last - 1]) for first, last in spans]
    covered = {i for first, last in spans for i in range(first, last)}
    mentions += [
        _mention(doc, first, doc.starts[i] + size) for first, i, size in compounds(doc, covered)
    ]
    found.mentions = sorted(mentions, key=lambda m: m.start)
    return found


def _mention(doc: Document, first: int, end: int) -> Mention:
    start = doc.starts[first]
    return Mention(start, end, doc.text[start:end], first)
