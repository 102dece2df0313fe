"""The map in a real terminal: braille on the screen, keys that move, a mention that is gone to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pty_session import NEWSREADER, Session

TEXT = (
    "The harbour\n\n“The harbour is open again,” said Kari Nordmann in Bergen on Monday.\n\n"
    + "It rained and rained. " * 200
    + "\n\nThe ferry to Lerwick sails again, and so does the one to Aberdeen. "
    "In Reykjavik nobody had noticed. Norway and Iceland were told.\n"
)
SIZES = [(80, 24), (40, 12)]


@pytest.fixture(params=SIZES, ids=str)
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    """The article, analysed."""
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    columns, rows = request.param
    with Session([*NEWSREADER, str(path)], columns=columns, rows=rows) as opened:
        opened.wait_for(lambda: any("▌" in line and "harbour is" in line for line in opened.lines))
        opened.settle()
        yield opened


def braille(session: Session) -> int:
    return sum("\u2801" <= letter <= "\u28ff" for letter in session.shown)


def test_the_map_is_drawn_moves_and_leads_to_a_mention(session: Session) -> None:
    session.press("m")
    session.wait_for(lambda: braille(session) > 40)
    session.wait_for("▶ Bergen city in Norway")
    session.press("h")
    session.wait_for(lambda: "▶ Bergen" not in session.shown)
    for _ in range(8):
        if "▶ Reykjav" in session.shown:
            break
        session.press("]")
        session.settle()
    session.wait_for("▶ Reykjav")
    session.press("\r")
    session.wait_for("In Reykjavik nobody had noticed")
    session.wait_for(lambda: braille(session) == 0)
    session.press("q")
    assert session.wait_exit() == 0
    assert session.modes_left_on() == set()


def test_keys_pressed_in_one_burst_all_count(session: Session) -> None:
    session.press("m]]0+-\x1b")
    session.settle()
    session.press("m]\x1b[C\x1b[A\t\t")
    session.wait_for(lambda: braille(session) > 40)
    session.settle()
    session.press("\x1b")
    session.wait_for(lambda: braille(session) == 0)
    session.wait_for("The harbour")
    session.press("q")
    assert session.wait_exit() == 0
