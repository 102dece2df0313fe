"""What is put into the clipboard. Pure."""

from __future__ import annotations

from newsreader.article import Article, Quote
from newsreader.text import safe, safe_line


def quote_to_copy(article: Article, quote: Quote) -> str:
    """A quote with its speaker, a paraphrase without marks."""
    words = safe(article.text[quote.start : quote.end])
    said = words if quote.kind == "indirect" else f"“{words}”"
    return f"{said} — {safe_line(quote.speaker)}" if quote.speaker else said


def what_to_copy(selected: str | None, article: Article, quote: Quote | None) -> tuple[str, str]:
    """What to put into the clipboard, ``""`` for nothing, and what to say about it."""
    if selected:
        return selected, "Copied the selection."
    if quote is not None:
        return quote_to_copy(article, quote), "Copied the quote."
    return "", "Select text with the mouse, or a quote with ], to copy it."
