"""The article's places on a map, in the real app."""

import pytest
from textual.geometry import Region
from visit import Visit, visit

from newsreader.article import Analysis, Place, Quote
from newsreader.ui.screens.map import MapScreen

WORDS = (
    "Talks in Brussels ended late. In Kyiv nobody slept, and Kyiv was dark. "
    "Trains from Bucha to Irpin ran. Ukraine and Fiji signed. Nobody found Zembla."
)
TEXT = f"The talks\n\n“We go,” she said.\n\n{'It rained. ' * 300}\n\n{WORDS}\n"


def at(word: str) -> tuple[tuple[int, int], ...]:
    found = []
    start = TEXT.find(word)
    while start >= 0:
        found.append((start, start + len(word)))
        start = TEXT.find(word, start + 1)
    return tuple(found)


PLACES = (
    Place("Kyiv", "city", "UA", 50.45, 30.52, 703448, at("Kyiv")),
    Place("Brussels", "city", "BE", 50.85, 4.35, 2800866, at("Brussels")),
    Place("Bucha", "city", "UA", 50.55, 30.21, None, at("Bucha")),
    Place("Irpin", "city", "UA", 50.52, 30.25, None, at("Irpin")),
    Place("Ukraine", "country", "UA", 49.0, 32.0, None, at("Ukraine")),
    Place("Fiji", "country", "FJ", -18.0, 178.0, None, at("Fiji")),
    Place("Zembla", "unresolved", None, None, None, None, at("Zembla")),
)
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


def is_braille(letter: str) -> bool:
    return "\u2801" <= letter <= "\u28ff"


@pytest.mark.parametrize("size", SIZES)
def test_m_opens_a_map_with_every_place_on_it_or_beside_it(size: tuple[int, int]) -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        drawn = part(here, "map")
        assert sum(map(is_braille, drawn)) > 20
        labels = page(here).tour.labels
        named = {label.place for label in labels.labels} | {p for _, p in labels.numbered}
        assert named == {0, 1, 2, 3, 4, 5}
        for label in labels.labels:
            assert label.text in drawn
        assert "▶" in drawn

    visit(body, text=TEXT, analysis=analysis(), size=size)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_legend_has_what_the_map_does_not_name_and_what_is_nowhere(
    size: tuple[int, int],
) -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        legend = part(here, "legend")
        assert "By number" in legend
        rows = [row.value for row in page(here).legend.rows]
        assert [("place", place) for _, place in page(here).tour.labels.numbered] == [
            value for value in rows if value and value != ("nowhere", 6)
        ]
        assert page(here).tour.nowhere == [6]
        drawn = [row.draw(40) for row in page(here).legend.rows]
        shown = [lines[0].fitted(40) for lines in drawn if lines]
        words = ["".join(piece.text for piece in pieces).strip() for pieces in shown]
        assert "? Zembla" in words[-1]
        assert "Not on the map 1" in words[-2]

    visit(body, text=TEXT, analysis=analysis(), size=size)


def test_on_a_small_terminal_the_legend_follows_the_mentions() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        assert ("place", 2) in [row.value for row in page(here).mentions.rows]
        await here.press("tab", "G")
        assert "? Zembla" in part(here, "mentions")

    visit(body, text=TEXT, analysis=analysis(), size=(40, 12))


def test_arrows_and_brackets_move_and_the_mentions_follow() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        assert "▶ Kyiv  city in Ukraine" in here.shown
        assert "2 mentions" in part(here, "mentions")
        await here.press("left")
        while page(here).tour.current != 1:
            await here.press("left")
        assert "▶ Brussels  city in Belgium" in here.shown
        assert "Talks in Brussels ended late." in part(here, "mentions")
        await here.press("right_square_bracket")
        assert "▶ Bucha" in here.shown
        await here.press("left_square_bracket", "left_square_bracket")
        assert "▶ Kyiv" in here.shown
        await here.press("l", "l", "l", "l")
        assert "▷ Fiji  country" in here.shown

    visit(body, text=TEXT, analysis=analysis())


def test_enter_goes_to_the_mention_and_the_map_begins_there_the_next_time() -> None:
    async def body(here: Visit) -> None:
        second = PLACES[0].mentions[1]
        await here.press("m", "n", "enter")
        assert here.app.screen is here.screen
        assert list(here.screen.view.marks.matches) == [second]
        assert sorted(here.screen.view.marks.lit) == sorted(PLACES[0].mentions)
        assert "In Kyiv nobody slept" in " ".join(here.pane("article").split())
        assert here.screen.view.has_focus
        await here.press("m", "left_square_bracket", "enter", "m")
        assert page(here).tour.current == 5

    visit(body, text=TEXT, analysis=analysis())


