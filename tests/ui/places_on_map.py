"""An article with places, and what the map's page shows of them."""

from textual.geometry import Region
from visit import Visit, spans_of

from newsreader.article import Analysis, Place, Quote
from newsreader.ui.screens.map import MapScreen

WORDS = (
    "Talks in Brussels ended late. In Kyiv nobody slept, and Kyiv was dark. "
    "Trains from Bucha to Irpin ran. Ukraine and Fiji signed. Nobody found Zembla."
)
TEXT = f"The talks\n\n“We go,” she said.\n\n{'It rained. ' * 300}\n\n{WORDS}\n"


def at(word: str) -> tuple[tuple[int, int], ...]:
    return spans_of(TEXT, word)


PLACES = (
    Place("Kyiv", "city", "UA", 50.45, 30.52, 703448, at("Kyiv")),
    Place("Brussels", "city", "BE", 50.85, 4.35, 2800866, at("Brussels")),
    Place("Bucha", "city", "UA", 50.55, 30.21, None, at("Bucha")),
    Place("Irpin", "city", "UA", 50.52, 30.25, None, at("Irpin")),
    Place("Ukraine", "country", "UA", 49.0, 32.0, None, at("Ukraine")),
    Place("Fiji", "country", "FJ", -18.0, 178.0, None, at("Fiji")),
    Place("Zembla", "unresolved", None, None, None, None, at("Zembla")),
)
ZEMBLA = 6
SIZES = [(80, 24), (40, 12), (120, 40), (200, 50)]


def analysis(*places: Place) -> Analysis:
    start = TEXT.index("We go")
    return Analysis((Quote(start, start + 6, "direct"),), (), places or PLACES)


def page(here: Visit) -> MapScreen:
    screen = here.app.screen
    assert isinstance(screen, MapScreen)
    return screen


def part(here: Visit, name: str) -> str:
    widget = page(here).query_one(f"#{name}")
    return "\n".join(s.text for s in widget.render_lines(Region(0, 0, *widget.size)))
