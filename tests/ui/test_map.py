"""The article's places on a map, in the real app."""

import pytest
from places_on_map import PLACES, SIZES, TEXT, analysis, page, part
from textual.geometry import Region
from visit import Visit, visit

from newsreader.article import Analysis, Place, Quote
from newsreader.ui.screens.map import MapScreen
from newsreader.ui.widgets.map_view import MapView


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
        await here.press("m", "left_square_bracket", "left_square_bracket", "enter", "m")
        assert page(here).tour.current == 5

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


def test_leaving_the_map_comes_back_to_the_list_one_was_in() -> None:
    async def body(here: Visit) -> None:
        await here.press("p", "j")
        before = here.screen.panel.highlighted, here.screen.view.marks.lit, here.shown
        place = here.screen.panel.current_place
        await here.press("m")
        assert page(here).tour.current == place == 1
        await here.press("right_square_bracket", "0", "tab", "escape")
        assert here.screen.panel.has_focus
        assert (here.screen.panel.highlighted, here.screen.view.marks.lit, here.shown) == before

    visit(body, text=TEXT, analysis=analysis())


def test_before_the_places_are_known_the_map_says_so() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        assert here.app.screen is here.screen
        assert "No places yet." in here.shown

    visit(body, text=TEXT, analysed=False)


def test_plus_and_minus_zoom_and_zero_shows_all_places_and_then_the_world() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        start = page(here).tour.window
        await here.press("plus", "plus")
        assert page(here).tour.window.degrees < start.degrees
        assert "Beyond the edges" in here.shown
        await here.press("0")
        assert page(here).tour.window == start
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
        start = page(here).tour.window
        page(here).map.post_message(MapView.Wheeled(1))
        await here.pilot.pause()
        assert page(here).tour.window.degrees < start.degrees

    visit(body, text=TEXT, analysis=analysis())


def test_a_click_in_the_lists_shows_a_place_and_goes_to_a_mention() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        rows = [row.value for row in page(here).legend.rows]
        await here.pilot.click("#legend", offset=(3, rows.index(("place", 1))))
        await here.pilot.pause()
        assert page(here).tour.current == 1
        await here.pilot.click("#mentions", offset=(3, 1))
        await here.pilot.pause()
        assert here.app.screen is here.screen
        assert list(here.screen.view.marks.matches) == list(PLACES[1].mentions)

    visit(body, text=TEXT, analysis=analysis(), size=(120, 40))


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
                below = min(1, area.height - 1)  # the line of what is not on the map
                assert (window.width, window.height + below) == tuple(area)
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
