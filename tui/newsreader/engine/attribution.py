"""Stage 4: who is said to have said each quotation, by which words.

For each quotation the candidates (a source mention with its cue, the source of a quotation before,
nobody) are ranked by a linear model; its softmax, calibrated, is the confidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from newsreader.article import QuoteKind, Span
from newsreader.engine.attribution_candidates import Candidate, Clauses
from newsreader.engine.attribution_features import (
    Previous,
    QuoteFacts,
    candidate_features,
    carried_features,
    is_sentence,
    none_features,
    quote_facts,
)
from newsreader.engine.document import Attribution, Document, Name, Quotation
from newsreader.engine.linear_model import Model, load_model
from newsreader.engine.skeleton import PARAGRAPH, skeletons
from newsreader.engine.source_mentions import mentions, name_kinds, source_span
from newsreader.engine.word_classes import word_classes


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
    """A document with its quotations, ready to list the options of each and to decide in order."""

    def __init__(self, doc: Document, quotations: list[Quotation], names: list[Name]) -> None:
        self.doc = doc
        self.quotations = quotations
        self.classes = word_classes(doc, names)
        kinds = name_kinds(doc, names)
        found, self.home = skeletons(doc, self.classes, quotations)
        self.clauses = [Clauses(doc, one, mentions(doc, one, kinds)) for one in found]
        self.decisions: dict[int, Decision] = {}
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
        return quote_facts(self.doc, clauses, self.quotations[index], place or 0)

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
        earlier = self._earlier(index)
        previous = self._previous(index, earlier[0]) if earlier else None
        head = self.decisions[earlier[0]].head if earlier else ""
        for candidate in before + after:
            same = bool(head) and candidate.mention.head == head
            features = candidate_features(clauses, facts, place, candidate, previous, same)
            ranked.append(Option(candidate, 0, features))
        for back, other in enumerate(earlier, 1):
            features = carried_features(facts, self._previous(index, other), crowd, back)
            ranked.append(Option(None, back, features))
        ranked.append(Option(None, 0, none_features(facts, previous, crowd)))
        return facts, ranked

    def _earlier(self, index: int) -> list[int]:
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

    def decide(self, index: int, option: Option, probability: float) -> Decision:
        """Turns the chosen option into a decision and keeps it for those that follow."""
        clauses = self.clauses[self.home[index]]
        if option.candidate is not None:
            chosen = option.candidate
            token = clauses.skeleton.tokens[chosen.cue] if chosen.cue >= 0 else -1
            cue = (self.doc.starts[token], self.doc.ends[token]) if token >= 0 else None
            span = source_span(self.doc, clauses.skeleton, chosen.mention)
            decision = Decision(
                span, cue, chosen.mention.head, chosen.mention.kind,
                chosen.side + chosen.form, index, probability,
            )  # fmt: skip
        elif option.back:
            other = self._earlier(index)[option.back - 1]
            old = self.decisions[other]
            decision = Decision(old.source, None, old.head, old.kind, "C", old.origin, probability)
        else:
            decision = Decision(None, None, "", "", "0", index, probability)
        self.decisions[index] = decision
        return decision


def _crowd(before: list[Candidate], after: list[Candidate]) -> str:
    """Whether a speaking verb stands near the quotation on either side."""
    left = next((c.form for c in before[:3] if c.strength in "SP" and c.form != "non"), "-")
    right = next((c.form for c in after[:2] if c.strength in "SP" and c.form != "non"), "-")
    return left + right


def choose(model: Model, options: list[Option]) -> tuple[int, float]:
    """The index of the best option and its raw probability."""
    scores = [model.score(option.features) for option in options]
    best = max(range(len(scores)), key=scores.__getitem__)
    return best, 1.0 / sum([exp(score - scores[best]) for score in scores])


def attribute(doc: Document, quotations: list[Quotation], names: list[Name]) -> list[Attribution]:
    """One attribution for each quotation, in text order; ``source`` is ``None`` for what nobody is
    said to have said (titles, nicknames, scare quotes)."""
    if not quotations:
        return []
    model = load_model("attribution")
    reading = Reading(doc, quotations, [])  # the model has not seen kinds of names yet
    found: list[Attribution] = []
    for index, quote in enumerate(quotations):
        facts, options = reading.options(index)
        best, raw = choose(model, options)
        probability = model.calibrated(raw)
        decision = reading.decide(index, options[best], probability)
        source = decision.source if raw >= model.threshold else None
        kind: QuoteKind = "direct" if is_sentence(facts) else "mixed"
        found.append(
            Attribution(
                quote.start,
                quote.end,
                kind,
                source,
                decision.cue if source else None,
                probability,
                _evidence(decision, quote),
            )
        )
    return found


def _evidence(decision: Decision, quote: Quotation) -> tuple[tuple[str, str], ...]:
    """The facts that decided, best first: ``carried``, ``label``, ``inverted``, ``verb``,
    ``according`` or ``near``; then on which side the source stands."""
    form = decision.form
    if form == "0" or decision.source is None:
        return (("nobody", ""),)
    cue = str(decision.cue[0]) if decision.cue else ""
    name = {"C": "carried", "fwd": "verb", "inv": "inverted", "acc": "according", "lbl": "label"}
    side = "before" if decision.source[0] < quote.start else "after"
    return ((name.get(form.lstrip("AB"), "near"), cue), ("place", _side(side, decision, quote)))


def _side(side: str, decision: Decision, quote: Quotation) -> str:
    spans = [span for span in (decision.source, decision.cue) if span]
    near = min(
        abs(span[0] - quote.outer_end) if side == "after" else abs(quote.outer_start - span[1])
        for span in spans
    )
    return f"right {side}" if near <= 3 else side
