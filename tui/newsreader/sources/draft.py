"""What is known of a page or Markdown file before it becomes an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_INVISIBLE = {0xAD: None, 0x200B: None}  # where a word may be broken, not part of it
_LONGEST_LINE = 500
_LONGEST_URL = 2000


@dataclass(frozen=True, slots=True)
class Draft:
    """Plain text, and what the page says of itself. ``text`` begins with ``title``, if any."""

    text: str
    title: str = ""
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def draft(title: str | None, blocks: Iterable[str], **about: str | None) -> Draft:
    """A draft of ``blocks`` (paragraphs, headings, lists) under ``title``."""
    headline = one_line(title) or ""
    body = [words for block in blocks if (words := block.translate(_INVISIBLE)).strip()]
    if headline and body and " ".join(body[0].split()) == headline:
        body[0] = headline
    elif headline:
        body.insert(0, headline)
    known = {name: one_line(value) for name, value in about.items()}
    if (byline := known.get("byline")) and byline[:3].lower() == "by ":
        known["byline"] = byline[3:].lstrip() or None
    known["url"] = _web_address(known.get("url"))
    known["language"] = _language_code(known.get("language"))
    return Draft("\n\n".join(body) + "\n" if body else "", headline, **known)


def one_line(value: str | None) -> str | None:
    """``value`` with each stretch of white space as one space; ``None`` if nothing is left."""
    return " ".join((value or "")[: _LONGEST_LINE * 4].split())[:_LONGEST_LINE] or None


def _web_address(value: str | None) -> str | None:
    if value and len(value) < _LONGEST_URL and value.lower().startswith(("http://", "https://")):
        return value
    return None


def _language_code(value: str | None) -> str | None:
    """``en`` for ``en-GB``."""
    code = (value or "").replace("_", "-").partition("-")[0].strip().lower()
    return code if len(code) in (2, 3) and code.isascii() and code.isalpha() else None
