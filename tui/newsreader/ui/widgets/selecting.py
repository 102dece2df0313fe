"""Selecting an article's words with the mouse: by dragging, or by clicks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable

from textual import events
from textual.geometry import Offset
from textual.selection import Selection

from newsreader.article import Span
from newsreader.ui.layout import ShownText
from newsreader.ui.marks import Marks
from newsreader.ui.page import Page
from newsreader.ui.spans import word_around
from newsreader.ui.widgets.line_list import LineList


class SelectableLines(LineList):
    """Lines of an article whose selection is a span of its text, not of lines on the screen."""

    marks: Marks
    _page: Page | None
    _shown: ShownText

    @abstractmethod
    def offset_under(self, event: events.MouseEvent) -> int | None:
        """Offset of the character under the mouse, if there is one."""

    @abstractmethod
    def _refresh_spans(self, spans: Iterable[Span]) -> None: ...

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The article's own words under the selection, not wrapped lines."""
        start, end = self._selected_span(selection)
        return (self._shown.text[start:end], "\n") if end > start else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draws the selection."""
        before = self.marks.selected
        self.marks.selected = self._selected_span(selection) if selection else None
        self._refresh_spans(span for span in (before, self.marks.selected) if span)

    def select_around(self, event: events.Click) -> bool:
        """Selects the word under a second click, the paragraph under a third. Whether the click was
        for selecting; one that ends a drag is."""
        selection = self.screen.selections.get(self)
        if event.chain == 1 and selection and self.get_selection(selection):
            return True
        offset = self.offset_under(event)
        if self._page is None or offset is None or event.chain not in (2, 3):
            return False
        text = self._shown.text
        if event.chain == 2:
            start, end = word_around(text, offset)
        else:
            start = text.rfind("\n", 0, offset) + 1
            end = text.find("\n", offset)
        places = [self._page.place_of(one) for one in (start, end if end >= 0 else len(text))]
        self.screen.selections = {self: Selection(*(Offset(*place) for place in places))}
        return True

    def _selected_span(self, selection: Selection) -> Span:
        return self._page.span_between(*selection) if self._page is not None else (0, 0)
