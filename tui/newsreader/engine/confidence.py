"""Stage 7: how sure an attribution is, all things considered.

The models of the stages before are calibrated by themselves, each over all its decisions. What
decided in the end (a rule, a label, a guess without a reporting word), and who the source turned
out to be, say more: a small logistic model over these, learned on articles that the others had
not seen, corrects what they state.
"""

from __future__ import annotations

from math import exp, log

from newsreader.article import Span
from newsreader.engine.document import Attribution
from newsreader.engine.linear_model import load_model

_LEAST, _MOST = 0.01, 0.99
_NEAR, _FAR = 3, 60
_SHORT = 3
_SIGNED, _LABELLED = 0.85, 0.93
"""What a signature, and a speaker's label in an interview, are worth at least: labelled news has
too few of them to learn that they are proof."""


def certainty(text: str, one: Attribution, title: Span | None, kind: str | None) -> float:
    """The probability that the attribution is right, from 0 to 1; ``kind`` is the speaker's, if
    the source is known to be somebody.

    Raises:
        DataError: the data file is missing or damaged.
    """
    slope, facts = evidence_facts(text, one, title, kind)
    model = load_model("confidence")
    raw = (model.weights[slope] or 1.0) * logit(one.confidence) + model.score(facts)
    sure = 1 / (1 + exp(-raw))
    if _in_marks(one):
        sure = model.calibrated(sure)
    elif one.kind == "indirect":
        sure = load_model("confidence_indirect").calibrated(sure)
    return min(max(sure, _convention(one)), _MOST)


def _in_marks(one: Attribution) -> bool:
    """Whether somebody is said to have said words in marks: nine in ten of these are sure, and
    the logistic model, which fits them, promises too much of the others."""
    return one.kind != "indirect" and one.source is not None


def _convention(one: Attribution) -> float:
    """What the printed form alone is worth, however seldom training showed it."""
    facts = dict(one.evidence)
    if "signature" in facts:
        return _SIGNED
    # A label without a place is the one of a transcript's turn.
    if "label" in facts and "place" not in facts and one.source is not None:
        return _LABELLED if one.start - one.source[1] <= _NEAR else _SIGNED
    return _LEAST


def logit(probability: float) -> float:
    """The log odds, of what is neither certain nor impossible."""
    probability = min(max(probability, _LEAST), _MOST)
    return log(probability / (1 - probability))


def evidence_facts(
    text: str, one: Attribution, title: Span | None, kind: str | None
) -> tuple[str, list[str]]:
    """The name of the weight that multiplies the stated log odds, and what else counts."""
    group = "indirect" if one.kind == "indirect" else "marked"
    if one.source is None:
        group = f"{group} nobody"
    facts = dict(one.evidence)
    form = one.evidence[0][0] if one.evidence else ""
    found = [
        group,
        f"{group} {one.kind}",
        f"{group} {form}",
        f"{group} {form} {facts.get('place', '')}",
        f"{group} who {kind}",
    ]
    if title is not None and title[0] <= one.start < title[1]:
        found.append(f"{group} title")
    if len(text[one.start : one.end].split(None, _SHORT)) < _SHORT:
        found.append(f"{group} short")
    if one.source is not None:
        name = "name" if text[one.source[0]].isupper() else "description"
        if one.source[1] - one.source[0] <= _NEAR + 1:
            name = "pronoun"
        found += [f"{group} {form} {name}", f"{group} {_distance(one, one.source)}"]
        found.append(f"{group} {'cue' if one.cue else 'no cue'}")
    else:
        found.append(f"{group} ~{_step(one.confidence)}")
    return f"{group} ×", found


def _step(probability: float) -> int:
    """The twentieth that the probability lies in: log odds alone would correct all alike."""
    return min(int(probability * 20), 19)


def _distance(one: Attribution, source: Span) -> str:
    gap = max(one.start - source[1], source[0] - one.end, 0)
    return "beside" if gap <= _NEAR else "near" if gap <= _FAR else "far"
