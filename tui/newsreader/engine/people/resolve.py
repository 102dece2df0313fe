"""The stage itself: names and attributions in, speakers out."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsreader.article import Span, Speaker
from newsreader.engine.document import Attribution, Document, Name
from newsreader.engine.people.affiliations import learn_affiliation, learn_origin
from newsreader.engine.people.dialogue import take_turns
from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import key, read_form
from newsreader.engine.people.gender import learn_genders
from newsreader.engine.people.interviewee import answers, interviewee
from newsreader.engine.people.mentions import QuotedStretches, place_mentions, prose_clock
from newsreader.engine.people.organizations import join_organizations, learn_body
from newsreader.engine.people.persons import Register, join_persons
from newsreader.engine.people.repeated import quoted_alone, said_below
from newsreader.engine.people.roles import roles_at
from newsreader.engine.people.shared_titles import SharedTitles
from newsreader.engine.people.sources import Sources, sources_in_order
from newsreader.engine.people.spellings import best_name
from newsreader.engine.source_mentions import relative_pronoun
from newsreader.front_matter import find_front_matter

_SPEECH = 400


@dataclass(frozen=True, slots=True)
class People:
    """Who is who in one article.

    ``speakers`` in the order of the contract, their ``quotes`` indexing the attributions that were
    given; ``names[i]`` is the speaker's name of attribution ``i``, or ``None``.
    """

    speakers: tuple[Speaker, ...]
    names: tuple[str | None, ...]
    inferred: Mapping[int, str] = field(default_factory=dict)
    """Attributions whose speaker is known without a source, with the kind of evidence: the same
    words elsewhere (``repeated``), whose turn it is (``turn``), a headline (``headline``), whom
    the article interviews (``interview``)."""


def resolve_people(
    doc: Document, names: Sequence[Name], attributions: Sequence[Attribution]
) -> People:
    """Join the mentions into speakers and give each attribution its speaker, or ``None`` where
    the text does not say. Never raises; near-linear in the length of the text."""
    register, persons = join_persons(doc, list(names))
    organizations, bodies = join_organizations(doc, list(names))
    quoted = QuotedStretches(attributions)
    clock = prose_clock(doc, quoted)
    mentions = place_mentions(doc, persons, bodies, quoted, clock)
    _learn_roles(doc, mentions)
    learn_genders(doc, mentions)

    places = [name for name in names if name.kind == "place"]

    def byline() -> Entity | None:
        return _author(doc, register)

    sources = Sources(doc, register, organizations, mentions, quoted, clock, places, byline)
    who: dict[int, Entity | None] = {}
    met: dict[tuple[int, int], Entity | None] = {}
    followed = iter(sources.prose.tokens())
    token = next(followed, None)
    for index in sources_in_order(attributions):
        source = attributions[index].source
        if source is None:
            continue
        told = relative_pronoun(doc.text, source)
        while token is not None and doc.ends[token] <= told[0]:
            sources.prose.read(token)
            token = next(followed, None)
        while token is not None and doc.starts[token] < told[1]:
            token = next(followed, None)
        if source not in met:
            sources.salience.hear(_names_in(doc, attributions[index]))
            met[source] = _taken_up(sources, source, told, who) or sources.who(told, who.get)
            sources.salience.hear(())
        who[index] = met[source]
    entities = [
        *register.entities,
        *organizations.entities,
        *sources.nouns.unnamed,
        *sources.joint.entities,
    ]
    inferred = _infer(doc, attributions, who)
    answering = interviewee(doc, attributions, mentions)
    if answering is not None:
        for index in answers(attributions):
            who[index], inferred[index] = answering, "interview"
    speakers = [who.get(index) for index in range(len(attributions))]
    return _finish(entities, speakers, inferred)


def _taken_up(
    sources: Sources, source: Span, pronoun: Span, who: dict[int, Entity | None]
) -> Entity | None:
    """Whom the source means that ends with a relative pronoun: what the pronoun means by itself,
    else what the words before it say."""
    noun = (source[0], pronoun[0])
    if noun[0] == noun[1]:
        return None
    entity = sources.who(pronoun, who.get) or sources.who(noun, who.get)
    if entity is not None:
        entity.spans.discard(pronoun)
        entity.spans.add(source)
    return entity


def _infer(
    doc: Document, attributions: Sequence[Attribution], who: dict[int, Entity | None]
) -> dict[int, str]:
    """Add to ``who`` the speakers that no source beside the words tells; returns how each was
    found, for those that have no source then."""
    inferred: dict[int, str] = {}
    for index, entity in take_turns(doc, attributions, who).items():
        one = attributions[index]
        source = one.source
        if source is None or doc.paragraph_of(doc.tokens_in(*source).start) != doc.paragraph_of(
            doc.tokens_in(one.start, one.end).start
        ):
            if who.get(index) is not entity:
                inferred[index] = "turn"
        else:
            entity.spans.add(source)
        who[index] = entity
    for kind, found in (
        ("repeated", said_below(doc, attributions, who)),
        ("headline", quoted_alone(doc, attributions, who)),
    ):
        for index, entity in found.items():
            if kind == "repeated" or index not in inferred:
                inferred[index] = kind
                who[index] = entity
    return inferred


def _names_in(doc: Document, one: Attribution) -> list[str]:
    """The capitalised words of somebody's words, of which a long speech's beginning is enough."""
    tokens = doc.tokens_in(one.start, one.end)[:_SPEECH]
    return [key(doc.words[token]) for token in tokens if doc.words[token][0].isupper()]


def _learn_roles(doc: Document, mentions: list[Mention]) -> None:
    shared = SharedTitles(doc)
    for mention, following in itertools.zip_longest(mentions, mentions[1:]):
        entity = mention.entity
        if entity.kind != "person":
            learn_body(doc, mention)
            continue
        roles = roles_at(doc, mention.tokens, doc.sentences[doc.sentence_of(mention.tokens[0])])
        common = shared.role(mention)
        learn_affiliation(doc, mention)
        learn_origin(doc, mention, following.tokens[0] if following else len(doc.words))
        for role in (*roles, *filter(None, [common])):
            strength = role.strength + 0.5 * mention.full - 0.5 * mention.quoted
            entity.heads.add(role.head)
            entity.role_words |= role.words
            entity.role_names |= role.names
            if strength > entity.role_strength:
                entity.role, entity.role_strength = role.text, strength


def _author(doc: Document, register: Register) -> Entity | None:
    span = find_front_matter(doc.text).byline
    form = read_form(doc, *span) if span else None
    if form is None or not form.full:
        return None
    entity = register.add_full(form, doc.text)
    entity.name = best_name(entity)
    entity.spans.add((form.start, form.end))
    return entity


def _finish(
    entities: list[Entity], who: list[Entity | None], inferred: Mapping[int, str]
) -> People:
    quotes: dict[int, list[int]] = {}
    for index, entity in enumerate(who):
        if entity is not None:
            quotes.setdefault(id(entity), []).append(index)
    of_name: dict[str, list[Entity]] = {}
    for entity in entities:
        if entity.name and entity.spans and (entity.kind != "unnamed" or id(entity) in quotes):
            of_name.setdefault(entity.name, []).append(entity)
    merged = [
        Speaker(
            name,
            same[0].kind,
            next((entity.role for entity in same if entity.role), None),
            tuple(sorted({span for entity in same for span in entity.spans})),
            tuple(sorted(index for entity in same for index in quotes.get(id(entity), ()))),
        )
        for name, same in of_name.items()
    ]
    speakers = sorted(
        merged,
        key=lambda speaker: (-len(speaker.quotes), -len(speaker.mentions), speaker.mentions[0]),
    )
    named = tuple(entity.name if entity else None for entity in who)
    return People(tuple(speakers), named, inferred)
