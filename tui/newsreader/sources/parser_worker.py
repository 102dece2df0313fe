"""The child process that parses one web page or Markdown file: ``Way``, a new line and the text in,
a ``Draft`` as JSON out. Runs under the limits of ``newsreader.process``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from newsreader.sources.bare_page import bare_blocks, read_bare_page
from newsreader.sources.draft import Draft, draft
from newsreader.sources.markdown import read_markdown
from newsreader.sources.markup import clean_page, declared_language

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS: Final = frozenset({"p", "head", "quote", "list", "table", "code", "div"})


def main() -> None:
    """Read standard input, write a ``Draft``; its text is empty if nothing was found."""
    way, _, text = sys.stdin.buffer.read().decode("utf-8", "replace").partition("\n")
    match way:
        case "article":
            found = read_article(clean_page(text))
        case "everything":
            found = read_bare_page(clean_page(text))
        case _:
            found = read_markdown(text)
    sys.stdout.write(json.dumps(asdict(found)))


def read_article(page: str) -> Draft:
    """The main text and metadata of a clean page; an empty draft if no article stands out."""
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(page, include_comments=False, with_metadata=True)
    except (ValueError, RecursionError):
        document = None
    if document is None or isinstance(document, dict):
        return Draft("")
    return draft(
        document.title,
        _parted(list(filter(None, _blocks(document.body))), page),
        byline=(document.author or "").replace("; ", ", "),
        published=document.date,
        url=document.url,
        language=declared_language(page),
    )


def _parted(blocks: list[str], page: str) -> list[str]:
    """``blocks``, or the page's own if all its words came back in one: a short page does that."""
    if len(blocks) != 1:
        return blocks
    own = bare_blocks(page)
    return own if " ".join(own).split() == blocks[0].split() else blocks


def _blocks(body: _Element) -> Iterator[str]:
    loose: list[str] = [body.text or ""]
    for element in body:
        if element.tag in _BLOCKS:
            yield _line("".join(loose))
            loose = []
            yield _block(element)
        else:
            loose.append(_words(element))
        loose.append(element.tail or "")
    yield _line("".join(loose))


def _block(element: _Element) -> str:
    match element.tag:
        case "list":
            return "\n".join("• " + line for item in element if (line := _line(_words(item))))
        case "table":
            rows = (" | ".join(_line(_words(cell)) for cell in row) for row in element)
            return "\n".join(row for row in rows if row)
        case "quote" | "div" if any(child.tag in _BLOCKS for child in element):
            return "\n\n".join(filter(None, _blocks(element)))
        case _:
            return "\n".join(filter(None, map(_line, _words(element).split("\n"))))


def _words(element: _Element) -> str:
    """All text in ``element``; the source's own new lines are spaces, ``<br>`` is a new line."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    for event, piece in iterwalk(element, events=("start", "end")):
        if event == "end":
            words = "" if piece is element else piece.tail
        else:
            words = piece.text if isinstance(piece.tag, str) else ""
            if piece.tag == "lb":
                pieces.append("\n")
        pieces.append((words or "").replace("\n", " "))
    return "".join(pieces)


def _line(words: str) -> str:
    return " ".join(words.split())
