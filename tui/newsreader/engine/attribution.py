"""Stage 4: who is said to have said each quotation, by which words.

For each quotation the candidates (a source mention with its cue, the source of a quotation before,
nobody) are ranked by a linear model and, where it wavers, by trees; their softmax, calibrated, is
the confidence. A few rules then settle what the labelled news rarely shows: dialogue, quotations in
quotations, transcripts.
"""

from __future__ import annotations

from bisect import bisect_left

from newsreader.article import QuoteKind
from newsreader.engine.attribution_features import QuoteFacts, is_sentence
from newsreader.engine.attribution_ranking import Ranker
from newsreader.engine.attribution_reading import Decision, Option, Reading
from newsreader.engine.document import Attribution, Document, Name, Quotation
from newsreader.engine.linear_model import load_model
from newsreader.engine.transcripts import Turn, transcript_turns
from newsreader.engine.trees import load_trees
from newsreader.engine.wordlists import wordlist

_DOUBTFUL, _AFTER_COLON, _SURE = 0.35, 0.6, 0.95
_FIRM = 0.7
_TITLED = 0.6
"""Below this, capitalised words in the middle of a sentence are likelier a title than speech."""
_LONGEST_LABEL = 80
_FORMS = {
    "C": "carried",
    "D": "dialogue",
    "S": "split",
    "P": "paragraphs",
    "fwd": "verb",
    "inv": "inverted",
    "acc": "according",
    "lbl": "label",
    "sig": "signature",
    "non": "near",
}


def attribute(doc: Document, quotations: list[Quotation], names: list[Name]) -> list[Attribution]:
    """One attribution for each quotation and for each turn of a transcript, in text order;
    ``source`` is ``None`` for what nobody is said to have said (titles, nicknames, scare quotes).
    Linear in the length of the article.

    Raises:
        DataError: a data file is missing or damaged.
    """
    turns = transcript_turns(doc, names)
    found = [_spoken(doc, turn) for turn in turns]
    if quotations:
        found += [one for one in _quoted(doc, quotations) if not _is_turn(one, turns)]
        found.sort(key=lambda one: (one.start, -one.end))
    return found


def _is_turn(one: Attribution, turns: list[Turn]) -> bool:
    """Whether marks only open or enclose a turn that is found by its label: ““NOVAK: No.””"""
    at = bisect_left(turns, one.start, key=lambda turn: turn.start)
    return (
        at < len(turns)
        and turns[at].start < one.end
        and turns[at].start - one.start <= _LONGEST_LABEL
    )


def _quoted(doc: Document, quotations: list[Quotation]) -> list[Attribution]:
    model = load_model("attribution")
    reading = Reading(doc, quotations)
    ranker = Ranker(reading, model, load_trees("attribution_trees"))
    kinds: list[QuoteKind] = []
    for index in range(len(quotations)):
        facts, options = reading.options(index)
        best, raw = settle(ranker, index, facts, options)
        reading.decide(index, options[best], model.calibrated(raw))
        kinds.append("direct" if is_sentence(facts) else "mixed")
    decisions = _over_paragraphs(quotations, [reading.decisions[i] for i in range(len(kinds))])
    return [
        Attribution(
            quote.start, quote.end, kind, decision.source, decision.cue, decision.probability,
            _evidence(doc, decision, quote),
        )
        for quote, kind, decision in zip(quotations, kinds, decisions, strict=True)
    ]  # fmt: skip


def settle(
    ranker: Ranker, index: int, facts: QuoteFacts, options: list[Option]
) -> tuple[int, float]:
    """The option to take and its raw probability: the models', but a dialogue alternates, a
    colon resumes, and whole sentences in marks are somebody's unless the models are sure."""
    reading = ranker.reading
    best, raw = ranker.choose(index, facts, options)
    nobody = len(options) - 1
    if raw[best] < 0.5 and _is_object(options, best):
        raw[best] = 0.0
        best = max(range(nobody + 1), key=raw.__getitem__)
    if reading.resumes(index):
        return next(i for i, option in enumerate(options) if option.back == 1), _SURE
    if reading.alternates(index, facts):
        other = next((i for i, option in enumerate(options) if option.back == 2), None)
        if other is not None:
            return other, max(raw[other], 0.5)
    if _is_title(facts, options[best], raw[best]):
        return nobody, max(raw[nobody], 0.5)
    if nobody == 0 or (best != nobody and raw[best] >= ranker.model.threshold):
        return best, raw[best]
    if best != nobody and facts.kind != "f":
        return nobody, raw[nobody]
    second = max(range(nobody), key=raw.__getitem__)
    limit = _AFTER_COLON if facts.before.endswith(":") else _DOUBTFUL
    if facts.kind == "f" and facts.words >= 3 and raw[nobody] < limit:
        return second, raw[second]
    if facts.words > 1 and facts.before.endswith("V"):
        written = next((i for i, option in enumerate(options) if _is_written(option)), None)
        if written is not None:
            return written, max(raw[written], 0.5)
    if facts.nested == "n":
        inner = next(
            (i for i, option in enumerate(options) if _introduces(reading, index, option)), None
        )
        if inner is not None:
            return inner, max(raw[inner], 0.5)
    return nobody, raw[nobody]


