"""Party and state behind a politician's name: "Ana Ruiz, D-N.M.," and "Ed Lund (R-Kan.)"."""

from __future__ import annotations

import re
from functools import lru_cache

from newsreader.engine.document import Document
from newsreader.engine.people.entities import Mention
from newsreader.engine.people.lexicon import pairs

_LONGEST = 40


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(r"\s{0,2}[,(]\s{0,2}([A-Z])[-–]([A-Z][A-Za-z.]{0,12}(?: [A-Z][a-z]+)?)")


def learn_affiliation(doc: Document, mention: Mention) -> None:
    """Note the nouns and names by which later descriptions may call the person: "the New Mexico
    Democrat"."""
    end = mention.end
    match = _pattern().match(doc.text[end : end + _LONGEST])
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
