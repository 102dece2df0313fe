"""What an article, a title or a file's name holds never steers the terminal: looked at in bytes."""

import base64
import re
from pathlib import Path

import pytest
from escapes import sequences, steering
from hostile import ATTACKS, MARKUP, article, harmless
from pty_session import NEWSREADER, Session

from newsreader.text import safe_line

ATTACK = " ".join(ATTACKS.values())
TOUR = (
    ("]", "▶", ""),
    ("e", "Give it to", ""),
    ("\x1b", "", "Give it to"),
    ("w", "─ Why ─", ""),
    ("\x1b", "", "─ Why ─"),
    ("s", "", ""),
    ("e", "Merge with", ""),
    ("split\r", "Which of these", ""),
    ("\x1b", "", "Which of these"),
    ("\r", "", ""),
    ("\x1b", "", ""),
    ("?", "Everywhere", ""),
    ("\x1b", "", "Everywhere"),
    ("o", "Open articles", ""),
    ("\x1b[B", "", ""),
    ("\r", "opened again on Saturday", "Open articles"),
    ("\x10", "Find ›", ""),
    ("Nordmann", "Quotes 1", ""),
    ("\x1b", "", "Find ›"),
    ("/fish", "/ fish", ""),
    ("\r", "", "esc return"),
)
"""Keys, and what comes on the screen and what goes from it when they have taken effect: a quote,
correcting it, why, speakers, splitting one, help, the list of articles and the other article, the
palette, a search."""

EDGES = re.compile(r"[\s│▐▌▶▷?✎┊●○◆╭╮╰╯─]+")


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def tour(*paths: Path) -> bytes:
    """All that is sent to the terminal while two articles are read, searched and left."""
    with Session([*NEWSREADER, *map(str, paths)], columns=120, rows=50) as session:
        session.wait_for("opened again on Saturday")
        session.wait_for("◆ Norway")
        for keys, comes, goes in TOUR:
            session.press(keys)
            session.wait_for(comes)
            if goes:
                session.wait_until_gone(goes)
            session.settle()
        session.press("q")
        assert session.wait_exit() == 1  # for the third file, which is binary
        return bytes(session.sent)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The bytes of a tour through articles full of every attack, and through harmless twins."""
    folder = tmp_path_factory.mktemp("articles")
    name = ATTACK.replace("/", "|")[:60]
    bytes_sent = []
    for kind, make in (("evil", str), ("twin", harmless)):
        paths = [
            write(folder / kind, f"{number}{make(name)}.txt", make(article(ATTACK)))
            for number in (1, 2)
        ]
        binary = write(folder / kind, f"3{make(name)}.txt", "\0\1\2")
        bytes_sent.append(tour(*paths, binary))
    return bytes_sent[0], bytes_sent[1]


def test_hostile_articles_add_no_escape_sequence(sent: tuple[bytes, bytes]) -> None:
    hostile, twin = sent
    assert sequences(hostile) - sequences(twin) == set()


def test_no_steering_character_reaches_the_terminal(sent: tuple[bytes, bytes]) -> None:
    hostile, twin = sent
    assert steering(hostile) == steering(twin) == set()


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_the_attack_shows_as_visible_symbols_and_loses_no_character(
    attack: str, tmp_path: Path
) -> None:
    text = article(attack)
    path = write(tmp_path, "a.txt", text)
    with Session([*NEWSREADER, str(path)], columns=160, rows=40) as session:
        session.wait_for("on Sunday")
        session.wait_for("◆ Norway")
        shown = on_screen(session)
        for paragraph in text.splitlines():
            assert on_page(paragraph) in shown


def test_markup_reads_as_written_and_runs_nothing(tmp_path: Path) -> None:
    text = article(MARKUP)
    paths = [write(tmp_path, f"{n}[bold red]x[|].txt", text) for n in (1, 2)]
    with Session([*NEWSREADER, *map(str, paths)], columns=160, rows=50) as session:
        session.wait_for("on Sunday")
        session.wait_for("◆ Norway")
        for paragraph in text.splitlines():
            assert on_page(paragraph) in on_screen(session)
        session.press("]")
        session.wait_for("▶")
        session.press("c")
        session.wait_for("Copied")
        session.press("o")
        session.wait_for("2[bold red]x[|].txt")
        session.press("\x1b")
        session.wait_for("BERGEN")
        click(session, "@click=app.quit")
        click(session, "link=file:")
        session.settle()
        assert session.process.poll() is None
        session.press("q")
        assert session.wait_exit() == 0
        assert steering(bytes(session.sent)) == set()  # app.bell
        assert b"\x1b]8;" not in session.sent  # a link


def test_what_is_copied_is_safe_to_paste(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", article("\x1b[201~rm -rf / \x9b201~"))
    with Session([*NEWSREADER, str(path)], columns=160, rows=40) as session:
        session.wait_for("◆ Norway")
        session.press("]c")
        session.wait_for(lambda: b"\x1b]52;c;" in session.sent)
        session.settle()
        encoded = re.findall(rb"\x1b\]52;c;([^\x07\x1b]*)", session.sent)[-1]
        copied = base64.b64decode(encoded).decode()
        assert "long enough" in copied
        assert not set("\x1b\x9b\r") & set(copied)


@pytest.mark.parametrize("bar", ["/", "\x10", "o"], ids=["search", "palette", "articles"])
def test_what_is_pasted_into_a_line_is_shown_without_being_obeyed(bar: str) -> None:
    with Session(NEWSREADER, columns=120, rows=40) as session:
        session.wait_for("● Jens Stoltenberg")
        session.settle()
        session.press(bar)
        session.settle()
        before = len(session.sent)
        session.press(f"\x1b[200~{ATTACK}\x1b[201~")
        session.wait_for("three�four")
        session.settle()
        reflected = bytes(session.sent[before:])
        assert steering(reflected) == set()
        for attack in ("owned", "b3duZWQ", "evil.example"):
            assert not [s for s in sequences(reflected) if attack in s]
        assert "\x1b[?1049l" not in sequences(reflected)


def click(session: Session, words: str) -> None:
    row, line = next((y, line) for y, line in enumerate(session.lines) if words in line)
    place = f"{line.index(words) + 2};{row + 1}"
    session.press(f"\x1b[<0;{place}M\x1b[<0;{place}m")


def on_screen(session: Session) -> str:
    """The article pane's words without the space between them, which wraps anywhere."""
    return EDGES.sub("", "".join(line[line_start(session) :] for line in session.lines))


def line_start(session: Session) -> int:
    """The column at which the article pane begins."""
    return next(line.index("BERGEN") for line in session.lines if "BERGEN" in line)


def on_page(text: str) -> str:
    return EDGES.sub("", safe_line(text))
