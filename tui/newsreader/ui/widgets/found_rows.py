"""The rows of what a search of many articles found: who said it, in which article, the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from newsreader.errors import IndexFileError
from newsreader.text import safe_line
from newsreader.ui.sureness import UNKNOWN, UNKNOWN_MARK
from newsreader.ui.widgets.row_line import Piece, Row, RowLine, cells, cut
from newsreader.ui.widgets.side_rows import PARAPHRASE, PARAPHRASE_MARK, SPEAKER_MARK
from newsreader.ui.widgets.snippet import lit, snippet

if TYPE_CHECKING:
    from newsreader.search.index import Match, Record

_BROAD = 48
"""Cells from which on speaker and article stand on one line."""
_LOW = 12
"""Rows of a list below which they do so in any case."""

Name = Callable[["Record"], str]
"""What an article is called."""


def lines_of_found(width: int, height: int) -> int:
    """Lines that each takes in a list of this size."""
    return 2 if width >= _BROAD or height < _LOW else 3


def found_row(match: Match, at: int, name: Name, lines: int) -> Row:
    """The result ``at`` in ``lines`` lines; its value is ``at``."""
    return Row(partial(_draw, match, name, lines), at, lines)


def _draw(match: Match, name: Name, lines: int, width: int) -> Sequence[RowLine]:
    try:
        record = match.record()
        entry, article = record.entry, safe_line(name(record))
        letters, speaker_letters = match.letters, match.speaker_letters
    except IndexFileError as error:
        return [RowLine((Piece("  "), Piece(safe_line(str(error)), "warning")))]
    told = entry.kind == "indirect"
    if entry.speaker:
        spoken = lit(safe_line(entry.speaker), speaker_letters, "strong")
        who = [Piece(f"{SPEAKER_MARK} ", "strong"), *spoken]
    else:
        who = [Piece(f"{UNKNOWN_MARK} ", "mark"), Piece(UNKNOWN, "dim")]
    words = snippet(entry.text, letters, width - 3, 1, "italic" if told else "")
    sign = Piece(f"{PARAPHRASE_MARK} " if told else "  ", "dim")
    drawn = RowLine((sign, *(words[0] if words else ())))
    note = [Piece(f"{PARAPHRASE} ", "note")] if told and width >= _BROAD else []
    if lines == 3:
        return [RowLine(tuple(who)), drawn, RowLine((Piece("  "), Piece(article, "dim")))]
    who = cut(who, width * 3 // 5)
    room = width - cells(who) - cells(note) - 3
    source = cut([Piece(article, "dim")], room)
    return [RowLine(tuple(who), (*note, *source, Piece(" ")) if source else ()), drawn]
