"""However newsreader ends, the shell gets its terminal back."""

import signal

import pytest
from pty_session import NEWSREADER, Session

BOUND_TO_END = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]


def opened() -> Session:
    session = Session(NEWSREADER)
    session.wait_for("NATO expects")
    session.settle()
    return session


def assert_restored(session: Session) -> None:
    assert session.modes_left_on() == set()
    assert session.attributes() == session.attributes_before
    assert session.family() == []


def test_q_leaves_with_exit_code_0_and_the_terminal_as_it_was() -> None:
    with opened() as session:
        assert {"1049h", "25l", "2004h"} <= session.modes_left_on()
        session.press("q")
        assert session.wait_exit() == 0
        assert_restored(session)


def test_q_while_the_article_is_still_analysed_leaves_no_process_behind() -> None:
    with Session(NEWSREADER) as session:
        session.wait_for("NATO expects")
        session.press("q")
        assert session.wait_exit() == 0
        assert_restored(session)


def test_ctrl_c_leaves_when_nothing_is_selected() -> None:
    with opened() as session:
        session.press("\x03")
        assert session.wait_exit() in (0, 130)
        assert_restored(session)
        assert b"Traceback" not in session.sent


@pytest.mark.parametrize("number", BOUND_TO_END, ids=lambda number: number.name)
def test_a_signal_leaves_the_terminal_as_it_was(number: signal.Signals) -> None:
    with opened() as session:
        session.signal(number)
        assert session.wait_exit() in (128 + number, -number)
        assert_restored(session)
        assert b"Traceback" not in session.sent


def test_nothing_is_left_on_the_screen_after_leaving() -> None:
    with opened() as session:
        before = session.sent.rfind(b"\x1b[?1049h")
        session.press("q")
        session.wait_exit()
        after = bytes(session.sent)[session.sent.rfind(b"\x1b[?1049l") :]
        assert before >= 0
        assert b"NATO" not in after
