import os
import signal

from visit import FIRST, HEADLINE, SECOND, TEXT, Visit, visit

from newsreader.ui.widgets.search_bar import SearchBar


def current_words(here: Visit) -> str:
    current = here.screen.view.current_span()
    return "" if current is None else TEXT[slice(*current)]


def test_the_best_quote_is_in_view_from_the_first_letters_on() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"pilars")
        assert current_words(here).startswith(SECOND)
        assert SECOND[:20] in here.pane("article")
        assert here.screen.bar.has_focus

    visit(body)


def test_results_stand_beside_the_text_and_the_speakers_come_back() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"bridge")
        assert "rebuild" in here.pane("panel")
        assert "1 of " in here.pane("search")
        await here.press("enter")
        assert "Only mentioned" in here.pane("panel") or "Places" in here.pane("panel")

    visit(body)


def test_matched_letters_are_drawn_differently_in_the_text() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"scandal")
        assert here.styles_of("scandal")[0].bgcolor != here.styles_of("nobody")[0].bgcolor

    visit(body)


def test_escape_returns_to_the_exact_place_of_reading() -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "G", "up", "up")
        before = (here.screen.view.top, here.screen.view.marks.current)
        await here.press("slash", *"bridge")
        assert here.screen.view.top != before[0]
        await here.press("escape")
        assert (here.screen.view.top, here.screen.view.marks.current) == before
        assert here.screen.view.has_focus

    visit(body)


def test_escape_from_a_place_within_a_line_returns_to_it_after_several_queries() -> None:
    async def body(here: Visit) -> None:
        await here.press("space", "down")
        before = here.screen.view.top
        await here.press("slash", *"hurt", "ctrl+u", *"scandal", "down", "escape")
        assert here.screen.view.top == before

    visit(body)


def test_n_after_a_search_that_was_cancelled_goes_back_to_the_match_it_left() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"okoro")
        first = here.screen.view.marks.current
        await here.press("escape", "n")
        assert here.screen.view.marks.current == first
        await here.press("n")
        assert here.screen.view.marks.current != first

    visit(body)


def test_enter_stays_at_the_quote() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"scandal", "enter")
        assert current_words(here).startswith(SECOND)
        assert here.screen.view.has_focus

    visit(body)


def test_n_and_capital_n_go_through_the_matches_afterwards() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"okoro", "enter")
        first = here.screen.view.marks.current
        await here.press("n")
        second = here.screen.view.marks.current
        assert second != first
        await here.press("N")
        assert here.screen.view.marks.current == first

    visit(body)


def test_arrows_move_through_the_results() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"okoro")
        first = here.screen.view.marks.current
        await here.press("down")
        assert here.screen.view.marks.current != first
        assert "2 of " in here.pane("search")

    visit(body)


def test_the_terminals_cursor_follows_the_current_result_and_comes_back_to_what_is_typed() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"okoro")
        bar, panel = here.screen.bar.region, here.screen.panel.region
        assert here.app.cursor_position.y == bar.y
        await here.press("down")
        assert here.app.cursor_position in panel
        row = here.app.cursor_position.y - panel.y
        assert "Okoro" in here.pane("panel").split("\n")[row]
        await here.press("x")
        assert here.app.cursor_position.y == bar.y

    visit(body)


def test_a_query_that_is_typed_over_already_is_not_searched_for() -> None:
    async def body(here: Visit) -> None:
        asked: list[str] = []
        quotes = here.screen.searching.quotes
        look_up = quotes.look_up
        quotes.look_up = lambda query, *rest: (asked.append(query), look_up(query, *rest))[1]  # type: ignore[method-assign]
        await here.press("slash")
        for letter in "bridge":
            here.screen.bar.set_value(here.screen.bar.value + letter)
            here.screen.bar.post_message(SearchBar.Changed(here.screen.bar.value))
        await here.pilot.pause()
        assert asked == ["bridge"]

    visit(body)


def test_no_match_says_so_and_shows_where_one_was_reading() -> None:
    async def body(here: Visit) -> None:
        await here.press("space")
        before = here.screen.view.top
        await here.press("slash", *"zzzzqq")
        assert "no match" in here.pane("search")
        assert here.screen.view.top == before

    visit(body)


