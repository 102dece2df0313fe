"""Beside the article: who speaks and which places are named, or what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from textual.message import Message

from newsreader.article import Analysis, Article
from newsreader.search.index import Match
from newsreader.text import safe_line
from newsreader.ui.themes import speaker_colour
from newsreader.ui.widgets.row_line import Piece, RowLine
from newsreader.ui.widgets.row_list import Row, RowList
from newsreader.ui.widgets.side_rows import (
    heading,
    place_row,
    result_row,
    sentence,
    speaker_row,
)


class SidePanel(RowList):
    """One list that turns from speakers and places into search results and back.

    Nothing is mounted and nothing is laid out when it turns.
    """

    DEFAULT_CSS = """
    SidePanel { width: 32; height: 1fr; padding: 0; }
    """

    @dataclass
    class PersonHighlighted(Message):
        """The highlight moved to a person or organization: ``name`` in ``Analysis.speakers``."""

        name: str

    @dataclass
    class PersonChosen(Message):
        """A person or organization was chosen, perhaps again."""

        name: str

    @dataclass
    class PlaceHighlighted(Message):
        """The highlight moved to the place at ``index`` of ``Analysis.places``."""

        index: int

    @dataclass
    class PlaceChosen(Message):
        """The place at ``index`` of ``Analysis.places`` was chosen, perhaps again."""

        index: int

    @dataclass
    class ResultHighlighted(Message):
        """The highlight moved to a result: ``quote`` indexes ``Analysis.quotes``."""

        quote: int

    @dataclass
    class ResultChosen(Message):
        """A result was chosen: ``quote`` indexes ``Analysis.quotes``."""

        quote: int

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._article: Article | None = None
        self._analysis = Analysis()
        self._ranks: dict[str, int] = {}
        self._people: list[Row] = []
        self._place: tuple[int | None, int] | None = None
        self._total = 0

    @property
    def showing_results(self) -> bool:
        """Whether search results stand here in place of speakers and places."""
        return self._place is not None

    @property
    def current_result(self) -> int | None:
        """The highlighted result, as an index of ``Analysis.quotes``."""
        value = self.highlighted_value
        return value[1] if isinstance(value, tuple) and value[0] == "quote" else None

    def show_analysing(self, detail: str = "") -> None:
        """Says that the article is being read; ``detail`` may say how far."""
        self._analysis, self._ranks = Analysis(), {}
        self._show_people(
            [heading("Speakers"), sentence("Reading the article…", "note"), sentence(detail)]
        )

    def show_failed(self, line: str) -> None:
        """Says in one line why there is no analysis."""
        self._show_people([heading("Speakers"), sentence(line, "warning", 3)])

    def show_analysis(self, article: Article, analysis: Analysis, note: str = "") -> None:
        """Shows the speakers and places; the highlight stays on what it was on."""
        self._article, self._analysis = article, analysis
        quoted = [speaker for speaker in analysis.speakers if speaker.quotes]
        mentioned = [speaker for speaker in analysis.speakers if not speaker.quotes]
        self._ranks = {speaker.name: rank for rank, speaker in enumerate(quoted)}
        rows = [heading("Speakers", f"{len(quoted)} ")]
        if note:
            rows.append(sentence(note, "note"))
        rows.extend(speaker_row(speaker, rank) for rank, speaker in enumerate(quoted))
        if not quoted:
            rows.append(sentence("Nobody is quoted here."))
        if mentioned:
            rows += [sentence(""), heading("Only mentioned", f"{len(mentioned)} ")]
            rows.extend(speaker_row(speaker, None) for speaker in mentioned)
        if analysis.places:
            rows += [sentence(""), heading("Places", f"{len(analysis.places)} ")]
            rows.extend(place_row(place, index) for index, place in enumerate(analysis.places))
        self._show_people(rows)

    def show_results(self, results: Sequence[Match], query: str, note: str = "") -> None:
        """Shows what a search found, the first result highlighted; no message is posted for it.

        ``results`` come from an index whose entries are ``Analysis.quotes`` in order. ``note`` is a
        short remark beside the heading, such as that the article is still being read.
        """
        if self._place is None:
            self._place = (self.highlighted, self.scroll_offset.y)
        self._live = True
        self._total = len(results)
        if not results:
            self.set_rows(
                [
                    heading("Quotes", "0 "),
                    sentence(f"No quote matches “{query}”.", "", 3),
                    sentence(note),
                ]
            )
            return
        rows = [Row(self._draw_results_heading, kind="heading")]
        if note:
            rows.append(sentence(note, "note"))
        text = self._article.text if self._article else ""
        for match in results:
            quote = self._analysis.quotes[match.entry]
            speaker = quote.speaker or ""
            rows.append(
                result_row(
                    match.entry,
                    text[quote.start : quote.end],
                    match.letters,
                    speaker,
                    match.speaker_letters,
                    self._ranks.get(speaker),
                )
            )
        self.set_rows(rows)

    def leave_results(self) -> None:
        """Goes back to the speakers and places, where the list was."""
        if self._place is None:
            return
        highlighted, top = self._place
        self._place = None
        self._live = False
        self.set_rows(self._people, highlighted, top)

    def move_result(self, delta: int) -> None:
        """Moves the highlight among the results; ``ResultHighlighted`` follows if it moved."""
        if self.showing_results:
            self.action_move(delta)

    def focus_speakers(self) -> None:
        """Puts keys and highlight on the speakers."""
        self._focus_on("person")

    def focus_places(self) -> None:
        """Puts keys and highlight on the places."""
        self._focus_on("place")

    def highlight(self, index: int | None, *, tell: bool = True) -> None:
        """Moves the highlight; the position in the results' heading follows."""
        super().highlight(index, tell=tell)
        if self.showing_results:
            self._refresh_row(0)

    def look_style(self, name: str) -> Style:
        """Looks of the list, and the colours of speakers by rank."""
        if name.startswith("speaker-"):
            rank = int(name.removeprefix("speaker-"))
            return Style(color=speaker_colour(rank, self.app.current_theme.dark))
        return super().look_style(name)

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        """Says what was highlighted in the article's terms."""
        event.stop()
        match event.value:
            case ("person", str(name)):
                self.post_message(self.PersonHighlighted(name))
            case ("place", int(index)):
                self.post_message(self.PlaceHighlighted(index))
            case ("quote", int(quote)):
                self.post_message(self.ResultHighlighted(quote))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Says what was chosen in the article's terms."""
        event.stop()
        match event.value:
            case ("person", str(name)):
                self.post_message(self.PersonChosen(name))
            case ("place", int(index)):
                self.post_message(self.PlaceChosen(index))
            case ("quote", int(quote)):
                self.post_message(self.ResultChosen(quote))

    def _show_people(self, rows: list[Row]) -> None:
        value = self.highlighted_value
        self._people = rows
        if self._place is not None:
            return
        same = next((i for i, row in enumerate(rows) if value and row.value == value), None)
        self.set_rows(rows, same, self.scroll_offset.y)

    def _focus_on(self, kind: str) -> None:
        self.leave_results()
        self.focus()
        value = self.highlighted_value
        if isinstance(value, tuple) and value[0] == kind:
            return
        for index, row in enumerate(self.rows):
            if isinstance(row.value, tuple) and row.value[0] == kind:
                self.highlight(index)
                return

    def _draw_results_heading(self, width: int) -> list[RowLine]:
        place = 0 if self.highlighted is None else self.highlighted
        first = next((i for i, row in enumerate(self.rows) if row.kind == "item"), 0)
        position = f"{place - first + 1} of {self._total} "
        return [RowLine((Piece("Quotes", "heading"),), (Piece(safe_line(position), "count"),))]
