"""The whole pipeline: text in, quotes, speakers and places out."""

from __future__ import annotations

from dataclasses import replace

from newsreader.article import Analysis, Quote, Span
from newsreader.engine.antecedents import Antecedents
from newsreader.engine.attribution import attribute
from newsreader.engine.capitals import recased
from newsreader.engine.confidence import certainty
from newsreader.engine.document import Attribution, Document
from newsreader.engine.indirect import find_indirect
from newsreader.engine.names import find_names
from newsreader.engine.people import People, resolve_people
from newsreader.engine.people.settle import settle_names
from newsreader.engine.places import find_places
from newsreader.engine.quotations import find_quotations
from newsreader.engine.readable import Shown, readable
from newsreader.engine.tokens import read_document
from newsreader.engine.why import why
from newsreader.front_matter import find_front_matter

_INFERRED = 0.7
"""How sure a speaker is whom only the order of turns, a headline or an interview tells."""

_SURER = 0.1
"""By how much a clause must be surer than the one it overlaps to take its place."""

_MORE = 25
"""Characters that a paraphrase must have beside a fragment in it, else it only repeats that."""


def analyse(text: str, title: Span | None = None) -> Analysis:
    """Who said what, and where, in ``text``; ``title`` is where its headline stands.

    Any string will do. Near-linear in its length: 20,000 to 25,000 words a second.

    Raises:
        DataError: a data file that ships with newsreader is missing or damaged.
    """
    shown = Shown(text)
    return shown.original(_analysed(readable(shown.text), shown.span(title)))


def _analysed(text: str, title: Span | None) -> Analysis:
    printed = text
    text = recased(text)
    doc = read_document(text, title or find_front_matter(text).title)
    names = settle_names(doc, find_names(doc))
    quotations = find_quotations(text)
    attributions = _in_order(
        attribute(doc, quotations, names), find_indirect(doc, quotations, names)
    )
    names = settle_names(doc, names, attributions)
    people = resolve_people(doc, names, attributions)
    quotes = _quotes(doc, printed, attributions, people)
    return Analysis(quotes, people.speakers, find_places(doc, names))


def _in_order(direct: list[Attribution], indirect: list[Attribution]) -> list[Attribution]:
    """All in text order, without those indirect ones that overlap another, unless what they
    overlap are fragments in marks that stand in them. Of two indirect ones the surer stays."""
    kept = sorted(direct, key=lambda one: (one.start, -one.end))
    clauses: list[Attribution] = []
    position = 0
    for one in sorted(indirect, key=lambda one: (one.start, -one.end)):
        while position < len(kept) and kept[position].end <= one.start:
            position += 1
        at = position
        while at < len(kept) and kept[at].start < one.end and _holds(one, kept[at]):
            at += 1
        if (at < len(kept) and kept[at].start < one.end) or one.end <= one.start:
            continue
        if not clauses or clauses[-1].end <= one.start:
            clauses.append(one)
        elif clauses[-1].confidence + _SURER < one.confidence:
            clauses[-1] = one
    return sorted([*kept, *clauses], key=lambda one: (one.start, -one.end))


def _holds(clause: Attribution, fragment: Attribution) -> bool:
    """Whether the clause paraphrases with the fragment's words in it, and is more than they."""
    if fragment.kind != "mixed" or fragment.start < clause.start or fragment.end > clause.end:
        return False
    return clause.end - clause.start - (fragment.end - fragment.start) > _MORE


def _quotes(
    doc: Document, printed: str, attributions: list[Attribution], people: People
) -> tuple[Quote, ...]:
    """``printed`` is the text as a reader sees it, for the words that reasons quote."""
    kinds = {speaker.name: speaker.kind for speaker in people.speakers}
    antecedents = Antecedents(
        replace(doc, text=printed), people.speakers, attributions, people.names
    )
    cues = {one.source: one.cue for one in attributions if one.cue and one.kind != "indirect"}
    quotes: list[Quote] = []
    for index, (one, speaker) in enumerate(zip(attributions, people.names, strict=True)):
        if index in people.inferred:
            one = replace(one, source=None, cue=None, evidence=((people.inferred[index], ""),))
            sure = _INFERRED
        else:
            sure = certainty(doc.text, one, doc.title, kinds.get(speaker or ""))
        identity = antecedents.of(one.source, speaker) if one.source else ""
        because = why(printed, one, speaker, identity, one.source and cues.get(one.source))
        quotes.append(
            Quote(
                one.start,
                one.end,
                one.kind,
                speaker,
                one.source,
                one.cue,
                round(sure, 4),
                because,
            )
        )
    return tuple(quotes)
