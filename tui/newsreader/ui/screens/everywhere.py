"""The search of the quotes of many articles, with the current result in its article beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.layout import Layout

from newsreader.errors import IndexFileError
from newsreader.ui.commands import Command
from newsreader.ui.frames import FrameScreen
from newsreader.ui.live_search import LiveSearch, Looked, Wanted, look_up
from newsreader.ui.many_articles import Results, Searchable
from newsreader.ui.screens.reading_layout import ReadingLayout
from newsreader.ui.widgets.article_view import ArticleView
from newsreader.ui.widgets.footer import FooterLine
from newsreader.ui.widgets.found_rows import found_row, lines_of_found
from newsreader.ui.widgets.row_line import Row
from newsreader.ui.widgets.row_list import RowList
from newsreader.ui.widgets.search_bar import SearchBar
from newsreader.ui.widgets.side_rows import heading, more_found, nothing_found, sentence

if TYPE_CHECKING:
    from newsreader.search.index import Match
    from newsreader.ui.passages import Passage

_FOOTER = (
    Command("search.down", "down", "Next result", "", "next_result", footer="next"),
    Command("search.widen", "ctrl+g", "This article", "", "search_all", footer="this article"),
    Command("search.stay", "enter", "Go", "", "go", footer="go"),
    Command("search.cancel", "escape", "Return", "", "close", footer="return"),
)


class EverywhereScreen(FrameScreen[object]):
    """Finds quotes in ``quotes`` as one types. ``behind`` is shown until there is a result,
    ``queries`` are those remembered.

    Its result are the ``Results`` at the one that was chosen, or that was in view when one
    ``left``, or the query alone if one would rather search the one article.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "app.quit", "Quit", show=False),
        Binding("ctrl+p", "close", "Close", show=False),
    ]
    AUTO_FOCUS = "#search"

    def __init__(
        self, quotes: Searchable, *, behind: Passage, measure: int, query: str, queries: list[str]
    ) -> None:
        super().__init__()
        self._quotes = quotes
        self._behind = behind
        self.results = Results()
        self.view = ArticleView(behind.article, measure, id="article")
        self.view.can_focus = False
        self.list = RowList(id="panel")
        self.list.can_focus = False
        self.list.live = True
        self.bar = SearchBar(id="search", prompt="All articles / ", queries=queries)
        self.bar.set_value(query)
        self.footer = FooterLine(id="footer")
        self.live: LiveSearch = LiveSearch(self)
        self._parts = ReadingLayout()
        self._parts.results = self._parts.broad = True
        self._lines = 0

    @property
    def layout(self) -> Layout:
        """As the reading screen while one searches, with a broader list."""
        return self._parts

    def compose(self) -> ComposeResult:
        """Article, results, line and footer."""
        yield self.view
        yield self.list
        yield self.bar
        yield self.footer

    def on_mount(self) -> None:
        """Searches for what is there already; typing replaces it."""
        self.footer.show(_FOOTER)
        self._show_behind()
        self.live.meanwhile(self._quotes.index.prepare)
        self.bar.select_all()
        self._find(self.bar.value)

    def on_unmount(self) -> None:
        """Leaves no thread behind."""
        self.live.stop()

    def on_resize(self) -> None:
        """Gives the results the lines that fit the new size."""
        if self._lines != self._result_lines():
            self._show_rows()

    def show_more(self) -> None:
        """There is more to find; a result that one has gone on to stays the current one."""
        self._find(self.bar.value, self.results.match if self.results.at else None)
        self.draw()

    # Searching

    def _find(self, query: str, stay: Match | None = None) -> None:
        if not query.strip():
            self.live.drop()
            self._found(query, stay, Looked())
            return

        index, shown = self._quotes.index, self.list.size.height // self._result_lines() + 1

        def search(wanted: Wanted) -> Looked | IndexFileError:
            try:
                return look_up(index, query, wanted, shown)
            except IndexFileError as error:
                return error

        slow = partial(self.bar.set_remark, "searching…")
        if not self.live.ask(search, partial(self._found, query, stay), slow):
            self.bar.offer(None)

    def _found(self, query: str, stay: Match | None, looked: Looked | IndexFileError) -> None:
        if isinstance(looked, IndexFileError):
            self._fail(looked)
            return
        self.bar.offer(looked.offered)
        matches = looked.found.matches
        at = next((at for at, one in enumerate(matches) if stay and one.entry == stay.entry), 0)
        self.results = Results(query, looked.found, at)
        self._show_rows()
        self._show_result()

    def _fail(self, error: IndexFileError) -> None:
        self.list.set_rows([heading("Quotes"), sentence(str(error), "warning", 8)])
        self.bar.set_remark("")

    # Showing

    def _result_lines(self) -> int:
        return lines_of_found(*self.list.size)

    def _show_rows(self) -> None:
        self._lines = lines = self._result_lines()
        results = self.results
        matches = results.found.matches
        unread = self._quotes.unread()
        rows = [heading("Quotes", results.found.counted if matches else "", unread)]
        if matches:
            rows += [
                found_row(each, at, self._quotes.name, lines) for at, each in enumerate(matches)
            ]
            if results.found.total > len(matches):
                rows.append(more_found(len(matches)))
        else:
            rows += self._nothing_found(unread)
        self.list.set_rows(rows, 1 + results.at)

    def _nothing_found(self, unread: str) -> list[Row]:
        query = self.results.query
        if not query.strip():
            return [sentence(self._quotes.about(), "dim", 2)]
        return [] if unread else nothing_found(query)

    def _show_result(self) -> None:
        """The current result in its article, and which of how many it is."""
        results, match = self.results, self.results.match
        if match is None:
            if results.query.strip():
                self.bar.show_matches(0, results.found.counted)
            else:
                self.bar.clear_matches()
            self._show_behind()
            return
        self.bar.show_matches(results.at + 1, results.found.counted)
        try:
            self._show_passage(self._quotes.passage(match.record()))
            letters = match.letters
        except IndexFileError as error:
            self._fail(error)
            return
        marks = self.view.marks
        quote = next((n for n, (a, _) in enumerate(marks.quotes) if a == self._shown.start), None)
        self.view.show_matches((self._shown.start + a, self._shown.start + b) for a, b in letters)
        self.view.set_current(quote)

    def _show_behind(self) -> None:
        self._show_passage(self._behind)
        self.view.show_matches(())
        self.view.set_current(None, reveal=False)
        self.view.go_to(self._behind.start)

    def _show_passage(self, shown: Passage) -> None:
        self._shown = shown
        if self.view.article is not shown.article or self.view.marks.analysis is not shown.analysis:
            self.view.show_article(shown.article, shown.analysis, shown.start)

    def _turn_to(self, value: object) -> None:
        if isinstance(value, int) and value != self.results.at:
            self.results.at = value
            self._show_result()
            self.draw()

    # What is done

    @on(SearchBar.Changed)
    def _query_changed(self, event: SearchBar.Changed) -> None:
        if event.query == self.bar.value:  # or else a newer one is on its way
            self.typed(event.query)
            self.draw()

    def typed(self, query: str) -> None:
        """Searches the quotes of all articles."""
        self._find(query)

    @on(SearchBar.Moved)
    def _moved(self, event: SearchBar.Moved) -> None:
        self.live.then(partial(self._step, event.delta))

    @on(SearchBar.Submitted)
    def action_go(self) -> None:
        """Goes to the current result, in its article."""
        self.live.then(self._go, leaves=True)

    @on(SearchBar.Cancelled)
    def action_close(self) -> None:
        """Returns to where one was reading."""
        self.results.left = True
        self.dismiss(self.results)

    def action_search_all(self) -> None:
        """Searches the one article again."""
        self.dismiss(self.bar.value)

    def action_next_result(self) -> None:
        """Goes to the next result."""
        self.live.then(partial(self._step, 1))

    def _step(self, delta: int) -> None:
        self.list.step(delta)
        self._turn_to(self.list.highlighted_value)

    def _go(self) -> None:
        if self.results.match is not None:
            self.dismiss(self.results)

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        self._turn_to(event.value)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self._turn_to(event.value)
        self._go()

    @on(FooterLine.Clicked)
    async def _footer_clicked(self, event: FooterLine.Clicked) -> None:
        await self.run_action(event.command.action)
