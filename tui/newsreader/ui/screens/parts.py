"""The parts of the reading screen: where they stand, which has the keys, what the footer says, and
what can be done with them without any messages between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.layout import Layout

from newsreader.article import Analysis, Article
from newsreader.ui.commands import Command, Where, footer_commands
from newsreader.ui.frames import FrameScreen
from newsreader.ui.screens.reading_layout import ReadingLayout
from newsreader.ui.widgets.article_view import ArticleView
from newsreader.ui.widgets.footer import FooterLine
from newsreader.ui.widgets.search_bar import SearchBar
from newsreader.ui.widgets.side_panel import SidePanel
from newsreader.ui.widgets.why_panel import WhyPanel

if TYPE_CHECKING:
    from textual.widget import Widget


class ReadingParts(FrameScreen[None]):
    """Five parts, laid out by ``ui.arrangement``."""

    AUTO_FOCUS = "#article"

    def __init__(self, article: Article, measure: int) -> None:
        super().__init__()
        self.view = ArticleView(article, measure, id="article")
        self.panel = SidePanel(id="panel")
        self.why = WhyPanel(id="why")
        self.bar = SearchBar(id="search")
        self.footer = FooterLine(id="footer")
        self.parts = ReadingLayout()

    @property
    def layout(self) -> Layout:
        """Where the parts stand."""
        return self.parts

    @property
    def analysis(self) -> Analysis:
        """What is known of the shown article, perhaps nothing yet."""
        return self.view.marks.analysis

    def compose(self) -> ComposeResult:
        """The five parts; where they stand says ``ui.arrangement``."""
        yield self.view
        yield self.panel
        yield self.why
        yield self.bar
        yield self.footer

    def run_command(self, command: Command) -> None:
        """Runs ``command`` as if its key were pressed in its part."""
        parts: dict[Where, Widget] = {
            "article": self.view,
            "list": self.panel,
            "search": self.bar,
        }
        self.call_later(self.app.run_action, command.action, parts.get(command.where, self))

    @on(FooterLine.Clicked)
    def _footer_clicked(self, event: FooterLine.Clicked) -> None:
        self.run_command(event.command)

    @property
    def where(self) -> Where:
        """The part that has the focus."""
        return "list" if self.panel.has_focus else "search" if self.bar.has_focus else "article"

    def give_focus(self, part: Widget) -> None:
        """Puts the keys into ``part``."""
        self.focus_now(part)
        self.footer.show(footer_commands(self.where))

    def on_descendant_focus(self) -> None:
        """The footer shows the keys of the part that has the focus, whoever moved it."""
        self.footer.show(footer_commands(self.where))

    def say(self, line: str) -> None:
        """Says ``line`` in the footer, for some seconds."""
        self.footer.say(line)

    def tell(self, line: str) -> None:
        """Tells of a problem, for longer."""
        self.footer.say(line, warns=True)

    def arrange_parts(self, **parts: bool) -> None:
        """Opens and closes parts; lays out only if that moves one."""
        if self.parts.change(self.size, **parts):
            self.lay_out()

    def action_copy(self) -> None:
        """Copies the selected words, or else the current quote with its speaker."""
        from newsreader.ui.copying import what_to_copy

        current = self.view.marks.current
        quote = None if current is None else self.analysis.quotes[current]
        text, remark = what_to_copy(self.get_selected_text(), self.view.article, quote)
        if text:
            self.app.copy_to_clipboard(text)
        self.say(remark)

    def action_copy_or_quit(self) -> None:
        """Copies what is selected; quits if nothing is."""
        if self.get_selected_text():
            self.action_copy()
        else:
            self.app.exit()

    async def action_help(self) -> None:
        """Shows the keys for where one is."""
        from newsreader.ui.screens.help import HelpScreen

        await self.open_page(HelpScreen(self.where))

    def action_measure(self, delta: int) -> None:
        """Makes the lines longer or shorter."""
        self.view.measure += delta
        self.say(f"Lines of {self.view.measure} columns at most.")

    def action_theme(self) -> None:
        """Changes between the dark and the light theme."""
        from newsreader.ui.themes import DARK, LIGHT

        self.app.theme = LIGHT if self.app.current_theme.dark else DARK

    def action_quit(self) -> None:
        """Leaves."""
        self.app.exit()
