"""From the article to the map and back."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from newsreader.errors import DataError

if TYPE_CHECKING:
    from newsreader.ui.screens.pointing import Pointing
    from newsreader.ui.screens.reading import ReadingScreen


async def open_map(screen: ReadingScreen, pointing: Pointing) -> None:
    """Shows the article's places on a map, and goes to the mention that is chosen there."""
    from newsreader.ui.maps.outlines import TOLERANCES, load, outlines
    from newsreader.ui.screens.map import MapScreen

    places = screen.analysis.places
    if not places:
        known = screen.can_search or screen.analysis.quotes
        remark = "No places in this article." if known else "No places yet."
        screen.say(screen.searching.quotes.trouble or remark)
        return
    try:
        outlines(len(TOLERANCES) - 1)
    except DataError as error:
        screen.tell(str(error))
        return
    text = screen.view.article.text
    page = MapScreen(text, places, screen.panel.current_place)

    def back(visited: object) -> None:
        if isinstance(visited, tuple):
            place, mention = visited
            screen.panel.go_to_place(place)
            pointing.visit_place(place, mention)
            screen.give_focus(screen.view)
            screen.draw()

    await screen.open_page(page, back)
    # Nearer maps have finer outlines; they may come while one looks.
    Thread(target=load, args=(range(len(TOLERANCES)),), name="outlines", daemon=True).start()
