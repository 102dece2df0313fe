"""The course of a search: typing, moving among results, staying, going back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from newsreader.article import Analysis, Article
from newsreader.search.matches import Found
from newsreader.ui.live_search import LiveSearch, Looked, Wanted, between_searches
from newsreader.ui.quote_search import QuoteSearch

if TYPE_CHECKING:
    from newsreader.search.index import Match
    from newsreader.ui.widgets.article_view import ArticleView
    from newsreader.ui.widgets.search_bar import SearchBar
    from newsreader.ui.widgets.side_panel import SidePanel


class Searching:
    """Shows in ``view``, ``panel`` and ``bar`` what the search of an article finds.

    ``go_to`` makes a quote the current one and brings it into view.
    """

    def __init__(
        self,
        view: ArticleView,
        panel: SidePanel,
        bar: SearchBar,
        go_to: Callable[[int], None],
    ) -> None:
        self._view = view
        self._panel = panel
        self._bar = bar
        self._go_to = go_to
        self._before: tuple[int, int | None] | None = None
        self._cancelled = False
        self.quotes = QuoteSearch(view.article)
        self.live = LiveSearch(view)

    @property
    def place(self) -> tuple[int, int | None]:
        """Position and current quote where one reads, or read before the search under way."""
        return self._before or (self._view.position, self._view.marks.current)

    def restart(self, article: Article) -> None:
        """Another article is shown: nothing is known of its quotes yet."""
        self.live.drop()
        self._cancelled = False
        self.quotes = QuoteSearch(article)
        self._before = None
        self._panel.leave_results()
        self._bar.clear_matches()

    def indexing(self, analysis: Analysis) -> Iterator[None]:
        """Makes the quotes of ``analysis`` those that are searched, in small steps."""
        return between_searches(self.quotes.indexing(analysis), lambda: self.live.at_work)

    def begin(self) -> None:
        """Remembers where one reads; what was typed last is there, to be typed over."""
        self._before = self.place
        self._bar.select_all()
        if self._bar.value:
            self.find(self._bar.value)

    def find(self, query: str) -> None:
        """Shows the best match for ``query`` and the results; where one read if there is none.
        Until they are there what was shown stays."""
        self._cancelled = False
        if not query.strip():
            self.live.drop()
            self.quotes.take(query, Found())
            self._bar.offer(None)
            self._panel.leave_results()
            self._bar.clear_matches()
            self._return()
        elif not self._ask(query, partial(self._found, query)):
            self._bar.offer(None)

    def _ask(self, query: str, show: Callable[[Looked], None], *, wait: bool = True) -> bool:
        quotes, shown = self.quotes, self._panel.results_in_view

        def search(wanted: Wanted) -> Looked:
            return quotes.look_up(query, wanted, shown)

        slow = partial(self._bar.set_remark, "searching…")
        return self.live.ask(search, show, slow, wait=wait)

    def _found(self, query: str, looked: Looked) -> None:
        self.quotes.take(query, looked.found)
        self._bar.offer(looked.offered)
        matches, counted = looked.found.matches, looked.found.counted
        if not self.quotes.ready and not matches:
            reason = self.quotes.trouble or "The article is still being read."
            self._panel.show_results((), query, reason)
            self._bar.set_remark("no quotes" if self.quotes.trouble else "reading…")
            return
        self._panel.show_results(matches, query, total=counted)
        self._bar.show_matches(1, counted)
        if matches:
            self._show(matches[0])
        else:
            self._return()

    def find_again(self) -> None:
        """The quotes have arrived, or are others: searches for what stands in the bar, or makes
        the last search again without a word. The first one loads what it needs, so that nobody's
        first letter has to wait for it."""
        if self._before is not None:
            if self._bar.value.strip():
                self.find(self._bar.value)
        elif self.quotes.query:
            self._ask(
                self.quotes.query, lambda looked: self.quotes.take_again(looked.found), wait=False
            )
        else:
            self._ask("wrm upp", lambda looked: None, wait=False)

    def give_up(self, reason: str) -> None:
        """There will be no quotes to search."""
        self.quotes.trouble = reason
        self.find_again()

    def move(self, delta: int) -> None:
        """Goes ``delta`` results on."""
        self.live.then(partial(self._move, delta))

    def _move(self, delta: int) -> None:
        self._panel.move_result(delta)
        if (quote := self._panel.current_result) is not None:
            self.turn_to(quote)

    def turn_to(self, quote: int) -> None:
        """Shows the result that is ``quote``, unless it is shown."""
        before = self.quotes.at
        if (match := self.quotes.turn_to(quote)) and (
            self.quotes.at != before or self._view.marks.current != quote
        ):
            self._show(match)

    def step(self, delta: int) -> str:
        """Goes to the next match of the last search, around the end, or back to the one that a
        cancelled search left; what there is to say."""
        match = self.quotes.step(0 if self._cancelled else delta)
        self._cancelled = False
        if match is None:
            return "No quote matches." if self.quotes.query else "Type / to search first."
        self._show(match)
        return ""

    def stay(self) -> None:
        """Ends the search at the match in view."""
        self._before = None
        self._panel.leave_results()

    def cancel(self) -> None:
        """Ends the search where it began; ``step`` comes first to where it was."""
        self._cancelled = True
        self.live.drop()
        self._return()
        self._before = None
        self._panel.leave_results()
        self._bar.clear_matches()

    def _show(self, match: Match) -> None:
        self._view.show_matches(self.quotes.letters(match))
        self._go_to(match.entry)
        self._bar.show_matches(self.quotes.at + 1, self.quotes.found.counted)

    def _return(self) -> None:
        self._view.show_matches(())
        if self._before is not None:
            position, current = self._before
            self._view.set_current(current, reveal=False)
            self._view.go_to(position)
