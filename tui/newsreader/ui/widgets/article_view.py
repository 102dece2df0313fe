"""The article pane: draws the lines in view, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from newsreader.article import Analysis, Article, Span
from newsreader.text import safe_line
from newsreader.ui.commands import bindings
from newsreader.ui.ink import Ink, Look
from newsreader.ui.layout import TAB, ShownText, Wrapped, shown_text
from newsreader.ui.marks import Marks

MEASURE = 84
"""Cells that a line of text takes at most, unless the reader wants otherwise."""

_GUTTER = 2
_MARGIN = 2
_KEPT_STRIPS = 2_000


class ArticleView(ScrollView, can_focus=True):
    """An article's text with its quotes and places marked.

    Positions are offsets into the article's text; the line at the top keeps its text when the
    width changes. The last column is the scroll bar.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("article")]

    DEFAULT_CSS = """
    ArticleView { width: 1fr; height: 1fr; overflow: hidden; background: $background; }
    """

    @dataclass
    class QuoteClicked(Message):
        """A quote was clicked: its index in ``Analysis.quotes``."""

        quote: int

    def __init__(self, article: Article, measure: int = MEASURE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._measure = measure
        self._ink: Ink | None = None
        self._strips: dict[int, Strip] = {}
        self._dragging = False
        self._open(article, None, 0)

    def show_article(self, article: Article, analysis: Analysis | None, position: int = 0) -> None:
        """Opens another article with ``position`` on the top line."""
        self._open(article, analysis, position)
        if self.is_attached:
            self._flow()
        self.refresh()

    def _open(self, article: Article, analysis: Analysis | None, position: int) -> None:
        self.article = article
        self.marks = Marks(article, analysis)
        self._shown: ShownText = shown_text(article.text)
        self._page: Wrapped | None = None
        self._head: list[tuple[str, Look]] = []
        self._position = position
        self._strips.clear()

    def show_analysis(self, analysis: Analysis) -> None:
        """Marks what the engine found."""
        selected = self.marks.selected
        self.marks = Marks(self.article, analysis)
        self.marks.selected = selected
        self._redraw()

    @property
    def measure(self) -> int:
        """Cells that a line of text takes at most."""
        return self._measure

    @measure.setter
    def measure(self, cells: int) -> None:
        self._measure = max(20, min(cells, 200))
        self._flow()
        self.refresh()

    @property
    def position(self) -> int:
        """Offset of the first character on the top line; 0 at the top of the article."""
        return self._position

    def go_to(self, position: int) -> None:
        """Scrolls so that the line of ``position`` is the top one."""
        self._flow()
        if self._page is not None:
            self._scroll_to_line(self._line_of(position) if position else 0)

    def current_span(self) -> Span | None:
        """Where the current quote stands."""
        current = self.marks.current
        return None if current is None else self.marks.quotes[current]

    def set_current(self, quote: int | None, *, reveal: bool = True) -> None:
        """Makes ``quote`` the current one and brings it into view."""
        before = self.current_span()
        self.marks.current = quote
        after = self.current_span()
        for span in (before, after):
            if span is not None:
                self._refresh_span(span)
        if reveal and after is not None:
            self.reveal(after)
        self._place_cursor()

    def light(self, spans: Iterable[Span]) -> None:
        """Lights up ``spans``, in place of what was lit."""
        self.marks.light(spans)
        self._redraw()

    def show_matches(self, spans: Iterable[Span]) -> None:
        """Marks the letters that a search matched."""
        from newsreader.ui.spans import SpanIndex

        found = SpanIndex(spans)
        for index in (self.marks.matches, found):
            for i in range(len(index)):
                self._refresh_span(index[i])
        self.marks.matches = found

    def show_evidence(self, spans: Iterable[Span]) -> None:
        """Marks the words from which the current quote's speaker was read."""
        from newsreader.ui.spans import SpanIndex

        found = SpanIndex(spans)
        for index in (self.marks.evidence, found):
            for i in range(len(index)):
                self._refresh_span(index[i])
        self.marks.evidence = found

    def reveal(self, span: Span) -> None:
        """Scrolls to bring ``span`` into view, a third from the top; not at all if it shows."""
        self._flow()
        if self._page is None:
            return
        first, last = self._line_of(span[0]), self._line_of(max(span[0], span[1] - 1))
        top, height = self.scroll_offset.y, self.size.height
        if first >= top and last < top + height:
            return
        self._scroll_to_line(max(0, min(first - height // 3, first)))

    def action_line(self, delta: int) -> None:
        """Moves the text by ``delta`` lines."""
        self._scroll_to_line(self.scroll_offset.y + delta)

    def action_page(self, direction: int) -> None:
        """Moves the text by a page, two lines of which stay in view."""
        self._scroll_to_line(self.scroll_offset.y + direction * max(1, self.size.height - 2))

    def action_top(self) -> None:
        """Goes to the first line."""
        self._scroll_to_line(0)

    def action_end(self) -> None:
        """Goes to the last line."""
        self._scroll_to_line(self._lines)

    @property
    def allow_vertical_scroll(self) -> bool:
        """Wheel and selection may scroll it although it draws its own scroll bar."""
        return True

    def render_line(self, y: int) -> Strip:
        """The line ``y`` below the top of the pane."""
        self._flow()
        return self._strip(self.scroll_offset.y + y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of ``crop``, without Textual's own cache in between: strips are kept here."""
        self._flow()
        top = self.scroll_offset.y
        strips = [self._with_thumb(y, self._strip(top + y)) for y in crop.line_range]
        if crop.x or crop.width < self.size.width:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The article's own words under the selection, not wrapped lines."""
        start, end = self._selected_span(selection)
        return (self._shown.text[start:end], "\n") if end > start else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draws the selection."""
        before = self.marks.selected
        self.marks.selected = self._selected_span(selection) if selection else None
        for span in (before, self.marks.selected):
            if span:
                self._refresh_span(span)

    def on_click(self, event: events.Click) -> None:
        """A click on a quote makes it the current one."""
        offset = self._offset_at(event.offset)
        if offset is not None and (quote := self.marks.quote_at(offset)) is not None:
            self.post_message(self.QuoteClicked(quote))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes hold of the scroll bar."""
        if event.x == self.size.width - 1 and self._thumb() is not None:
            self._dragging = True
            self.capture_mouse()
            self._drag(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drags the scroll bar."""
        if self._dragging:
            event.stop()
            self._drag(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Lets go of the scroll bar."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three lines on."""
        event.stop()
        event.prevent_default()
        self._scroll_to_line(self.scroll_offset.y + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three lines back."""
        event.stop()
        event.prevent_default()
        self._scroll_to_line(self.scroll_offset.y - 3)

    def notify_style_update(self) -> None:
        """Forgets the styles when the theme changes."""
        self._ink = None
        self._strips.clear()
        super().notify_style_update()

    @property
    def _lines(self) -> int:
        return len(self._head) + (0 if self._page is None else len(self._page))

    def _line_of(self, offset: int) -> int:
        assert self._page is not None
        return len(self._head) + self._page.line_of(offset)

    def _flow(self) -> None:
        """Wraps the text if the width or the measure changed; the top line keeps its text."""
        width = self.size.width
        room = min(self._measure, width - _GUTTER - _MARGIN - 1)
        if width <= 0 or (self._page is not None and self._page.width == max(1, room)):
            if self.virtual_size.width != width:
                self._strips.clear()
                self._resized()
            return
        self._page = Wrapped(self._shown, max(1, room))
        self._head = self._front_matter(max(1, room))
        self._strips.clear()
        self._resized()

    def _resized(self) -> None:
        # Set without a layout: the pane's size on the screen doesn't depend on its text.
        self.set_reactive(Widget.virtual_size, Size(self.size.width, self._lines))
        line = self._line_of(self._position) if self._position and self._page else 0
        top = float(max(0, min(line, self._lines - self.size.height)))
        self.set_reactive(Widget.scroll_y, top)
        self.set_reactive(Widget.scroll_target_y, top)

    def _front_matter(self, width: int) -> list[tuple[str, Look]]:
        """Title, byline and date where the text itself doesn't have them."""
        article = self.article
        lines: list[tuple[str, Look]] = []
        if article.title and article.title_span is None:
            title = Wrapped(shown_text(safe_line(article.title)), width)
            lines += [(line, Look("title")) for line in title.drawn()]
        about = [
            safe_line(part)
            for part, span in (
                (article.byline, article.byline_span),
                (article.published, article.published_span),
            )
            if part and span is None
        ]
        if about:
            text = Wrapped(shown_text(" · ".join(about)), width)
            lines += [(line, Look("quiet")) for line in text.drawn()]
        return [*lines, ("", Look())] if lines else []

    def _scroll_to_line(self, line: int) -> None:
        self._flow()
        top = max(0, min(line, self._lines - self.size.height))
        if top == self.scroll_offset.y:
            return
        self.set_reactive(Widget.scroll_target_y, float(top))
        self.scroll_y = top
        self._remember_position()
        self._place_cursor()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Redraws, and remembers the position whoever scrolled."""
        if round(old_value) != round(new_value):
            self._remember_position()
            self.refresh()

    def _remember_position(self) -> None:
        line = round(self.scroll_y) - len(self._head)
        if self._page is not None:
            self._position = self._page.starts[line] if 0 < line < len(self._page) else 0

    def _place_cursor(self) -> None:
        """Puts the terminal's own cursor where the reader is, for screen readers."""
        if not self.has_focus or self._page is None:
            return
        span = self.current_span()
        y = self._line_of(span[0]) - self.scroll_offset.y if span else 0
        if not 0 <= y < self.size.height:
            y = 0
        self.app.cursor_position = self.region.offset + Offset(self._left, y)

    @property
    def _left(self) -> int:
        """Cells before the gutter: the text stands in the middle."""
        width = self.size.width
        used = min(self._measure, width - _GUTTER - _MARGIN - 1) + _GUTTER
        return max(0, (width - used - 1) // 2)

    def _strip(self, line: int) -> Strip:
        strip = self._strips.get(line)
        if strip is None:
            if len(self._strips) > _KEPT_STRIPS:
                self._strips.clear()
            strip = self._strips[line] = self._drawn(line)
        return strip

    def _drawn(self, line: int) -> Strip:
        ink = self._get_ink()
        width = self.size.width
        page = self._page
        left = self._left
        if page is None or line >= self._lines:
            return Strip.blank(max(0, width - 1), ink.base)
        if line < len(self._head):
            text, look = self._head[line]
            segments = [Segment(" " * (left + _GUTTER), ink.base), Segment(text, ink.style(look))]
            return self._filtered(Strip(segments).adjust_cell_length(max(0, width - 1), ink.base))
        start, end = page.span(line - len(self._head))
        mark = self.marks.gutter(start, end)
        margin = Strip(
            [
                Segment(" " * left, ink.base),
                Segment(mark.glyph, ink.gutter(mark.rank, mark.current)),
                Segment(" ", ink.base),
            ],
            left + 2,
        )
        text = page.text
        tabs = "\t" in page.shown.odd
        column = 0
        segments = []
        for a, b, look in self.marks.pieces(start, end):
            words = text[a:b]
            if tabs:
                words, column = _expanded(words, column)
            segments.append(Segment(words, ink.style(look)))
        words_strip = Strip(segments).apply_offsets(0, line)
        strip = Strip.join([margin, words_strip]).adjust_cell_length(max(0, width - 1), ink.base)
        return self._filtered(strip)

    def _filtered(self, strip: Strip) -> Strip:
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, background)
        return strip

    def _with_thumb(self, y: int, strip: Strip) -> Strip:
        if self.size.width <= 0:
            return strip
        ink = self._get_ink()
        thumb = self._thumb()
        inside = thumb is not None and thumb[0] <= y < thumb[1]
        end = Segment("▐" if inside else " ", ink.thumb if inside else ink.base)
        return Strip([*strip, end], self.size.width)

    def _thumb(self) -> tuple[int, int] | None:
        """The lines of the scroll bar that its thumb covers."""
        height, lines = self.size.height, self._lines
        if height <= 1 or lines <= height:
            return None
        size = max(1, height * height // lines)
        top = round((height - size) * self.scroll_offset.y / (lines - height))
        return top, top + size

    def _drag(self, y: int) -> None:
        height = self.size.height
        self._scroll_to_line(round((self._lines - height) * y / max(1, height - 1)))

    def _offset_at(self, at: Offset) -> int | None:
        """Offset of the character at a cell of the pane."""
        line = at.y + self.scroll_offset.y - len(self._head)
        if self._page is None or not 0 <= line < len(self._page):
            return None
        start, end = self._page.span(line)
        cell = at.x - self._left - _GUTTER
        offset = self._page.offset_at(line, cell)
        return offset if cell >= 0 and start <= offset < end else None

    def _selected_span(self, selection: Selection) -> Span:
        text = self._shown.text
        page = self._page
        if page is None:
            return 0, 0

        def offset(at: Offset | None, default: int) -> int:
            if at is None:
                return default
            line = at.y - len(self._head)
            if line < 0:
                return 0
            if line >= len(page):
                return len(text)
            start, end = page.span(line)
            return min(end, start + at.x)

        return offset(selection.start, 0), offset(selection.end, len(text))

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def _refresh_span(self, span: Span) -> None:
        """Draws the lines of ``span`` anew, those in view at once."""
        if self._page is None:
            return
        first, last = self._line_of(span[0]), self._line_of(max(span[0], span[1] - 1))
        top, height = self.scroll_offset.y, self.size.height
        if last - first > _KEPT_STRIPS:
            self._strips.clear()
        for line in range(first, last + 1):
            self._strips.pop(line, None)
        first, last = max(first, top), min(last, top + height - 1)
        if first <= last:
            self.refresh(Region(0, first - top, self.size.width, last - first + 1))

    def _get_ink(self) -> Ink:
        if self._ink is None:
            app = self.app
            self._ink = Ink(
                app.theme_variables, dark=app.current_theme.dark, colour=not app.no_color
            )
        return self._ink


def _expanded(words: str, column: int) -> tuple[str, int]:
    """``words`` with tabs as spaces up to the next stop, beginning in ``column``."""
    from rich.cells import cell_len

    parts: list[str] = []
    for number, part in enumerate(words.split("\t")):
        if number:
            gap = TAB - column % TAB
            parts.append(" " * gap)
            column += gap
        parts.append(part)
        column += cell_len(part)
    return "".join(parts), column
