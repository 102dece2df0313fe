"""What an article, a title or a file's name holds never steers the terminal: looked at in bytes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from escapes import sequences, steering
from hostile import ATTACKS, article, harmless
from pty_session import NEWSREADER, Session

KEYS = (
    "]",
    "w",
    "s",
    "\r",
    "\x1b",
    "?",
    "\x1b",
    "o",
    "\x1b",
    "\x10Ada",
    "\x1b",
    "/Kari",
    "\r",
    "c",
)
"""Next quote, why, speakers, one of them, help, articles, palette, search, copy."""


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def tour(path: Path, other: Path) -> Iterator[bytes]:
    """All that is sent to the terminal while an article is read, searched and left."""
    with Session([*NEWSREADER, str(path), str(other)], columns=120, rows=40) as session:
        session.wait_for("opened again on Saturday")
        session.wait_for("Nordmann")
        for keys in KEYS:
            session.press(keys)
            session.settle()
        session.press("\x1b")
        session.settle()
        session.press("q")
        session.wait_exit()
        yield bytes(session.sent)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The bytes of a tour of an article full of every attack, and of its harmless twin's."""
    folder = tmp_path_factory.mktemp("articles")
    attack = " ".join(ATTACKS.values())
    name = attack.replace("/", "|")[:60]
    evil = [write(folder / "evil", f"{n}{name}.txt", article(attack)) for n in (1, 2)]
    twin = [
        write(folder / "twin", f"{n}{harmless(name)}.txt", harmless(article(attack)))
        for n in (1, 2)
    ]
    return next(tour(*evil)), next(tour(*twin))


def test_a_hostile_article_adds_no_escape_sequence(sent: tuple[bytes, bytes]) -> None:
    hostile, twin = sent
    assert sequences(hostile) - sequences(twin) == set()


def test_no_steering_character_reaches_the_terminal(sent: tuple[bytes, bytes]) -> None:
    hostile, twin = sent
    assert steering(hostile) == steering(twin) == set()
