"""``newsreader search``: what it prints, what its index keeps, and what it says when that fails."""

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from newsreader.corrections.store import CorrectionStore, content_hash
from newsreader.corrections.values import Given
from newsreader.text import is_safe
from tests.cli.program import ARTICLE, PROGRAM, complaints, newsreader

OTHER = """\
Harbour to open again

By Mara Quill

“The harbour will open in May,” said Jonas Lund, the harbour master of Brno.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "harbour.txt").write_text(OTHER, encoding="utf-8")
    return folder


def found(*arguments: str | Path, given: bytes = b"") -> list[dict[str, Any]]:
    done = newsreader("search", *arguments, given=given)
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def texts(*arguments: str | Path) -> list[str]:
    return [one["quote"]["text"] for one in found(*arguments)]


def test_a_quote_is_found_with_typos_and_its_spans_are_right(folder: Path) -> None:
    [one] = found("dangerus brigde", folder)
    assert one["rank"] == 1
    assert one["quote"]["speaker"] == "Ada Merritt"
    assert one["article"]["path"] == str(folder / "bridge.txt")
    start, end = one["quote"]["start"], one["quote"]["end"]
    assert ARTICLE[start:end] == one["quote"]["text"] == "The bridge is dangerous."
    assert "bri" in "".join(ARTICLE[first:last] for first, last in one["matched"])


def test_filters_and_phrases_hold(folder: Path) -> None:
    assert texts("speaker:lund", folder) == ["The harbour will open in May,"]
    assert texts('"no choice" speaker:merritt', folder) == ["We had no choice,"]
    assert texts("source:harbour kind:direct", folder) == ["The harbour will open in May,"]
    assert texts("place:brno", folder) == ["The harbour will open in May,"]
    assert texts("bridge -dangerous", folder / "harbour.txt") == []


@pytest.mark.parametrize("format", ["jsonl", "json", "csv", "md", "text"])
def test_every_format_has_the_words_and_the_speaker_and_is_safe(folder: Path, format: str) -> None:
    (folder / "evil.txt").write_text(
        "A \x1b[31mheadline\n\n“The *dangerous* \x1b]0;x\x07<b>bridge</b>,” said Ada Merritt.\n",
        encoding="utf-8",
    )
    done = newsreader("search", "--format", format, "dangerous", folder)
    assert done.returncode == 0
    printed = done.stdout.decode("utf-8")
    assert "The bridge is dangerous." in printed
    assert "Ada Merritt" in printed
    assert all(is_safe(line) for line in printed.splitlines())
    if format == "csv":
        assert len(list(csv.DictReader(io.StringIO(printed)))) == 2


def test_standard_input_and_a_limit(folder: Path) -> None:
    assert [one["quote"]["text"] for one in found("bridge", "-", given=ARTICLE.encode())]
    assert len(found("speaker:merritt", "--limit", "1", folder)) == 1


def test_an_index_gives_the_same_results_and_reads_nothing_twice(
    folder: Path, tmp_path: Path
) -> None:
    index = tmp_path / "quotes.index"
    plain = found("dangerous", folder)
    assert found("--index", index, "dangerous", folder) == plain
    file = folder / "bridge.txt"
    about = file.stat()
    file.write_bytes(b"x" * about.st_size)
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert found("--index", index, "dangerous", folder) == plain
    assert found("--index", index, "dangerous") == plain


def test_what_changes_is_read_again_and_what_is_gone_is_forgotten(
    folder: Path, tmp_path: Path
) -> None:
    index = tmp_path / "quotes.index"
    assert texts("--index", index, "harbour", folder) == ["The harbour will open in May,"]
    (folder / "harbour.txt").write_text(OTHER.replace("May", "early June"), encoding="utf-8")
    assert texts("--index", index, "harbour", folder) == ["The harbour will open in early June,"]
    (folder / "new.txt").write_text(OTHER.replace("May", "July"), encoding="utf-8")
    assert len(texts("--index", index, "harbour", folder)) == 2
    (folder / "harbour.txt").unlink()
    assert texts("--index", index, "harbour", folder) == ["The harbour will open in July,"]
    assert texts("--index", index, "harbour") == ["The harbour will open in July,"]


def test_only_the_paths_named_are_searched(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "quotes.index"
    assert texts("--index", index, "harbour", folder)
    assert texts("--index", index, "harbour", folder / "bridge.txt") == []


def test_a_correction_is_seen_also_through_an_index(folder: Path, tmp_path: Path) -> None:
    index = tmp_path / "quotes.index"
    assert found("--index", index, "no choice", folder)[0]["quote"]["speaker"] == "Ada Merritt"
    start = ARTICLE.index("We had")
    CorrectionStore().add(
        content_hash(ARTICLE), Given((start, start + len("We had no choice,")), "Mara Quill")
    )
    done = newsreader("search", "--index", index, "no choice", folder)
    one = json.loads(done.stdout)
    assert (one["quote"]["speaker"], one["quote"]["corrected"]) == ("Mara Quill", True)


def test_what_cannot_be_read_is_named_and_the_rest_is_searched(folder: Path) -> None:
    done = newsreader("search", "dangerous", folder, folder / "missing.txt")
    assert done.returncode == 1
    assert complaints(done) == [
        f"{folder / 'missing.txt'}: no such file or folder; check the spelling"
    ]
    assert b"The bridge is dangerous." in done.stdout


@pytest.mark.parametrize("arguments", [[], ["  "], ["query"], ["--limit", "0", "query", "."]])
def test_wrong_arguments_are_told_in_one_line(arguments: list[str]) -> None:
    done = newsreader("search", *arguments)
    assert done.returncode == 2
    assert len(complaints(done)) == 1
    assert done.stdout == b""


def test_a_query_that_begins_with_a_minus_stands_after_two(folder: Path) -> None:
    done = newsreader("search", "--", "-bridge", str(folder))
    assert done.returncode == 0
    assert b"harbour" in done.stdout
    assert b"dangerous" not in done.stdout


def test_a_file_that_is_no_index_is_left_alone(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("my notes\n" * 200, encoding="utf-8")
    done = newsreader("search", "--index", other, "bridge", folder)
    assert done.returncode == 2
    assert complaints(done) == [f"{other}: this is no index; name a new file"]
    assert other.read_text(encoding="utf-8") == "my notes\n" * 200


def test_killed_while_it_reads_it_goes_on_where_it_was(folder: Path, tmp_path: Path) -> None:
    for number in range(150):
        text = OTHER.replace("May", f"the year {number}") + ARTICLE * 3
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    index = tmp_path / "quotes.index"
    command = [*PROGRAM, "search", "--index", str(index), "dangerous", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while _articles(index) < 5:
            assert process.poll() is None
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
    before = _articles(index)
    assert 5 <= before < 152
    whole = found("--index", index, "--limit", "1000", "dangerous", folder)
    assert whole == found("--limit", "1000", "dangerous", folder)
    assert _articles(index) == 152


def _articles(index: Path) -> int:
    try:
        with sqlite3.connect(f"file:{index}?mode=ro", uri=True) as db:
            return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.Error:
        return 0
    finally:
        if "db" in locals():
            db.close()
