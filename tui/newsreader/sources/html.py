"""Web pages to plain text, in a child process: a page from the web may do anything to a parser."""

from __future__ import annotations

import re
from typing import Final

from newsreader.errors import AnalysisFailed, NotAnArticle
from newsreader.process import Limits, run_module
from newsreader.sources.draft import Draft

_LIMITS: Final = Limits(cpu_seconds=6, seconds=10, megabytes=1536)
_HEAD: Final = 4096  # bytes or code points in which a page says what it is


def looks_like_html(text: str) -> bool:
    """Whether a text of unknown kind is a web page."""
    start = text[:_HEAD].lstrip().lower()
    if start.startswith("<?xml"):
        start = start.partition("?>")[2].lstrip()
    return start.startswith(("<!doctype html", "<html", "<head", "<body"))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page declares in its first lines, in lower case."""
    match = re.search(
        rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", data[:_HEAD], re.I
    )
    return match[1].decode("ascii").lower() if match and match[1].isascii() else None


def read_page(page: str, name: str, notes: list[str]) -> Draft:
    """The article of a web page: title, body and what its metadata say. ``notes`` gains a line
    if no article stood out and all the page's text was taken.

    Raises:
        NotAnArticle: it holds no text, or is built to exhaust whoever reads it.
    """
    import json

    data = page.encode("utf-8", "replace")
    reason = "no article stands out in this page"
    for way in (b"article", b"everything"):
        try:
            answer = run_module("newsreader.sources.page_worker", way + b"\n" + data, _LIMITS)
        except AnalysisFailed as failure:
            reason = f"reading this page {failure}"
            continue
        found = Draft(**json.loads(answer))
        if found.text:
            if way != b"article":
                notes.append(f"{name}: {reason}; all its text is shown")
            return found
    if reason.startswith("no article"):
        reason = "no article text in this page"
    raise NotAnArticle(name, reason, "save the article's text as .txt")
