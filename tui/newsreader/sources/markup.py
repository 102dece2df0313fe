"""Making a web page fit for a parser: what it hides, nests or encodes to do harm is taken out.

One pass from left to right each; nothing looks back, nothing is searched for twice in vain.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from newsreader.text import safe

DEEPEST: Final = 200
"""Elements within elements that are kept; libxml2 gives up at 256."""

_MOST_BREAKS: Final = 2
_HIDDEN: Final = ("script", "style", "noscript", "template", "svg", "math", "iframe", "object")
# Their end tag may be missing, so their start tags do not tell how deep a page nests.
_UNCOUNTED_NAMES: Final = (
    "p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt html head body "
    "area base br col embed hr img input link meta source track wbr"
)
_UNCOUNTED: Final = frozenset(_UNCOUNTED_NAMES.split())


def tag_pattern() -> re.Pattern[str]:
    """A start or end tag: ``/`` or nothing, and the name. Possessive, so it never backtracks."""
    return re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*+)[^<>]*+>")


def _reference() -> re.Pattern[str]:
    return re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?")


def _control() -> re.Pattern[str]:
    return re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def clean_page(page: str) -> str:
    """``page`` without comments, scripts and styles, without references to control characters,
    and nested no deeper than ``DEEPEST``."""
    page = without_declaration(page)
    page = _without(page, "<!--", "-->")
    for name in _HIDDEN:
        page = _without_element(page, name)
    # After the references: a control character is the same written either way.
    page = _reference().sub(_harmless_reference, page)
    page = _control().sub(lambda match: safe(match[0]), page)
    return _flatten(page)


def without_declaration(page: str) -> str:
    """``page`` without an XML declaration, whose encoding is that of the file, not of the text."""
    start = page.lstrip("\ufeff \t\r\n")
    return start.partition("?>")[2] if start.startswith("<?xml") else page


def declared_language(page: str) -> str | None:
    """What ``<html lang="en-GB">`` says."""
    pattern = r"<html\b[^<>]{0,2000}?\blang\s{0,9}=\s{0,9}[\"']?([a-zA-Z-]{2,12})"
    match = re.search(pattern, page[:20_000], re.IGNORECASE)
    return match[1] if match else None


def without_tags(page: str) -> str:
    """The bare words of a piece of HTML."""
    page = _without(page, "<!--", "-->")
    for name in _HIDDEN:
        page = _without_element(page, name)
    return unescape(tag_pattern().sub("", page))


def _without(page: str, opening: str, closing: str) -> str:
    """``page`` without its stretches from ``opening`` to ``closing``. One that is never closed is
    left for the parser."""
    pieces: list[str] = []
    end = 0
    while (start := page.find(opening, end)) >= 0:
        stop = page.find(closing, start + len(opening))
        if stop < 0:
            break
        pieces.append(page[end:start])
        end = stop + len(closing)
    pieces.append(page[end:])
    return " ".join(pieces)


def _without_element(page: str, name: str) -> str:
    lower = page.lower()
    if len(lower) != len(page):  # a letter whose lower case is longer: İ
        lower = page.translate({c: c + 32 for c in range(ord("A"), ord("Z") + 1)})
    pieces: list[str] = []
    end = 0
    while (start := lower.find(f"<{name}", end)) >= 0:
        after = lower[start + len(name) + 1 : start + len(name) + 2]
        if after.isalnum() or after == "-":  # <styled-thing>
            pieces.append(page[end : start + 1])
            end = start + 1
            continue
        stop = lower.find(f"</{name}", start)
        close = lower.find(">", stop) if stop >= 0 else -1
        if close < 0:
            break
        pieces.append(page[end:start] + " ")
        end = close + 1
    pieces.append(page[end:])
    return "".join(pieces)


def _harmless_reference(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else int(match[2])
    if number >= 0xA0:
        return match[0]
    if number in (9, 10, 13) or 0x20 <= number < 0x7F:
        return match[0]
    # HTML reads 128 to 159 as Windows-1252; what is left over controls terminals, not text.
    return safe(unescape(match[0])) or safe(chr(number))


def _flatten(page: str) -> str:
    depth = breaks = 0
    last = 0
    pieces: list[str] = []
    for match in tag_pattern().finditer(page):
        between = page[last : match.start()]
        last = match.end()
        closes, name = match[1], match[2].lower()
        pieces.append(between)
        breaks = breaks + 1 if name == "br" and not between.strip() else int(name == "br")
        if name == "q":  # a browser draws the marks
            pieces.append("”" if closes else "“")
        elif name in _UNCOUNTED:
            pieces.append(match[0] if breaks <= _MOST_BREAKS else "")
        elif closes:
            pieces.append(match[0] if depth <= DEEPEST else " ")
            depth = max(0, depth - 1)
        else:
            depth += not match[0].endswith("/>")
            pieces.append(match[0] if depth <= DEEPEST else " ")
    pieces.append(page[last:])
    return "".join(pieces)
