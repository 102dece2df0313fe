"""The palette: one line that finds any command, speaker, place or quote.

Drawn by our own list and searched by our own index. Textual's palette would take over 20 seconds
for 100,000 quotes, and mounts a dozen widgets to show them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from newsreader.article import Place, Speaker
from newsreader.search.index import Entry, Match, QuoteIndex
from newsreader.text import safe_line
from newsreader.ui.commands import COMMANDS, Command
from newsreader.ui.live_search import Wanted
from newsreader.ui.screens.picking import PickScreen
from newsreader.ui.widgets.place_rows import PLACE_MARK, place_line
from newsreader.ui.widgets.row_line import Piece, Row, RowLine
from newsreader.ui.widgets.side_panel import SidePanel
from newsreader.ui.widgets.side_rows import (
    MENTIONED_MARK,
    SPEAKER_MARK,
    WIDE,
    heading,
    result_row,
)
from newsreader.ui.widgets.snippet import lit

if TYPE_CHECKING:
    from newsreader.ui.screens.reading import ReadingScreen

_MOST = 6
"""Commands, speakers and places shown for a query, each."""
_MOST_QUOTES = 30
_TITLE = 28
"""Cells of a command's title where what it does stands beside it."""


class PaletteScreen(PickScreen):
    """Finds commands, and the speakers, places and quotes of the article shown in ``reading``;
    leads to those of the other open articles.

    The result is the action to run with no argument, or ``None``.
    """

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__("Find", "a command, a speaker, a place or words of a quote")
        self._reading = reading
        self._commands = [command for command in COMMANDS if command.palette]
        self._speakers = reading.analysis.speakers
        self._places = reading.analysis.places
        quoted = (speaker.name for speaker in self._speakers if speaker.quotes)
        self._ranks = {name: rank for rank, name in enumerate(quoted)}
        self._command_index = QuoteIndex(Entry(c.title, c.help) for c in self._commands)
        self._speaker_index = QuoteIndex()
        self._place_index = QuoteIndex()

    def prepare(self) -> Iterator[None]:
        """Indexes names of speakers and places."""
        yield from self._speaker_index.add_in_steps(
            Entry(speaker.name, speaker.role or "") for speaker in self._speakers
        )
        yield from self._place_index.add_in_steps(Entry(place.name) for place in self._places)

    def rows_for(self, query: str, wanted: Wanted) -> list[Row]:
        """Sections of what matches, the one with the best match first."""
        if not query.strip():
            return [heading("Commands"), *(self._command_row(c, None) for c in self._commands)]
        sections = [
            self._section("Commands", self._command_index, query, self._found_command),
            self._section("Speakers", self._speaker_index, query, self._found_speaker),
            self._section("Places", self._place_index, query, self._found_place),
            self._quotes(query, wanted),
        ]
        sections.sort(key=lambda section: -section[0])
        return [*(row for _, rows in sections for row in rows), *self._elsewhere(query)]

    def _section(
        self, title: str, index: QuoteIndex, query: str, row: Callable[[Match], Row]
    ) -> tuple[float, list[Row]]:
        matches = index.search(query, _MOST)
        if not matches:
            return 0.0, []
        # The titles, names and places themselves before what is told about them.
        return matches[0].score, [heading(title), *map(row, matches)]

    def _quotes(self, query: str, wanted: Wanted) -> tuple[float, list[Row]]:
        found = self._reading.searching.quotes.look_up(query, wanted, _MOST_QUOTES).found
        matches = found.matches[:_MOST_QUOTES]
        if not matches:
            return 0.0, []
        text = self._reading.view.article.text
        lines = 1 if self.list.size.width >= WIDE else 2
        shown = len(matches)
        told = found.counted if found.total <= shown else f"{shown} of {found.counted}"
        rows = [heading("Quotes", told)]
        for match in matches:
            quote = self._reading.analysis.quotes[match.entry]
            rank = self._ranks.get(quote.speaker or "")
            row = result_row(match, text, quote, rank, lines)
            rows.append(Row(row.draw, partial(self._reading.go_to_quote, match.entry), row.height))
        return matches[0].score, rows

    def _elsewhere(self, query: str) -> list[Row]:
        """The way to the quotes of the other open articles, if there are any."""
        articles = len(self._reading.opening.articles.all)
        if articles == 1:
            return []
        search = self._reading.searching_all.open
        words = Piece(f"Search all {articles} articles for “{safe_line(query.strip())}”")
        line = RowLine((Piece("  "), words), (Piece("f ", "key"),))
        go_there = partial(self._reading.call_later, search, query.strip())
        return [heading("All articles"), Row(lambda width: (line,), go_there)]

    def _found_command(self, match: Match) -> Row:
        return self._command_row(self._commands[match.entry], match)

    def _command_row(self, command: Command, match: Match | None) -> Row:
        return Row(
            partial(_draw_command, command, match), partial(self._reading.run_command, command)
        )

    def _found_speaker(self, match: Match) -> Row:
        speaker = self._speakers[match.entry]
        chosen = SidePanel.PersonChosen(speaker.name)
        quotes = self._reading.analysis.quotes
        paraphrases = sum(quotes[index].kind == "indirect" for index in speaker.quotes)
        return Row(
            partial(_draw_speaker, speaker, self._ranks.get(speaker.name), paraphrases, match),
            partial(self._reading.panel.post_message, chosen),
        )

    def _found_place(self, match: Match) -> Row:
        chosen = SidePanel.PlaceChosen(match.entry)
        return Row(
            partial(_draw_place, self._places[match.entry], match),
            partial(self._reading.panel.post_message, chosen),
        )


def _draw_command(command: Command, match: Match | None, width: int) -> Sequence[RowLine]:
    title = command.title
    name = RowLine((Piece("  "), *lit(title, match.letters if match else (), "")))
    left = name.left
    if width >= WIDE:
        about = lit(command.help, match.speaker_letters if match else (), "dim")
        left = (*name.fitted(_TITLE), *about)
    return [RowLine(left, (Piece(f"{command.shown_keys[0]} ", "key"),))]


def _draw_speaker(
    speaker: Speaker, rank: int | None, paraphrases: int, match: Match, width: int
) -> Sequence[RowLine]:
    name = safe_line(speaker.name)
    quotes = len(speaker.quotes) - paraphrases
    counts = [(quotes, "quote"), (paraphrases, "paraphrase")]
    told = [_counted(count, what) for count, what in counts if count]
    told = told or [_counted(len(speaker.mentions), "mention")]
    look = "" if rank is None else f"strong speaker-{rank}"
    mark = Piece(f"{MENTIONED_MARK if rank is None else SPEAKER_MARK} ", look or "dim")
    pieces = [mark, *lit(name, match.letters, look)]
    if speaker.role:
        role = safe_line(speaker.role)
        pieces += [Piece("  "), *lit(role, match.speaker_letters, "dim")]
    return [RowLine(tuple(pieces), (Piece(f"{', '.join(told)} ", "count"),))]


def _draw_place(place: Place, match: Match, width: int) -> Sequence[RowLine]:
    name = safe_line(place.name)
    pieces = [Piece(f"{PLACE_MARK} ", "dim"), *lit(name, match.letters, "")]
    return [place_line(pieces, place, width, _counted(len(place.mentions), "mention"))]


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
