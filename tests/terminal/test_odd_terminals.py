"""Small, plain, missing and changing terminals."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from escapes import sequences
from pty_session import NEWSREADER, Session, environment

ADVICE = "newsreader extract"
PICTURE = re.compile(r"\x1b\[([\d;]*)m")


def test_it_reads_and_leaves_in_40_by_12() -> None:
    with Session(NEWSREADER, columns=40, rows=12) as session:
        session.wait_for("NATO expects")
        session.press("q")
        assert session.wait_exit() == 0


def test_it_survives_a_terminal_of_one_cell_and_grows_again() -> None:
    with Session(NEWSREADER, columns=1, rows=1) as session:
        session.settle(1.0)
        assert session.process.poll() is None
        session.resize(100, 30)
        session.wait_for("NATO expects")
        session.resize(1, 1)
        session.settle()
        session.resize(60, 20)
        session.wait_for("NATO expects")
        session.press("q")
        assert session.wait_exit() == 0


def test_no_color_draws_without_colour() -> None:
    with Session(NEWSREADER, env={"NO_COLOR": "1"}) as session:
        session.wait_for("NATO expects")
        session.settle()
        session.press("q")
        assert session.wait_exit() == 0
        assert hues(bytes(session.sent)) == set()


def test_a_dumb_terminal_gets_one_line_that_names_extract_and_no_escape() -> None:
    with Session(NEWSREADER, env={"TERM": "dumb"}) as session:
        assert session.wait_exit() == 2
        said = session.sent.decode()
        assert said.count("\n") == 1
        assert ADVICE in said
        assert sequences(bytes(session.sent)) == set()


@pytest.mark.parametrize("arguments", [(), ("-",)], ids=["bundled", "standard input"])
def test_without_a_terminal_one_line_on_stderr_names_extract(arguments: tuple[str, ...]) -> None:
    done = subprocess.run(
        [*NEWSREADER, *arguments],
        input=b"An article.\n",
        capture_output=True,
        env=environment(),
        start_new_session=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1
    assert ADVICE.encode() in done.stderr
    assert b"\x1b" not in done.stderr


def test_an_article_comes_from_standard_input_while_keys_come_from_the_terminal() -> None:
    text = "Ferry stops\n\nBERGEN — “The ferry is late,” said Kari Nordmann.\n"
    with Session([*NEWSREADER, "-"], stdin=text.encode()) as session:
        session.wait_for("The ferry is late")
        session.press("?")
        session.wait_for("Go to the next quote")
        session.press("\x1b")
        session.settle()
        session.press("q")
        assert session.wait_exit() == 0
        assert session.modes_left_on() == set()
        assert session.attributes() == session.attributes_before


def test_a_named_pipe_left_by_nobody_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with Session([*NEWSREADER, str(pipe)]) as session:
        assert session.wait_exit() != 0
        assert "pipe" in session.shown


def hues(data: bytes) -> set[str]:
    """The colours, shades of grey left out, that ``data`` draws with."""
    found = set()
    for codes in PICTURE.findall(data.decode()):
        numbers = codes.split(";")
        for at, number in enumerate(numbers):
            if number in ("38", "48") and numbers[at + 1 : at + 2] == ["2"]:
                red, green, blue = numbers[at + 2 : at + 5]
                if not red == green == blue:
                    found.add(";".join(numbers[at : at + 5]))
    return found
