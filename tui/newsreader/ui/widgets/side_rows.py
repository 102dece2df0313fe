"""The rows of the side panel: pure functions from values to ``Row``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from newsreader.article import Place, Span, Speaker
from newsreader.text import safe_line
from newsreader.ui.widgets.row_line import Piece, RowLine, cells, cut, head
from newsreader.ui.widgets.row_list import Row

SPEAKER_MARK = "●"
MENTIONED_MARK = "○"
PLACE_MARK = "◆"


def heading(title: str, count: str = "") -> Row:
    """A heading with a number at its right end."""
    right = (Piece(count, "count"),) if count else ()
    line = RowLine((Piece(title, "heading"),), right)
    return Row(lambda width: (line,), kind="heading")


def sentence(text: str, look: str = "dim", lines: int = 1) -> Row:
    """Text that can't be chosen; nothing at all makes an empty line."""
    safe = safe_line(text)
    return Row(partial(_draw_sentence, safe, look, lines), height=lines, kind="text")


def speaker_row(speaker: Speaker, rank: int | None) -> Row:
    """A person or organization; ``rank`` gives the colour of those who are quoted."""
    return Row(
        partial(_draw_speaker, speaker, rank),
        value=("person", speaker.name),
        height=2 if speaker.role else 1,
    )


def place_row(place: Place, index: int) -> Row:
    """A place with its country and how often it is mentioned."""
    return Row(partial(_draw_place, place), value=("place", index))


def result_row(
    quote: int,
    text: str,
    letters: Sequence[Span],
    speaker: str,
    lit: Sequence[Span],
    rank: int | None,
) -> Row:
    """A quote found: who said it, and the words around what matched with those letters lit."""
    return Row(
        partial(_draw_result, text, letters, speaker, lit, rank), value=("quote", quote), height=3
    )


def _draw_sentence(text: str, look: str, lines: int, width: int) -> list[RowLine]:
    drawn = []
    for _ in range(lines - 1):
        part = head(text, width)
        if len(part) < len(text) and " " in part:
            part = part[: part.rindex(" ") + 1]
        drawn.append(RowLine((Piece(part, look),)))
        text = text[len(part) :]
    return [*drawn, RowLine((Piece(text, look),))]


def _draw_speaker(speaker: Speaker, rank: int | None, width: int) -> list[RowLine]:
    if rank is None:
        mark, name = Piece(f"{MENTIONED_MARK} ", "dim"), Piece(safe_line(speaker.name))
        count = len(speaker.mentions)
    else:
        mark = Piece(f"{SPEAKER_MARK} ", f"speaker-{rank}")
        name = Piece(safe_line(speaker.name), f"strong speaker-{rank}")
        count = len(speaker.quotes)
    lines = [RowLine((mark, name), (Piece(f"{count} ", "count"),))]
    if speaker.role:
        lines.append(RowLine((Piece("  "), Piece(safe_line(speaker.role), "dim"))))
    return lines


def _draw_place(place: Place, width: int) -> list[RowLine]:
    left = [Piece(f"{PLACE_MARK} ", "dim"), Piece(safe_line(place.name))]
    if place.country and place.kind != "country":
        left.append(Piece(f" {safe_line(place.country)}", "dim"))
    return [RowLine(tuple(left), (Piece(f"{len(place.mentions)} ", "count"),))]


def _draw_result(
    text: str,
    letters: Sequence[Span],
    speaker: str,
    lit: Sequence[Span],
    rank: int | None,
    width: int,
) -> list[RowLine]:
    look = "dim" if rank is None else f"strong speaker-{rank}"
    who = speaker or "Nobody named"
    mark = MENTIONED_MARK if rank is None else SPEAKER_MARK
    first = RowLine((Piece(f"{mark} ", look), *_lit(who, lit if speaker else (), 0, look)))
    snippet = list(_lit(text, letters, 0, ""))
    top = cut(snippet, width - 2)
    return [first, RowLine((Piece("  "), *top)), RowLine(())] if cells(top) else [first]


def _lit(text: str, spans: Sequence[Span], offset: int, look: str) -> list[Piece]:
    """``text`` as pieces with the letters of ``spans`` (less ``offset``) lit."""
    pieces: list[Piece] = []
    done = 0
    safe = safe_line(text)
    for start, end in spans:
        start, end = max(start - offset, done), min(end - offset, len(safe))
        if start >= end:
            continue
        if start > done:
            pieces.append(Piece(safe[done:start], look))
        pieces.append(Piece(safe[start:end], f"{look} match".strip()))
        done = end
    if done < len(safe):
        pieces.append(Piece(safe[done:], look))
    return pieces
