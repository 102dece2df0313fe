"""The article pane: draws the lines in view, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from newsreader.article import Analysis, Article, Span
from newsreader.ui.article_lines import GUTTER, LineDrawing
from newsreader.ui.commands import bindings
from newsreader.ui.ink import Ink, ink_for
from newsreader.ui.layout import shown_text
from newsreader.ui.marks import Marks
from newsreader.ui.page import Page
from newsreader.ui.spans import SpanIndex
from newsreader.ui.widgets.line_list import THUMB, thumb
from newsreader.ui.widgets.selecting import SelectableLines

MEASURE = 84
"""Cells that a line of text takes at most, unless the reader wants otherwise."""

_MEASURES = range(24, 161)
_MARGIN = 2
_OVERLAP = 2
_KEPT_STRIPS = 2_000
_MANY = 300


class ArticleView(SelectableLines, can_focus=True):
    """An article's text with its quotes and places marked.

    Positions are offsets into the article's text; the line at the top keeps its text when the
    width changes.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("article")]

    DEFAULT_CSS = "ArticleView { background: $background; }"

    @dataclass
    class QuoteClicked(Message):
        """A quote was clicked: its index in ``Analysis.quotes``."""

        quote: int

    def __init__(self, article: Article, measure: int = MEASURE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._measure = min(max(measure, _MEASURES.start), _MEASURES.stop - 1)
        self._ink: Ink | None = None
        self._height = 0
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._all_new = False
        self._open(article, None, 0)

    def _open(self, article: Article, analysis: Analysis | None, position: int) -> None:
        self.article = article
        self.marks = Marks(article, analysis)
        self._shown = shown_text(article.text)
        self._page: Page | None = None
        self._position = position

    def show_article(self, article: Article, analysis: Analysis | None, position: int = 0) -> None:
        """Opens another article with ``position`` on the top line."""
        self._open(article, analysis, position)
        self._flow()
        self._redraw()

    def show_analysis(self, analysis: Analysis) -> None:
        """Marks what was found; the current quote stays the current one."""
        before, left = self.marks, self.current_span()
        self.marks = Marks(self.article, analysis)
        self.marks.selected, self.marks.left = before.selected, left
        self.marks.current = self.marks.quote_of(left) if left else None
        self._redraw()

    @property
    def measure(self) -> int:
        """Cells that a line of text takes at most."""
        return self._measure

    @measure.setter
    def measure(self, cells: int) -> None:
        self._measure = min(max(cells, _MEASURES.start), _MEASURES.stop - 1)
        self._flow()
        self._redraw()

    @property
    def position(self) -> int:
        """Offset of the first character on the top line; 0 at the top of the article."""
        return self._position

    def go_to(self, position: int) -> None:
        """Scrolls so that the line of ``position`` is the top one."""
        if page := self._flow():
            self.scroll_to_line(page.top_of(position))

    def current_span(self) -> Span | None:
        """Where the current quote stands."""
        current = self.marks.current
        return None if current is None else self.marks.quotes[current]

    def set_current(self, quote: int | None, *, reveal: bool = True) -> None:
        """Makes ``quote`` the current one and brings it into view."""
        before = self.current_span()
        self.marks.current = quote
        after = self.current_span()
        self._refresh_spans(span for span in (before, after) if span)
        if reveal and after is not None:
            self.reveal(after)
        self._place_cursor()

    def step(self, direction: int) -> int | None:
        """The next quote, or the previous one, from the current one if it shows, or where it was
        until it was taken away; else from the top line."""
        at, page = self.current_span() or self.marks.left, self._flow()
        in_view = range(self.top, self.top + self._height)
        if at and page and page.line_of(at[0]) in in_view:
            return self.marks.step(at[0], direction, self.marks.current)
        return self.marks.step(self._position, direction)

    def light(self, spans: Iterable[Span]) -> None:
        """Lights up ``spans``, in place of what was lit."""
        self._mark("lit", spans)

    def show_matches(self, spans: Iterable[Span]) -> None:
        """Marks the letters that a search matched."""
        self._mark("matches", spans)

    def show_evidence(self, spans: Iterable[Span]) -> None:
        """Marks the words from which the current quote's speaker was read."""
        self._mark("evidence", spans)

    def _mark(self, layer: Literal["lit", "matches", "evidence"], spans: Iterable[Span]) -> None:
        before, after = getattr(self.marks, layer), SpanIndex(spans)
        setattr(self.marks, layer, after)
        if len(before) + len(after) > _MANY:
            self._redraw()
        else:
            self._refresh_spans([*before, *after])

    def reveal(self, *spans: Span) -> None:
        """Scrolls to bring the first of ``spans``, and the others if there is room for them, a
        third from the top, unless they show."""
        if page := self._flow():
            height = self.size.height
            lines = page.together(spans, height)
            if lines.start < self.top or lines.stop > self.top + height:
                self.scroll_to_line(lines.start - min(height // 3, max(0, height - len(lines))))

    def action_line(self, delta: int) -> None:
        """Moves the text by ``delta`` lines."""
        self.scroll_to_line(self.top + delta)

    def action_page(self, direction: int) -> None:
        """Moves the text by a page, of which some lines stay in view."""
        self.scroll_to_line(self.top + direction * max(1, self.size.height - _OVERLAP))

    def action_top(self) -> None:
        """Goes to the first line."""
        self.scroll_to_line(0)

    def action_end(self) -> None:
        """Goes to the last line."""
        self.scroll_to_line(self.lines)

    def render_line(self, y: int) -> Strip:
        """The row ``y`` for a selection by mouse: each stretch says where in the text it is."""
        if (page := self._flow()) is None:
            return Strip.blank(self.size.width, self.base_style)
        ink, width = self._get_ink(), self.size.width - 1
        drawing = LineDrawing(page, self.marks, ink, self._left, width, placed=True)
        return drawing.lines([(self.top + y, (" ", ink.base))])[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of ``crop``, without Textual's own cache in between: lines are kept here."""
        page = self._flow()
        self._all_new = False
        size, top, kept = self.size, self.top, self._strips
        if page is None:
            return [Strip.blank(crop.width, self.base_style)] * crop.height
        covered = thumb(size.height, self.lines, top) or range(0)
        keys = [(top + y, y in covered) for y in crop.line_range]
        if len(kept) > _KEPT_STRIPS:
            kept.clear()
        if missing := [key for key in keys if key not in kept]:
            self._draw(page, missing, size.width)
        strips = [kept[key] for key in keys]
        if crop.x or crop.width < size.width:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def offset_under(self, event: events.MouseEvent) -> int | None:
        """Offset of the character under the mouse, if there is one."""
        column = event.x - self._left - GUTTER
        return self._page.offset_at(event.y + self.top, column) if self._page else None

    def on_click(self, event: events.Click) -> None:
        """A click on a quote makes it the current one; further clicks select a word, and more."""
        if self.select_around(event):
            event.prevent_default()
            return
        offset = self.offset_under(event)
        if offset is not None and (quote := self.marks.quote_at(offset)) is not None:
            self.post_message(self.QuoteClicked(quote))

    def on_focus(self) -> None:
        """Brings the terminal's cursor along."""
        self._place_cursor()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Redraws, and remembers the position whoever scrolled."""
        before = self.top
        super().watch_scroll_y(old_value, new_value)
        if self.top != before and self._page is not None:
            self._position = self._page.position_of(self.top)
            self._place_cursor()

    def notify_style_update(self) -> None:
        """Forgets the styles when the theme changes."""
        self._ink = None
        self._strips.clear()
        super().notify_style_update()

    @property
    def _left(self) -> int:
        """Cells before the gutter: the text stands in the middle."""
        width = self.size.width
        return max(0, (width - self._room_in(width) - GUTTER - 1) // 2)

    def _room_in(self, width: int) -> int:
        return max(1, min(self._measure, width - GUTTER - _MARGIN - 1))

    def _flow(self) -> Page | None:
        """The page at the pane's width; the top line keeps its text when that changes."""
        size = self.size
        if not size:
            return self._page
        room = self._room_in(size.width)
        if self._page is None or self._page.width != room:
            self._page = Page(self.article, self._shown, room)
        elif (self.virtual_size.width, self._height) == size:
            return self._page
        self._height = size.height
        self._strips.clear()
        self.set_lines(len(self._page))
        self.top = min(self._page.top_of(self._position), max(0, self.lines - size.height))
        # Without watchers: this happens while drawing, and what is drawn follows from it.
        self.set_reactive(Widget.scroll_y, float(self.top))
        self.set_reactive(Widget.scroll_target_y, float(self.top))
        return self._page

    def _draw(self, page: Page, keys: list[tuple[int, bool]], width: int) -> None:
        """Draws lines anew, each without or with the scroll bar's thumb at its end."""
        ink = self._get_ink()
        drawing = LineDrawing(page, self.marks, ink, self._left, max(0, width - 1))
        ends = (" ", ink.base), (THUMB, ink.thumb)
        strips = drawing.lines([(line, ends[covered]) for line, covered in keys])
        self._strips.update(zip(keys, self.filtered(strips), strict=True))

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()
        self._all_new = True

    def _refresh_spans(self, spans: Iterable[Span]) -> None:
        """Draws the lines of ``spans`` anew, those in view at once."""
        if self._page is None or self._all_new:
            return
        top, (width, height) = self.top, self.size
        for span in spans:
            lines = self._page.lines_of(span)
            for line in lines if len(lines) < _KEPT_STRIPS else ():
                self._strips.pop((line, False), None)
                self._strips.pop((line, True), None)
            if len(lines) >= _KEPT_STRIPS:
                self._strips.clear()
            first, stop = max(lines.start, top), min(lines.stop, top + height)
            if first < stop:
                self.refresh(Region(0, first - top, width, stop - first))

    def _place_cursor(self) -> None:
        """Puts the terminal's own cursor where the reader is, for screen readers."""
        if not self.has_focus or self._page is None:
            return
        span = self.current_span()
        row = self._page.line_of(span[0]) - self.top if span else 0
        in_view = Offset(self._left, row if 0 <= row < self.size.height else 0)
        self.app.cursor_position = self.region.offset + in_view

    def _get_ink(self) -> Ink:
        self._ink = self._ink or ink_for(self.app)
        return self._ink
