"""Says in one plain sentence why a quotation was given to its source, for a reader to check."""

from __future__ import annotations

from newsreader.article import Span
from newsreader.engine.antecedents import one_line
from newsreader.engine.document import Attribution

_LONGEST = 60
_FEW = 4
"""Words up to which what nobody says is likelier a title than a sentence."""


def why(
    text: str,
    attribution: Attribution,
    speaker: str | None,
    identity: str = "",
    origin: Span | None = None,
) -> str:
    """One line, written from ``attribution.evidence``; ``speaker`` is the canonical name, if the
    source is known to be somebody. ``identity`` says how one knows (``Antecedents.of``);
    ``origin`` is the cue beside the source where that stands with another quotation.
    It may hold words of the untrusted ``text``."""
    evidence = dict(attribution.evidence)
    if attribution.source is None:
        few = len(text[attribution.start : attribution.end].split(None, _FEW)) <= _FEW
        reason = _unsaid(attribution.kind == "mixed" or few, speaker, evidence)
    else:
        reason = _reason(text, attribution, attribution.source, evidence, origin)
    sentence = f"{reason}; {identity}" if identity else reason
    return sentence if sentence.endswith(".") else f"{sentence}."


def _unsaid(fragment: bool, speaker: str | None, evidence: dict[str, str]) -> str:
    if speaker:
        who = one_line(speaker)
        if "repeated" in evidence:
            return f"The same words are given to {who} elsewhere in the article."
        if "turn" in evidence:
            return f"In this dialogue two speakers take turns, and now it is {who}’s."
        if "headline" in evidence:
            return f"The headline is a quotation, and the article quotes only {who}."
        if "interview" in evidence:
            return f"These words answer a question, and the interview is with {who}."
    if "answer" in evidence:
        return "These words answer a question; who was asked could not be told."
    if "question" in evidence:
        return "This is the interviewer’s part, which is not given to any speaker."
    if fragment:
        return (
            "Nobody beside these words is likely enough to have said them; "
            "they may be a title, a name or a turn of phrase."
        )
    return "Nobody beside these words is likely enough to have said them: the speaker is unknown."


def _reason(
    text: str, one: Attribution, where: Span, evidence: dict[str, str], origin: Span | None
) -> str:
    source = one_line(text[slice(*where)])
    phrase = _between(text, where, one.cue) if one.cue else source
    words = "statement" if one.kind == "indirect" else "quotation"
    place = evidence.get("place", "beside")
    beside = _between(text, where, origin) if origin else source
    if "carried" in evidence:
        if origin:
            return f"These words go on from the quotation that has “{beside}” beside it"
        return f"These words go on from the quotation before them, which is given to “{source}”"
    if "dialogue" in evidence:
        return f"In this dialogue the speakers take turns, and now it is the turn of “{source}”"
    if "split" in evidence:
        return f"“{phrase}” stands in one sentence with this {words} and the one before it"
    if "paragraphs" in evidence:
        return f"The quotation runs over paragraphs, and “{beside}” stands beside another part"
    if "label" in evidence:
        return _labelled(text, one, where, "place" in evidence)
    if "signature" in evidence:
        return f"The {words} is signed “{source}”"
    if not one.cue:
        return (
            f"“{source}” stands {place} the {words}, "
            "and nobody else named nearby is likelier to have said it"
        )
    if _apart(one, where, one.cue):
        cue = one_line(text[slice(*one.cue)])
        first, last = ("before", "after") if where[0] < one.cue[0] else ("after", "before")
        return f"“{source}” stands {first} the {words} and “{cue}” {last} it"
    if place == "around":
        return f"“{phrase}” stands in the middle of the {words}"
    return f"“{phrase}” stands {place} the {words}"


def _apart(one: Attribution, source: Span, cue: Span) -> bool:
    """Whether the reported words stand between source and cue."""
    first, last = sorted((source, cue))
    return first[1] <= one.start and one.end <= last[0]


def _labelled(text: str, one: Attribution, where: Span, marked: bool) -> str:
    """``marked``: in a quotation's marks, not a turn of a transcript."""
    colon = text.find(":", where[1], min(one.start, where[1] + _LONGEST))
    label = one_line(text[where[0] : colon + 1 if colon >= 0 else where[1]])
    if marked:
        return f"“{label}” stands before the quotation, as a label for whose words it is"
    if "\n" in text[where[1] : one.start]:
        return f"This paragraph goes on after the one that “{label}” begins"
    return f"“{label}” stands at the start of the paragraph, as in an interview"


def _between(text: str, source: Span, cue: Span) -> str:
    """The words from source to cue, or the two with “…” between if they stand far apart."""
    first, last = sorted((source, cue))
    if last[0] < first[1] or max(first[1], last[1]) - first[0] <= _LONGEST:
        return one_line(text[first[0] : max(first[1], last[1])])
    return f"{one_line(text[slice(*first)])} … {one_line(text[slice(*last)])}"
