"""A page on which one marks the quotes that are another person's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.layout import Layout

from newsreader.article import Quote, Span
from newsreader.text import safe_line
from newsreader.ui.commands import Command
from newsreader.ui.frames import FrameScreen
from newsreader.ui.screens.page_layout import PageLayout
from newsreader.ui.sureness import mark
from newsreader.ui.widgets.footer import FooterLine
from newsreader.ui.widgets.row_line import Piece, Row, RowLine
from newsreader.ui.widgets.row_list import RowList
from newsreader.ui.widgets.side_rows import PARAPHRASE, heading, sentence
from newsreader.ui.widgets.snippet import snippet

_FOOTER = (
    Command("split.mark", "space", "Mark", "", "mark", footer="mark"),
    Command("list.choose", "enter", "Go on", "", "go_on", footer="go on"),
    Command("search.cancel", "escape", "Back", "", "close", footer="back"),
)
_ROWS = 2


class SplitScreen(FrameScreen[tuple[Span, ...] | None]):
    """The quotes of one speaker; the result is the spans of those that were marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False),
        Binding("ctrl+c,ctrl+q", "app.quit", "Quit", show=False),
    ]
    AUTO_FOCUS = "#list"

    def __init__(self, name: str, text: str, quotes: Sequence[Quote]) -> None:
        super().__init__()
        self._speaker = name
        self._text = text
        self._quotes = quotes
        self._marked: set[int] = set()
        self._page_layout = PageLayout()
        self.list = _MarkList(id="list")
        self.footer = FooterLine(id="footer")

    @property
    def layout(self) -> Layout:
        """A column in the middle."""
        return self._page_layout

    def compose(self) -> ComposeResult:
        """One list."""
        yield self.list
        yield self.footer

    def on_mount(self) -> None:
        """Shows the quotes, none of them marked."""
        rows = [
            heading("Split"),
            sentence(f"Which of these did {safe_line(self._speaker)} not say?", "strong", 2),
        ]
        rows += [
            Row(partial(self._draw, index), index, _ROWS) for index in range(len(self._quotes))
        ]
        self.list.set_rows(rows)
        self.footer.show(_FOOTER, kept=1)

    def _draw(self, index: int, width: int) -> Sequence[RowLine]:
        quote = self._quotes[index]
        told = quote.kind == "indirect"
        words = self._text[quote.start : quote.end]
        box = Piece("[x] " if index in self._marked else "[ ] ", "key")
        notes = [PARAPHRASE if told else "", mark(quote)]
        right = (Piece(f" {' '.join(filter(None, notes))} ", "note"),) if any(notes) else ()
        room = width - 5 - sum(len(piece.text) + 1 for piece in right)
        lines = snippet(words, (), room, _ROWS, "italic" if told else "")
        drawn = [RowLine((Piece("    "), *line)) for line in lines]
        return [RowLine((box, *lines[0]), right) if lines else RowLine((box,)), *drawn[1:]]

    @on(RowList.Chosen)
    def _go_on(self, event: RowList.Chosen) -> None:
        event.stop()
        self.action_go_on()

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()

    @on(FooterLine.Clicked)
    async def _footer_clicked(self, event: FooterLine.Clicked) -> None:
        event.stop()
        await self.run_action(event.command.action)

    def action_mark(self) -> None:
        """Marks the highlighted quote as another person's, or not so any more."""
        value = self.list.highlighted_value
        if isinstance(value, int):
            self._marked ^= {value}
            self.list.redraw_highlighted()

    def action_go_on(self) -> None:
        """Goes on to the name, if a quote is marked."""
        if not self._marked:
            self.footer.say("Mark quotes with space first.")
            return
        quotes = [self._quotes[index] for index in sorted(self._marked)]
        self.dismiss(tuple((quote.start, quote.end) for quote in quotes))

    def action_close(self) -> None:
        """Closes without splitting."""
        self.dismiss(None)


class _MarkList(RowList):
    """Rows that space and clicks mark."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,x", "screen.mark", "Mark", show=False, priority=True),
    ]

    def redraw_highlighted(self) -> None:
        """Draws the highlighted row anew."""
        self._refresh_row(self.highlighted)

    def on_click(self, event: events.Click) -> None:
        """A click marks the row under it."""
        index = None if self.on_scroll_bar(event.x) else self.row_at(event.y)
        event.prevent_default()
        event.stop()
        if index is not None and self.rows[index].kind == "item":
            self.highlight(index)
            self.call_later(self.run_action, "screen.mark")
