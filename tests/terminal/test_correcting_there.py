"""Corrections in a real terminal: made, there again after a restart, undone, gone for good."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from pty_session import NEWSREADER, Session

TEXT = (
    "The harbour\n\n“The harbour is open again,” said Kari Nordmann in Bergen on Monday.\n\n"
    "“It took far too long,” said the fisherman Ola Berg.\n\n" + "It rained. " * 50 + "\n"
)
WORDS = "The harbour is open again"

Opened = Callable[..., AbstractContextManager[Session]]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Opens the article in a home of the test's own."""
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")

    def start(*, columns: int = 100, rows: int = 30, **env: str) -> Session:
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        argv = [*NEWSREADER, str(path)]
        return Session(argv, columns=columns, rows=rows, env=env, home=home)

    return start


def analysed(session: Session) -> None:
    session.wait_for("Kari Nordmann")
    session.wait_for(lambda: any("▌" in line and WORDS in line for line in session.lines))
    session.settle()


def leave(session: Session) -> None:
    session.press("q")
    assert session.wait_exit() == 0
    assert session.modes_left_on() == set()


def row_of(session: Session, words: str) -> str:
    return next(line for line in session.lines if words in line)


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (40, 12)])
@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}], ids=["colours", "no-colours"])
def test_a_correction_survives_a_restart_and_its_undoing_another(
    opened: Opened, size: tuple[int, int], env: dict[str, str]
) -> None:
    columns, rows = size
    with opened(columns=columns, rows=rows, **env) as session:
        analysed(session)
        session.press("]e")
        session.wait_for("Give it to")
        session.press("berg")
        session.wait_for("● Ola Berg")
        session.press("\r")
        session.wait_for("Saved")
        assert "✎" in row_of(session, WORDS[:20])
        leave(session)
    with opened(columns=columns, rows=rows, **env) as session:
        analysed(session)
        assert "✎" in row_of(session, WORDS[:20])
        session.press("]w")
        session.wait_for("Ola Berg ✎ · corrected by you")
        session.wait_for("You gave this to Ola Berg")
        session.press("u")
        session.wait_for("Undone")
        session.wait_for("Kari Nordmann · 9")
        leave(session)
    with opened(columns=columns, rows=rows, **env) as session:
        analysed(session)
        assert "✎" not in session.shown
        session.press("u")
        session.wait_for("no correction to undo")
        leave(session)


def test_the_app_killed_after_it_said_saved_has_the_correction_again(opened: Opened) -> None:
    with opened() as session:
        analysed(session)
        session.press("]e")
        session.wait_for("Give it to")
        session.press("Zora Quist\r")
        session.wait_for("Saved")
        session.process.kill()
    with opened() as session:
        analysed(session)
        session.wait_for("● Zora Quist")
        leave(session)


def test_a_home_that_takes_nothing_is_told_of_in_the_app_and_on_leaving(
    opened: Opened, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, not a folder")
    with opened(XDG_DATA_HOME=str(blocked)) as session:
        analysed(session)
        session.press("]e")
        session.wait_for("Give it to")
        session.press("berg\r")
        session.wait_for("Not saved, holds until you leave")
        assert "✎" in row_of(session, WORDS)
        session.press("q")
        assert session.wait_exit() == 0
        assert str(blocked) in "".join(session.sent.decode("utf-8", "replace").splitlines())
