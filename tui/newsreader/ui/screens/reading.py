"""The reading screen: puts the parts together and carries messages between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.layout import Layout

from newsreader.article import Analysis, Span
from newsreader.ui.analysis import AnalysisJob
from newsreader.ui.arrangement import is_narrow
from newsreader.ui.commands import Command, Where, bindings, footer_commands
from newsreader.ui.frames import FrameScreen
from newsreader.ui.open_articles import OpenArticles
from newsreader.ui.quote_search import QuoteSearch
from newsreader.ui.screens.reading_layout import ReadingLayout
from newsreader.ui.widgets.article_view import ArticleView
from newsreader.ui.widgets.footer import FooterLine
from newsreader.ui.widgets.search_bar import SearchBar
from newsreader.ui.widgets.side_panel import SidePanel
from newsreader.ui.widgets.why_panel import WhyPanel

if TYPE_CHECKING:
    from textual.widget import Widget

    from newsreader.search.index import Match


class ReadingScreen(FrameScreen[None]):
    """Speakers and places, the article, the search bar and the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("everywhere")]
    AUTO_FOCUS = "#article"

    def __init__(self, articles: OpenArticles, measure: int) -> None:
        super().__init__()
        self.articles = articles
        article = articles.current.article
        assert article is not None
        self.view = ArticleView(article, measure, id="article")
        self.panel = SidePanel(id="panel")
        self.why = WhyPanel(id="why")
        self.bar = SearchBar(id="search")
        self.footer = FooterLine(id="footer")
        self._reading_layout = ReadingLayout()
        self._search = QuoteSearch(article)
        self._before: tuple[int, int | None] | None = None
        self._job: AnalysisJob | None = None
        self._indexing: Iterator[None] | None = None
        self._turn: dict[object, int] = {}

    @property
    def layout(self) -> Layout:
        """Where the parts stand."""
        return self._reading_layout

    def compose(self) -> ComposeResult:
        """The five parts; where they stand says ``ui.arrangement``."""
        yield self.view
        yield self.panel
        yield self.why
        yield self.bar
        yield self.footer

    def on_mount(self) -> None:
        """The first frame shows the text; everything else comes after it."""
        self.panel.show_analysing()
        self.footer.show(footer_commands("article"))

    def start_analysis(self) -> None:
        """Has the shown article analysed, unless it is."""
        open_article = self.articles.current
        if open_article.article is None:
            return
        if open_article.analysis is not None:
            self._show_analysis(open_article.analysis)
            return
        self._job = AnalysisJob(open_article.article, self._analysed, self._analysis_failed)
        self._job.start()

    def stop(self) -> None:
        """Ends what runs for this screen."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def on_unmount(self) -> None:
        """Leaves no process behind."""
        self.stop()

    def _analysed(self, analysis: Analysis) -> None:
        self._job = None
        self.articles.current.analysis = analysis
        self._show_analysis(analysis)

    def _analysis_failed(self, line: str) -> None:
        self._job = None
        self.panel.show_failed(line)

    def _show_analysis(self, analysis: Analysis) -> None:
        article = self.articles.current.article
        assert article is not None
        self.view.show_analysis(analysis)
        self.panel.show_analysis(article, analysis)
        self._indexing = self._search.indexing(analysis)
        self._index_more()

    def _index_more(self) -> None:
        """Indexes a few quotes and lets keys have their turn."""
        if self._indexing is None:
            return
        if next(self._indexing, self) is self:
            self._indexing = None
            if self.bar.has_focus:
                self._find(self.bar.value)
        else:
            self.set_timer(0.001, self._index_more)

    @property
    def analysis(self) -> Analysis:
        """What is known of the shown article, perhaps nothing yet."""
        return self.view.marks.analysis

    def run_command(self, command: Command) -> None:
        """Runs ``command`` as if its key were pressed in its part."""
        parts = {"article": self.view, "list": self.panel, "search": self.bar}
        target = parts.get(command.where, self)
        self.run_worker(self.app.run_action(command.action, target), exit_on_error=True)

    def types(self, event: events.Key) -> bool:
        """Whether ``event`` is for the search bar's editing rather than a command."""
        return self.bar.has_focus and self.bar.edits(event)

    # Search

    def action_search(self) -> None:
        """Puts the keys into the search bar."""
        if self.bar.has_focus:
            return
        self._before = (self.view.position, self.view.marks.current)
        self._arrange(results=True)
        self.bar.select_all()
        self._focus(self.bar)
        if self.bar.value:
            self._find(self.bar.value)

    @on(SearchBar.Changed)
    def _query_changed(self, event: SearchBar.Changed) -> None:
        self._find(event.query)
        self.draw()

    def _find(self, query: str) -> None:
        note = "" if self._search.ready else "The article is still being read"
        matches = self._search.find(query)
        if not query.strip():
            self.panel.leave_results()
            self.bar.clear_matches()
            self._return()
            return
        self.panel.show_results(matches, query, note)
        self.bar.show_matches(1, len(matches))
        if matches:
            self._show_match(matches[0])
        else:
            self._return()

    def _show_match(self, match: Match) -> None:
        self.view.show_matches(self._search.letters(match))
        self.go_to_quote(match.entry)

    def _return(self) -> None:
        """Shows the place that was being read when the search began."""
        self.view.show_matches(())
        if self._before is not None:
            position, current = self._before
            self.view.set_current(current, reveal=False)
            self.view.go_to(position)

    @on(SearchBar.Moved)
    def _result_moved(self, event: SearchBar.Moved) -> None:
        self.panel.move_result(event.delta)
        self.draw()

    @on(SidePanel.ResultHighlighted)
    def _result_highlighted(self, event: SidePanel.ResultHighlighted) -> None:
        if match := self._search.turn_to(event.quote):
            self._show_match(match)
            self.bar.show_matches(self._search.at + 1, len(self._search.matches))
        self.draw()

    @on(SidePanel.ResultChosen)
    def _result_chosen(self, event: SidePanel.ResultChosen) -> None:
        if match := self._search.turn_to(event.quote):
            self._show_match(match)
        self._leave_search()

    @on(SearchBar.Submitted)
    def _search_submitted(self, event: SearchBar.Submitted) -> None:
        self._leave_search()
        self.draw()

    @on(SearchBar.Cancelled)
    def _search_cancelled(self, event: SearchBar.Cancelled) -> None:
        self._return()
        self._leave_search()
        self.draw()

    def _leave_search(self) -> None:
        self._before = None
        self.panel.leave_results()
        self._arrange(results=False)
        self._focus(self.view)

    def action_step_match(self, delta: int) -> None:
        """Goes to the next match of the last search, around the end."""
        match = self._search.step(delta)
        if match is None:
            self.notify("No search yet: / begins one." if not self._search.query else "No match.")
            return
        self._show_match(match)
        self.bar.show_matches(self._search.at + 1, len(self._search.matches))

    # Quotes, speakers, places

    def look_up_quotes(self, query: str, limit: int) -> list[Match]:
        """Quotes that match ``query``, best first, leaving the search in the bar as it is."""
        return self._search.look_up(query, limit)

    def go_to_quote(self, quote: int) -> None:
        """Makes ``quote`` the current one and brings it into view."""
        self.view.set_current(quote)
        self._explain()

    def action_step_quote(self, direction: int) -> None:
        """Goes to the next quote, or the previous one."""
        quote = self.view.marks.step(self.view.position, direction)
        if quote is not None:
            self.go_to_quote(quote)

    @on(ArticleView.QuoteClicked)
    def _quote_clicked(self, event: ArticleView.QuoteClicked) -> None:
        self.go_to_quote(event.quote)

    def action_speakers(self) -> None:
        """Puts the keys into the list of speakers."""
        self._arrange(panel_open=True)
        self.panel.focus_speakers()

    def action_places(self) -> None:
        """Puts the keys into the list of places."""
        self._arrange(panel_open=True)
        self.panel.focus_places()

    @on(SidePanel.PersonHighlighted)
    def _person_highlighted(self, event: SidePanel.PersonHighlighted) -> None:
        self.view.light(self._spans_of(event.name))

    @on(SidePanel.PlaceHighlighted)
    def _place_highlighted(self, event: SidePanel.PlaceHighlighted) -> None:
        self.view.light(self.analysis.places[event.index].mentions)

    @on(SidePanel.PersonChosen)
    def _person_chosen(self, event: SidePanel.PersonChosen) -> None:
        speaker = next((s for s in self.analysis.speakers if s.name == event.name), None)
        if speaker is None:
            return
        self.view.light(self._spans_of(event.name))
        if speaker.quotes:
            self.go_to_quote(speaker.quotes[self._next_turn(event.name, len(speaker.quotes))])
        elif speaker.mentions:
            self.view.reveal(speaker.mentions[self._next_turn(event.name, len(speaker.mentions))])

    @on(SidePanel.PlaceChosen)
    def _place_chosen(self, event: SidePanel.PlaceChosen) -> None:
        mentions = self.analysis.places[event.index].mentions
        self.view.light(mentions)
        if mentions:
            self.view.reveal(mentions[self._next_turn(event.index, len(mentions))])

    def _next_turn(self, key: object, count: int) -> int:
        """The first, and again the next: how often in a row ``key`` was chosen."""
        turn = (self._turn.get(key, -1) + 1) % count
        self._turn = {key: turn}
        return turn

    def _spans_of(self, name: str) -> list[Span]:
        speaker = next((s for s in self.analysis.speakers if s.name == name), None)
        if speaker is None:
            return []
        quotes = [self.analysis.quotes[index] for index in speaker.quotes]
        return sorted([(q.start, q.end) for q in quotes] or speaker.mentions)

    # Why, copy, looks

    def action_why(self) -> None:
        """Shows or hides why the current quote was given to its speaker."""
        self._arrange(why=not self._reading_layout.why)
        self._explain()

    def _explain(self) -> None:
        if not self._reading_layout.why:
            self.view.show_evidence(())
            return
        current = self.view.marks.current
        quote = None if current is None else self.analysis.quotes[current]
        name = quote.speaker if quote else None
        speaker = next((s for s in self.analysis.speakers if name and s.name == name), None)
        self.why.show(quote, speaker)
        self.view.show_evidence(
            [span for span in (quote.source, quote.cue) if span] if quote else []
        )

    def action_copy(self) -> None:
        """Copies the selected words, or else the current quote with its speaker."""
        from newsreader.ui.copying import quote_to_copy

        text = self.get_selected_text()
        if not text:
            current = self.view.marks.current
            if current is None:
                self.notify("Select text or choose a quote with ] first.")
                return
            text = quote_to_copy(self.view.article, self.analysis.quotes[current])
        self.app.copy_to_clipboard(text)
        self.notify("Copied.", timeout=1.5)

    def action_copy_or_quit(self) -> None:
        """Copies what is selected; quits if nothing is."""
        if self.get_selected_text():
            self.action_copy()
        else:
            self.app.exit()

    def action_measure(self, delta: int) -> None:
        """Makes the lines longer or shorter."""
        self.view.measure += delta

    def action_theme(self) -> None:
        """Changes between the dark and the light theme."""
        from newsreader.ui.themes import DARK, LIGHT

        self.app.theme = LIGHT if self.app.current_theme.dark else DARK

    # Going about

    def action_back(self) -> None:
        """Closes what is open, the innermost first."""
        if self.view.marks.selected:
            self.clear_selection()
        elif self._reading_layout.why:
            self.action_why()
        self._arrange(panel_open=False)
        self.view.show_matches(())
        self.view.light(())
        self._focus(self.view)

    def action_articles(self) -> None:
        """Shows the open articles to choose from."""
        self.notify("Only this article is open.")

    def action_help(self) -> None:
        """Shows the keys for where one is."""
        from newsreader.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.where))

    def action_palette(self) -> None:
        """Finds any command, speaker, place or quote."""
        from newsreader.ui.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(self), lambda act: act() if callable(act) else None)

    def action_quit(self) -> None:
        """Leaves."""
        self.app.exit()

    def _focus(self, part: Widget) -> None:
        self.focus_now(part)
        self._show_keys()

    def on_descendant_focus(self) -> None:
        """Whoever moved the focus."""
        self._show_keys()

    def _show_keys(self) -> None:
        """The footer shows the keys of the part that has the focus."""
        self.footer.show(footer_commands(self.where))

    @property
    def where(self) -> Where:
        """The part that has the focus."""
        if self.panel.has_focus:
            return "list"
        return "search" if self.bar.has_focus else "article"

    @on(FooterLine.Clicked)
    def _footer_clicked(self, event: FooterLine.Clicked) -> None:
        self.run_command(event.command)

    def _arrange(
        self,
        *,
        panel_open: bool | None = None,
        results: bool | None = None,
        why: bool | None = None,
    ) -> None:
        """Opens and closes parts; lays out only if that moves one."""
        layout = self._reading_layout
        narrow = is_narrow(self.size.width)
        before = (narrow and (layout.panel_open, layout.results), layout.why)
        layout.panel_open = layout.panel_open if panel_open is None else panel_open
        layout.results = layout.results if results is None else results
        layout.why = layout.why if why is None else why
        if before != (narrow and (layout.panel_open, layout.results), layout.why):
            self.refresh(layout=True)
