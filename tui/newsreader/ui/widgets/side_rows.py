"""The rows of the side panel: pure functions from values to ``Row``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.article import Place, Speaker
from newsreader.text import safe_line
from newsreader.ui.widgets.row_line import Piece, Row, RowLine, cut, wrapped
from newsreader.ui.widgets.snippet import lit, snippet

if TYPE_CHECKING:
    from newsreader.search.index import Match

SPEAKER_MARK = "●"
MENTIONED_MARK = "○"
PLACE_MARK = "◆"
NOBODY = "Speaker not known"
WIDE = 60
"""Cells from which on a result takes one line, the speaker beside the words."""


def heading(title: str, count: str = "", column: str = "") -> Row:
    """A heading with how many rows follow it, and what the numbers at their right ends count."""
    left = [Piece(title, "heading")]
    if count:
        left.append(Piece(f" {count}", "count"))
    line = RowLine(tuple(left), (Piece(f"{column} ", "dim"),) if column else ())
    return Row(lambda width: (line,), kind="heading")


def sentence(text: str, look: str = "dim", lines: int = 1) -> Row:
    """Text that can't be chosen; nothing at all makes an empty line."""
    return Row(partial(_draw_sentence, safe_line(text), look, lines), height=lines, kind="text")


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


def result_row(match: Match, text: str, speaker: str, rank: int | None, lines: int) -> Row:
    """A quote found: who said it, and the words around what matched with those letters lit. It
    takes 1, 2 or 3 ``lines``."""
    draw = _draw_wide_result if lines == 1 else partial(_draw_result, lines - 1)
    return Row(
        partial(draw, match, text, speaker, rank), value=("quote", match.entry), height=lines
    )


def _draw_sentence(text: str, look: str, lines: int, width: int) -> list[RowLine]:
    parts = wrapped(text, width - 1)
    if len(parts) > lines:
        parts[lines - 1 :] = [" ".join(parts[lines - 1 :])]
    return [RowLine((Piece(part, look),), (Piece(" "),)) for part in parts]


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
        lines.append(RowLine((Piece("  "), Piece(safe_line(speaker.role), "dim")), (Piece(" "),)))
    return lines


def _draw_place(place: Place, width: int) -> list[RowLine]:
    left = [Piece(f"{PLACE_MARK} ", "dim"), Piece(safe_line(place.name))]
    if place.country and place.kind != "country":
        left.append(Piece(f" {safe_line(place.country)}", "dim"))
    return [RowLine(tuple(left), (Piece(f"{len(place.mentions)} ", "count"),))]


def _who(match: Match, speaker: str, rank: int | None) -> list[Piece]:
    if not speaker:
        return [Piece(f"{MENTIONED_MARK} ", "dim"), Piece(NOBODY, "dim")]
    look = "strong" if rank is None else f"strong speaker-{rank}"
    name = safe_line(speaker)
    return [
        Piece(f"{SPEAKER_MARK} ", look),
        *lit(name, match.speaker_letters, look),
    ]


def _draw_result(
    lines: int, match: Match, text: str, speaker: str, rank: int | None, width: int
) -> list[RowLine]:
    words = snippet(text, match.letters, width - 3, lines)
    return [
        RowLine(tuple(_who(match, speaker, rank))),
        *(RowLine((Piece("  "), *line)) for line in words),
    ]


def _draw_wide_result(
    match: Match, text: str, speaker: str, rank: int | None, width: int
) -> list[RowLine]:
    column = min(26, width // 3)
    who = RowLine(tuple(cut(_who(match, speaker, rank), column))).fitted(column)
    words = snippet(text, match.letters, width - column - 2, 1)
    return [RowLine((*who, Piece(" "), *(words[0] if words else ())))]
