"""Web pages to plain text, in a child process: a page from the web may do anything to a parser."""

from __future__ import annotations

from typing import Final

from newsreader.errors import AnalysisFailed, NotAnArticle
from newsreader.process import Limits
from newsreader.sources.draft import Draft
from newsreader.sources.in_child import Way, parse_in_child

_LIMITS: Final = Limits(cpu_seconds=6, seconds=10, megabytes=1536)
_WAYS: Final[tuple[Way, ...]] = ("article", "everything")


def read_page(page: str, name: str, notes: list[str]) -> Draft:
    """The article of a web page: title, body and what its metadata say. ``notes`` gains a line
    if no article stood out and all the page's text was taken.

    Raises:
        NotAnArticle: it holds no text, or is built to exhaust whoever reads it.
    """
    reason = "no article stands out in this page"
    for way in _WAYS:
        try:
            found = parse_in_child(way, page, _LIMITS)
        except AnalysisFailed as failure:
            reason = f"reading this page {failure}"
            continue
        if found.text:
            if way == "everything":
                notes.append(f"{name}: {reason}; all its text is shown")
            return found
    if reason.startswith("no article"):
        reason = "no article text in this page"
    raise NotAnArticle(name, reason, "save the article's text as .txt")
