"""Searching in a real terminal: keys that come faster than answers, and going through articles."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pty_session import NEWSREADER, Session

ROOT = Path(__file__).parents[2]
MANY = 20_000
ALT_UP = "\x1b[1;3A"
TWO = ("seeds/01-nato-brussels.txt", "seeds/02-lake-victoria-perch.md")


@pytest.fixture
def page() -> Iterator[Session]:
    """The page of all articles over many made-up quotes."""
    argv = [sys.executable, "-m", "benchmarks.many_quotes", str(MANY)]
    with Session(argv, columns=120, rows=40, env={"PYTHONPATH": f"{ROOT / 'tui'}:{ROOT}"}) as many:
        many.wait_for("made-up quotes")
        yield many


@pytest.fixture
def reading() -> Iterator[Session]:
    """Two of the bundled articles, the first one analysed."""
    with Session([*NEWSREADER, *(str(ROOT / name) for name in TWO)], columns=120, rows=40) as two:
        two.wait_for("● Jens Stoltenberg")
        yield two


def bar(session: Session) -> str:
    return session.lines[-2]


def current(session: Session) -> str:
    """The row on which the current quote begins."""
    return next((line for line in session.lines if "▶" in line or "▷" in line), "")


def test_of_a_burst_of_keys_only_the_newest_query_is_searched_and_shown(page: Session) -> None:
    typed = "the minister said" + "\x7f" * 17 + "government"
    page.press(typed)
    page.wait_for("All articles / government")
    page.wait_for(lambda: "1 of " in bar(page))
    page.settle()
    assert len([line for line in page.lines if "government" in line.lower()]) > 3
    page.press("\x1b")
    assert page.wait_exit() == 0
    asked = re.search(rb"(\d+) searches, \d+ given up", page.sent)
    assert asked
    assert 0 < int(asked[1]) < len(typed) // 2


def test_leaving_while_one_searches_leaves_the_terminal_as_it_was(page: Session) -> None:
    page.press("the minister said\x03")
    assert page.wait_exit() == 0
    assert b"Traceback" not in page.sent
    assert page.modes_left_on() == set()


def search_all(reading: Session) -> None:
    """Opens the search of all articles and waits until all are read."""
    reading.press("f")
    reading.wait_for("quotes in 2 articles.")
    reading.wait_until_gone("more…")


def test_enter_that_is_typed_ahead_goes_to_what_was_typed_before_it(reading: Session) -> None:
    search_all(reading)
    reading.press("cruciel fase\r")
    reading.wait_for(lambda: "“a crucial phase of the war”" in current(reading))
    reading.wait_for("/ cruciel fase")


def test_the_result_stands_in_its_article_while_one_types(reading: Session) -> None:
    search_all(reading)
    reading.press("shoals deper water")
    reading.wait_for(lambda: "1 of 1" in bar(reading))
    reading.wait_for("● Grace Achieng")
    reading.wait_for(lambda: "that the shoals had moved to deeper" in current(reading))
    reading.press("\x1b")
    reading.wait_for("BRUSSELS — Russia has failed to take Kyiv")


def test_n_goes_on_to_another_article_and_escape_comes_back(reading: Session) -> None:
    search_all(reading)
    reading.press("war")
    reading.wait_for(lambda: "1 of 5" in bar(reading))
    reading.press("\r")
    reading.wait_for(lambda: "“It is Putin’s war,”" in current(reading))
    reading.press("N")
    reading.wait_for("● Grace Achieng")
    reading.wait_for(lambda: "that the shoals had moved to deeper" in current(reading))
    reading.wait_for(lambda: "5 of 5" in bar(reading))
    reading.press("n")
    reading.wait_for(lambda: "“It is Putin’s war,”" in current(reading))
    reading.press("\x1b")
    reading.wait_for("BRUSSELS — Russia has failed to take Kyiv")
    reading.press("/" + ALT_UP)
    reading.wait_for("/ war")
