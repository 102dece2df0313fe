"""Corrections made with the keyboard and the mouse, in the real app with a real store."""

import json
from pathlib import Path

import pytest
from told_apart import ANALYSIS, DOUBTFUL, GIVEN, NOBODYS, SURE, TEXT, TOLD
from visit import Body, Visit, visit

from newsreader.corrections.store import CorrectionStore, content_hash

HASH = content_hash(TEXT)
SIZES = [(100, 24), (80, 24), (40, 12)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the corrections of one test are kept."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path / "newsreader" / "corrections"


def reading(body: Body, size: tuple[int, int] = (100, 24)) -> None:
    visit(body, text=TEXT, analysis=ANALYSIS, size=size, title_span=None, byline_span=None)


def speaker_of(here: Visit, words: str) -> str | None:
    return next(
        q.speaker for q in here.screen.analysis.quotes if TEXT[q.start : q.end].startswith(words)
    )


def row(here: Visit, words: str, part: str = "article") -> str:
    return next(row for row in here.pane(part).split("\n") if words in row)


async def choose(here: Visit, *keys: str) -> None:
    """Presses ``keys`` on a page and waits until it has closed and the next one is there."""
    await here.press(*keys)
    for _ in range(3):
        await here.pilot.pause()


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
        assert len(here.screen._searching.quotes.matches) == 2

    reading(body, size)


def test_a_correction_is_there_again_when_the_article_is_opened_again() -> None:
    async def give(here: Visit) -> None:
        await here.press("right_square_bracket", "right_square_bracket", "e")
        await choose(here, *"vogt", "enter")

    async def look(here: Visit) -> None:
        assert speaker_of(here, DOUBTFUL) == "Mira Vogt"
        assert "✎" in row(here, DOUBTFUL)
        assert "Otto Kern" not in here.pane("panel")

    reading(give)
    reading(look)


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


def test_the_last_correction_of_an_earlier_run_can_be_undone() -> None:
    async def give(here: Visit) -> None:
        await here.press("right_square_bracket", "e")
        await choose(here, *"vogt", "enter")

    async def undo(here: Visit) -> None:
        await here.press("u")
        assert speaker_of(here, SURE) == "Ines Brandt"
        assert "Undone: “The dam will hold” is by Mira Vogt" in here.pane("footer")

    async def look(here: Visit) -> None:
        assert here.screen.analysis == ANALYSIS

    reading(give)
    reading(undo)
    reading(look)


@pytest.mark.parametrize("size", SIZES)
def test_two_speakers_are_merged_under_the_name_that_is_picked(size: tuple[int, int]) -> None:
    async def body(here: Visit) -> None:
        await here.press("s", "e")
        assert "Merge with another speaker" in here.shown
        await choose(here, "enter")
        assert "Who is the same" in here.shown
        await choose(here, *"kern", "enter")
        assert "Which name stays" in here.shown
        await choose(here, "down", "enter")
        names = [speaker.name for speaker in here.screen.analysis.speakers]
        assert "Ines Brandt" not in names
        assert speaker_of(here, SURE) == speaker_of(here, DOUBTFUL) == "Otto Kern"
        assert here.screen.panel.highlighted_value == ("person", "Otto Kern")
        assert "✎" in row(here, "● Otto Kern", "panel")
        await here.press("u")
        assert here.screen.analysis == ANALYSIS

    reading(body, size)


@pytest.mark.parametrize("size", SIZES)
def test_quotes_that_are_marked_are_split_off(size: tuple[int, int]) -> None:
    async def body(here: Visit) -> None:
        await here.press("s", "e")
        await choose(here, *"split", "enter")
        assert "[ ] " in here.shown
        await here.press("enter")
        assert "space" in here.shown
        await here.press("down", "space")
        assert "[x] that the valley" in here.shown
        await choose(here, "enter")
        assert "Who said those" in here.shown
        await choose(here, *"Lena", "space", *"Brandt", "enter")
        assert speaker_of(here, TOLD) == "Lena Brandt"
        assert speaker_of(here, SURE) == "Ines Brandt"

    reading(body, size)


def test_a_click_marks_a_quote_to_split_off_and_the_footer_goes_on() -> None:
    async def body(here: Visit) -> None:
        await here.press("s", "e")
        await choose(here, *"split", "enter")
        rows = here.rows
        y = next(y for y, line in enumerate(rows) if "that the valley" in line)
        await here.pilot.click(offset=(10, y))
        await here.pilot.pause()
        assert "[x] that the valley" in here.shown
        x = rows[-1].index("go on")
        await here.pilot.click(offset=(x, len(rows) - 1))
        await choose(here, *"kern", "enter")
        assert speaker_of(here, TOLD) == "Otto Kern"

    reading(body)


def test_a_speaker_is_given_another_name() -> None:
    async def body(here: Visit) -> None:
        await here.press("s", "e")
        await choose(here, *"another", "space", "n", "enter")
        await choose(here, *"Inez", "space", *"Brand", "enter")
        assert speaker_of(here, SURE) == "Inez Brand"
        assert "head of the dam" in here.pane("panel")

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


def test_what_cannot_be_saved_holds_and_is_saved_with_the_next_that_can_be(folder: Path) -> None:
    async def body(here: Visit) -> None:
        folder.parent.mkdir()
        folder.write_text("a file where the folder should be")
        await here.press("right_square_bracket", "e")
        await choose(here, *"vogt", "enter")
        assert "Not saved" in here.pane("footer")
        assert speaker_of(here, SURE) == "Mira Vogt"
        assert str(folder) in here.screen.opening.articles.notes[0]
        folder.unlink()
        await here.press("right_square_bracket", "e")
        await choose(here, *"brandt", "enter")
        assert "Saved" in here.pane("footer")
        assert len(CorrectionStore().load(HASH)) == 2

    reading(body)


def test_a_damaged_file_is_told_of_and_stays_as_it_is(folder: Path) -> None:
    folder.mkdir(parents=True)
    path = folder / f"{HASH}.json"
    path.write_text("{ damaged", encoding="utf-8")

    async def body(here: Visit) -> None:
        assert "damaged" in here.pane("footer")
        assert here.screen.analysis == ANALYSIS
        await here.press("right_square_bracket", "e")
        await choose(here, *"vogt", "enter")
        assert "Not saved" in here.pane("footer")
        assert speaker_of(here, SURE) == "Mira Vogt"
        await here.press("u")
        assert here.screen.analysis == ANALYSIS

    reading(body)
    assert path.read_text(encoding="utf-8") == "{ damaged"


def test_two_running_apps_keep_each_others_corrections() -> None:
    async def body(here: Visit) -> None:
        async def other(there: Visit) -> None:
            await there.press("right_square_bracket", "right_square_bracket", "e")
            await choose(there, *"vogt", "enter")

        from newsreader.corrections.values import Given

        quote = ANALYSIS.quotes[1]
        CorrectionStore().add(HASH, Given((quote.start, quote.end), "Mira Vogt"))
        await here.press("right_square_bracket", "e")
        await choose(here, *"kern", "enter")
        assert speaker_of(here, DOUBTFUL) == "Mira Vogt"
        assert speaker_of(here, SURE) == "Otto Kern"

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
