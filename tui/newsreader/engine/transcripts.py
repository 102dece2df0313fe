"""Interviews that print each turn after its speaker's name, ``NAME: words``, without marks."""

from __future__ import annotations

from typing import NamedTuple

from newsreader.article import Span
from newsreader.engine.document import Document, Name
from newsreader.engine.wordlists import wordlist

_LONGEST_LABEL = 6
_MARKS = frozenset("“”\"„«»‹›‘’'`")


class Turn(NamedTuple):
    """What one speaker says in one paragraph; ``label`` is ``None`` for “Q:” and “A:”
    and for an interviewer."""

    start: int
    end: int
    label: Span | None


def transcript_turns(doc: Document, names: list[Name]) -> list[Turn]:
    """The turns of a transcript in text order, each at most two paragraphs from another: a single
    “Mayor: …” is a headline. An unlabelled paragraph between two turns goes on with the first."""
    people = {name.start for name in names if name.kind != "place"}
    labelled = [_turn(doc, first, last, people) for first, last in doc.paragraphs]
    if sum(turn is not None for turn in labelled) < 2:
        return []
    turns: list[Turn] = []
    for i, turn in enumerate(labelled):
        before, after = labelled[i - 1] if i else None, labelled[i + 1 : i + 2]
        if turn and (before or any(after) or _returns(labelled, i)):
            turns.append(turn)
        elif not turn and before and any(after):
            first, last = doc.paragraphs[i]
            turns.append(Turn(doc.starts[first], doc.ends[last - 1], before.label))
    asking = _interviewers(doc.text, turns)
    return [
        turn._replace(label=None) if _name(doc.text, turn) in asking else turn for turn in turns
    ]


def _interviewers(text: str, turns: list[Turn]) -> set[str]:
    """Labels of those who mostly ask: the publication itself, which is nobody's source."""
    asked: dict[str, list[bool]] = {}
    for turn in turns:
        asked.setdefault(_name(text, turn), []).append(text[turn.end - 1] == "?")
    return {name for name, ends in asked.items() if len(ends) > 1 and 2 * sum(ends) > len(ends)}


def _name(text: str, turn: Turn) -> str:
    return text[slice(*turn.label)] if turn.label else ""


def _returns(labelled: list[Turn | None], i: int) -> bool:
    """Whether another turn stands two paragraphs away."""
    return any(0 <= k < len(labelled) and labelled[k] for k in (i - 2, i + 2))


def _turn(doc: Document, first: int, last: int, people: set[int]) -> Turn | None:
    words = doc.words
    limit = min(last - 1, first + _LONGEST_LABEL)
    colon = next((i for i in range(first + 1, limit) if words[i] == ":"), None)
    if colon is None or words[colon + 1] in _MARKS:
        return None
    label = words[first:colon]
    span = (doc.starts[first], doc.ends[colon - 1])
    start, end = doc.starts[colon + 1], doc.ends[last - 1]
    if label in (["Q"], ["A"]):
        return Turn(start, end, None)
    spoken = [word for word in label if word[0].isalpha()]
    if not spoken or not all(word[0].isupper() for word in spoken):
        return None
    lower = [word.lower() for word in spoken]
    if any(word in wordlist("no_speaker_labels") for word in lower):
        return None
    known = span[0] in people or lower[-1] in wordlist("person_nouns")
    loud = all(word.isupper() for word in spoken) and sum(map(len, spoken)) > 1
    return Turn(start, end, span) if known or loud else None
