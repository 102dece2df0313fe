"""Draws single lines of an article: margin, mark in the gutter, words in their looks."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from newsreader.ui.ink import Ink, Look
from newsreader.ui.layout import TAB
from newsreader.ui.marks import Marks
from newsreader.ui.page import Page

GUTTER = 2
"""Cells between the margin and the text: a mark and a space. In the margin's last cell stands the
sign of a quote that was corrected or is doubtful."""


def draw_line(
    page: Page,
    marks: Marks,
    ink: Ink,
    line: int,
    left: int,
    width: int,
    end: Segment,
    *,
    placed: bool = False,
) -> Strip:
    """``line`` of ``page`` with a margin of ``left``, in ``width`` cells and one more for ``end``.

    If ``placed`` segments carry the place of their text, which Textual's selection asks for. The
    strip is made once and whole: strips are slow to make, and so are styles.
    """
    if line >= len(page):
        segments, cells = [], 0
    elif line < len(page.head):
        words, tone = page.head[line]
        segments = [Segment(" " * (left + GUTTER), ink.base), Segment(words, ink.style(Look(tone)))]
        cells = left + GUTTER + cell_len(words)
    else:
        segments, cells = _line_of_text(page, marks, ink, line, left, placed=placed)
    if cells > width:  # narrower than gutter and one cell of text
        return Strip([*Strip(segments, cells).crop(0, width), end], width + 1)
    if cells < width:
        segments.append(Segment(" " * (width - cells), ink.base))
    segments.append(end)
    return Strip(segments, width + 1)


def _line_of_text(
    page: Page, marks: Marks, ink: Ink, line: int, left: int, *, placed: bool
) -> tuple[list[Segment], int]:
    body = page.body
    text, odd = body.text, body.shown.odd
    start, stop = body.span(line - len(page.head))
    mark = marks.gutter(start, stop)
    segments = [
        Segment(" " * left, ink.base),
        Segment(mark.glyph, ink.gutter(mark.rank, mark.current)),
        Segment(" ", ink.base),
    ]
    if mark.note and left:
        note = Segment(mark.note, ink.gutter(None, True))
        segments[:1] = [Segment(" " * (left - 1), ink.base), note]
    tabs = "\t" in odd
    column = 0
    for a, b, look in marks.pieces(start, stop):
        words = text[a:b]
        if tabs:
            words, column = _expanded(words, column)
        else:
            column += cell_len(words) if odd else b - a
        style = ink.placed(look, a - start, line) if placed else ink.style(look)
        segments.append(Segment(words, style))
    return segments, left + GUTTER + column


def _expanded(words: str, column: int) -> tuple[str, int]:
    """``words`` with tabs as spaces up to the next stop, beginning in ``column``."""
    parts: list[str] = []
    for number, part in enumerate(words.split("\t")):
        if number:
            gap = TAB - column % TAB
            parts.append(" " * gap)
            column += gap
        parts.append(part)
        column += cell_len(part)
    return "".join(parts), column
