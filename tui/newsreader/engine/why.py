"""Says in one plain sentence why a quotation was given to its source, for a reader to check."""

from __future__ import annotations

from newsreader.engine.document import Attribution

_LONGEST = 60


def why(text: str, attribution: Attribution, speaker: str | None) -> str:
    """One line, written from ``attribution.evidence``; ``speaker`` is the canonical name, if the
    source is known to be somebody. It may hold words of the untrusted ``text``."""
    evidence = dict(attribution.evidence)
    if speaker and "repeated" in evidence:
        return f"The same words are given to {speaker} elsewhere in the article."
    if attribution.source is None:
        return "Nothing beside these words says whose they are."
    source = _line(text[slice(*attribution.source)])
    is_whom = f"; {_start(source)} is {speaker}" if speaker and speaker != source else ""
    reason = _reason(text, attribution, source, evidence)
    return f"{reason}{is_whom}."


def _reason(text: str, attribution: Attribution, source: str, evidence: dict[str, str]) -> str:
    cue = _line(text[slice(*attribution.cue)]) if attribution.cue else ""
    what = "statement" if attribution.kind == "indirect" else "quotation"
    place = evidence.get("place", "beside")
    if "carried" in evidence:
        return f"These words go on from the quotation before, which is given to “{source}”"
    if "label" in evidence:
        return f"“{source}:” stands at the start of the paragraph, as in an interview"
    if not cue:
        return f"“{source}” stands {place} the {what}, and nobody else is named nearer to it"
    phrase = _between(text, attribution.source, attribution.cue)
    return f"“{phrase}” stands {place} the {what}"


def _between(text: str, source: tuple[int, int] | None, cue: tuple[int, int] | None) -> str:
    """The words from source to cue, or the two with “…” between if they stand far apart."""
    assert source is not None
    assert cue is not None
    first, last = sorted((source, cue))
    if last[1] - first[0] <= _LONGEST and last[0] >= first[1]:
        return _line(text[first[0] : last[1]])
    if last[0] < first[1]:
        return _line(text[first[0] : max(first[1], last[1])])
    return f"{_line(text[slice(*first)])} … {_line(text[slice(*last)])}"


def _line(words: str) -> str:
    """``words`` on one line, shortened in the middle if they are long."""
    joined = " ".join(words.split())
    if len(joined) <= _LONGEST:
        return joined
    return f"{joined[: _LONGEST // 2].rstrip()} … {joined[-_LONGEST // 3 :].lstrip()}"


def _start(source: str) -> str:
    return (
        f"“{source}”"
        if source[:1].islower() or source.lower() in ("he", "she", "they", "i", "we")
        else source
    )
