"""What `newsreader extract` prints on a terminal, data and narration, steers nothing."""

from pathlib import Path

import pytest
from escapes import sequences, steering
from hostile import ATTACKS, MARKUP, article
from pty_session import NEWSREADER, Session

from newsreader.text import safe, safe_line

ATTACK = " ".join(ATTACKS.values())
EVIL_NAME = ATTACK.replace("/", "|")[:60] + ".txt"


def said(*arguments: str) -> tuple[int, bytes, str]:
    """Exit code, bytes and screen of ``newsreader`` in a wide terminal."""
    with Session([*NEWSREADER, *arguments], columns=4000, rows=60) as session:
        code = session.wait_exit()
        return code, bytes(session.sent), "\n".join(session.lines)


@pytest.mark.parametrize("format_name", ["jsonl", "json", "csv", "md", "text"])
def test_extract_prints_no_control_of_the_article(format_name: str, tmp_path: Path) -> None:
    path = tmp_path / EVIL_NAME
    path.write_text(article(ATTACK), encoding="utf-8", newline="")
    code, sent, _ = said("extract", "--with-text", "--format", format_name, str(path))
    assert code == 0
    assert sequences(sent) == set()
    assert steering(sent) == set()


@pytest.mark.parametrize("format_name", ["md", "text"])
def test_extract_for_people_prints_markup_as_it_is_written(
    format_name: str, tmp_path: Path
) -> None:
    path = tmp_path / "markup.txt"
    path.write_text(article("[sic] [He] [@click=app.quit]x[/]"), encoding="utf-8")
    _, _, screen = said("extract", "--format", format_name, str(path))
    plain = screen.replace("\\", "")  # Markdown may escape brackets
    assert "“We waited [sic] [He] [@click=app.quit]x[/] long enough" in plain


@pytest.mark.parametrize("command", [(), ("extract",)], ids=["app", "extract"])
def test_an_error_shows_the_file_name_without_obeying_it(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    code, sent, screen = said(*command, str(tmp_path / EVIL_NAME))
    assert code in (1, 2)
    assert sequences(sent) == set()
    assert steering(sent) == set()
    assert safe_line(EVIL_NAME) in screen


def test_a_wrong_argument_is_shown_without_obeying_it() -> None:
    code, sent, screen = said("--" + ATTACK.replace(" ", ""))
    assert code == 2
    assert sequences(sent) == set()
    assert steering(sent) == set()
    assert "--" in screen


def test_an_error_shows_markup_in_a_file_name_as_it_is_written(tmp_path: Path) -> None:
    name = MARKUP.replace("/", "|")[:120] + ".txt"
    _, _, screen = said("extract", str(tmp_path / name))
    assert safe(name) in screen