def _is_object(options: list[Option], index: int) -> bool:
    """Whether the option is whom somebody else spoke to, “the union asked China”, not who spoke."""
    candidate = options[index].candidate
    return (
        candidate is not None
        and (candidate.side, candidate.form) == ("B", "inv")
        and any(
            option.candidate is not None
            and (option.candidate.cue, option.candidate.form) == (candidate.cue, "fwd")
            for option in options
        )
    )


def _is_title(facts: QuoteFacts, option: Option, share: float) -> bool:
    """Whether the quotation is a title: one that somebody read, wrote or sang, or capitalised
    words in a sentence that hardly anything (``share``) says somebody said."""
    candidate = option.candidate
    if candidate is None or (facts.titled, facts.first) != ("T", "m"):
        return False
    if share < _TITLED:
        return True
    works = candidate.lemma in wordlist("work_verbs")
    return works and facts.kind == "k" and candidate.mention.kind != "DOC"


def _is_written(option: Option) -> bool:
    """Whether something written says the words that follow: “the sign read ‘Closed on Monday’”."""
    candidate = option.candidate
    return bool(
        candidate
        and (candidate.side, candidate.form, candidate.strength) == ("B", "fwd", "S")
        and candidate.rank == 0
        and candidate.mention.kind == "DOC"
    )


def _introduces(reading: Reading, index: int, option: Option) -> bool:
    """Whether a speaking verb in the past with a name as its subject stands right before a
    quotation in a quotation. What somebody “would say” or goes about “saying” was not said, and
    whom “he” and “my doctor” mean there, only the one who speaks knows."""
    candidate = option.candidate
    if (
        candidate is None
        or (candidate.side, candidate.form, candidate.strength) != ("B", "fwd", "S")
        or candidate.rank > 1
        or candidate.mention.kind != "CAP"
        or candidate.mention.head == "i"
    ):
        return False
    skeleton = reading.clauses[reading.home[index]].skeleton
    verb = reading.doc.words[skeleton.tokens[candidate.cue]].lower()
    return not verb.endswith(("s", "ing")) and verb != candidate.lemma


def _over_paragraphs(quotations: list[Quotation], decisions: list[Decision]) -> list[Decision]:
    """One source for a quotation that runs over paragraphs: that of its surest part, if that is
    firm, for the parts that are not or have none."""
    settled = list(decisions)
    chain: list[int] = []
    for index, quote in enumerate(quotations):
        if quote.continues is None:
            _agree(settled, chain)
            chain = []
        elif not chain or chain[-1] != quote.continues:
            _agree(settled, chain)
            chain = [quote.continues]
        if quote.continues is not None:
            chain.append(index)
    _agree(settled, chain)
    return settled


def _agree(settled: list[Decision], chain: list[int]) -> None:
    own = [i for i in chain if settled[i].source and settled[i].form not in ("C", "D", "S")]
    if not own:
        return
    surest = max(own, key=lambda i: settled[i].probability)
    if settled[surest].probability < _FIRM:
        return
    for i in chain:
        if i != surest and (settled[i].source is None or settled[i].probability < _FIRM):
            settled[i] = Decision(
                settled[surest].source, None, settled[surest].head, settled[surest].kind,
                "P", surest, settled[surest].probability,
            )  # fmt: skip


def _spoken(doc: Document, turn: Turn) -> Attribution:
    told = "answer" if turn.answer else "question"
    evidence = (("label", doc.text[slice(*turn.label)]),) if turn.label else ((told, ""),)
    confidence = 0.97 if turn.label else 0.5
    return Attribution(turn.start, turn.end, "direct", turn.label, None, confidence, evidence)


def _evidence(doc: Document, decision: Decision, quote: Quotation) -> tuple[tuple[str, str], ...]:
    """The facts that decided, best first: how the source was found (``carried``, ``split``,
    ``label``, ``inverted``, ``verb``, ``according``, ``near`` or ``nobody``) with the cue's words,
    then on which side of the quotation it stands."""
    if decision.source is None:
        return (("nobody", ""),)
    cue = doc.text[slice(*decision.cue)] if decision.cue else ""
    name = _FORMS[decision.form.lstrip("AB")]
    after = decision.source[0] >= quote.end
    spans = [span for span in (decision.source, decision.cue) if span]
    near = min(
        abs(span[0] - quote.outer_end if after else quote.outer_start - span[1]) for span in spans
    )
    side = "after" if after else "before"
    return ((name, cue), ("place", f"right {side}" if near <= 3 else side))
