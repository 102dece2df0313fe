"""Small texts with their names and sources marked up, for tests of who is who."""

from __future__ import annotations

import re

from newsreader.engine.document import Attribution, Document, Name, NameKind
from newsreader.engine.tokens import read_document

KINDS: dict[str, NameKind] = {"P": "person", "O": "organization", "L": "place"}


def marked(text: str) -> tuple[Document, list[Name], list[Attribution]]:
    """Reads ``P[name]``, ``O[name]``, ``L[name]`` as names and ``{source}`` as the source of the
    quotation in curly marks of the same rank; returns the text without the markup."""
    plain = ""
    names: list[Name] = []
    sources: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for piece in re.findall(r"[POL]\[|[\]{}]|[^\]{}POL]+|[POL]", text):
        if len(piece) == 2 and piece.endswith("["):
            opened.append((piece[0], len(plain)))
        elif piece == "{":
            opened.append((piece, len(plain)))
        elif piece == "]":
            kind, start = opened.pop()
            names.append(Name(start, len(plain), KINDS[kind]))
        elif piece == "}":
            sources.append((opened.pop()[1], len(plain)))
        else:
            plain += piece
    quoted = [match.span(1) for match in re.finditer("“([^”]*)”", plain)]
    paired = sources if len(sources) == len(quoted) else [*sources, *[None] * len(quoted)]
    attributions = [
        Attribution(start, end, "direct", source, None, 1.0)
        for (start, end), source in zip(quoted, paired, strict=False)
    ]
    names.sort(key=lambda name: name.start)
    return read_document(plain), names, attributions
