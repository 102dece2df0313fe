"""A visit to newsreader, from launch through a half-wrong search to the shell."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pty_session import NEWSREADER, Session

CURRENT = ("▶", "▷")  # in the gutter beside the current quote; hollow for a paraphrase


@pytest.fixture
def reading() -> Iterator[Session]:
    """The bundled articles in 120 columns, analysed."""
    with Session(NEWSREADER, columns=120, rows=40) as session:
        session.wait_for("NATO expects a “major offensive”")
        session.wait_for("● Jens Stoltenberg")
        yield session


def row_with(session: Session, *marks: str) -> str:
    return next((line for line in session.lines if any(mark in line for mark in marks)), "")


def current_quote_is(session: Session, words: str) -> None:
    session.wait_for(lambda: words in row_with(session, *CURRENT))


def test_the_first_article_is_shown_with_its_speakers_and_places(reading: Session) -> None:
    reading.wait_for("BRUSSELS — Russia has failed to take Kyiv")
    reading.wait_for("◆ Bucha")
    assert row_with(reading, "● Jens Stoltenberg").split("▐")[0].split()[-1].strip("┊").isdigit()


def test_a_half_wrong_query_lands_on_its_quote_while_it_is_typed(reading: Session) -> None:
    for key in "/cruciel fase":
        reading.press(key)
    current_quote_is(reading, "“a crucial phase of the war”")
    assert "esc return" in reading.shown


def test_keys_that_come_in_one_burst_are_all_typed_into_the_query(reading: Session) -> None:
    reading.press("/cruciel fase")
    reading.wait_for("/ cruciel fase")
    current_quote_is(reading, "“a crucial phase of the war”")


def test_a_command_right_behind_enter_is_not_typed_into_the_query(reading: Session) -> None:
    reading.press("/cruciel fase\r]")
    reading.wait_for(lambda: "said a large Russian attack" in row_with(reading, "▷"))
    reading.press("G/taxi\rg/ambitions\rn")
    reading.wait_for("/ search")
    current_quote_is(reading, "“Moscow does not give up its ambitions in")


def test_enter_stays_at_the_quote_and_escape_would_have_gone_back(reading: Session) -> None:
    reading.press("G")
    reading.wait_for("This article retells")
    reading.press("/cruciel fase")
    current_quote_is(reading, "“a crucial phase of the war”")
    reading.press("\x1b")
    reading.wait_for("This article retells")
    reading.press("/cruciel fase")
    current_quote_is(reading, "“a crucial phase of the war”")
    reading.press("\r")
    reading.wait_for("/ search")
    reading.settle()
    assert "“a crucial phase of the war”" in row_with(reading, *CURRENT)


def test_n_goes_on_to_the_next_match_and_capital_n_back(reading: Session) -> None:
    reading.press("/stoltenberg")
    reading.wait_for(lambda: row_with(reading, *CURRENT) != "")
    reading.wait_for("1 of 1")
    reading.press("\r")
    reading.settle()
    first = row_with(reading, *CURRENT)
    reading.press("n")
    reading.wait_for(lambda: row_with(reading, *CURRENT) not in ("", first))
    reading.press("N")
    reading.wait_for(lambda: row_with(reading, *CURRENT) == first)


def test_brackets_step_through_the_quotes(reading: Session) -> None:
    reading.press("]")
    current_quote_is(reading, "“major offensive”")
    reading.press("]")
    reading.wait_for(lambda: row_with(reading, *CURRENT) and not_headline(reading))
    reading.press("[")
    current_quote_is(reading, "“major offensive”")


def not_headline(session: Session) -> bool:
    return "“major offensive”" not in row_with(session, *CURRENT)


def test_question_mark_shows_the_keys_and_escape_closes_them(reading: Session) -> None:
    reading.press("?")
    reading.wait_for("Find a quote as you type")
    reading.press("\x1b")
    reading.wait_for(lambda: "Find a quote as you type" not in reading.shown)


def test_the_palette_finds_a_place_and_goes_there(reading: Session) -> None:
    reading.press("\x10")
    reading.wait_for("Commands")
    reading.press("bucha")
    reading.wait_for("Bucha Ukraine 1 mention")
    reading.press("\r")
    reading.wait_for(lambda: "Commands" not in reading.shown)
    reading.wait_for("The pictures from Bucha")


def test_the_list_of_articles_opens_another_one(reading: Session) -> None:
    reading.press("o")
    reading.wait_for("Open articles")
    reading.press("tbilisi")
    reading.wait_for("11-tbilisi-chess.txt")
    reading.press("\r")
    reading.wait_for("“Is this seat taken?”")
    reading.wait_for("● Nana Kobakhidze")


def test_no_match_says_so(reading: Session) -> None:
    reading.press("/zzzzqqqq")
    reading.wait_for("no match")


def test_a_killed_analysis_leaves_the_article_readable(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    paragraph = "“The harbour is open again,” said Kari Nordmann in Bergen on Monday.\n\n"
    path.write_text("A harbour\n\n" + paragraph * 20_000 + "The very end.\n", encoding="utf-8")
    with Session([*NEWSREADER, str(path)]) as session:
        session.wait_for(lambda: session.family() != [])
        session.wait_for("said Kari Nordmann")
        for pid in session.family():
            session.kill(pid)
        session.wait_for("The engine stopped")
        session.press("G")
        session.wait_for("The very end.")
        session.press("q")
        assert session.wait_exit() == 0
        assert session.modes_left_on() == set()
