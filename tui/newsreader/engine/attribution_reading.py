"""Lists what each quotation could be attributed to, given what was decided for those before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from newsreader.article import Span
from newsreader.engine.attribution_candidates import Candidate
from newsreader.engine.attribution_features import (
    Previous,
    QuoteFacts,
    candidate_features,
    carried_features,
    none_features,
    quote_facts,
)
from newsreader.engine.document import Document, Quotation
from newsreader.engine.skeleton import BREAK, PARAGRAPH
from newsreader.engine.source_mentions import source_span
from newsreader.engine.syntax import read_syntax

_LONGEST_CUE = 40


@dataclass(slots=True)
class Option:
    """One answer for a quotation: a candidate, or ``back`` quotations before, or (``back`` 0 and
    no candidate) nobody; with its features."""

    candidate: Candidate | None
    back: int
    features: list[str]


@dataclass(slots=True)
class Decision:
    """What was decided for a quotation. ``origin`` is the index of the quotation whose own words
    name the source: its own, or for a carried one an earlier one's."""

    source: Span | None
    cue: Span | None
    head: str
    kind: str
    form: str
    origin: int
    probability: float


class Reading:
    """A document with its quotations, ready to list the options of each and to decide in order.

    ``spoken`` counts for each head word how many quotations were given to it so far.

    Names are told by their capitals alone: the model of names was trained on the same articles as
    this one, so its kinds look more reliable there than they are elsewhere (they cost two points
    of F1 on held-out articles).
    """

    def __init__(self, doc: Document, quotations: list[Quotation]) -> None:
        self.doc = doc
        self.quotations = quotations
        syntax = read_syntax(doc, quotations)
        self.classes, self.clauses, self.home = syntax.classes, syntax.clauses, syntax.home
        self.decisions: dict[int, Decision] = {}
        self.spoken: Counter[str] = Counter()
        self._before: dict[int, int] = {}
        last: dict[int, int] = {}
        for index, home in enumerate(self.home):
            if home in last:
                self._before[index] = last[home]
            last[home] = index

    def place(self, index: int) -> int | None:
        """Where the quotation stands in its skeleton; ``None`` for one that overlaps another."""
        return self.clauses[self.home[index]].skeleton.quote_at.get(index)

    def facts(self, index: int) -> QuoteFacts:
        """What the quotation looks like."""
        place = self.place(index)
        clauses = self.clauses[self.home[index]]
        return quote_facts(self.doc, self.classes, clauses, self.quotations[index], place or 0)

    def options(self, index: int) -> tuple[QuoteFacts, list[Option]]:
        """Every answer for the quotation, given the decisions for those before it."""
        place = self.place(index)
        clauses = self.clauses[self.home[index]]
        facts = self.facts(index)
        if place is None:
            return facts, [Option(None, 0, ["0"])]
        before = clauses.before(place)
        after = clauses.after(place)
        crowd = _crowd(before, after)
        ranked: list[Option] = []
        earlier = self.earlier(index)
        previous = self._previous(index, earlier[0]) if earlier else None
        head = self.decisions[earlier[0]].head if earlier else ""
        for candidate in before + after:
            same = bool(head) and candidate.mention.head == head
            features = candidate_features(
                self.doc, clauses, facts, place, candidate, previous, same
            )
            ranked.append(Option(candidate, 0, features))
        for back, other in enumerate(earlier, 1):
            features = carried_features(facts, self._previous(index, other), crowd, back)
            ranked.append(Option(None, back, features))
        ranked.append(Option(None, 0, none_features(facts, previous, crowd)))
        return facts, ranked

    def earlier(self, index: int) -> list[int]:
        """The last two quotations before that have a source of their own kind of place."""
        found: list[int] = []
        at = self._before.get(index)
        for _ in range(4):
            if at is None:
                break
            decision = self.decisions.get(at)
            if decision is not None and decision.source is not None:
                if not found:
                    found.append(at)
                elif self.decisions[found[0]].source != decision.source:
                    found.append(at)
                    break
            at = self._before.get(at)
        return found

    def _previous(self, index: int, other: int) -> Previous:
        clauses = self.clauses[self.home[index]]
        skeleton = clauses.skeleton
        here, there = skeleton.quote_at[index], skeleton.quote_at[other]
        decision = self.decisions[other]
        steps = skeleton.symbols.count(PARAGRAPH, there, here)
        last = self.quotations[other]
        tail = self.doc.text[last.end - 1]
        kind = "." if tail in ".!?…" else "," if tail == "," else "x"
        joined = self.quotations[index].continues is not None
        return Previous(
            kind,
            decision.form,
            decision.kind,
            min(steps, 3),
            skeleton.gap(there + 1, here) if here - there < 200 else "*",
            joined,
        )

    def _same_sentence(self, index: int, other: int) -> bool:
        """Whether only the cue stands between two parts of one sentence: “Go,” she said, “now.”"""
        cue = self.decisions[other].cue
        if cue is None or cue[0] < self.quotations[other].end:
            return False
        skeleton = self.clauses[self.home[index]].skeleton
        start, end = skeleton.quote_at[other] + 1, skeleton.quote_at[index]
        if end - start > _LONGEST_CUE:
            return False
        between = skeleton.symbols[start:end]
        if any(symbol in between for symbol in (".", BREAK, PARAGRAPH, "Q")):
            return False
        return end - start < 15 or between.endswith(":")

    def resumes(self, index: int) -> bool:
        """Whether a colon after the cue goes on with the quotation before it in the sentence:
        “Go”, she said to the guard: “There is nothing here.”"""
        before = self._before.get(index)
        if before is None or self.decisions[before].source is None:
            return False
        skeleton = self.clauses[self.home[index]].skeleton
        place = skeleton.quote_at.get(index, 0)
        return skeleton.symbols[place - 1 : place] == ":" and self._same_sentence(index, before)

    def alternates(self, index: int, facts: QuoteFacts) -> bool:
        """Whether the quotation is a turn of a dialogue: a paragraph of its own after one of
        another speaker, when one of the two is a question or they have taken turns before."""
        earlier = self.earlier(index)
        before = self._before.get(index)
        if len(earlier) < 2 or before != earlier[0] or facts.kind != "f" or facts.first != "p":
            return False
        if self.quotations[index].continues is not None:
            return False
        skeleton = self.clauses[self.home[index]].skeleton
        place, last = skeleton.quote_at[index], skeleton.quote_at[before]
        if skeleton.symbols[place + 1 : place + 2] not in (PARAGRAPH, ""):
            return False
        ends = (self.doc.text[self.quotations[i].end - 1] for i in (index, before))
        near = place - last < 15 and skeleton.symbols.count(PARAGRAPH, last, place) == 1
        return near and ("?" in ends or self.decisions[before].form == "D")

    def decide(self, index: int, option: Option, probability: float) -> Decision:
        """Turns the chosen option into a decision and keeps it for those that follow."""
        clauses = self.clauses[self.home[index]]
        if option.candidate is not None:
            chosen = option.candidate
            token = clauses.skeleton.tokens[chosen.cue] if chosen.cue >= 0 else -1
            cue = (self.doc.starts[token], self.doc.ends[token]) if token >= 0 else None
            mention = clauses.speaking(chosen.mention)
            span = source_span(self.doc, clauses.skeleton, mention)
            if span is None:
                decision = Decision(None, None, "", "", "0", index, probability)
            else:
                decision = Decision(
                    span, cue, chosen.mention.head, chosen.mention.kind,
                    chosen.side + chosen.form, index, probability,
                )  # fmt: skip
        elif option.back:
            other = self.earlier(index)[option.back - 1]
            old = self.decisions[other]
            split = self._same_sentence(index, other)
            decision = Decision(
                old.source, old.cue if split else None, old.head, old.kind,
                "S" if split else "D" if option.back == 2 else "C", old.origin, probability,
            )  # fmt: skip
        else:
            decision = Decision(None, None, "", "", "0", index, probability)
        self.decisions[index] = decision
        if decision.source is not None:
            self.spoken[decision.head] += 1
        return decision

    def forget(self) -> None:
        """Takes back what was decided, to decide anew from the first quotation on."""
        self.decisions.clear()
        self.spoken.clear()


def _crowd(before: list[Candidate], after: list[Candidate]) -> str:
    """Whether a speaking verb stands near the quotation on either side."""
    left = next((c.form for c in before[:3] if c.strength in "SP" and c.form != "non"), "-")
    right = next((c.form for c in after[:2] if c.strength in "SP" and c.form != "non"), "-")
    return left + right
