from textual import events
from visit import FIRST, TEXT, Visit, visit

from newsreader.article import Quote
from newsreader.ui.copying import quote_to_copy


async def drag(here: Visit, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Drags the mouse over cells of the article pane."""
    await here.pilot.mouse_down("#article", offset=start)
    await here.pilot._post_mouse_events([events.MouseMove], "#article", end, button=1)
    await here.pilot.mouse_up("#article", offset=end)
    await here.pilot.pause()


async def select_two_lines(here: Visit) -> str:
    """Selects from the river on to a place in the next line; the words that should be copied."""
    rows = here.pane("article").split("\n")
    y = next(y for y, row in enumerate(rows) if "The river rose" in row)
    x = rows[y].index("The river")
    await drag(here, (x, y), (x + 10, y + 1))
    start = TEXT.index("The river")
    below = rows[y + 1][x : x + 11]
    return TEXT[start : TEXT.index(below, start) + len(below)]


def test_selected_text_is_copied_as_it_is_written_not_as_it_is_wrapped() -> None:
    async def body(here: Visit) -> None:
        expected = await select_two_lines(here)
        assert "\n" not in expected
        await here.press("c")
        assert here.app.clipboard == expected

    visit(body)


def test_a_drag_that_ends_on_a_quote_leaves_the_current_one_as_it_is() -> None:
    async def body(here: Visit) -> None:
        rows = here.pane("article").split("\n")
        y = next(y for y, row in enumerate(rows) if "We will rebuild" in row)
        x = rows[y].index("We will rebuild")
        await drag(here, (x + 12, y), (x + 3, y))
        # As the app does on a mouse button's way up.
        await here.pilot._post_mouse_events([events.Click], "#article", (x + 3, y), button=1)
        assert here.screen.get_selected_text()
        assert here.screen.view.marks.current is None
        await here.press("escape")
        await here.pilot.click("#article", offset=(x + 3, y))
        await here.pilot.pause()
        assert here.screen.view.marks.current == 0

    visit(body)


def test_c_copies_the_current_quote_with_its_speaker() -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "c")
        assert here.app.clipboard.startswith(f"“{FIRST}")
        assert here.app.clipboard.endswith("— Ana Okoro")
        assert "Copied" in here.pane("footer")

    visit(body)


def test_c_without_a_quote_says_what_to_do() -> None:
    async def body(here: Visit) -> None:
        await here.press("c")
        assert not here.app.clipboard
        assert "Select" in here.pane("footer")

    visit(body)


def test_ctrl_c_copies_a_selection_and_quits_without_one() -> None:
    async def body(here: Visit) -> None:
        expected = await select_two_lines(here)
        await here.press("ctrl+c")
        assert here.app.clipboard == expected
        await here.press("escape")
        assert here.app.is_running
        await here.pilot.press("ctrl+c")
        await here.until(lambda: not here.app.is_running, 5)

    visit(body)


def test_what_is_copied_holds_no_control_character() -> None:
    from visit import article

    text = "He said “a\x1b]52;c;x\x07b” there."
    copied = quote_to_copy(article(text), Quote(9, 20, "direct", "A\x9bB"))
    assert not [c for c in copied if ord(c) < 32 or 0x7F <= ord(c) < 0xA0]


def test_a_selection_is_drawn() -> None:
    async def body(here: Visit) -> None:
        before = here.styles_of("The river")[0].bgcolor
        await select_two_lines(here)
        assert here.styles_of("The river")[0].bgcolor != before

    visit(body)


def test_two_clicks_select_the_word_and_three_the_paragraph() -> None:
    async def body(here: Visit) -> None:
        rows = here.pane("article").split("\n")
        y = next(y for y, row in enumerate(rows) if "The river rose" in row)
        spot = (rows[y].index("river") + 2, y)
        await here.pilot.click("#article", offset=spot, times=2)
        await here.press("c")
        assert here.app.clipboard == "river"
        await here.pilot.click("#article", offset=spot, times=3)
        await here.press("c")
        start = TEXT.index("The river")
        assert here.app.clipboard == TEXT[start : TEXT.index("\n", start)].strip()

    visit(body)
