"""The rows of the side panel: pure functions from values to ``Row``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.article import Quote, Speaker
from newsreader.text import safe_line
from newsreader.ui.sureness import CORRECTED, UNKNOWN, UNKNOWN_MARK, count, mark
from newsreader.ui.widgets.row_line import Piece, Row, RowLine, cells, cut, wrapped
from newsreader.ui.widgets.snippet import lit, snippet

if TYPE_CHECKING:
    from newsreader.search.index import Match

SPEAKER_MARK = "●"
MENTIONED_MARK = "○"
PARAPHRASE = "paraphrase"
PARAPHRASE_MARK = "┊"
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


def nothing_found(query: str) -> list[Row]:
    """That there is nothing for ``query``, and what one may do about it."""
    what = "words" if len(query.split()) > 1 else "letters"
    return [
        sentence(f"No quote matches “{query}”.", "", 3),
        sentence(f"Fewer {what} may find it.", "note", 2),
    ]


def more_found(listed: int) -> Row:
    """That only the best are ``listed``, and what one may do about it."""
    return sentence(f"The best {listed} are listed. Another word finds fewer.", "note", 2)


def speakers_heading(speakers: int, column: str) -> Row:
    """The heading of the speakers, and as much as there is room for of what their numbers count:
    ``column`` is ``quotes`` or, if paraphrases are counted too, ``quotes ┊paraphrases``."""
    return Row(partial(_draw_speakers_heading, speakers, column), kind="heading")


def speaker_row(
    speaker: Speaker,
    rank: int | None,
    paraphrases: int = 0,
    column: int = 0,
    *,
    corrected: bool = False,
) -> Row:
    """A person or organization; ``rank`` gives the colour of those who are quoted. So many of the
    quotes are ``paraphrases``; ``column`` is the number of digits for these. ``corrected`` says
    that a quote was given to them by hand."""
    sign = CORRECTED if corrected or speaker.corrected else ""
    return Row(
        partial(_draw_speaker, speaker, rank, paraphrases, column, sign),
        value=("person", speaker.name),
        height=2 if speaker.role else 1,
    )


def unknown_row(quotes: int, paraphrases: int, column: int) -> Row:
    """The quotes of which nobody is known to be the speaker; its value names nobody."""
    told = count(quotes - paraphrases, paraphrases, column)
    line = RowLine(
        (Piece(f"{UNKNOWN_MARK} ", "mark"), Piece(UNKNOWN, "dim")), (Piece(f"{told} ", "count"),)
    )
    return Row(lambda width: (line,), value=("person", ""))


def result_row(match: Match, text: str, quote: Quote, rank: int | None, lines: int) -> Row:
    """A quote found: who said it, how sure that is, whether it is a paraphrase, and the words
    around what matched with those letters lit. It takes 1, 2 or 3 ``lines``."""
    draw = _draw_wide_result if lines == 1 else partial(_draw_result, lines - 1)
    words = text[quote.start : quote.end]
    return Row(partial(draw, match, words, quote, rank), value=("quote", match.entry), height=lines)


def _draw_sentence(text: str, look: str, lines: int, width: int) -> list[RowLine]:
    parts = wrapped(text, width - 1)
    if len(parts) > lines:
        parts[lines - 1 :] = [" ".join(parts[lines - 1 :])]
    return [RowLine((Piece(part, look),), (Piece(" "),)) for part in parts]


def _draw_speakers_heading(speakers: int, column: str, width: int) -> list[RowLine]:
    left = (Piece("Speakers", "heading"), Piece(f" {speakers}", "count"))
    room = width - cells(left) - 3
    shorter = (column, column.replace("paraphrases", "told"), column.partition("p")[0], "")
    column = next(words for words in shorter if len(words) <= max(0, room))
    return [RowLine(left, (Piece(f"{column} ", "dim"),) if column else ())]


def _draw_speaker(
    speaker: Speaker, rank: int | None, paraphrases: int, column: int, corrected: str, width: int
) -> list[RowLine]:
    if rank is None:
        sign, name = Piece(f"{MENTIONED_MARK} ", "dim"), Piece(safe_line(speaker.name))
        told = str(len(speaker.mentions))
    else:
        sign = Piece(f"{SPEAKER_MARK} ", f"speaker-{rank}")
        name = Piece(safe_line(speaker.name), f"strong speaker-{rank}")
        told = count(len(speaker.quotes) - paraphrases, paraphrases, column)
    right = [Piece(f"{told} ", "count")]
    if corrected:
        right.insert(0, Piece(f"{corrected} ", "mark"))
    lines = [RowLine((sign, name), tuple(right))]
    if speaker.role:
        lines.append(RowLine((Piece("  "), Piece(safe_line(speaker.role), "dim")), (Piece(" "),)))
    return lines


def _who(match: Match, quote: Quote, rank: int | None, width: int) -> list[Piece]:
    """The speaker in ``width`` cells; the sign of how sure that is stays when the name is cut."""
    sign = mark(quote) if quote.speaker or quote.corrected else ""
    if quote.speaker:
        look = "strong" if rank is None else f"strong speaker-{rank}"
        name = lit(safe_line(quote.speaker), match.speaker_letters, look)
        pieces = [Piece(f"{SPEAKER_MARK} ", look), *name]
    else:
        pieces = [Piece(f"{UNKNOWN_MARK} ", "mark"), Piece(UNKNOWN, "dim")]
    pieces = cut(pieces, width - (2 if sign else 0))
    return [*pieces, Piece(f" {sign}", "mark")] if sign else pieces


def _draw_result(
    lines: int, match: Match, text: str, quote: Quote, rank: int | None, width: int
) -> list[RowLine]:
    told = quote.kind == "indirect"
    right = (Piece(f"{PARAPHRASE} ", "note"),) if told else ()
    words = snippet(text, match.letters, width - 3, lines, "italic" if told else "")
    sign = Piece(f"{PARAPHRASE_MARK} ", "dim") if told else Piece("  ")
    return [
        RowLine(tuple(_who(match, quote, rank, width - cells(right) - 1)), right),
        *(RowLine((sign, *line)) for line in words),
    ]


def _draw_wide_result(
    match: Match, text: str, quote: Quote, rank: int | None, width: int
) -> list[RowLine]:
    column = min(26, width // 3)
    who = RowLine(tuple(_who(match, quote, rank, column))).fitted(column)
    told = quote.kind == "indirect"
    right = (Piece(f" {PARAPHRASE} ", "note"),) if told else ()
    sign = (Piece(f"{PARAPHRASE_MARK} ", "dim"),) if told else ()
    room = width - column - 2 - cells(right) - cells(sign)
    words = snippet(text, match.letters, room, 1, "italic" if told else "")
    return [RowLine((*who, Piece(" "), *sign, *(words[0] if words else ())), right)]
