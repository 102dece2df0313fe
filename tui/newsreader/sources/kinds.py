"""What kind of file an article is in, told by its name or its first lines."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final, Literal

Kind = Literal["text", "markdown", "page"]

_KINDS: Final[dict[str, Kind]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
}
_HEAD: Final = 4096  # bytes or code points in which a page says what it is


def kind_of(path: str | None) -> Kind | None:
    """The kind that the path's ending promises; ``None`` if the content has to tell."""
    return _KINDS.get(PurePath(path).suffix.lower()) if path else None


def looks_like_page(text: str) -> bool:
    """Whether a text of unknown kind is a web page."""
    start = text[:_HEAD].lstrip().lower()
    if start.startswith("<?xml"):
        start = start.partition("?>")[2].lstrip()
    return start.startswith(("<!doctype html", "<html", "<head", "<body"))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page declares in its first lines, in lower case."""
    import re

    match = re.search(
        rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", data[:_HEAD], re.I
    )
    return match[1].decode("ascii").lower() if match and match[1].isascii() else None
