"""What is put into the clipboard. Pure."""

from __future__ import annotations

from newsreader.article import Article, Quote
from newsreader.text import safe, safe_line
from newsreader.ui.sureness import UNKNOWN, is_unsure, percent


def quote_to_copy(article: Article, quote: Quote) -> str:
    """A quote with its speaker and how sure that is; a paraphrase says that it is one."""
    words = safe(article.text[quote.start : quote.end])
    said = f"[paraphrase] {words}" if quote.kind == "indirect" else f"“{words}”"
    if quote.speaker is None:
        return f"{said} — {UNKNOWN.lower()}"
    doubt = f" (unsure, {percent(quote)})" if is_unsure(quote) else ""
    return f"{said} — {safe_line(quote.speaker)}{doubt}"


def what_to_copy(selected: str | None, article: Article, quote: Quote | None) -> tuple[str, str]:
    """What to put into the clipboard, ``""`` for nothing, and what to say about it."""
    if selected:
        return selected, "Copied the selection."
    if quote is not None:
        what = "paraphrase, marked as one" if quote.kind == "indirect" else "quote"
        return quote_to_copy(article, quote), f"Copied the {what}."
    return "", "Select text with the mouse, or a quote with ], to copy it."
