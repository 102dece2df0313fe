"""Markdown to plain text: the words without the markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsreader.errors import AnalysisFailed
from newsreader.process import Limits
from newsreader.sources.draft import Draft, draft
from newsreader.sources.markup import without_tags
from newsreader.sources.yaml_header import split_header

_LONGEST_HERE: Final = 100_000  # code points
_MOST_SECONDS: Final = 20

if TYPE_CHECKING:
    from markdown_it.token import Token


def read_markdown(text: str) -> Draft:
    """The plain text of ``text``, with what its YAML header says.

    Paragraphs are parted by blank lines, soft line breaks are spaces, list items begin with "• "
    or their number. Links lose their target, pictures become their description.
    """
    from markdown_it import MarkdownIt

    about, body = split_header(text)
    page = _Page()
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body):
        page.take(token)
    return draft(about.pop("title", None) or page.heading, page.blocks, **about)


def read_markdown_file(text: str, name: str, notes: list[str]) -> Draft:
    """``read_markdown``, in a child process if ``text`` is long. If the parser cannot cope with it,
    it is shown as it is, and ``notes`` gains a line that says so."""
    if len(text) <= _LONGEST_HERE:  # a child takes longer to start than that to parse
        return read_markdown(text)
    from newsreader.sources.in_child import parse_in_child

    limits = Limits(cpu_seconds=_MOST_SECONDS, seconds=2 * _MOST_SECONDS, megabytes=1536)
    try:
        return parse_in_child("markdown", text, limits)
    except AnalysisFailed as failure:
        notes.append(f"{name}: reading this Markdown {failure}; it is shown as it is")
        return Draft(text)


class _Page:
    """Gathers blocks of text from the parser's tokens."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.heading: str | None = None
        """The first block, if it is a heading of the first level."""
        self._numbers: list[int | None] = []  # of the next item in each open list, None: bullets
        self._mark = ""  # of an item that has no text yet
        self._rows: list[list[str]] | None = None  # of the table that is open
        self._joins = False  # the next paragraph stands in a list without blank lines

    def take(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                if token.tag == "h1" and not self.blocks:
                    self.heading = ""
            case "bullet_list_open":
                self._open_list(None)
            case "ordered_list_open":
                self._open_list(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self._numbers.pop()
                self._joins = self._joins and bool(self._numbers)
            case "list_item_open":
                self._open_item()
            case "table_open":
                self._rows = []
            case "tr_open" if self._rows is not None:
                self._rows.append([])
            case "table_close":
                rows, self._rows = self._rows or [], None
                self._add("\n".join(" | ".join(row) for row in rows))
            case "inline":
                self._add(inline_text(token))
            case "fence" | "code_block":
                self._add(token.content.rstrip("\n"))
            case "html_block":
                self._add(without_tags(token.content))
            case "paragraph_open":
                self._joins = self._joins and token.hidden

    def _open_list(self, first: int | None) -> None:
        self._numbers.append(first)
        self._joins = self._joins and len(self._numbers) > 1

    def _open_item(self) -> None:
        number = self._numbers[-1]
        indent = "  " * (len(self._numbers) - 1)
        self._mark = indent + ("• " if number is None else f"{number}. ")
        if number is not None:
            self._numbers[-1] = number + 1

    def _add(self, words: str) -> None:
        words = words.strip()
        if self._rows:
            self._rows[-1].append(words)
            return
        if not words:
            return
        if self.heading == "" and not self.blocks:
            self.heading = words
        if self._joins and self._mark:
            self.blocks[-1] += "\n" + self._mark + words
        else:
            self.blocks.append(self._mark + words)
        self._joins = bool(self._numbers)
        self._mark = ""


def inline_text(token: Token) -> str:
    """The words of a run of text, its pictures described."""
    pieces: list[str] = []
    for child in token.children or ():
        match child.type:
            case "softbreak":
                pieces.append(" ")
            case "hardbreak":
                pieces.append("\n")
            case "image":
                pieces.append(inline_text(child))
            case "html_inline":
                pieces.append("")
            case _:
                pieces.append(child.content)
    return "".join(pieces)
