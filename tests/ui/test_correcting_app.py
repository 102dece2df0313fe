"""Quotes are corrected with the keyboard and the mouse, in the real app with a real store."""

import json
from pathlib import Path

import pytest
from correcting import SIZES, choose, reading, row, speaker_of
from told_apart import ANALYSIS, DOUBTFUL, GIVEN, NOBODYS, SURE, TEXT, TOLD
from visit import Visit, visit


@pytest.mark.parametrize("size", SIZES)
def test_a_quote_is_given_to_the_speaker_whose_name_is_typed_and_shows_it_everywhere(
    size: tuple[int, int],
) -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "right_square_bracket", "w", "e")
        assert f"“{DOUBTFUL}”" in here.shown.replace("\n", "")
        assert "Otto Kern ?" in here.shown
        await choose(here, *"vogt", "enter")
        assert speaker_of(here, DOUBTFUL) == "Mira Vogt"
        assert "Saved" in here.pane("footer")
        assert here.current_row.partition("▶")[0].strip() == "✎"
        assert "You gave this to Mira Vogt" in " ".join(here.pane("why").split())
        await here.press("slash", *"vogt")
        await here.until(lambda: here.screen.can_search)
        await here.press("enter")
        assert len(here.screen.searching.quotes.matches) == 2

    reading(body, size)


def test_a_name_that_the_article_does_not_know_can_be_typed() -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "e", *"Zora", "space", *"Quist")
        assert "Zora Quist  a new name" in here.shown
        await choose(here, "enter")
        assert speaker_of(here, SURE) == "Zora Quist"
        assert "Zora Quist" in here.pane("panel")

    reading(body)


def test_a_new_name_that_shares_a_word_with_a_speaker_is_not_taken_for_the_speaker() -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "right_square_bracket", "e")
        await choose(here, *"Ines", "space", *"Quist", "enter")
        assert speaker_of(here, DOUBTFUL) == "Ines Quist"

    reading(body)


def test_escape_changes_nothing_and_enter_alone_confirms_the_speaker() -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "right_square_bracket", "e")
        await choose(here, "escape")
        assert here.screen.analysis == ANALYSIS
        await here.press("e")
        await choose(here, "enter")
        assert speaker_of(here, DOUBTFUL) == "Otto Kern"
        assert "✎" in row(here, DOUBTFUL)

    reading(body)


def test_a_speaker_whose_name_is_typed_comes_before_the_other_choices() -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "e", "space", *"n")
        rows = [line.strip(" ▌▐") for line in here.rows]
        assert rows.index("Not a quotation") < rows.index("+ n  a new name")
        await here.press("ctrl+u", *"Said")
        assert "▌+ Said  a new name" in here.shown
        assert "nobody known" not in here.shown

    reading(body)


def test_nobody_known_said_it() -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "w", "e")
        await choose(here, *"nobody", "enter")
        assert speaker_of(here, SURE) is None
        assert "Unknown speaker ✎ · corrected by you" in here.pane("why")

    reading(body)


@pytest.mark.parametrize("size", SIZES)
def test_not_a_quotation_takes_it_away_and_u_brings_it_back_and_says_so(
    size: tuple[int, int],
) -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "e")
        await choose(here, "up", "up", "enter")
        assert len(here.screen.analysis.quotes) == len(ANALYSIS.quotes) - 1
        assert "▌" not in row(here, SURE)
        assert "▶" not in row(here, SURE)
        await here.press("u")
        assert here.screen.analysis == ANALYSIS
        assert "Undone" in here.pane("footer")
        assert SURE in here.current_row
        await here.press("u")
        assert "no correction to undo" in here.pane("footer")

    reading(body, size)


def test_the_quote_after_one_that_was_taken_away_is_not_confused_with_another() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"dark", "enter")
        await here.press("left_square_bracket", "left_square_bracket", "e")
        await choose(here, *"not", "space", "a", "enter")
        assert len(here.screen.analysis.quotes) == len(ANALYSIS.quotes) - 1
        await here.until(lambda: here.screen.can_search)
        await here.press("n")
        assert NOBODYS in here.current_row
        await here.press("right_square_bracket", "e")
        assert TOLD[:30] in here.shown
        assert "Not a paraphrase" in here.shown

    reading(body)


