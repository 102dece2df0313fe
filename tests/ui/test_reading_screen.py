import asyncio

from visit import FIRST, HEADLINE, SECOND, TEXT, Visit, article, visit

from newsreader.ui.open_articles import OpenArticles
from newsreader.ui.reader import Reader


def test_the_first_frame_shows_text_panel_and_search_bar_and_says_that_it_is_reading() -> None:
    async def look() -> str:
        app = Reader(OpenArticles([], article()), measure=84)
        async with app.run_test(size=(100, 24)) as pilot:
            return Visit(app, pilot).shown

    shown = asyncio.run(look())
    assert HEADLINE in shown
    assert "Reading the article…" in shown
    assert "Search the quotes" in shown


def test_the_engines_process_finds_speakers_while_the_text_can_be_read() -> None:
    async def body(here: Visit) -> None:
        await here.press("down")
        assert here.screen.view.top == 1
        await here.analysed()
        assert "Ana Okoro" in here.pane("panel")
        assert here.screen.view.top == 1

    visit(body, analysed=False, worker=True)


def test_a_quote_is_drawn_in_another_colour_than_the_text_and_has_a_mark_beside_it() -> None:
    async def body(here: Visit) -> None:
        quote, text = here.styles_of(FIRST)[0], here.styles_of("said Mayor")[0]
        assert quote.color != text.color
        row = next(row for row in here.pane("article").split("\n") if FIRST in row)
        assert row.lstrip().startswith("▌")

    visit(body)


def test_two_speakers_have_two_colours() -> None:
    async def body(here: Visit) -> None:
        first = here.styles_of(FIRST)[0].color
        await here.press("right_square_bracket", "right_square_bracket")
        second = here.styles_of(SECOND[:20])[0].color
        assert first != second

    visit(body)


def test_places_are_underlined() -> None:
    async def body(here: Visit) -> None:
        assert here.styles_of("Prague")[0].underline

    visit(body)


def test_the_title_is_bold() -> None:
    async def body(here: Visit) -> None:
        assert here.styles_of(HEADLINE)[0].bold

    visit(body)


def test_a_title_byline_and_date_that_the_text_lacks_stand_above_it() -> None:
    async def body(here: Visit) -> None:
        rows = [row.strip(" ▌┊▶▐") for row in here.pane("article").split("\n")]
        assert rows[:4] == ["A title", "By Somebody · 2024-05-01", "", "Only a body, no front"]

    visit(
        body,
        text="Only a body, no front\n\nmatter, and a second paragraph that goes on.\n",
        analysed=False,
        title="A title",
        title_span=None,
        byline="By Somebody",
        byline_span=None,
        published="2024-05-01",
    )


def test_brackets_step_through_the_quotes_and_mark_the_current_one() -> None:
    async def body(here: Visit) -> None:
        quotes = here.screen.analysis.quotes
        assert len(quotes) >= 3
        for quote in quotes:
            await here.press("right_square_bracket")
            assert TEXT[quote.start : quote.start + 12] in here.current_row
        await here.press("left_square_bracket")
        assert here.screen.view.marks.current == len(quotes) - 2

    visit(body)


def test_after_the_last_quote_the_footer_says_that_there_is_none() -> None:
    async def body(here: Visit) -> None:
        await here.press(*["right_square_bracket"] * (len(here.screen.analysis.quotes) + 1))
        assert "No further quote" in here.pane("footer")

    visit(body)


def test_space_and_b_turn_pages_and_g_and_capital_g_go_to_the_ends() -> None:
    async def body(here: Visit) -> None:
        view = here.screen.view
        await here.press("space")
        assert view.top == view.size.height - 2
        await here.press("b")
        assert view.top == 0
        await here.press("G")
        assert view.top == view.lines - view.size.height > 0
        await here.press("g")
        assert view.top == 0

    visit(body)


def test_the_top_line_keeps_its_text_when_the_terminal_is_resized() -> None:
    async def body(here: Visit) -> None:
        await here.press("space", "space", "space")
        before = here.screen.view.position
        word = TEXT[before : before + 12]
        assert here.top_row.startswith(word)
        await here.pilot.resize_terminal(70, 20)
        await here.pilot.pause()
        assert word in here.top_row
        await here.pilot.resize_terminal(100, 24)
        await here.pilot.pause()
        assert here.screen.view.position == before
        assert here.top_row.startswith(word)

    visit(body)


def test_the_top_line_keeps_its_text_when_the_measure_changes() -> None:
    async def body(here: Visit) -> None:
        await here.press("space", "space")
        word = here.top_row[:12]
        await here.press("minus", "minus", "minus")
        assert word in here.top_row
        assert here.screen.view.measure == 72

    visit(body, size=(160, 24))


