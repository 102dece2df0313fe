"""Interviews that print each turn after its speaker's name, ``NAME: words``, without marks."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from newsreader.article import Span
from newsreader.engine.document import Document, Name
from newsreader.engine.interviews import unlabelled_answers
from newsreader.engine.wordlists import wordlist

_LONGEST_LABEL = 6
_LONGEST_WITH_ROLE = 14
"""Tokens of a label with a role behind the name: "ANA RUIZ, HOST OF THE EVENING NEWS:"."""
_MARKS = frozenset("“”\"„«»‹›‘’'`")


class Turn(NamedTuple):
    """What one speaker says in one paragraph; ``label`` is ``None`` for “Q:” and “A:”
    and for an interviewer. ``answer``: it is what the person said who is interviewed; ``question``:
    what that person is asked; ``sure``: a single label like it would do."""

    start: int
    end: int
    label: Span | None
    answer: bool = False
    question: bool = False
    sure: bool = True


def transcript_turns(doc: Document, names: list[Name]) -> list[Turn]:
    """The turns of a transcript in text order, each at most two paragraphs from another: a single
    “Mayor: …” is a headline. An unlabelled paragraph between two turns goes on with the first, or
    answers it where only the questions bear labels. Where nothing bears one, the answers to
    questions that stand as paragraphs of their own, in an article that says it is an interview."""
    known = {name.start for name in names if name.kind != "place"}
    labelled = [_turn(doc, first, last, known) for first, last in doc.paragraphs]
    repeated = Counter(doc.text[slice(*turn.label)] for turn in labelled if turn and turn.label)
    labelled = [
        turn if turn and (turn.sure or repeated[_name(doc.text, turn)] > 1) else None
        for turn in labelled
    ]
    if _is_list(doc.text, labelled):
        return []
    if sum(turn is not None for turn in labelled) < 2:
        return [Turn(*span, None, True) for span in unlabelled_answers(doc)]
    answered = any(turn and (turn.answer or not turn.question) for turn in labelled)
    turns: list[Turn] = []
    asked: Turn | None = None
    for i, turn in enumerate(labelled):
        before, after = labelled[i - 1] if i else None, labelled[i + 1 : i + 2]
        asked = turn or (None if answered else asked)
        if turn and (before or any(after) or not answered or _returns(labelled, i)):
            turns.append(turn)
        elif not turn and ((before and any(after)) or asked) and not _is_aside(doc, i):
            first, last = doc.paragraphs[i]
            span = (doc.starts[first], doc.ends[last - 1])
            if before and answered:
                turns.append(before._replace(start=span[0], end=span[1]))
            elif not answered:
                turns.append(Turn(*span, None, True))
    asking = _interviewers(doc.text, turns, names)
    return [
        turn._replace(label=None) if _name(doc.text, turn) in asking else turn for turn in turns
    ]


def _is_list(text: str, labelled: list[Turn | None]) -> bool:
    """Whether no label in ordinary letters comes back: “Novak: the favourite” heads an item."""
    labels = [_name(text, turn) for turn in labelled if turn]
    surnames = {label.rpartition(" ")[2].strip("*_").lower() for label in labels}
    once = len(surnames) == len(labels)
    return len(labels) > 2 and once and not all(map(str.isupper, labels))


def _is_aside(doc: Document, paragraph: int) -> bool:
    """Whether a paragraph only tells what happens: “(APPLAUSE)”."""
    first, last = doc.paragraphs[paragraph]
    opening = next((word for word in doc.words[first:last] if word not in _MARKS), "")
    return opening in ("(", "[") and any(
        w in (")", "]") for w in doc.words[max(first, last - 3) : last]
    )


def _interviewers(text: str, turns: list[Turn], names: list[Name]) -> set[str]:
    """Labels of those who mostly ask and bear no person's name: the publication itself, which is
    nobody's source."""
    asked: dict[str, list[bool]] = {}
    for turn in turns:
        if turn.label:
            asked.setdefault(_name(text, turn), []).append(text[turn.end - 1] == "?")
    asking = {name for name, ends in asked.items() if len(ends) > 1 and 2 * sum(ends) > len(ends)}
    if not asking:
        return asking
    people = {
        word
        for name in names
        if name.kind == "person"
        for word in text[name.start : name.end].lower().split()
    }
    return {name for name in asking if name.lower().split()[-1] not in people}


def _name(text: str, turn: Turn) -> str:
    return text[slice(*turn.label)] if turn.label else ""


def _returns(labelled: list[Turn | None], i: int) -> bool:
    """Whether another turn stands two paragraphs away."""
    return any(0 <= k < len(labelled) and labelled[k] for k in (i - 2, i + 2))


def _turn(doc: Document, first: int, last: int, names: set[int]) -> Turn | None:
    words = doc.words
    lead = words[first].lower()
    kind = _kinds().get(lead, "")
    if kind and lead.endswith(".") and first + 1 < last and words[first] in ("Q.", "A."):
        return _unnamed(doc, kind, first + 1, last)
    limit = min(last - 1, first + _LONGEST_WITH_ROLE)
    while first < limit and words[first] in _MARKS:
        first += 1
    colon = next((i for i in range(first + 1, limit) if words[i] == ":"), None)
    if colon is None or words[colon + 1] in _MARKS:
        return None
    if colon == first + 1 and kind and (len(lead) > 1 or words[first].isupper()):
        return _unnamed(doc, kind, colon + 1, last)
    stop = next((i for i in range(first + 1, colon) if words[i] in ("(", ",", "[")), colon)
    if stop - first > _LONGEST_LABEL or (stop == colon and colon - first > _LONGEST_LABEL):
        return None
    label = words[first:stop]
    span = (doc.starts[first], doc.ends[stop - 1])
    spoken = [word for word in label if word[0].isalpha()]
    if not spoken or not all(word[0].isupper() for word in spoken):
        return None
    lower = [word.lower() for word in spoken]
    if any(word in wordlist("no_speaker_labels") for word in lower):
        return None
    named = any(doc.starts[token] in names for token in range(first, stop))
    known = named or lower[-1] in wordlist("person_nouns")
    loud = all(word.isupper() for word in spoken) and sum(map(len, spoken)) > 1
    title = lower[0] == "the" and len(lower) > 1
    if not (known or loud or title):
        return None
    return Turn(doc.starts[colon + 1], doc.ends[last - 1], span, sure=known or loud)


def _unnamed(doc: Document, kind: str, first: int, last: int) -> Turn:
    start, end = doc.starts[first], doc.ends[last - 1]
    return Turn(start, end, None, kind == "answer", kind == "question")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    split = (entry.partition("=") for entry in wordlist("interview_labels"))
    return {label: kind for label, _, kind in split}
