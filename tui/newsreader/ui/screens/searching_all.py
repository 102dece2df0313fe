"""The course of a search of all open articles: its page, going on to results, going back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.ui.many_articles import Results
    from newsreader.ui.open_quotes import OpenQuotes
    from newsreader.ui.screens.everywhere import EverywhereScreen
    from newsreader.ui.screens.reading import ReadingScreen


class SearchingAll:
    """Shows in ``reading`` what was chosen on the page, and afterwards the results around it."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._page: EverywhereScreen | None = None
        self._results: Results | None = None
        self._came_from: tuple[int, int, int | None] | None = None
        self._arriving = False

    @cached_property
    def quotes(self) -> OpenQuotes:
        """The quotes of all open articles, looked at when they are first asked for."""
        from newsreader.ui.open_quotes import OpenQuotes

        reading = self._reading
        return OpenQuotes(
            reading.opening.articles, reading.in_steps, self._more_to_find, self._searching
        )

    @property
    def is_last(self) -> bool:
        """Whether the last search was one of all open articles."""
        return self._results is not None

    async def open(self, query: str) -> None:
        """Shows the page, on which ``query`` is looked for."""
        from newsreader.ui.passages import passage
        from newsreader.ui.screens.everywhere import EverywhereScreen

        reading, view = self._reading, self._reading.view
        self._page = page = EverywhereScreen(
            self.quotes,
            behind=passage(view.article, reading.analysis, view.position),
            measure=view.measure,
            query=query,
            queries=reading.bar.queries,
        )
        self.quotes.collect()
        await reading.open_page(page, self._left)

    def step(self, delta: int) -> None:
        """Goes to the next result, around the end, or first to where one went back from."""
        if self._results is not None:
            self._keep_place()
            self._results.step(delta)
            self._go()

    def forget(self) -> None:
        """Another search begins, or one reads on elsewhere."""
        self._results = self._came_from = None
        self._arriving = False

    def stop(self) -> None:
        """Leaves nothing behind that runs."""
        if "quotes" in self.__dict__:
            self.quotes.stop()

    def go_back(self) -> bool:
        """Goes back to where one was reading before one went to a result, if one did."""
        if self._came_from is None or self._results is None:
            return False
        reading, (number, position, current) = self._reading, self._came_from
        self._came_from, self._arriving = None, False
        self._results.left = True
        reading.bar.clear_matches()
        reading.view.show_matches(())
        if number == reading.opening.articles.shown:
            reading.view.set_current(current, reveal=False)
            reading.view.go_to(position)
        else:
            back = reading.opening.articles.all[number]
            back.position, back.current = position, current
            reading.show_open_article(number)
        return True

    def arrive(self, *, known: bool) -> None:
        """Shows the current result if one is on the way to it; one has arrived if all of the
        article is ``known``."""
        results, reading = self._results, self._reading
        match = results.match if results and self._arriving else None
        if results is None or match is None:
            return
        entry, origin = match.record()
        if int(origin.key) != reading.opening.articles.shown:
            return
        self._arriving = not known
        reading.bar.set_value(results.query)
        reading.bar.show_matches(results.at + 1, results.found.counted)
        for number, quote in enumerate(reading.analysis.quotes):
            if quote.start == entry.position:
                letters = [(quote.start + a, quote.start + b) for a, b in match.letters]
                reading.view.show_matches(letters)
                reading.go_to_quote(number)
                return

    def _searching(self) -> bool:
        return self._page is not None and self._page.live.at_work

    def _more_to_find(self) -> None:
        if self._page is not None and self._page.is_current:
            self._page.show_more()

    def _left(self, result: object) -> None:
        self._page = None
        if isinstance(result, str):
            self._search_here(result)
        else:
            self._chosen(result)

    def _search_here(self, query: str) -> None:
        reading = self._reading
        reading.bar.set_value(query)
        if reading.bar.has_focus:
            reading.searching.begin()
        else:
            reading.action_search()

    def _chosen(self, result: object) -> None:
        from newsreader.ui.many_articles import Results

        assert isinstance(result, Results)
        if result.left:
            self._reading.cancel_search()
            self._results = result if result.match else self._results
            return
        self._keep_place()
        self._results = result
        self._reading.give_focus(self._reading.view)
        self._go()

    def _keep_place(self) -> None:
        if self._came_from is None:
            self._came_from = (self._reading.opening.articles.shown, *self._reading.searching.place)

    def _go(self) -> None:
        match = self._results.match if self._results else None
        if match is None:
            return
        number = int(match.record().origin.key)
        self._arriving = True
        if number != self._reading.opening.articles.shown:
            self._reading.say("esc returns to where you were reading.")
            self._reading.show_open_article(number)  # which calls ``arrive``
        else:
            self.arrive(known=self._reading.can_search)
