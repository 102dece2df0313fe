"""A page over the reading screen on which one types and picks a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.layout import Layout

from newsreader.ui.commands import Command
from newsreader.ui.frames import FrameScreen
from newsreader.ui.live_search import LiveSearch, Wanted
from newsreader.ui.screens.page_layout import PageLayout
from newsreader.ui.widgets.footer import FooterLine
from newsreader.ui.widgets.line_input import LineInput
from newsreader.ui.widgets.row_line import Row
from newsreader.ui.widgets.row_list import RowList
from newsreader.ui.widgets.side_rows import heading, sentence

_FOOTER = (
    Command("search.down", "down", "Next row", "", "pick_next", footer="next"),
    Command("search.stay", "enter", "Go", "", "pick", footer="go"),
    Command("search.cancel", "escape", "Back", "", "close", footer="back"),
)


class PickScreen(FrameScreen[object]):
    """A line to type into and a list of what matches; the result is the picked row's value, or
    ``None``. A subclass says what matches in ``rows_for``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "app.quit", "Quit", show=False),
        Binding("ctrl+p", "close", "Close", show=False),
    ]
    AUTO_FOCUS = "LineInput"

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self.line = LineInput(prompt=f"{title} › ", hint=hint, id="line")
        self.list = RowList(id="list")
        self.list.can_focus = False
        self.list.live = True
        self.footer = FooterLine(id="footer")
        self.live: LiveSearch = LiveSearch(self)
        self._page_layout = PageLayout()
        self._ready = False

    @property
    def layout(self) -> Layout:
        """A column in the middle."""
        return self._page_layout

    def rows_for(self, query: str, wanted: Wanted) -> list[Row]:
        """The rows that match ``query``, best first, looked for in another thread; all that there
        is for an empty one."""
        raise NotImplementedError

    def prepare(self) -> Iterator[None]:
        """What ``rows_for`` needs, in steps of a few milliseconds."""
        yield from ()

    def compose(self) -> ComposeResult:
        """The line above the list."""
        yield self.line
        yield self.list
        yield self.footer

    def on_mount(self) -> None:
        """Shows all there is and gets ready to search it."""
        self.footer.show(_FOOTER, kept=1)
        self.in_steps(self._preparing(), self._prepared)

    def _preparing(self) -> Iterator[None]:
        for _ in self.prepare():
            self._show(self.line.value)
            yield

    def _prepared(self) -> None:
        self._ready = True
        self._show(self.line.value)

    def on_unmount(self) -> None:
        """Leaves no thread behind."""
        self.live.stop()

    def _show(self, query: str) -> None:
        if not query.strip():
            self.live.drop()
            self._show_rows(query, self.rows_for(query, lambda: True))
            return
        self.live.ask(
            partial(self.rows_for, query),
            partial(self._show_rows, query),
            partial(self.line.set_remark, "searching…"),
        )

    def _show_rows(self, query: str, rows: list[Row]) -> None:
        if not rows and self._ready:
            rows = [heading("Nothing found"), sentence(f"Nothing matches “{query}”.", "", 2)]
        first = next((index for index, row in enumerate(rows) if row.kind == "item"), None)
        self.list.set_rows(rows, first if query.strip() else self.first_row(rows))
        self.line.set_remark("")

    def first_row(self, rows: list[Row]) -> int | None:
        """The row to highlight while nothing is typed; the first one if ``None``."""
        return None

    @on(LineInput.Changed)
    def _query_changed(self, event: LineInput.Changed) -> None:
        event.stop()
        if event.query == self.line.value:  # or else a newer one is on its way
            self.typed(event.query)
            self.draw()

    def typed(self, query: str) -> None:
        """Shows what there is for ``query``."""
        self._show(query)

    @on(LineInput.Moved)
    def _moved(self, event: LineInput.Moved) -> None:
        event.stop()
        self.live.then(partial(self.list.step, event.delta))

    @on(LineInput.Submitted)
    def _submitted(self, event: LineInput.Submitted) -> None:
        event.stop()
        self.live.then(self.list.action_choose, leaves=True)

    @on(LineInput.Cancelled)
    def _cancelled(self, event: LineInput.Cancelled) -> None:
        event.stop()
        self.dismiss(None)

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.value)

    @on(FooterLine.Clicked)
    async def _footer_clicked(self, event: FooterLine.Clicked) -> None:
        event.stop()
        await self.run_action(event.command.action)

    def action_pick_next(self) -> None:
        """Goes to the next row."""
        self.list.step(1)

    def action_pick(self) -> None:
        """Picks the highlighted row."""
        self.list.action_choose()

    def action_close(self) -> None:
        """Closes without picking."""
        self.dismiss(None)
