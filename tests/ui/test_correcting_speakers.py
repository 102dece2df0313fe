"""Speakers are merged, split and renamed, in the real app with a real store."""

import pytest
from correcting import SIZES, choose, reading, row, speaker_of
from told_apart import ANALYSIS, DOUBTFUL, SURE, TOLD
from visit import Visit


@pytest.mark.parametrize("size", SIZES)
def test_two_speakers_are_merged_under_the_name_that_is_picked(size: tuple[int, int]) -> None:
    async def body(here: Visit) -> None:
        await here.press("s", "e")
        assert "Merge with another speaker" in here.shown
        await choose(here, "enter")
        assert "Who is the same as Ines Brandt?" in here.shown
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


def test_in_the_list_the_footer_shows_the_key_that_corrects() -> None:
    async def body(here: Visit) -> None:
        await here.press("s")
        await here.pilot.click("#footer", offset=(here.pane("footer").index("correct"), 0))
        await here.until(lambda: "Merge with another speaker" in here.shown)

    reading(body, (80, 24))


def test_a_speaker_is_given_another_name() -> None:
    async def body(here: Visit) -> None:
        await here.press("s", "e")
        await choose(here, *"another", "space", "n", "enter")
        await choose(here, *"Inez", "space", *"Brand", "enter")
        assert speaker_of(here, SURE) == "Inez Brand"
        assert "head of the dam" in here.pane("panel")

    reading(body)
