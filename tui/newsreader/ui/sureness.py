"""How sure it is who said something, as marks and words that need no colour. Pure."""

from __future__ import annotations

from newsreader.article import Quote

UNSURE = 0.6
"""Stated confidence below which a speaker is shown as unsure: wrong two times in five or more."""

DOUBT = "?"
CORRECTED = "✎"
UNKNOWN = "Unknown speaker"
UNKNOWN_MARK = DOUBT


def is_unsure(quote: Quote) -> bool:
    """Whether somebody was found to have said it, but might well not have."""
    return quote.speaker is not None and not quote.corrected and quote.confidence < UNSURE


def mark(quote: Quote) -> str:
    """What stands after the name and beside the quote: corrected, doubtful, or nothing."""
    if quote.corrected:
        return CORRECTED
    return DOUBT if quote.speaker is None or is_unsure(quote) else ""


def in_words(quote: Quote) -> str:
    """The same in words, with the stated confidence; nothing for an unknown speaker."""
    if quote.corrected:
        return "corrected by you"
    if quote.speaker is None:
        return ""
    return f"Unsure ({percent(quote)})" if is_unsure(quote) else f"{percent(quote)} sure"


def percent(quote: Quote) -> str:
    """The stated confidence."""
    return f"{round(quote.confidence * 100)} %"


def count(quotes: int, paraphrases: int, column: int = 0) -> str:
    """How often somebody is quoted and how often paraphrased: ``3 ┊2``. ``column`` is the number
    of digits for paraphrases, so that counts stand under each other; 0 if nobody has any."""
    if not column and not paraphrases:
        return str(quotes)
    size = max(column, len(str(paraphrases)))
    told = f"┊{paraphrases:<{size}}" if paraphrases else " " * (size + 1)
    return f"{quotes or ''} {told}"
