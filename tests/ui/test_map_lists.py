"""Beside the map: mentions, the list of all places, and those that are nowhere."""

import pytest
from places_on_map import PLACES, SIZES, TEXT, ZEMBLA, analysis, page, part
from visit import Visit, visit


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_legend_has_every_place_by_number_first_and_then_what_is_nowhere(
    size: tuple[int, int],
) -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        rows = [row.value for row in page(here).legend.rows if row.value]
        numbered = [("place", place) for _, place in page(here).tour.labels.numbered]
        assert rows[: len(numbered)] == numbered
        assert rows[len(numbered)] == ("place", ZEMBLA)
        assert sorted(set(rows)) == [("place", index) for index in range(len(PLACES))]
        drawn = [row.draw(40) for row in page(here).legend.rows]
        shown = [lines[0].fitted(40) if lines else [] for lines in drawn]
        words = ["".join(piece.text for piece in pieces).strip() for pieces in shown]
        at = words.index("Not on the map 1")
        assert "? Zembla" in words[at + 1]
        assert words[at + 3].startswith("By name")

    visit(body, text=TEXT, analysis=analysis(), size=size)


@pytest.mark.parametrize("size", [*SIZES, (40, 15), (60, 20)])
def test_how_many_places_are_not_on_the_map_is_said_below_it_with_their_names(
    size: tuple[int, int],
) -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        assert part(here, "map").split("\n")[-1].strip() == "? Not on the map 1: Zembla"

    visit(body, text=TEXT, analysis=analysis(), size=size)


def test_the_map_follows_as_one_moves_in_the_list_of_places() -> None:
    async def body(here: Visit) -> None:
        await here.press("m", "tab", "tab")
        assert page(here).legend.has_focus
        seen = set()
        for _ in PLACES:
            seen.add(page(here).tour.current)
            assert page(here).legend.highlighted_value == ("place", page(here).tour.current)
            await here.press("j")
        assert seen == set(range(len(PLACES)))
        await here.press("enter")
        assert page(here).mentions.has_focus

    visit(body, text=TEXT, analysis=analysis(), size=(120, 40))


def test_a_place_that_is_nowhere_is_come_to_after_the_others_with_its_mentions() -> None:
    async def body(here: Visit) -> None:
        await here.press("m", "left_square_bracket")
        assert "? Zembla  not on the map" in here.shown
        assert "Nobody found Zembla." in part(here, "mentions")
        assert "▶" not in part(here, "map")
        await here.press("left")
        assert "▶ Kyiv" in here.shown

    visit(body, text=TEXT, analysis=analysis())


def test_n_goes_round_the_mentions_of_the_place() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        seen = []
        for _ in range(3):
            seen.append(page(here).mentions.highlighted_value)
            await here.press("n")
        first, second = (("mention", span) for span in PLACES[0].mentions)
        assert seen == [first, second, first]

    visit(body, text=TEXT, analysis=analysis(), size=(40, 12))


def test_on_a_small_terminal_the_legend_follows_the_mentions() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        assert ("place", 2) in [row.value for row in page(here).mentions.rows]
        await here.press("tab", "G")
        assert "Fiji" in part(here, "mentions")
        await here.press("enter")
        assert "▷ Fiji  country" in part(here, "mentions")
        assert page(here).mentions.highlighted_value == ("mention", PLACES[5].mentions[0])

    visit(body, text=TEXT, analysis=analysis(), size=(40, 12))


def test_a_mention_is_chosen_in_the_list_as_in_any_list() -> None:
    async def body(here: Visit) -> None:
        await here.press("m", "tab", "j", "enter")
        assert here.app.screen is here.screen
        assert list(here.screen.view.marks.matches) == [PLACES[0].mentions[1]]

    visit(body, text=TEXT, analysis=analysis())


def test_an_article_whose_places_are_all_nowhere_says_so() -> None:
    async def body(here: Visit) -> None:
        await here.press("m")
        assert "? Not on the map 1: Zembla" in here.shown
        assert "Nobody found Zembla." in here.shown
        await here.press("left", "right_square_bracket", "plus", "n", "enter")
        assert here.app.screen is here.screen
        assert list(here.screen.view.marks.matches) == list(PLACES[-1].mentions)

    visit(body, text=TEXT, analysis=analysis(PLACES[-1]))


def test_a_place_that_is_nowhere_can_still_be_gone_to() -> None:
    async def body(here: Visit) -> None:
        await here.press("m", "left_square_bracket", "enter")
        assert here.app.screen is here.screen
        assert list(here.screen.view.marks.matches) == list(PLACES[-1].mentions)

    visit(body, text=TEXT, analysis=analysis(), size=(120, 40))
