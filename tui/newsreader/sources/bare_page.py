"""All the text of a web page, for pages in which no article stands out.

Reads tags without building a tree: linear in the page's length, whatever the page.
"""

from __future__ import annotations

from html import unescape
from typing import Final

from newsreader.sources.draft import Draft, draft
from newsreader.sources.markup import declared_language, tag_pattern

_BLOCK_NAMES: Final = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre "
    "section summary table td th tr ul"
)
_BLOCKS: Final = frozenset(_BLOCK_NAMES.split())
_HIDDEN: Final = frozenset(["head", "nav", "form", "button", "select"])


def read_bare_page(page: str) -> Draft:
    """Everything that a clean page says, but its menus and forms."""
    reader = _read(page)
    title = " ".join(reader.heading or reader.title)
    return draft(title, reader.blocks, language=declared_language(page))


def bare_blocks(page: str) -> list[str]:
    """The text of each block of a clean page: paragraphs, headings, items."""
    return _read(page).blocks


def _read(page: str) -> _Reader:
    reader = _Reader()
    last = 0
    for match in tag_pattern().finditer(page):
        reader.text(page[last : match.start()])
        reader.tag(match[2].lower(), closes=bool(match[1]))
        last = match.end()
    reader.text(page[last:])
    reader.end_block()
    return reader


class _Reader:
    def __init__(self) -> None:
        self.title: list[str] = []
        self.heading: list[str] = []
        self.blocks: list[str] = []
        self._pieces: list[str] = []
        self._within = ""  # title or h1
        self._hidden = ""  # the outermost hidden element that is open

    def tag(self, name: str, *, closes: bool) -> None:
        if name in _BLOCKS or name in _HIDDEN:
            self.end_block()
        if name == "br":
            self._pieces.append("\n")
        elif name in ("title", "h1"):
            self._within = "" if closes else name
        elif name in _HIDDEN or name == "body":  # a head need not be closed
            if closes or name == "body":
                self._hidden = "" if name in (self._hidden, "body") else self._hidden
            elif not self._hidden:
                self._hidden = name

    def text(self, source: str) -> None:
        if not source:
            return
        words = unescape(source).replace("\n", " ")
        if self._within == "title":
            self.title.append(words)
        elif not self._hidden:
            if self._within == "h1":
                self.heading.append(words)
            self._pieces.append(words)

    def end_block(self) -> None:
        lines = "".join(self._pieces).split("\n")
        self._pieces = []
        words = "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
        if words:
            self.blocks.append(words)
