"""A small app around one widget, and values to put into it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from newsreader.article import Analysis, Article, Place, Quote, Speaker
from newsreader.search.index import Entry, QuoteIndex
from newsreader.ui.themes import DARK, themes
from newsreader.ui.widgets.side_panel import SidePanel

WORDS = (
    "“It is a crucial phase of the war,” said Jens Stoltenberg. "
    "“We see \x1b[31mred\x1b[0m [bold],” he said. "
    "“中国の指導者,” said Li. “Nobody knows,” it was heard. "
)
_SAID = (
    ("It is a crucial phase of the war", "Jens Stoltenberg"),
    ("We see \x1b[31mred\x1b[0m [bold]", "Jens Stoltenberg"),
    ("中国の指導者", "李[red]克強"),
    ("Nobody knows", None),
)


def _quote(words: str, speaker: str | None) -> Quote:
    start = WORDS.index(words)
    return Quote(start, start + len(words), "direct", speaker)


def analysis(places: int = 3) -> Analysis:
    """Two speakers, two who are only mentioned, and ``places`` places."""
    quotes = tuple(_quote(words, speaker) for words, speaker in _SAID)
    return Analysis(
        quotes,
        (
            Speaker("Jens Stoltenberg", "person", "NATO Secretary General", ((0, 1),), (0, 1)),
            Speaker("李[red]克強", "person", None, ((0, 1),), (2,)),
            Speaker("Josep Borrell", "person", None, ((0, 1), (2, 3))),
            Speaker("NATO", "organization", None, ((0, 1),)),
        ),
        tuple(
            Place(f"Town {number}", "city", "UA", mentions=((0, 1),) * (places - number))
            for number in range(places)
        ),
    )


ARTICLE = Article("0", None, WORDS, "A title")


def index_of(article: Article, found: Analysis) -> QuoteIndex:
    """The index that the app makes of an analysis."""
    return QuoteIndex(
        Entry(article.text[quote.start : quote.end], quote.speaker or "", quote.start)
        for quote in found.quotes
    )


class WidgetApp(App[None]):
    """Shows one widget and keeps the messages that come from it."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.theme = DARK
        self.widget = widget
        self.seen: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.widget

    def of(self, *kinds: type[Message]) -> list[Message]:
        """The messages of ``kinds`` so far."""
        return [message for message in self.seen if type(message) in kinds]


def lines(widget: Widget) -> list[str]:
    """The text on each row of ``widget`` as it is drawn."""
    return [widget.render_line(y).text for y in range(widget.size.height)]


class PanelApp(WidgetApp):
    """The panel fills the screen; what it says is kept."""

    CSS = "SidePanel { width: 100%; height: 100%; }"

    def __init__(self) -> None:
        self.panel = SidePanel()
        super().__init__(self.panel)

    def on_mount(self) -> None:
        self.panel.show_analysis(ARTICLE, analysis())

    def search(self, query: str) -> None:
        self.panel.show_results(index_of(ARTICLE, analysis()).search(query), query)

    def _keep(self, message: Message) -> None:
        self.seen.append(message)

    on_side_panel_person_highlighted = _keep
    on_side_panel_person_chosen = _keep
    on_side_panel_place_highlighted = _keep
    on_side_panel_place_chosen = _keep
    on_side_panel_result_highlighted = _keep
    on_side_panel_result_chosen = _keep


def run_panel(
    check: Callable[[PanelApp, Pilot[None]], Awaitable[None]], size: tuple[int, int] = (34, 20)
) -> None:
    async def go() -> None:
        app = PanelApp()
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await check(app, pilot)

    asyncio.run(go())
