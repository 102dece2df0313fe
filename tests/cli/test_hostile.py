"""Bytes that could steer a terminal never reach one, in any format, from any part of an article."""

import csv
import io
import json
import os
import unicodedata
from pathlib import Path

import pytest

from newsreader.text import is_safe
from tests.cli.program import newsreader

FORMATS = ("jsonl", "json", "csv", "md", "text")

# Colour, OSC 52 (clipboard), OSC 8 (link), DCS, C1, bidi, separators, tags, delete, bell.
ATTACKS = (
    "\x1b[31m \x1b]52;c;aGk=\x07 \x1b]8;;http://x.example\x1b\\ \x1bP1$r\x1b\\ \x9b31m \x9d0;x\x9c "
    "\u202eabc\u202c \u2066x\u2069 \u200f \u2028 \u2029 \U000e0041 \x7f \x07 \x08 \x0b \x0c \x00"
)
TEXT = (
    f"Mayor {ATTACKS} speaks\n\n"
    f"By Jane {ATTACKS} Doe\n\n"
    f"“We go {ATTACKS} [sic] [@click=app.quit]now[/],” said Ada {ATTACKS} Merritt, the mayor of "
    f"Kyiv{ATTACKS}.\n\nAda Merritt said that {ATTACKS} nothing had happened.\n"
) + "It was a long day, and the town waited for the river to fall again.\n" * 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "a\x1b]0;x\x07\n\u202e\x9b".encode().decode()
    inside.mkdir()
    name = os.fsencode(inside) + b"/\x1b[2J\x9d\xff"
    page = f"<title>{TEXT[:300]}</title><p>{TEXT}</p><p>&#27;[31m &#155; &#xD800; &#x202e;</p>"
    for ending, content in (
        (b".txt", TEXT),
        (b".md", f"---\ntitle: {TEXT[:200]}\n---\n# {TEXT}"),
        (b".html", f"<html>{page}</html>"),
    ):
        with open(name + ending, "wb") as file:  # noqa: PTH123 (a name that is no text)
            file.write(content.encode())
    return tmp_path


def assert_safe(output: bytes) -> None:
    text = output.decode("utf-8")
    assert is_safe(text)
    assert {c for c in text if unicodedata.category(c) == "Cc"} <= {"\n"}


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_a_control_character_out(folder: Path, form: str) -> None:
    done = newsreader("extract", "--with-text", "--format", form, folder)
    assert done.stdout.count(b"sic") >= 3
    assert_safe(done.stdout)
    assert_safe(done.stderr)


def test_errors_show_hostile_names_on_one_line_each(folder: Path) -> None:
    [inside] = folder.iterdir()
    (inside / "\x1b[3Jempty\n.txt").write_bytes(b"")
    missing = os.fsencode(inside) + b"/no\x1b]52;c;eA==\x07\nsuch\xff"
    done = newsreader("extract", inside / "\x1b[3Jempty\n.txt", missing)
    assert done.returncode == 1
    assert_safe(done.stderr)
    assert len(done.stderr.splitlines()) == 2


@pytest.mark.parametrize(
    "arguments", [["extract", "--format", "\x1b[31m"], ["extract", "--\x1b[31m", "x"], ["--\x9b1m"]]
)
def test_wrong_arguments_are_repeated_without_their_escapes(arguments: list[str]) -> None:
    done = newsreader(*arguments)
    assert done.returncode == 2
    assert_safe(done.stderr)


def test_json_gives_back_every_character_that_it_escaped(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = newsreader("extract", "--with-text", path)
    assert json.loads(done.stdout)["text"] == TEXT
    assert b"\\u001b[31m" in done.stdout
    assert b"\\u202e" in done.stdout


def test_csv_cells_that_a_spreadsheet_would_run_begin_with_an_apostrophe(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "=HYPERLINK(1)\n\n“+1+1 is two,” said Ada Merritt. “@SUM(1) is one,” she said.\n",
        encoding="utf-8",
    )
    done = newsreader("extract", "--format", "csv", path)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert {row["title"] for row in rows} == {"'=HYPERLINK(1)"}
    assert [row["text"] for row in rows] == ["'+1+1 is two,", "'@SUM(1) is one,"]


def test_half_characters_do_not_stop_the_output(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>&#xD83D; said Ada &#xDE00; “Yes”</p>", encoding="utf-8")
    for form in FORMATS:
        done = newsreader("extract", "--with-text", "--format", form, path)
        assert done.returncode == 0
        assert_safe(done.stdout)
