"""Beside the article: who speaks and which places are named, or what a search found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from newsreader.article import Analysis, Article, Speaker
from newsreader.ui.widgets.place_rows import place_rows, places_of
from newsreader.ui.widgets.row_line import Piece, Row, RowLine
from newsreader.ui.widgets.row_list import RowList
from newsreader.ui.widgets.side_rows import (
    WIDE,
    heading,
    nothing_found,
    result_row,
    sentence,
    speaker_row,
    speakers_heading,
    unknown_row,
)

if TYPE_CHECKING:
    from newsreader.search.index import Match

_SHORT = 12
"""Rows below which a result shows one line of its words."""


class SidePanel(RowList):
    """One list that turns from speakers and places into search results and back.

    Nothing is mounted and nothing is laid out when it turns.
    """

    DEFAULT_CSS = """
    SidePanel { width: 32; height: 1fr; padding: 0; }
    """

    @dataclass
    class PersonHighlighted(Message):
        """The highlight moved to a person or organization: ``name`` in ``Analysis.speakers``, or
        empty for the quotes of which nobody is known to be the speaker."""

        name: str

    @dataclass
    class PersonChosen(Message):
        """A person or organization was chosen, perhaps again."""

        name: str

    @dataclass
    class PlaceHighlighted(Message):
        """The highlight moved to the place at ``index`` of ``Analysis.places``, or to a country
        under which ``more`` of them stand."""

        index: int
        more: tuple[int, ...] = ()

    @dataclass
    class PlaceChosen(Message):
        """The place at ``index`` of ``Analysis.places`` was chosen, perhaps again, or a country
        under which ``more`` of them stand."""

        index: int
        more: tuple[int, ...] = ()

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
        self._results: Sequence[Match] = ()
        self._note = self._total = ""
        self._shape = 3

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
        self._analysis, self._ranks, self._results = Analysis(), {}, ()
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
        rows = self._speaker_rows(quoted)
        if note:
            rows.insert(1, sentence(note, "note"))
        if mentioned:
            rows += [sentence(""), heading("Only mentioned", str(len(mentioned)))]
            rows.extend(speaker_row(speaker, None) for speaker in mentioned)
        if analysis.places:
            rows += [sentence(""), heading("Places", str(len(analysis.places)), "mentions")]
            rows += place_rows(analysis.places)
        self._show_people(rows)

    def _speaker_rows(self, quoted: Sequence[Speaker]) -> list[Row]:
        """Those who are quoted, then the quotes of nobody known; paraphrases counted apart."""
        quotes = self._analysis.quotes
        paraphrases = Counter(quote.speaker for quote in quotes if quote.kind == "indirect")
        unknown = sum(quote.speaker is None for quote in quotes)
        column = len(str(max(paraphrases.values()))) if paraphrases else 0
        if not quotes:
            return [heading("Speakers", "0"), sentence("Nobody is quoted.", "dim", 2)]
        columns = "quotes ┊paraphrases" if column else "quotes"
        rows = [speakers_heading(len(quoted), columns)]
        for rank, speaker in enumerate(quoted):
            by_hand = any(quotes[index].corrected for index in speaker.quotes)
            told = paraphrases[speaker.name]
            rows.append(speaker_row(speaker, rank, told, column, corrected=by_hand))
        if unknown:
            rows.append(unknown_row(unknown, paraphrases[None], column))
        return rows

    def show_results(
        self, results: Sequence[Match], query: str, note: str = "", total: str = ""
    ) -> None:
        """Shows what a search found, the first result highlighted; no message is posted for it.

        ``results`` come from an index whose entries are ``Analysis.quotes`` in order. ``note`` is a
        short remark beside the heading, such as that the article is still being read. ``total``
        says how many there are if those are not all.
        """
        if self._place is None:
            self._place = (self.highlighted, self.top)
        self.live = True
        self._results = results
        self._total = total or str(len(results))
        if not results:
            why = [sentence(note, "note", 3)] if note else nothing_found(query)
            self.set_rows([heading("Quotes"), *why])
            return
        self._note = note
        self.set_rows(self._result_rows())

    def _result_rows(self) -> list[Row]:
        self._shape = self._result_lines()
        rows = [Row(self._draw_results_heading, kind="heading")]
        if self._note:
            rows.append(sentence(self._note, "note", 2))
        text = self._article.text if self._article else ""
        for match in self._results:
            quote = self._analysis.quotes[match.entry]
            rank = self._ranks.get(quote.speaker or "")
            rows.append(result_row(match, text, quote, rank, self._shape))
        return rows

    def _result_lines(self) -> int:
        """Lines that a result takes in a panel of this size."""
        width, height = self.size
        if width >= WIDE:
            return 1
        return 2 if height < _SHORT else 3

    @property
    def results_in_view(self) -> int:
        """Results that the panel has room for, at least."""
        return self.size.height // self._result_lines() + 1

    def leave_results(self) -> None:
        """Goes back to the speakers and places, where the list was."""
        if self._place is None:
            return
        highlighted, top = self._place
        self._place = None
        self.live = False
        self.set_rows(self._people, highlighted, top)

    def move_result(self, delta: int) -> None:
        """Moves the highlight among the results; ``ResultHighlighted`` follows if it moved."""
        if self.showing_results:
            self.step(delta)

    def focus_speakers(self) -> None:
        """Puts keys and highlight on the speakers."""
        self._focus_on(("person",))

    def focus_places(self) -> None:
        """Puts keys and highlight on the places."""
        self._focus_on(("place", "places"))

    def go_to_person(self, name: str) -> None:
        """Moves the highlight to the person or organization ``name``, if it is listed."""
        for index, row in enumerate(self.rows):
            if row.value == ("person", name):
                self.highlight(index)
                return

    @property
    def current_place(self) -> int | None:
        """The highlighted place, as an index of ``Analysis.places``; of a country's the first."""
        return next(iter(places_of(self.highlighted_value)), None)

    def go_to_place(self, index: int) -> None:
        """Moves the highlight to the place at ``index`` of ``Analysis.places``, without a word."""
        rows = [number for number, row in enumerate(self.rows) if row.value == ("place", index)]
        if rows:
            self.highlight(rows[0], tell=False)

    def on_resize(self) -> None:
        """Gives results the lines that fit the new size, and keeps the highlight in view."""
        if self.showing_results and self._results and self._shape != self._result_lines():
            self.set_rows(self._result_rows(), self.highlighted)
        super().on_resize()

    def highlight(self, index: int | None, *, tell: bool = True) -> None:
        """Moves the highlight; the position in the results' heading follows."""
        super().highlight(index, tell=tell)
        if self.showing_results:
            self._refresh_row(0)
            self.refresh_rows(self.top, 1)

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        """Says what was highlighted in the article's terms."""
        event.stop()
        match event.value:
            case ("person", str(name)):
                self.post_message(self.PersonHighlighted(name))
            case ("place" | "places", _):
                first, *more = places_of(event.value)
                self.post_message(self.PlaceHighlighted(first, tuple(more)))
            case ("quote", int(quote)):
                self.post_message(self.ResultHighlighted(quote))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Says what was chosen in the article's terms."""
        event.stop()
        match event.value:
            case ("person", str(name)):
                self.post_message(self.PersonChosen(name))
            case ("place" | "places", _):
                first, *more = places_of(event.value)
                self.post_message(self.PlaceChosen(first, tuple(more)))
            case ("quote", int(quote)):
                self.post_message(self.ResultChosen(quote))

    def _show_people(self, rows: list[Row]) -> None:
        value = self.highlighted_value
        self._people = rows
        if self._place is not None:
            return
        same = next((i for i, row in enumerate(rows) if value and row.value == value), None)
        self.set_rows(rows, same, self.top)

    def _focus_on(self, kinds: Sequence[str]) -> None:
        self.leave_results()
        self.focus()
        value = self.highlighted_value
        if isinstance(value, tuple) and value[0] in kinds:
            # It stood there before, but nothing lit up.
            self.post_message(self.Highlighted(self, self.highlighted or 0, value))
            return
        for index, row in enumerate(self.rows):
            if isinstance(row.value, tuple) and row.value[0] in kinds:
                self.highlight(index)
                return

    def _draw_results_heading(self, width: int) -> list[RowLine]:
        place = 0 if self.highlighted is None else self.highlighted
        first = next((i for i, row in enumerate(self.rows) if row.kind == "item"), 0)
        position = f"{place - first + 1} of {self._total} "
        return [RowLine((Piece("Quotes", "heading"),), (Piece(position, "count"),))]
