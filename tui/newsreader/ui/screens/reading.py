"""The reading screen: puts the parts together and carries messages between them."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from newsreader.article import Analysis, Article
from newsreader.ui.commands import bindings, footer_commands
from newsreader.ui.open_articles import OpenArticle, OpenArticles
from newsreader.ui.screens.open_set import OpenSet
from newsreader.ui.screens.opening import Opening
from newsreader.ui.screens.pointing import Pointing
from newsreader.ui.screens.searching import Searching
from newsreader.ui.screens.searching_all import SearchingAll
from newsreader.ui.widgets.article_view import ArticleView
from newsreader.ui.widgets.search_bar import SearchBar
from newsreader.ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from textual.widget import Widget

    from newsreader.ui.screens.correcting import Correcting


class ReadingScreen(OpenSet):
    """Speakers and places, the article, the search bar and the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("everywhere")]

    def __init__(self, articles: OpenArticles, measure: int) -> None:
        article = articles.current.article
        assert article is not None
        super().__init__(article, measure)
        self.searching = Searching(self.view, self.panel, self.bar, self.go_to_quote)
        self.live = self.searching.live
        self.searching_all = SearchingAll(self)
        self._pointing = Pointing(self.view, self.why, self.go_to_quote)
        self.opening = Opening(
            articles,
            in_steps=self.in_steps,
            opened=self._opened,
            analysed=self._analysed,
            failed=self._failed,
            told=self.tell,
        )

    def on_mount(self) -> None:
        """The first frame shows the text; everything else comes after it."""
        self.panel.show_analysing()
        self.footer.show(footer_commands("article"))

    def begin(self) -> None:
        """What is to be done after the first frame."""
        self.opening.begin()

    def on_unmount(self) -> None:
        """Leaves no process behind."""
        self.opening.stop()
        self.searching.live.stop()
        self.searching_all.stop()

    # Articles

    def _opened(self, open_article: OpenArticle, article: Article) -> None:
        self.searching.restart(article)
        self.panel.show_analysing()
        self.view.show_article(article, open_article.known, open_article.position)
        self.view.set_current(open_article.current, reveal=False)
        self._explain()
        self.give_focus(self.view)
        self.searching_all.arrive(known=False)

    def _analysed(self, analysis: Analysis) -> None:
        self.in_steps(self.correcting.arriving(self.opening.articles.current, analysis))

    def show_analysis(self, analysis: Analysis) -> None:
        """Shows what is known of the article now, in place of what was."""
        self.view.show_analysis(analysis)
        self.panel.show_analysis(self.view.article, analysis)
        self._pointing.clear()
        self._explain()
        self.searching_all.arrive(known=True)
        self.in_steps(self.searching.indexing(analysis), self._quotes_indexed)

    def _failed(self, line: str) -> None:
        self.panel.show_failed(line)
        self.searching.give_up(line)

    def _quotes_indexed(self) -> None:
        self.searching.find_again()
        # Quotes and index stay as long as the article: no collection need ever walk them.
        gc.freeze()

    # Search

    def action_search(self) -> None:
        """Puts the keys into the search bar."""
        if not self.bar.has_focus:
            self.arrange_parts(results=True)
            self.give_focus(self.bar)
            self.searching_all.forget()
            self.searching.begin()

    @property
    def can_search(self) -> bool:
        """Whether all quotes are known and indexed."""
        return self.searching.quotes.ready

    @on(SearchBar.Changed)
    def _query_changed(self, event: SearchBar.Changed) -> None:
        if event.query == self.bar.value:  # or else a newer one is on its way
            self.typed(event.query)
            self.draw()

    def typed(self, query: str) -> None:
        """Searches the article's quotes."""
        self.searching.find(query)

    @on(SearchBar.Moved)
    def _result_moved(self, event: SearchBar.Moved) -> None:
        self.searching.move(event.delta)
        self.draw()

    @on(SidePanel.ResultHighlighted)
    def _result_highlighted(self, event: SidePanel.ResultHighlighted) -> None:
        self.searching.turn_to(event.quote)
        self.draw()

    @on(SidePanel.ResultChosen)
    def _result_chosen(self, event: SidePanel.ResultChosen) -> None:
        self.searching.turn_to(event.quote)
        self.end_search()

    @on(SearchBar.Submitted)
    def end_search(self) -> None:
        """Stays where the search comes to."""
        self.searching.live.then(self._stay, leaves=True)

    def _stay(self) -> None:
        self.searching.stay()
        self._leave_search()

    @on(SearchBar.Cancelled)
    def cancel_search(self) -> None:
        """Goes back to where one was reading, if one searches."""
        if self.panel.showing_results or self.bar.has_focus:
            self.searching.cancel()
            self._leave_search()

    def _leave_search(self) -> None:
        self.arrange_parts(results=False)
        self.give_focus(self.view)
        self._explain()
        self.draw()

    def action_step_match(self, delta: int) -> None:
        """Goes to the next match of the last search, around the end."""
        if self.searching_all.is_last:
            self.searching_all.step(delta)
        elif remark := self.searching.step(delta):
            self.say(remark)

    # Quotes, speakers, places

    def go_to_quote(self, quote: int) -> None:
        """Makes ``quote`` the current one and brings it into view."""
        self.view.set_current(quote)
        self._explain(reveal=True)

    def action_step_quote(self, direction: int) -> None:
        """Goes to the next quote, or the previous one."""
        quote = self.view.step(direction)
        if quote is not None:
            self.go_to_quote(quote)
        else:
            known = self.can_search or self.analysis.quotes
            remark = "No further quote." if known else "No quotes yet."
            self.say(self.searching.quotes.trouble or remark)

    @on(ArticleView.QuoteClicked)
    def _quote_clicked(self, event: ArticleView.QuoteClicked) -> None:
        self.go_to_quote(event.quote)

    def action_speakers(self) -> None:
        """Puts the keys into the list of speakers."""
        self._open_panel(self.panel.focus_speakers)

    def action_places(self) -> None:
        """Puts the keys into the list of places."""
        self._open_panel(self.panel.focus_places)

    async def action_map(self) -> None:
        """Shows the places on a map."""
        from newsreader.ui.screens.mapping import open_map

        await open_map(self, self._pointing)

    def _open_panel(self, focus: Callable[[], None]) -> None:
        self.searching.stay()
        self.arrange_parts(panel_open=True, results=False)
        self.give_focus(self.panel)
        focus()

    @on(SidePanel.PersonHighlighted)
    def _person_highlighted(self, event: SidePanel.PersonHighlighted) -> None:
        self._pointing.light_person(event.name)
        self.draw()

    @on(SidePanel.PlaceHighlighted)
    def _place_highlighted(self, event: SidePanel.PlaceHighlighted) -> None:
        self._pointing.light_places(event.index, *event.more)
        self.draw()

    @on(SidePanel.PersonChosen)
    def _person_chosen(self, event: SidePanel.PersonChosen) -> None:
        self._pointing.choose_person(event.name)
        self.draw()

    @on(SidePanel.PlaceChosen)
    def _place_chosen(self, event: SidePanel.PlaceChosen) -> None:
        self._pointing.choose_places(event.index, *event.more)
        self.draw()

    # Why, correct

    def action_why(self) -> None:
        """Shows or hides why the current quote was given to its speaker."""
        self.arrange_parts(why=not self.parts.why)
        self._explain(reveal=True)

    @cached_property
    def correcting(self) -> Correcting:
        """What corrects the shown article; not needed before it is analysed."""
        from newsreader.ui.screens.correcting import Correcting

        return Correcting(self)

    async def action_correct(self) -> None:
        """Asks what is wrong with the current quote, or the speaker highlighted in the list."""
        await self.correcting.correct()

    def action_undo_correction(self) -> None:
        """Takes the last correction back."""
        self.correcting.undo()

    def _explain(self, *, reveal: bool = False) -> None:
        self._pointing.explain(self.parts.why, reveal=reveal)

    # Going about

    def action_back(self) -> None:
        """Closes what is open, the innermost first, and goes back to the article."""
        if self.panel.showing_results:
            self.cancel_search()
            return
        if self.view.marks.selected:
            self.clear_selection()
        elif not self.panel.has_focus and self.searching_all.go_back():
            return
        elif self.panel.has_focus or not self.parts.why:
            self.arrange_parts(panel_open=False)
            self.view.show_matches(())
            self._pointing.clear()
        else:
            self.action_why()
        self.give_focus(self.view)

    def action_focus_part(self, delta: int) -> None:
        """Moves the focus on among article, panel and search bar."""
        parts: list[Widget] = [part for part in (self.view, self.panel, self.bar) if part.size]
        at = parts.index(self.focused) if self.focused in parts else 0
        part = parts[(at + delta) % len(parts)]
        if part is self.bar:
            self.action_search()
            return
        self.give_focus(part)

    def on_descendant_focus(self) -> None:
        """A search ends where it is when one goes on reading, be it with the mouse."""
        super().on_descendant_focus()
        if self.view.has_focus and self.panel.showing_results:
            self.searching.stay()
            self.arrange_parts(results=False)

    async def action_palette(self) -> None:
        """Opens the palette."""
        from newsreader.ui.palette import PaletteScreen

        def run(picked: object) -> None:
            if callable(picked):
                picked()

        await self.open_page(PaletteScreen(self), run)
