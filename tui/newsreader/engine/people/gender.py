"""Who is "he" and who is "she": what titles, given names, roles and nearby pronouns tell."""

from __future__ import annotations

from newsreader.engine.document import Document
from newsreader.engine.people.entities import Mention
from newsreader.engine.people.lexicon import noun_gender

_MALE = frozenset(["he", "him", "his", "himself"])
_FEMALE = frozenset(["she", "her", "hers", "herself"])
_REACH = 30
"""Tokens behind a name within which a pronoun may speak of it."""
_OPENING = frozenset("“«„")


def learn_genders(doc: Document, mentions: list[Mention]) -> None:
    """Add to each person what their roles and the pronouns after their names tell.

    A pronoun is evidence only for a person of unknown gender who is the last one named, and
    nobody else within the sentence.
    """
    for mention in mentions:
        entity = mention.entity
        if entity.kind == "person" and not entity.gender:
            genders = {noun_gender(head) for head in entity.heads} - {""}
            if genders == {"m"}:
                entity.male += 1
            elif genders == {"f"}:
                entity.female += 1
    persons = [mention for mention in mentions if mention.entity.kind == "person"]
    for index, mention in enumerate(persons):
        entity = mention.entity
        if entity.gender and entity.male + entity.female > 3:
            continue
        before = persons[index - 1] if index else mention
        if before.sentence == mention.sentence and before.entity is not entity:
            continue
        stop = mention.tokens[1] + _REACH
        if index + 1 < len(persons):
            stop = min(stop, persons[index + 1].tokens[0])
        for token in range(mention.tokens[1], min(stop, len(doc.words))):
            word = doc.words[token].lower()
            if doc.words[token] in _OPENING and not mention.quoted:
                break  # in their own words "she" is somebody else
            if word in _MALE:
                entity.male += 0.5
                break
            if word in _FEMALE:
                entity.female += 0.5
                break
