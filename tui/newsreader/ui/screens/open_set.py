"""What the reading screen does with all open articles: choose one, search them all."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsreader.ui.screens.parts import ReadingParts

if TYPE_CHECKING:
    from newsreader.ui.open_quotes import OpenQuotes
    from newsreader.ui.screens.everywhere import EverywhereScreen
    from newsreader.ui.screens.opening import Opening


class OpenSet(ReadingParts):
    """Opens the pages for it, and goes to what was picked on them."""

    opening: Opening
    _page: EverywhereScreen | None = None
    _picked: tuple[int, str] | None = None

    @cached_property
    def open_quotes(self) -> OpenQuotes:
        """The quotes of all open articles, looked at when they are first asked for."""
        from newsreader.ui.open_quotes import OpenQuotes

        return OpenQuotes(self.opening.articles, self.in_steps, self._more_to_find)

    async def action_articles(self) -> None:
        """Shows the open articles to choose from."""
        from newsreader.ui.screens.articles import ArticlesScreen

        await self.open_page(ArticlesScreen(self.opening.articles), self._article_picked)

    def _article_picked(self, number: object) -> None:
        if isinstance(number, int) and number != self.opening.articles.shown:
            self.show_open_article(number)

    async def action_search_all(self) -> None:
        """Searches the quotes of all open articles for what stands in the search bar."""
        from newsreader.ui.screens.everywhere import EverywhereScreen

        self._page = page = EverywhereScreen(self.opening.articles, self.bar.value)
        page.begin(self.open_quotes)
        await self.open_page(page, self._quote_picked)

    def _more_to_find(self) -> None:
        if self._page is not None and self._page.is_current:
            self._page.show_more()

    def _quote_picked(self, picked: object) -> None:
        self._page = None
        if not isinstance(picked, tuple):
            return
        number, start, query = picked
        self.bar.set_value(query)
        self._picked = start, query
        if number != self.opening.articles.shown:
            self.show_open_article(number)
        elif self.analysis.quotes:
            self.arrive_at_picked()

    def arrive_at_picked(self) -> None:
        """The quotes are there: goes to the one that was picked, if one was."""
        if self._picked is None:
            return
        start, query = self._picked
        self._picked = None
        self.give_focus(self.view)
        for number, quote in enumerate(self.analysis.quotes):
            if quote.start == start:
                self.stay_at_match(number, query)
                return

    def show_open_article(self, number: int) -> None:
        """Shows another open article, and keeps where this one was left."""
        shown = self.opening.articles.current
        shown.position, shown.current = self.view.position, self.view.marks.current
        self.opening.show(number)

    def stop_searching_all(self) -> None:
        """Leaves nothing behind that runs."""
        if "open_quotes" in self.__dict__:
            self.open_quotes.stop()

    def stay_at_match(self, quote: int, query: str) -> None:
        """Makes ``quote`` the current one, as if the search for ``query`` had ended there."""
        raise NotImplementedError
