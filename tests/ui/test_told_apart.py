"""What is unsure, unknown, corrected or a paraphrase is told from the rest, without colours."""

import pytest
from told_apart import ANALYSIS, DOUBTFUL, GIVEN, NOBODYS, SURE, TEXT, TOLD
from visit import Body, Visit, visit


def look(body: Body, size: tuple[int, int] = (100, 24)) -> None:
    visit(body, text=TEXT, analysis=ANALYSIS, size=size, title_span=None, byline_span=None)


def row(here: Visit, words: str, part: str = "article") -> str:
    return next(row for row in here.pane(part).split("\n") if words in row)


@pytest.mark.parametrize("size", [(100, 24), (80, 24), (40, 12)])
def test_in_the_margin_a_sign_stands_beside_what_is_doubtful_or_corrected(
    size: tuple[int, int],
) -> None:
    async def body(here: Visit) -> None:
        signs = {
            words: row(here, words[:14]).partition("▌")[0].strip()
            for words in (SURE, DOUBTFUL, NOBODYS)
        }
        assert signs == {SURE: "", DOUBTFUL: "?", NOBODYS: "?"}
        here.screen.go_to_quote(4)
        await here.pilot.pause()
        assert row(here, GIVEN).partition("▶")[0].strip() == "✎"

    look(body, size)


def test_the_reason_says_in_words_how_sure_it_is() -> None:
    async def body(here: Visit) -> None:
        await here.press("w")
        told = []
        for _ in ANALYSIS.quotes:
            await here.press("right_square_bracket")
            told.append(here.pane("why").split("\n")[1].strip())
        assert told == [
            "Ines Brandt · 97 % sure · verbatim · head of the dam authority",
            "Otto Kern ? · Unsure (45 %) · verbatim",
            "Unknown speaker · verbatim",
            "Ines Brandt · 80 % sure · paraphrase, not verbatim · head of the dam",
            "Mira Vogt ✎ · corrected by you · verbatim",
        ]

    look(body)


def test_in_forty_columns_the_reason_still_says_that_it_is_a_paraphrase_and_how_sure() -> None:
    async def body(here: Visit) -> None:
        here.screen.go_to_quote(3)
        await here.press("w")
        assert "80 % sure" in here.pane("why")
        assert "paraphrase" in here.pane("why")
        assert "It is so." in here.pane("why")

    look(body, (40, 12))


def test_the_list_counts_paraphrases_apart_and_has_the_quotes_of_nobody_known() -> None:
    async def body(here: Visit) -> None:
        assert row(here, "● Ines Brandt", "panel").split()[-2:] == ["1", "┊1"]
        assert row(here, "● Otto Kern", "panel").split()[-1] == "1"
        assert "✎" in row(here, "● Mira Vogt", "panel")
        assert row(here, "? Unknown speaker", "panel").split()[-1] == "1"
        assert "quotes ┊" in row(here, "Speakers 3", "panel")

    look(body)


def test_enter_on_the_unknown_speaker_goes_to_the_quote() -> None:
    async def body(here: Visit) -> None:
        await here.press("s", "j", "j", "j", "enter")
        assert NOBODYS in here.current_row

    look(body)


@pytest.mark.parametrize("size", [(100, 24), (80, 24), (60, 20), (40, 12)])
def test_a_result_shows_doubt_after_the_name_and_says_that_it_is_a_paraphrase(
    size: tuple[int, int],
) -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"anything")
        assert "Otto Kern ?" in here.pane("panel")
        assert "paraphrase" not in here.pane("panel")
        await here.press("ctrl+u", *"noon")
        assert "paraphrase" in here.pane("panel")
        assert "┊" in here.pane("panel")
        await here.press("ctrl+u", *"coming")
        assert "Mira Vogt ✎" in here.pane("panel")
        await here.press("ctrl+u", *"dark")
        assert "Unknown speaker" in here.pane("panel")

    look(body, size)


def test_no_line_of_a_paraphrase_has_the_mark_of_a_quotation() -> None:
    async def body(here: Visit) -> None:
        for current in (0, 3):
            here.screen.go_to_quote(current)
            await here.pilot.pause()
            rows = [line[:6].strip() for line in here.pane("article").split("\n")]
            told = rows[next(y for y, line in enumerate(rows) if "┊" in line or "▷" in line) :]
            assert "▌" not in "".join(told[:2])
        assert here.styles_of("valley")[0].italic
        assert "▷" in here.current_row

    look(body, (40, 24))


def test_what_is_copied_tells_paraphrase_doubt_and_unknown_speaker() -> None:
    async def body(here: Visit) -> None:
        copied = []
        for _ in range(4):
            await here.press("right_square_bracket", "c")
            copied.append(here.app.clipboard)
        assert copied == [
            f"“{SURE}” — Ines Brandt",
            f"“{DOUBTFUL}” — Otto Kern (unsure, 45 %)",
            f"“{NOBODYS}” — unknown speaker",
            f"[paraphrase] {TOLD} — Ines Brandt",
        ]
        assert "paraphrase" in here.pane("footer")

    look(body)


def test_the_palette_counts_paraphrases_apart() -> None:
    async def body(here: Visit) -> None:
        await here.press("ctrl+p", *"brandt")
        assert "1 quote, 1 paraphrase" in here.shown

    look(body)
