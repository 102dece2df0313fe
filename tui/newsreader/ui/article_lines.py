"""Draws lines of an article: margin, mark in the gutter, words in their looks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from newsreader.article import Span
from newsreader.ui.ink import Ink, Look
from newsreader.ui.layout import TAB
from newsreader.ui.marks import Marks, Piece
from newsreader.ui.page import Page
from newsreader.ui.strips import LineStrip, Part, joined

GUTTER = 2
"""Cells between the margin and the text: a mark and a space. In the margin's last cell stands the
sign of a quote that was corrected or is doubtful."""


class LineDrawing:
    """Draws lines of ``page`` with a margin of ``left``, in ``width`` cells and one more.

    If ``placed`` segments carry the place of their text, which Textual's selection asks for.
    """

    def __init__(
        self, page: Page, marks: Marks, ink: Ink, left: int, width: int, *, placed: bool = False
    ) -> None:
        self._page = page
        self._marks = marks
        self._ink = ink
        self._left = left
        self._width = width
        self._placed = placed
        self._tabs = "\t" in page.body.shown.odd

    def lines(self, wanted: Sequence[tuple[int, Part]]) -> list[Strip]:
        """Lines by number, in order, each with its last cell. What lies over their text is asked
        for once: most lines have nothing over them."""
        page, ink = self._page, self._ink
        head, all_lines = len(page.head), len(page)
        spans = [page.body.span(line - head) for line, _ in wanted if head <= line < all_lines]
        over = self._marks.pieces(spans[0][0], spans[-1][1]) if spans else []
        rest = iter(spans)
        strips = []
        at = 0
        for line, end in wanted:
            if line >= all_lines:
                strips.append(self._strip([], 0, end))
            elif line < head:
                words, tone = page.head[line]
                margin = " " * (self._left + GUTTER), ink.base
                cells = self._left + GUTTER + cell_len(words)
                strips.append(self._strip([margin, (words, ink.style(Look(tone)))], cells, end))
            else:
                span = next(rest)
                while at < len(over) and over[at][1] <= span[0]:
                    at += 1
                pieces = _within(over, at, *span)
                strips.append(self._line_of_text(line, span, pieces, end))
        return strips

    def _line_of_text(self, line: int, span: Span, pieces: list[Piece], end: Part) -> Strip:
        ink, left = self._ink, self._left
        parts = self._margin(span, pieces)
        text, odd = self._page.body.text, self._page.body.shown.odd
        column = 0
        for a, b, look in pieces:
            words = text[a:b]
            if self._tabs:
                words, column = _expanded(words, column)
            else:
                column += cell_len(words) if odd else b - a
            style = ink.placed(look, a - span[0], line) if self._placed else ink.style(look)
            parts.append((words, style))
        return self._strip(parts, left + GUTTER + column, end)

    def _margin(self, span: Span, pieces: list[Piece]) -> list[Part]:
        """The margin and the mark beside a line, which only one in quotes can have."""
        left, ink = self._left, self._ink
        blank = [(" " * (left + GUTTER), ink.base)]
        if pieces and all(look.rank is None for _, _, look in pieces):
            return blank
        mark = self._marks.gutter(*span)
        if not mark.glyph.strip():
            return blank
        margin = [(" " * left, ink.base)]
        if mark.note and left:
            margin = [(" " * (left - 1), ink.base), (mark.note, ink.gutter(None, True))]
        return [*margin, (mark.glyph, ink.gutter(mark.rank, mark.current)), (" ", ink.base)]

    def _strip(self, parts: list[Part], cells: int, end: Part) -> Strip:
        width = self._width
        if cells > width:  # narrower than gutter and one cell of text
            shown = Strip([Segment(*part) for part in parts], cells).crop(0, width)
            return Strip([*shown, Segment(*end)], width + 1)
        parts += [(" " * (width - cells), self._ink.base), end]
        return LineStrip(joined(parts), width + 1)


def _within(over: list[Piece], at: int, start: int, stop: int) -> list[Piece]:
    """The pieces from ``at`` on that lie in ``[start, stop)``, cut at its ends."""
    pieces = []
    for a, b, look in islice(over, at, None):
        if a >= stop:
            break
        if a <= start and stop <= b:  # as of most lines
            return [(start, stop, look)]
        pieces.append((max(a, start), min(b, stop), look))
    return pieces


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
