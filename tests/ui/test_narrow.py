import pytest
from visit import FIRST, HEADLINE, Visit, visit

from newsreader.ui.arrangement import arrange


@pytest.mark.parametrize("width", [1, 2, 5, 20, 40, 79, 80, 81, 120, 200, 500])
@pytest.mark.parametrize("height", [1, 2, 3, 4, 5, 12, 24, 50])
@pytest.mark.parametrize("why", [False, True])
@pytest.mark.parametrize("results", [False, True])
def test_parts_cover_the_screen_and_never_each_other(
    width: int, height: int, why: bool, results: bool
) -> None:
    areas = arrange(width, height, panel_open=True, results=results, why=why)
    parts = [areas.article, areas.panel, areas.why, areas.search, areas.footer]
    cells = [
        (x, y)
        for area in parts
        for x in range(area.x, area.x + area.width)
        for y in range(area.y, area.y + area.height)
    ]
    assert len(cells) == len(set(cells)) == width * height


def test_the_article_keeps_at_least_half_of_a_wide_screen() -> None:
    for width in range(80, 300):
        assert arrange(width, 24).article.width > width // 2


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 5), (3, 3), (10, 4)])
def test_the_smallest_terminals_are_survived(size: tuple[int, int]) -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "slash", "b", "r", "escape", "s", "j", "escape")
        await here.press("w", "space", "G", "g", "t", "plus", "minus", "tab", "tab", "tab")
        await here.pilot.resize_terminal(100, 24)
        await here.pilot.pause()
        await here.press("escape", "g")
        assert HEADLINE in here.shown

    visit(body, size=size)


def test_a_terminal_of_40_by_12_can_be_read_in() -> None:
    async def body(here: Visit) -> None:
        assert "Bridge over the Vltava to be" in here.shown
        assert "? help" in here.pane("footer")
        assert "q quit" in here.pane("footer")
        await here.press("right_square_bracket")
        assert here.current_row
        assert FIRST[:12] in here.shown

    visit(body, size=(40, 12))


def test_below_80_columns_s_opens_the_folded_panel_and_escape_closes_it() -> None:
    async def body(here: Visit) -> None:
        assert "Ana Okoro" not in here.shown.replace("Mayor Ana Okoro", "")
        await here.press("s")
        assert here.screen.panel.has_focus
        assert "● Ana Okoro" in here.shown
        await here.press("escape")
        assert here.screen.view.has_focus
        assert "● Ana Okoro" not in here.shown

    visit(body, size=(60, 20))


def test_a_quote_that_the_open_panel_would_cover_is_seen_after_it_is_chosen() -> None:
    async def body(here: Visit) -> None:
        await here.press("s", "enter", "escape")
        assert here.screen.view.marks.current is not None
        assert here.current_row

    visit(body, size=(60, 20))


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (79, 24)])
def test_quotes_are_seen_while_the_unfolded_panel_goes_through_them(size: tuple[int, int]) -> None:
    async def body(here: Visit) -> None:
        await here.press("s", "enter")
        assert here.screen.panel.has_focus
        assert here.current_row
        assert "● Ana Okoro" in here.pane("panel")
        await here.press("enter")
        assert here.current_row

    visit(body, size=size)


def test_a_query_is_seen_whole_after_a_moment_in_a_tiny_terminal() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"bridge")
        await here.pilot.resize_terminal(3, 24)
        await here.pilot.pause()
        await here.pilot.resize_terminal(60, 24)
        await here.pilot.pause()
        assert "/ bridge" in here.pane("search")

    visit(body, size=(60, 24))
