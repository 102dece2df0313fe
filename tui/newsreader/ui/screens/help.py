"""Which keys do what, beginning with the part of the screen one is in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.layout import Layout

from newsreader.ui.commands import Command, Where, commands_for
from newsreader.ui.frames import FrameScreen
from newsreader.ui.screens.page_layout import PageLayout
from newsreader.ui.widgets.footer import FooterLine
from newsreader.ui.widgets.row_line import Piece, Row, RowLine, cells, wrapped
from newsreader.ui.widgets.row_list import RowList
from newsreader.ui.widgets.side_rows import heading, sentence

_TITLES: dict[Where, str] = {
    "article": "In the article",
    "list": "In the list of speakers and places",
    "search": "In the search bar",
    "everywhere": "Everywhere",
    "map": "On the map",
}
_TYPING = (
    ("ctrl+a  ctrl+e", "To the beginning or the end of the line"),
    ("alt+b  alt+f", "A word back or forward"),
    ("ctrl+w  alt+d", "Delete the word before or after"),
    ("ctrl+u  ctrl+k", "Delete all before or all after; ctrl+y puts it back"),
)
_MARKS = (
    ("▌", "A quote, in the colour of its speaker"),
    ("┊", "A paraphrase: told in other words, not verbatim"),
    ("▶  ▷", "The current quote, the current paraphrase"),
    ("?", "Unsure who said it, or unknown; a place of which it is unknown where it is"),
    ("✎", "Corrected by you"),
    ("●", "A person or organization that is quoted or paraphrased"),
    ("○", "One that is only mentioned"),
    ("◆", "A place; in the text places are underlined"),
    ("◇", "A country that is not itself named, over its places"),
)
_MAP_MARKS = (
    ("◆", "A place that is a point here, such as a city"),
    ("◇", "The middle of a wide one, such as a country, a region or a sea"),
    ("▶  ▷", "The place you look at"),
    ("1  a", "A place whose name has no room here; it stands in the list by its number"),
    ("•", "One more of these when there are more than numbers"),
    ("?", "A place that is not on the map, as it is unknown where it is"),
)
_FOOTER = (
    Command("list.page-down", "space", "Page down", "", "scroll", footer="more"),
    Command("search.cancel", "escape", "Back", "", "close", footer="back"),
)
_WIDE = 56
_COLUMN = 20


class HelpScreen(FrameScreen[None]):
    """The keys of the part ``where`` first, then those that work everywhere, and the marks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "close", "Close", show=False),
        Binding("ctrl+c,ctrl+q", "app.quit", "Quit", show=False),
    ]
    AUTO_FOCUS = "#list"

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where
        self._page_layout = PageLayout()

    @property
    def layout(self) -> Layout:
        """A column in the middle."""
        return self._page_layout

    def compose(self) -> ComposeResult:
        """One list."""
        yield _HelpList(self._where)
        yield FooterLine(id="footer")

    def on_mount(self) -> None:
        """Says how to leave."""
        self.query_one(FooterLine).show(_FOOTER, kept=1)

    @on(FooterLine.Clicked)
    async def _footer_clicked(self, event: FooterLine.Clicked) -> None:
        event.stop()
        await self.run_action(event.command.action)

    def action_scroll(self) -> None:
        """Moves on by a page."""
        self.query_one(_HelpList).action_page(1)

    def action_close(self) -> None:
        """Goes back to where one was."""
        self.dismiss()


class _HelpList(RowList):
    """The lines of help, wrapped to the width there is."""

    def __init__(self, where: Where) -> None:
        super().__init__(id="list")
        self._where = where
        self._wrapped_to = 0

    def on_resize(self) -> None:
        """Wraps the help anew."""
        width = self.size.width - 3
        if width != self._wrapped_to:
            self._wrapped_to = width
            self.set_rows(_rows(self._where, width), None, self.top)
        super().on_resize()


def _rows(where: Where, width: int) -> list[Row]:
    rows: list[Row] = []
    sections: list[tuple[str, Sequence[tuple[str, str]]]] = [
        (_TITLES[part], [_line(command) for command in commands_for(part)])
        for part in dict.fromkeys((where, "everywhere") if where != "map" else ("map",))
    ]
    if where == "map":
        moves = [one for one in commands_for("list") if one.id != "list.choose"]
        sections.append(("In the lists beside it", [_line(one, one.title) for one in moves]))
    if where == "search":
        sections.insert(1, ("While typing", _TYPING))
    sections.append(("Marks", _MAP_MARKS if where == "map" else _MARKS))
    for title, lines in sections:
        if rows:
            rows.append(sentence(""))
        rows.append(heading(title))
        for keys, text in lines:
            drawn = _drawn(keys, text, width)
            rows.append(Row(partial(_same, drawn), height=len(drawn), kind="text"))
    return rows


def _line(command: Command, text: str = "") -> tuple[str, str]:
    keys = [key for key in command.shown_keys if not key.startswith("super+")]
    return "  ".join(keys), text or command.help


def _same(lines: list[RowLine], width: int) -> list[RowLine]:
    return lines


def _drawn(keys: str, text: str, width: int) -> list[RowLine]:
    """Keys and what they do side by side, or one under the other where there is little room."""
    pieces = Piece(keys, "key")
    if width < _WIDE:
        lines = wrapped(text, max(1, width - 2))
        return [RowLine((pieces,)), *(RowLine((Piece("  "), Piece(line))) for line in lines)]
    lines = wrapped(text, width - _COLUMN)
    if cells([pieces]) >= _COLUMN:
        return [RowLine((pieces,)), *(_beside(Piece(""), line) for line in lines)]
    return [_beside(pieces if not number else Piece(""), line) for number, line in enumerate(lines)]


def _beside(keys: Piece, text: str) -> RowLine:
    return RowLine((*RowLine((keys,)).fitted(_COLUMN), Piece(text)))
