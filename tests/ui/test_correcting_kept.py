"""Corrections made in the app are kept, by several runs at once, or it is told why not."""

from pathlib import Path

from correcting import choose, reading, row, speaker_of
from told_apart import ANALYSIS, DOUBTFUL, SURE, TEXT
from visit import Visit

from newsreader.corrections.store import CorrectionStore, content_hash
from newsreader.corrections.values import Given

HASH = content_hash(TEXT)


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


def test_what_cannot_be_saved_holds_and_is_saved_with_the_next_that_can_be(folder: Path) -> None:
    async def body(here: Visit) -> None:
        folder.parent.mkdir(parents=True)
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
        assert "Corrections not read: this file of corrections is damaged" in here.pane("footer")
        assert here.screen.analysis == ANALYSIS
        await here.press("right_square_bracket", "e")
        await choose(here, *"vogt", "enter")
        assert "Not saved" in here.pane("footer")
        assert speaker_of(here, SURE) == "Mira Vogt"
        await here.press("u")
        assert here.screen.analysis == ANALYSIS

    reading(body)
    assert path.read_text(encoding="utf-8") == "{ damaged"


def test_a_correction_that_another_running_app_made_is_kept_and_shown() -> None:
    async def body(here: Visit) -> None:
        quote = ANALYSIS.quotes[1]
        CorrectionStore().add(HASH, Given((quote.start, quote.end), "Mira Vogt"))
        await here.press("right_square_bracket", "e")
        await choose(here, *"kern", "enter")
        assert speaker_of(here, DOUBTFUL) == "Mira Vogt"
        assert speaker_of(here, SURE) == "Otto Kern"

    reading(body)
