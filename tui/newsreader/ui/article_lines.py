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
"""Cells between the margin and the text: a mark and a space."""


def draw_line(page: Page, marks: Marks, ink: Ink, line: int, left: int, width: int) -> Strip:
    """``line`` of ``page`` with a margin of ``left``, in ``width`` cells.

    Segments carry the place of their text, which Textual's selection asks for.
    """
    if line >= len(page):
        return Strip.blank(width, ink.base)
    if line < len(page.head):
        words, tone = page.head[line]
        margin = Segment(" " * (left + GUTTER), ink.base)
        strip = Strip([margin, Segment(words, ink.style(Look(tone)))])
        return strip.adjust_cell_length(width, ink.base)
    start, end = page.body.span(line - len(page.head))
    mark = marks.gutter(start, end)
    segments = [
        Segment(" " * left, ink.base),
        Segment(mark.glyph, ink.gutter(mark.rank, mark.current)),
        Segment(" ", ink.base),
    ]
    text = page.body.text
    tabs = "\t" in page.body.shown.odd
    column = 0
    for a, b, look in marks.pieces(start, end):
        words = text[a:b]
        if tabs:
            words, column = _expanded(words, column)
        segments.append(Segment(words, ink.placed(look, a - start, line)))
    return Strip(segments).adjust_cell_length(width, ink.base)


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
