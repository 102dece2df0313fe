"""Opening the app from the command line, in a real terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsreader.text import is_safe
from tests.cli.program import ARTICLE, newsreader
from tests.terminal.pty_session import NEWSREADER, Session

TITLE = "Bridge at Lowfield to close"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def leave(session: Session) -> tuple[int, str]:
    """Quits; the exit code and what was printed after the terminal was given back."""
    session.press("q")
    code = session.wait_exit()
    return code, session.sent.rpartition(b"\x1b[?1049l")[2].decode()


def test_a_path_opens_its_article(article: Path) -> None:
    with Session([*NEWSREADER, str(article)]) as session:
        session.wait_for(TITLE)
        assert leave(session)[0] == 0


def test_standard_input_is_read_and_keys_still_come_from_the_terminal(article: Path) -> None:
    with Session([*NEWSREADER, "-"], stdin=ARTICLE.encode()) as session:
        session.wait_for(TITLE)
        assert leave(session)[0] == 0


def test_an_article_may_be_typed_and_ctrl_d_ends_it() -> None:
    with Session([*NEWSREADER, "-"]) as session:
        session.wait_for("then press ctrl+d")
        session.press(ARTICLE)
        session.press("\x04")
        session.wait_for(TITLE)
        session.settle()
        assert leave(session)[0] == 0


def test_what_is_piped_in_is_read_without_a_dash_too() -> None:
    with Session(NEWSREADER, stdin=ARTICLE.encode()) as session:
        session.wait_for(TITLE)
        assert leave(session)[0] == 0


def test_unreadable_paths_are_told_when_the_terminal_is_free_and_the_rest_opens(
    article: Path,
) -> None:
    empty = article.with_name("empty.txt")
    empty.write_bytes(b"")
    missing = article.with_name("no.txt")
    with Session([*NEWSREADER, str(missing), str(empty), str(article)]) as session:
        session.wait_for(TITLE)
        code, said = leave(session)
    assert code == 1
    assert f"newsreader: {missing}: no such file or folder" in said
    assert f"newsreader: {empty}: is empty" in said


def test_a_guessed_encoding_is_told_when_the_terminal_is_free(article: Path) -> None:
    article.write_bytes(ARTICLE.encode("cp1252"))
    with Session([*NEWSREADER, str(article)]) as session:
        session.wait_for(TITLE)
        code, said = leave(session)
    assert code == 0
    assert said.count("read as Windows-1252") == 1


def test_nothing_that_opens_is_lines_on_stderr_and_no_app(article: Path) -> None:
    with Session([*NEWSREADER, str(article.with_name("no.txt"))]) as session:
        assert session.wait_exit() == 1
        assert session.sent.count(b"\n") == 1
        assert b"\x1b" not in session.sent


def test_the_app_draws_on_the_terminal_though_stderr_goes_to_a_file(article: Path) -> None:
    log = article.with_name("log")
    command = f'{sys.executable} -m newsreader {article} {article}.no 2>"{log}"'
    with Session(["sh", "-c", command]) as session:
        session.wait_for(TITLE)
        assert leave(session)[0] == 1
    assert log.read_text().splitlines() == [
        f"newsreader: {article}.no: no such file or folder; check the spelling"
    ]


def test_a_first_path_called_extract_needs_a_dot(article: Path) -> None:
    article.with_name("extract").write_text(ARTICLE, encoding="utf-8")
    command = f'cd "{article.parent}" && exec {sys.executable} -m newsreader ./extract'
    with Session(["sh", "-c", command]) as session:
        session.wait_for(TITLE)
        assert leave(session)[0] == 0


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_draw_gets_one_line(article: Path, term: str) -> None:
    with Session([*NEWSREADER, str(article)], env={"TERM": term}) as session:
        assert session.wait_exit() == 2
        assert session.sent.count(b"\n") == 1
        assert b"newsreader extract" in session.sent
        assert b"\x1b" not in session.sent


def test_without_a_terminal_nothing_is_read_and_extract_is_named(article: Path) -> None:
    done = newsreader(article)
    assert (done.returncode, done.stdout) == (2, b"")
    assert is_safe(done.stderr.decode())
    assert done.stderr.count(b"\n") == 1
    assert b"newsreader extract" in done.stderr


def test_a_terminal_without_a_keyboard_is_one_line(article: Path) -> None:
    # stdout is a terminal, but in a session of its own that has no /dev/tty.
    command = [sys.executable, "-c", DETACHED, *NEWSREADER, str(article)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"no terminal to take keys from" in done.stderr
    assert b"\x1b" not in done.stdout + done.stderr


DETACHED = """
import os, pty, subprocess, sys
ours, theirs = pty.openpty()
done = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=theirs,
                      stderr=subprocess.PIPE, start_new_session=True)
os.set_blocking(ours, False)
try:
    sys.stdout.buffer.write(os.read(ours, 65536))
except BlockingIOError:
    pass
sys.stderr.buffer.write(done.stderr)
sys.exit(done.returncode)
"""


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_measure_and_theme_are_taken(article: Path, theme: str) -> None:
    with Session([*NEWSREADER, "--measure", "40", "--theme", theme, str(article)]) as session:
        session.wait_for(TITLE)
        assert not any(
            "The council of Lowfield voted on Tuesday to" in line for line in session.lines
        )
        assert leave(session)[0] == 0


@pytest.mark.parametrize("measure", ["0", "-5", "wide", "99999", "４０"])
def test_a_measure_that_makes_no_sense_is_refused(measure: str) -> None:
    done = newsreader("--measure", measure)
    assert done.returncode == 2
    assert b"--measure" in done.stderr
