"""Dialogue in which turns bear no names: two people speak by turns, a question is answered.

It works on people, not on words, so that "he" and his name are one party.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsreader.engine.document import Attribution, Document
from newsreader.engine.people.entities import Entity
from newsreader.engine.people.forms import key

_FAR = 25
"""Paragraphs after which two people who spoke with each other are no longer taken to."""

_LONGEST_TAG = 12
"""Tokens that may stand behind the last words of a paragraph that ends with somebody's words."""

_SHORT = 18
"""Tokens of a turn of quick dialogue."""


@dataclass(slots=True)
class _Turn:
    """A paragraph that begins with somebody's words, the attributions ``inside``.

    ``late``: it only ends with them, so that it can begin a dialogue, not go on with one;
    ``brief``: after a few words only; ``open``: it does not say whose they are; ``carried``: they
    were taken to go on with the words before them; ``told``: the dialogue says whose they are;
    ``short``: a few words only.
    """

    paragraph: int
    inside: list[int]
    entity: Entity | None
    asks: bool
    late: bool = False
    brief: bool = False
    open: bool = False
    carried: bool = False
    told: bool = False
    short: bool = False


@dataclass(slots=True)
class _Pair:
    """Two people who spoke with each other, last in ``paragraph``."""

    one: Entity
    other: Entity
    paragraph: int

    def partner(self, entity: Entity, paragraph: int) -> Entity | None:
        if paragraph - self.paragraph > _FAR:
            return None
        return {id(self.one): self.other, id(self.other): self.one}.get(id(entity))


def take_turns(
    doc: Document, attributions: Sequence[Attribution], who: dict[int, Entity | None]
) -> dict[int, Entity]:
    """For attributions that are turns of a dialogue, whose turn it is where that can be told:
    those without a source of their own, and descriptions that must mean the other person.

    Nothing is told without a question nearby and two people known to speak with each other.
    """
    told: dict[int, Entity] = {}
    pair: _Pair | None = None
    for run in _runs(doc, attributions, who):
        at = 0
        while at < len(run):
            stop = at
            while stop < len(run) and run[stop].open:
                stop += 1
            if stop > at:
                _fill(run, at, stop, pair)
            elif at and pair is not None:
                _tell_apart(doc, attributions, run[at - 1], run[at], pair)
            after = max(stop, at + 1)
            for place in range(max(at, 1), after):
                pair = _met(run[place - 1], run[place]) or pair
            at = after
        for turn in run:
            if turn.entity is not None and turn.told:
                told.update(dict.fromkeys(turn.inside, turn.entity))
            if pair is not None and turn.entity in (pair.one, pair.other):
                pair.paragraph = turn.paragraph
    return told


def _met(before: _Turn, after: _Turn) -> _Pair | None:
    """The two as a pair if one of them asked and the other spoke next."""
    one, other = before.entity, after.entity
    if one is None or other is None or one is other or not (before.asks or after.asks):
        return None
    if one.kind == "organization" or other.kind == "organization":
        return None
    return _Pair(one, other, after.paragraph)


def _fill(run: list[_Turn], at: int, stop: int, pair: _Pair | None) -> None:
    """Give the open turns ``run[at:stop]`` to the two between whom they pass, if that is sure."""
    first = run[at - 1].entity if at else None
    last = run[stop] if stop < len(run) else None
    if first is None or not any(turn.asks for turn in run[at - 1 : stop + 1]):
        return
    odd = (stop - at) % 2 == 1
    partner = pair.partner(first, run[at].paragraph) if pair is not None else None
    if last is not None:
        if odd != (last.entity is first) or last.entity is None:
            return
        partner = partner if odd else last.entity
    if partner is None:
        return
    turns = [first if (place - at) % 2 else partner for place in range(at, stop)]
    closed = last is not None and at > 1 and run[at - 2].entity is partner
    for place, entity in enumerate(turns, at):
        # words that go on are parted from those before only by a question, or when they are few
        # between turns that alternate
        if not run[place].carried or entity is run[place].entity or run[place - 1].asks:
            continue
        if not (closed and run[place].short):
            return
    for place, entity in enumerate(turns, at):
        run[place].entity, run[place].told = entity, True


def _tell_apart(
    doc: Document, attributions: Sequence[Attribution], before: _Turn, turn: _Turn, pair: _Pair
) -> None:
    """A description whose person is unknown, or would speak twice, is the other of the two:
    “So we meet,” he said. / “Are you well?” the sailor asked."""
    if before.entity is None or not (before.asks or turn.asks):
        return
    if turn.entity is not None and turn.entity is not before.entity:
        return
    partner = pair.partner(before.entity, turn.paragraph)
    source = next((attributions[i].source for i in turn.inside if attributions[i].source), None)
    if partner is None or source is None:
        return
    tokens = doc.tokens_in(*source)
    words = [key(doc.words[token]) for token in tokens[:8]]
    if len(words) > 1 and words[0] == "the" and not before.entity.heads & set(words):
        turn.entity, turn.told = partner, True


def _runs(
    doc: Document, attributions: Sequence[Attribution], who: dict[int, Entity | None]
) -> Iterator[list[_Turn]]:
    """Turns in paragraphs that follow each other without another paragraph between."""
    run: list[_Turn] = []
    index = 0
    for paragraph, (first, last) in enumerate(doc.paragraphs):
        start, end = doc.starts[first], doc.ends[last - 1]
        inside: list[int] = []
        while index < len(attributions) and attributions[index].start < end:
            one = attributions[index]
            if one.kind != "indirect" and (not inside or one.start >= attributions[inside[-1]].end):
                inside.append(index)
            index += 1
        turn = _turn(doc, attributions, who, paragraph, (start, end), inside)
        if turn is not None and not turn.late:
            run.append(turn)
        else:
            # "Ruiz laughed. “In the sea,” she said." ends a dialogue and may begin another
            ends = turn is not None and turn.brief and len(run) > 1
            yield [*run, turn] if turn is not None and ends else run
            run = [turn] if turn is not None else []
    yield run


def _turn(
    doc: Document,
    attributions: Sequence[Attribution],
    who: dict[int, Entity | None],
    paragraph: int,
    span: tuple[int, int],
    inside: list[int],
) -> _Turn | None:
    if not inside or attributions[inside[0]].kind != "direct":
        return None
    text = doc.text
    begin, end = attributions[inside[0]].start, attributions[inside[-1]].end
    late = _has_word(text, span[0], begin)
    if begin == span[0] or end == span[1]:
        return None  # without marks, or words that go on in another paragraph
    if late and len(doc.tokens_in(end, span[1])) > _LONGEST_TAG:
        return None
    if late:
        inside = inside[-1:]
    speakers = [who.get(index) for index in inside if attributions[index].source is not None]
    if any(speaker is not speakers[0] for speaker in speakers[1:]):
        return None
    asks = text[end - 1] == "?"
    speaker = speakers[0] if speakers else None
    if late or len(inside) > 1 or _has_word(text, end, span[1]):
        brief = late and len(doc.tokens_in(span[0], begin)) <= _LONGEST_TAG
        return _Turn(paragraph, inside, speaker, asks, late, brief)
    evidence = dict(attributions[inside[0]].evidence)
    source = attributions[inside[0]].source
    elsewhere = source is not None and not span[0] <= source[0] < span[1]
    carried = "carried" in evidence or (elsewhere and "dialogue" not in evidence)
    short = len(doc.tokens_in(*span)) <= _SHORT
    bare = not speakers or carried or "dialogue" in evidence
    return _Turn(paragraph, inside, speaker, asks, open=bare, carried=carried, short=short)


def _has_word(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[start:end])
