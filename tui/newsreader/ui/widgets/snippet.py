"""The words of a text around what matched, in a few lines, with those letters lit. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from newsreader.article import Span
from newsreader.text import safe_line
from newsreader.ui.widgets.row_line import ELLIPSIS, Piece, cut, head


def snippet(
    text: str, letters: Sequence[Span], width: int, lines: int, look: str = ""
) -> list[list[Piece]]:
    """At most ``lines`` lines of at most ``width`` cells of ``text``, from its beginning if the
    first letters in ``letters`` are in view then, or else from a little before them."""
    if width < 2 or lines < 1:
        return []
    start = _start(text, letters, width, lines)
    # A little more than fits: what follows can't be seen.
    end = min(len(text), start + width * lines * 2 + 2)
    part = safe_line(text[start:end])
    drawn: list[list[Piece]] = []
    at = 0
    for number in range(lines):
        while number and at < len(part) and part[at] == " ":
            at += 1
        if at >= len(part):
            break
        opening = [Piece(ELLIPSIS, "dim")] if start and not number else []
        room = width - len(opening)
        size = len(head(part[at:], room))
        stop = at + size
        if number == lines - 1:
            stop = len(part)
        elif stop < len(part) and part[stop] != " " and " " in part[at:stop].strip():
            stop = at + part[at:stop].rstrip().rindex(" ") + 1
        stop = max(stop, at + 1)
        pieces = _lit(part, letters, start, at, stop, look)
        drawn.append(cut([*opening, *pieces], width))
        at = stop
    return drawn


def lit(text: str, letters: Sequence[Span], look: str = "") -> list[Piece]:
    """All of ``text`` on one line with its letters lit."""
    return _lit(safe_line(text), letters, 0, 0, len(text), look)


def _lit(
    part: str, letters: Sequence[Span], offset: int, start: int, end: int, look: str
) -> list[Piece]:
    """``part[start:end]`` with its letters lit; ``letters`` are spans of a text in which ``part``
    begins at ``offset``."""
    pieces: list[Piece] = []
    done = start
    shining = f"{look} match".strip()
    for first, last in letters:
        first, last = max(first - offset, done), min(last - offset, end)
        if first >= last:
            continue
        if first > done:
            pieces.append(Piece(part[done:first], look))
        pieces.append(Piece(part[first:last], shining))
        done = last
    if done < end:
        pieces.append(Piece(part[done:end], look))
    return pieces


def _start(text: str, letters: Sequence[Span], width: int, lines: int) -> int:
    """Where the snippet begins: at 0 or at the beginning of a word."""
    if not letters:
        return 0
    first = letters[0][0]
    room = width * lines - width // 3
    last = first
    for _, end in letters:
        if end - first <= room // 2:
            last = end
    if last <= room * 2 and cell_len(text[:last]) <= room:
        return 0
    start = max(0, first - max(4, width // 3))
    # Near the end of the text there is room for more of what stands before.
    spare = width * lines - 1 - (lines - 1) * width // 3 - cell_len(text[start : start + 2 * room])
    if spare > 0:
        start -= len(head(text[max(0, start - spare) : start][::-1], spare))
    space = text.find(" ", max(0, start - 1), first)
    return 0 if start <= 0 else space + 1 if space >= 0 else start