def test_lines_are_no_longer_than_the_measure() -> None:
    async def body(here: Visit) -> None:
        rows = [row.strip(" ▐") for row in here.pane("article").split("\n")]
        assert 50 < max(map(len, rows)) <= 60

    visit(body, size=(160, 24), measure=60)


def test_the_wheel_scrolls_the_text() -> None:
    async def body(here: Visit) -> None:
        await here.pilot._post_mouse_events(
            [__import__("textual.events", fromlist=["x"]).MouseScrollDown],
            "#article",
            (10, 5),
            button=0,
        )
        await here.pilot.pause()
        assert here.screen.view.top == 3

    visit(body)


def test_a_click_on_a_quote_makes_it_the_current_one() -> None:
    async def body(here: Visit) -> None:
        rows = here.pane("article").split("\n")
        y = next(y for y, row in enumerate(rows) if FIRST in row)
        await here.pilot.click("#article", offset=(rows[y].index(FIRST) + 5, y))
        await here.pilot.pause()
        assert here.screen.view.marks.current == 0

    visit(body)


def test_the_next_quote_is_sought_from_the_top_line_once_the_current_one_is_out_of_view() -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "G")
        view = here.screen.view
        before = [i for i, (start, _) in enumerate(view.marks.quotes) if start < view.position]
        await here.press("left_square_bracket")
        last = before[-1]
        assert last > 0
        assert view.marks.current == last

    visit(body)


def test_a_key_in_the_footer_can_be_clicked() -> None:
    async def body(here: Visit) -> None:
        x = here.pane("footer").index("theme")
        await here.pilot.click("#footer", offset=(x + 1, 0))
        await here.pilot.pause()
        assert here.app.theme == "newsreader-light"

    visit(body, size=(140, 24))


def test_t_changes_between_dark_and_light() -> None:
    async def body(here: Visit) -> None:
        dark = here.styles_of("said Mayor")[0]
        await here.press("t")
        light = here.styles_of("said Mayor")[0]
        assert dark.bgcolor != light.bgcolor
        await here.press("t")
        assert here.styles_of("said Mayor")[0].bgcolor == dark.bgcolor

    visit(body)


def test_w_tells_why_and_lights_the_words_it_was_read_from() -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "w")
        assert "Ana Okoro" in here.pane("why")
        assert "% sure" in here.pane("why")
        assert here.styles_of("said Mayor")[0].bold
        await here.press("w")
        assert not here.styles_of("said Mayor")[0].bold

    visit(body)


def test_tab_goes_from_the_article_to_the_panel_and_shift_tab_back() -> None:
    async def body(here: Visit) -> None:
        await here.press("tab")
        assert here.screen.panel.has_focus
        await here.press("shift+tab")
        assert here.screen.view.has_focus

    visit(body)


def test_moving_over_a_speaker_lights_up_the_quotes_and_enter_goes_through_them() -> None:
    async def body(here: Visit) -> None:
        await here.press("s", "j", "k")
        speaker = here.screen.analysis.speakers[0]
        quotes = [here.screen.analysis.quotes[index] for index in speaker.quotes]
        assert list(here.screen.view.marks.lit) == [(quote.start, quote.end) for quote in quotes]
        for index in (*speaker.quotes, speaker.quotes[0]):
            await here.press("enter")
            assert here.screen.view.marks.current == index

    visit(body)


def test_moving_over_a_place_lights_up_its_mentions() -> None:
    async def body(here: Visit) -> None:
        await here.press("p", "j", "k")
        lit = [TEXT[a:b] for a, b in here.screen.view.marks.lit]
        assert lit
        assert set(lit) <= {"Prague", "PRAGUE", "Brno", "Vltava"}

    visit(body)


def test_an_article_without_quotes_says_that_nobody_is_quoted() -> None:
    async def body(here: Visit) -> None:
        await here.until(lambda: "Nobody is quoted" in here.pane("panel"))

    visit(body, text="Rain\n\nIt rained for a long time.\n", analysed=False, worker=True)


def test_enter_on_a_place_marks_one_mention_after_the_other() -> None:
    async def body(here: Visit) -> None:
        await here.press("p")
        mentions = here.screen.analysis.places[0].mentions
        assert len(mentions) > 1
        for mention in (*mentions, mentions[0]):
            await here.press("enter")
            assert list(here.screen.view.marks.matches) == [mention]
        await here.press("j")
        assert list(here.screen.view.marks.matches) == []

    visit(body)


def test_the_speaker_that_the_list_begins_with_is_lit_up_without_moving() -> None:
    async def body(here: Visit) -> None:
        await here.press("s")
        speaker = here.screen.analysis.speakers[0]
        quotes = [here.screen.analysis.quotes[i] for i in speaker.quotes]
        assert list(here.screen.view.marks.lit) == [(quote.start, quote.end) for quote in quotes]

    visit(body)
