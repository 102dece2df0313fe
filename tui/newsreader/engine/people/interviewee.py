"""Who answers in an interview whose answers bear no name: whom headline and first lines name."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.engine.document import Attribution, Document
from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import key
from newsreader.engine.wordlists import wordlist

_IN_TITLE, _ACTING, _FULL, _FIRST = 3.0, 1.5, 1.0, 0.5
_INTERVIEWED = 2.0
"""Behind "interview with" or "questions for"."""


def answers(attributions: Sequence[Attribution]) -> list[int]:
    """The attributions that are answers in an interview and bear no name."""
    return [
        index
        for index, one in enumerate(attributions)
        if one.source is None and one.evidence[:1] == (("answer", ""),)
    ]


def interviewee(
    doc: Document, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> Entity | None:
    """The person most spoken of before the first answer; ``None`` where two are as much, or
    where nobody answers."""
    found = answers(attributions)
    if not found:
        return None
    begin = attributions[found[0]].start
    scores: dict[Entity, float] = {}
    for mention in mentions:
        if mention.start >= begin:
            break
        entity = mention.entity
        if entity.kind != "person":
            continue
        in_title = doc.title is not None and mention.start < doc.title[1]
        first = mention.tokens[0]
        before = [key(word) for word in doc.words[max(0, first - 6) : first]]
        interviewed = bool(
            wordlist("interview_signs") & set(before) and {"with", "for", "to"} & set(before)
        )
        score = 1.0 + _IN_TITLE * in_title + _ACTING * mention.subject + _FULL * mention.full
        score += _INTERVIEWED * interviewed - 0.5 * mention.possessive
        if before[-1:] == ["by"]:
            score = 0.0
        scores[entity] = scores.get(entity, _FIRST * (not scores)) + score
    ranked = sorted(scores.values(), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0] - ranked[1] < 0.5):
        return None
    return max(scores, key=lambda entity: scores[entity])
