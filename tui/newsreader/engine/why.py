"""Says in one plain sentence why a quotation was given to its source, for a reader to check."""

from __future__ import annotations

from newsreader.article import Span
from newsreader.engine.document import Attribution

_LONGEST = 60


def why(text: str, attribution: Attribution, speaker: str | None) -> str:
    """One line, written from ``attribution.evidence``; ``speaker`` is the canonical name, if the
    source is known to be somebody. It may hold words of the untrusted ``text``."""
    evidence = dict(attribution.evidence)
    if speaker and "repeated" in evidence:
        return f"The same words are given to {_line(speaker)} elsewhere in the article."
    if speaker and "turn" in evidence:
        return f"In this dialogue two speakers take turns, and now it is {_line(speaker)}'s."
    if speaker and "headline" in evidence:
        return f"The headline is a quotation, and the article quotes only {_line(speaker)}."
    if speaker and "interview" in evidence:
        return f"These words answer a question, and the interview is with {_line(speaker)}."
    if attribution.source is None:
        return "Nothing beside these words says whose they are."
    source = _line(text[slice(*attribution.source)])
    reason = _reason(text, attribution, attribution.source, source, evidence)
    if speaker and _line(speaker) != source:
        reason += f"; {_mentioned(source)} is {_line(speaker)}"
    return f"{reason}."


def _reason(
    text: str, attribution: Attribution, where: Span, source: str, evidence: dict[str, str]
) -> str:
    phrase = _between(text, where, attribution.cue) if attribution.cue else source
    words = "statement" if attribution.kind == "indirect" else "quotation"
    place = evidence.get("place", "beside")
    if "carried" in evidence:
        return f"These words go on from the quotation before them, which is given to “{source}”"
    if "dialogue" in evidence:
        return f"In this dialogue the speakers take turns, and now it is the turn of “{source}”"
    if "split" in evidence:
        return f"“{phrase}” parts one sentence in two, and both parts are the same person's"
    if "paragraphs" in evidence:
        return f"The quotation runs over paragraphs, and “{source}” stands beside another of them"
    if "label" in evidence:
        return f"“{source}:” stands at the start of the paragraph, as in an interview"
    if "signature" in evidence:
        return f"The {words} is signed “{source}”"
    if not attribution.cue:
        return f"“{source}” stands {place} the {words}, and nobody is named in a likelier place"
    if place == "around":
        return f"“{phrase}” stands in the middle of the {words}"
    return f"“{phrase}” stands {place} the {words}"


def _between(text: str, source: Span, cue: Span) -> str:
    """The words from source to cue, or the two with “…” between if they stand far apart."""
    first, last = sorted((source, cue))
    if last[0] < first[1] or max(first[1], last[1]) - first[0] <= _LONGEST:
        return _line(text[first[0] : max(first[1], last[1])])
    return f"{_line(text[slice(*first)])} … {_line(text[slice(*last)])}"


def _line(words: str) -> str:
    """``words`` on one line, shortened in the middle if they are long."""
    joined = " ".join(words.split())
    if len(joined) <= _LONGEST:
        return joined
    return f"{joined[: _LONGEST // 2].rstrip()} … {joined[-_LONGEST // 3 :].lstrip()}"


def _mentioned(source: str) -> str:
    """The mention in marks if it is no name."""
    is_name = source[:1].isupper() and len(source) > 1 and source not in ("He", "She", "They")
    return source if is_name else f"“{source}”"