def test_a_mention_is_chosen_in_the_list_as_in_any_list() -> None:
    async def body(here: Visit) -> None:
        await here.press("m", "tab", "j", "enter")
        assert here.app.screen is here.screen
        assert list(here.screen.view.marks.matches) == [PLACES[0].mentions[1]]

    visit(body, text=TEXT, analysis=analysis())


@pytest.mark.parametrize("key", ["escape", "m", "q"])
def test_leaving_the_map_comes_back_to_where_one_was(key: str) -> None:
    async def body(here: Visit) -> None:
        await here.press("space")
        before = here.screen.view.top
        await here.press("m", "j", "plus", key)
        assert here.app.screen is here.screen
        assert here.screen.view.top == before
        assert here.screen.view.has_focus

    visit(body, text=TEXT, analysis=analysis())


def test_plus_and_minus_zoom_and_zero_shows_the_world() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        start = page(here).tour.window
        await here.press("plus", "plus")
        assert page(here).tour.window.degrees < start.degrees
        assert "Beyond the edges" in here.shown
        await here.press("0")
        assert page(here).tour.window.across >= 360
        await here.press("0")
        assert page(here).tour.window == start
        await here.press("minus")
        assert page(here).tour.window.degrees >= start.degrees

    visit(body, text=TEXT, analysis=analysis(), size=(120, 40))


def test_a_click_on_a_name_goes_there_and_the_wheel_zooms() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        label = next(la for la in page(here).tour.labels.labels if la.text == "Brussels")
        await here.pilot.click("#map", offset=(label.cell[0] + 2, label.cell[1]))
        await here.pilot.pause()
        assert page(here).tour.current == 1

    visit(body, text=TEXT, analysis=analysis())


def test_without_colours_the_place_looked_at_is_told_by_its_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def body(here: Visit) -> None:
        await here.press("m")
        assert part(here, "map").count("▶") == 1
        await here.press("right_square_bracket")
        assert part(here, "map").count("▶") == 1
        colours = {
            segment.style.color
            for strip in page(here).map.render_lines(Region(0, 0, *page(here).map.size))
            for segment in strip
            if segment.style and segment.style.color
        }
        assert {colour.name for colour in colours if not colour.is_default} <= {"ansi_default"}

    visit(body, text=TEXT, analysis=analysis())


def test_an_article_whose_places_are_all_nowhere_says_so() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        assert "can be put on a map" in " ".join(here.shown.split())
        assert "? Zembla" in here.shown
        await here.press("left", "right_square_bracket", "plus", "n", "enter", "escape")
        assert here.app.screen is here.screen

    visit(body, text=TEXT, analysis=analysis(PLACES[-1]))


def test_an_article_without_places_opens_no_map() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        assert here.app.screen is here.screen
        assert "No places" in here.shown

    visit(
        body,
        text="The talks\n\n“We go,” she said.\n",
        analysis=Analysis((Quote(12, 18, "direct"),)),
    )


def test_the_map_follows_the_size_of_the_terminal() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        for size in [(120, 40), (30, 8), (9, 3), (1, 1), (100, 30)]:
            await here.pilot.resize_terminal(*size)
            await here.pilot.pause()
            area = page(here).map.size
            if area.width and area.height:
                window = page(here).tour.window
                assert (window.width, window.height) == tuple(area)
        assert "▶ Kyiv" in here.shown

    visit(body, text=TEXT, analysis=analysis())


def test_names_of_places_never_steer_the_terminal() -> None:
    place = Place("Ky\x1b[2Jiv\n\u202e", "city", "UA", 50.0, 30.0, None, ((12, 15),))

    async def body(here: Visit) -> None:
        await here.press("m")
        assert "\x1b" not in here.shown
        assert "\u202e" not in here.shown
        assert "Ky␛[2Jiv" in here.shown

    visit(body, text=TEXT, analysis=analysis(place))


def test_help_on_the_map_shows_its_keys() -> None:
    async def body(here: Visit) -> None:
        await here.press("m", "question_mark")
        assert "On the map" in here.shown
        assert "Go to the nearest place to the west" in here.shown
        await here.press("escape")
        page(here)

    visit(body, text=TEXT, analysis=analysis(), size=(100, 40))


def test_the_palette_opens_the_map() -> None:
    async def body(here: Visit) -> None:
        await here.press("ctrl+p", *"map", "enter")
        await here.until(lambda: isinstance(here.app.screen, MapScreen))

    visit(body, text=TEXT, analysis=analysis())


def test_a_place_that_is_nowhere_can_still_be_gone_to() -> None:
    async def body(here: Visit) -> None:
        await here.press("m", "tab", "tab", "G", "enter")
        assert here.app.screen is here.screen
        assert list(here.screen.view.marks.matches) == list(PLACES[-1].mentions)

    visit(body, text=TEXT, analysis=analysis(), size=(120, 40))