def test_the_mouse_alone_corrects() -> None:
    async def body(here: Visit) -> None:
        rows = here.pane("article").split("\n")
        y = next(y for y, line in enumerate(rows) if SURE in line)
        await here.pilot.click("#article", offset=(rows[y].index(SURE) + 2, y))
        await here.pilot.click("#footer", offset=(here.pane("footer").index("correct"), 0))
        await here.until(lambda: "Give it to" in here.shown)
        y = next(y for y, line in enumerate(here.rows) if "● Mira Vogt" in line)
        await here.pilot.click(offset=(here.rows[y].index("Mira"), y))
        await here.pilot.pause()
        assert speaker_of(here, SURE) == "Mira Vogt"

    reading(body, (140, 24))


@pytest.mark.parametrize("size", SIZES)
def test_the_key_in_the_rule_of_the_reason_can_be_clicked(size: tuple[int, int]) -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "w")
        rule = here.pane("why").split("\n")[0]
        await here.pilot.click("#why", offset=(rule.index("correct"), 0))
        await here.until(lambda: "Give it to" in here.shown)

    reading(body, size)


def test_brackets_go_on_from_where_a_quote_was_taken_away() -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "right_square_bracket", "right_square_bracket")
        assert NOBODYS in here.current_row
        await here.press("e")
        await choose(here, *"not", "space", "a", "enter")
        await here.press("right_square_bracket")
        assert TOLD in here.current_row
        await here.press("u", "e")
        await choose(here, *"not", "space", "a", "enter")
        await here.press("left_square_bracket")
        assert DOUBTFUL in here.current_row

    reading(body)


def test_e_on_the_unknown_speaker_asks_who_said_the_first_such_quote() -> None:
    async def body(here: Visit) -> None:
        await here.press("s", "j", "j", "j", "e")
        assert f"“{NOBODYS}”" in here.shown
        await choose(here, *"kern", "enter")
        assert speaker_of(here, NOBODYS) == "Otto Kern"
        assert "Unknown speaker" not in here.pane("panel")

    reading(body)


def test_the_palette_corrects_and_undoes() -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "ctrl+p", *"correct")
        await choose(here, "enter")
        await choose(here, *"vogt", "enter")
        assert speaker_of(here, SURE) == "Mira Vogt"
        await here.press("ctrl+p", *"undo")
        await choose(here, "enter")
        assert speaker_of(here, SURE) == "Ines Brandt"

    reading(body)


def test_a_correction_made_just_before_leaving_is_kept(folder: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "e", *"vogt")
        await here.pilot.press("enter", "q")

    reading(body)
    assert list(folder.glob("*.json"))


def test_without_a_current_quote_it_says_how_to_get_to_one() -> None:
    async def body(here: Visit) -> None:
        await here.press("e")
        assert "Go to a quote" in here.pane("footer")

    reading(body)


def test_while_the_article_is_being_read_it_says_so() -> None:
    async def body(here: Visit) -> None:
        for key in ("e", "u"):
            await here.press(key)
            assert "still being read" in here.pane("footer")

    visit(body, text=TEXT, analysed=False)


def test_a_correction_made_in_the_results_of_a_search_ends_the_search_at_its_quote() -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"dark", "tab", "shift+tab")
        here.screen.give_focus(here.screen.panel)
        await here.press("e")
        await choose(here, *"kern", "enter")
        assert speaker_of(here, NOBODYS) == "Otto Kern"
        assert NOBODYS in here.current_row
        assert "● Otto Kern" in here.pane("panel")

    reading(body)


def test_hostile_names_are_shown_safely_and_steer_nothing(folder: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "e", *"[red]x")
        assert "[red]x  a new name" in here.shown
        await choose(here, "enter")
        assert "[red]x" in here.pane("panel")

    reading(body)
    stored = json.loads(next(folder.glob("*.json")).read_text(encoding="utf-8"))
    assert stored["corrections"][0]["speaker"] == "[red]x"


@pytest.mark.parametrize("size", [(1, 1), (3, 3), (10, 4), (20, 6)])
def test_the_pages_survive_the_smallest_terminals(size: tuple[int, int]) -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "e")
        await choose(here, *"vogt", "down", "up", "escape")
        await here.press("s", "e")
        await choose(here, *"split", "enter")
        await choose(here, "space", "down", "space", "enter")
        await choose(here, *"x", "enter")
        await here.pilot.resize_terminal(100, 24)
        await here.pilot.pause()
        assert SURE in here.shown

    reading(body, size)


def test_given_quotes_keep_their_mark_in_the_article_without_colours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def body(here: Visit) -> None:
        assert "✎" in row(here, GIVEN)
        await here.press("right_square_bracket", "e")
        await choose(here, *"vogt", "enter")
        assert "✎" in row(here, SURE)

    reading(body, (80, 24))
