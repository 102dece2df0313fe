"""A window over the reading screen in which one types and picks a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from newsreader.ui.widgets.line_input import LineInput
from newsreader.ui.widgets.row_list import Row, RowList
from newsreader.ui.widgets.side_rows import heading, sentence


class PickScreen(ModalScreen[object]):
    """A line to type into and a list of what matches; the result is the picked row's value, or
    ``None``. A subclass says what matches in ``rows_for``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "app.quit", "Quit", show=False),
        Binding("ctrl+p", "close", "Close", show=False),
    ]
    AUTO_FOCUS = "LineInput"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 - typed by Textual
    DEFAULT_CSS = """
    PickScreen {
        align: center top;
        background: $background 60%;

        & > Vertical {
            width: 90;
            max-width: 90%;
            height: 80%;
            margin-top: 1;
            background: $surface;
            border: round $quiet;
            border-title-color: $accent;
            border-title-style: bold;
        }
        &.-narrow > Vertical {
            border: none;
            width: 100%;
            max-width: 100%;
            height: 100%;
            margin: 0;
        }
        LineInput { background: $panel; }
        RowList { width: 1fr; height: 1fr; }
    }
    """

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._window_title = title
        self.line = LineInput(hint=hint, id="pick-line")
        self.list = RowList(id="pick-list")
        self.list.can_focus = False
        self.list.live = True
        self._preparing: Iterator[None] | None = None

    def rows_for(self, query: str) -> list[Row]:
        """The rows that match ``query``, best first; all that there is for an empty one."""
        raise NotImplementedError

    def prepare(self) -> Iterator[None]:
        """What ``rows_for`` needs, in steps of a few milliseconds."""
        yield from ()

    def compose(self) -> ComposeResult:
        """The line above the list."""
        with Vertical() as window:
            yield self.line
            yield self.list
        window.border_title = self._window_title

    def on_mount(self) -> None:
        """Shows all there is and gets ready to search it."""
        self._preparing = self.prepare()
        self._prepare_more()

    def _prepare_more(self) -> None:
        if self._preparing is None:
            return
        if next(self._preparing, self) is self:
            self._preparing = None
        else:
            self.set_timer(0.001, self._prepare_more)
        self._show(self.line.value)

    def _show(self, query: str) -> None:
        rows = self.rows_for(query)
        if not rows and self._preparing is None:
            rows = [heading("Nothing found"), sentence(f"Nothing matches “{query}”.", "", 2)]
        first = next((index for index, row in enumerate(rows) if row.kind == "item"), None)
        self.list.set_rows(rows, first if query.strip() else self.first_row(rows))

    def first_row(self, rows: list[Row]) -> int | None:
        """The row to highlight while nothing is typed; the first one if ``None``."""
        return None

    @on(LineInput.Changed)
    def _typed(self, event: LineInput.Changed) -> None:
        event.stop()
        self._show(event.query)

    @on(LineInput.Moved)
    def _moved(self, event: LineInput.Moved) -> None:
        event.stop()
        self.list.action_move(event.delta)

    @on(LineInput.Submitted)
    def _submitted(self, event: LineInput.Submitted) -> None:
        event.stop()
        self.list.action_choose()

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

    def action_close(self) -> None:
        """Closes without picking."""
        self.dismiss(None)
