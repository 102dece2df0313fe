"""The rows of a list and their lines, fitted to a number of terminal cells. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len, split_graphemes

ELLIPSIS = "…"


class Piece(NamedTuple):
    """Text that is safe for a terminal, and the name of the look it is drawn in.

    A look is a name that ``RowList`` has a paint for (``dim``, ``match``, …), several
    of them joined by a space, or ``speaker-N`` for the colour of the speaker of rank N.
    """

    text: str
    look: str = ""


class RowLine(NamedTuple):
    """Pieces from the left edge and pieces at the right edge; the left ones are cut first."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...] = ()

    def fitted(self, width: int) -> list[Piece]:
        """The pieces that together fill exactly ``width`` cells, cut with an ellipsis."""
        right, taken = _cut(self.right, width) if self.right else ([], 0)
        room = width - taken
        if right and self.left:
            room -= 1
        left, used = _cut(self.left, max(0, room))
        gap = width - taken - used
        return [*left, Piece(" " * gap), *right] if gap > 0 else [*left, *right]


class Row(NamedTuple):
    """One row: what it stands for, how it is drawn and how many lines it takes (1 to 3).

    ``draw`` takes the width in cells and is called only when the row comes into view. ``value``
    tells the owner of the list what was chosen; only an ``item`` can be.
    """

    draw: Callable[[int], Sequence[RowLine]]
    value: object = None
    height: int = 1
    kind: Literal["item", "heading", "text"] = "item"


def cells(pieces: Iterable[Piece]) -> int:
    """How many cells ``pieces`` take side by side."""
    total = 0
    for text, _ in pieces:
        total += _size(text)
    return total


def _size(text: str) -> int:
    return len(text) if text.isascii() else cell_len(text)


def cut(pieces: Iterable[Piece], width: int) -> list[Piece]:
    """``pieces`` cut to at most ``width`` cells, the last cell an ellipsis if anything was cut."""
    return _cut(pieces, width)[0]


def _cut(pieces: Iterable[Piece], width: int) -> tuple[list[Piece], int]:
    """``cut``, and how many cells that takes."""
    pieces = list(pieces)
    if width <= 0:
        return [], 0
    size = cells(pieces)
    if size <= width:
        return pieces, size
    kept: list[Piece] = []
    room = width - 1
    for piece in pieces:
        size = _size(piece.text)
        if size > room:
            text = head(piece.text, room) + ELLIPSIS
            return [*kept, Piece(text, piece.look)], width - 1 - room + cell_len(text)
        kept.append(piece)
        room -= size
    return kept, cells(kept)


def head(text: str, width: int) -> str:
    """The longest beginning of ``text`` that takes at most ``width`` cells, graphemes whole."""
    if width <= 0:
        return ""
    if text.isascii():
        return text[:width]
    taken = 0
    for start, _, size in split_graphemes(text)[0]:
        taken += size
        if taken > width:
            return text[:start]
    return text


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` cells, broken at spaces where there are any."""
    lines: list[str] = []
    text = text.strip()
    while text:
        part = head(text, max(1, width)) or text[0]
        if len(part) < len(text) and text[len(part)] != " " and " " in part:
            part = part[: part.rindex(" ")]
        lines.append(part.rstrip())
        text = text[len(part) :].lstrip()
    return lines