def test_the_speakers_name_finds_the_quotes_too() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"dvorak")
        assert current_words(here).startswith(SECOND)

    visit(body)


def test_letters_that_are_commands_elsewhere_are_typed_in_the_search_bar() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"nq?swt")
        assert here.screen.bar.value == "nq?swt"
        assert here.app.is_running

    visit(body)


def test_a_search_begun_before_the_quotes_are_known_says_so_and_is_completed() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"bridge")
        assert "still being read" in " ".join(here.pane("panel").split())
        await here.analysed()
        assert current_words(here).startswith(FIRST)

    long = TEXT + "\nThe rain went on over Brno and Prague, and nobody spoke of it.\n" * 4_000
    visit(body, text=long, analysed=False, worker=True)


def test_n_without_a_search_says_what_to_do() -> None:
    async def body(here: Visit) -> None:
        await here.press("n")
        assert "/" in here.pane("footer")
        assert "search first" in here.pane("footer")

    visit(body)


def test_a_narrow_terminal_shows_results_above_the_search_bar_and_folds_them_away() -> None:
    async def body(here: Visit) -> None:
        assert not here.screen.panel.size
        await here.press("slash", *"bridge")
        assert here.screen.panel.region.bottom == here.screen.bar.region.y
        assert "rebuild" in here.pane("panel")
        await here.press("enter")
        assert "1 of" not in here.shown or here.screen.panel.region.width == 0

    visit(body, size=(60, 20))


def test_tab_goes_from_the_search_bar_to_the_results_and_escape_from_there_goes_back() -> None:
    async def body(here: Visit) -> None:
        await here.press("space")
        before = here.screen.view.top
        await here.press("slash", *"okoro", "shift+tab", "down")
        assert here.screen.panel.has_focus
        assert here.screen.panel.showing_results
        await here.press("escape")
        assert here.screen.view.has_focus
        assert here.screen.view.top == before
        assert not here.screen.panel.showing_results

    visit(body)


def test_a_click_into_the_text_ends_the_search_where_it_is() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"scandal")
        found = here.screen.view.top
        await here.pilot.click("#article", offset=(40, 2))
        await here.pilot.pause()
        assert here.screen.view.has_focus
        assert here.screen.view.top == found
        assert not here.screen.panel.showing_results

    visit(body)


def test_a_search_after_the_analysis_failed_says_why_it_finds_nothing() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"bridge")
        await here.until(lambda: here.screen.opening.process)
        os.kill(here.screen.opening.process or 0, signal.SIGKILL)
        await here.until(lambda: "The engine stopped" in " ".join(here.pane("panel").split()))
        await here.press("e")
        assert "still being read" not in " ".join(here.pane("panel").split())
        assert HEADLINE in here.shown

    long = TEXT + "\nThe rain went on over Brno and Prague, and nobody spoke of it.\n" * 4_000
    visit(body, text=long, analysed=False, worker=True)


def test_a_filter_is_completed_with_the_right_arrow_and_holds() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"speaker:dvo")
        assert "→ " in here.pane("search")
        await here.press("right")
        assert here.screen.bar.value.startswith('speaker:"')
        assert "Dvorak" in here.screen.bar.value.replace("á", "a").replace("ř", "r")
        assert "1 of " in here.pane("search")
        assert current_words(here).startswith(SECOND)

    visit(body)


def test_earlier_queries_come_back() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"bridge", "enter", "slash", *"scandal", "enter", "slash")
        await here.press("alt+up")
        assert here.screen.bar.value == "bridge"
        assert current_words(here).startswith(FIRST)
        await here.press("alt+up")
        assert here.screen.bar.value == "bridge"
        await here.press("alt+down")
        assert here.screen.bar.value == "scandal"
        assert current_words(here).startswith(SECOND)

    visit(body)


def test_an_exact_phrase_and_a_word_that_must_not_be_there() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"okoro -bridge")
        assert FIRST[:20] not in here.pane("panel")

    visit(body)
