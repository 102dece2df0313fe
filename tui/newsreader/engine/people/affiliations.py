"""Party and state behind a politician's name, "Ana Ruiz, D-N.M.,", and where somebody is from."""

from __future__ import annotations

import re
from functools import lru_cache

from newsreader.engine.document import Document
from newsreader.engine.people.entities import Mention
from newsreader.engine.people.lexicon import pairs

_LONGEST = 40
_AWAY = 12
"""Tokens behind a name within which its bearer's origin is looked for."""
_STEM = 4


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(r"\s{0,2}[,(]\s{0,2}([A-Z])[-–]([A-Z][A-Za-z.]{0,12}(?: [A-Z][a-z]+)?)")


def stem(name: str) -> str:
    """What a country and its people have in common: "ethi" of "Ethiopia" and "Ethiopian"."""
    return name[:_STEM].lower()


def learn_origin(doc: Document, mention: Mention, following: int) -> None:
    """Note where the person is said to be from, before the next mention, which begins at the token
    ``following``: "Jan Novak, a former steeplechaser from Prague"."""
    first, words = mention.tokens[1], doc.words
    last = doc.sentences[doc.sentence_of(mention.tokens[0])][1] - 1
    stop = min(last, first + _AWAY, following)
    for token in range(first, stop):
        origin = words[token] == "from" or (words[token] == "in" and words[token - 1] == "born")
        if origin and words[token + 1][0].isupper():
            mention.entity.origins.add(stem(words[token + 1]))


def learn_affiliation(doc: Document, mention: Mention) -> None:
    """Note the nouns and names by which later descriptions may call the person: "the New Mexico
    Democrat"."""
    behind = doc.text[mention.end : mention.end + _LONGEST]
    match = _pattern().match(behind) if "-" in behind or "–" in behind else None
    if match is None:
        return
    party = pairs("party_letters").get(match[1].lower())
    state = pairs("us_states").get(match[2].lower().rstrip("."))
    if party is None or state is None:
        return
    entity = mention.entity
    entity.heads.add(party)
    entity.role_words |= {party, *state.split()}
    entity.role_names |= {*state.split()}
