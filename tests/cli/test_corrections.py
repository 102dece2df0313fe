"""Corrections that were made in the app, in what ``newsreader extract`` prints."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from newsreader.corrections.store import CorrectionStore, content_hash
from newsreader.corrections.values import Correction, Given, Merged, NotQuotation
from newsreader.text import is_safe
from tests.cli.program import ARTICLE, complaints, extracted, newsreader

HASH = content_hash(ARTICLE)
CHOICE = ARTICLE.index("We had"), ARTICLE.index("choice,") + len("choice,")
DANGER = ARTICLE.index("The bridge is"), ARTICLE.index("dangerous.") + len("dangerous.")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "newsreader" / "corrections"


@pytest.fixture
def article(tmp_path: Path, home: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def correct(*corrections: Correction) -> None:
    for each in corrections:
        CorrectionStore().add(HASH, each)


def printed(*arguments: str | Path) -> tuple[dict[str, Any], list[str]]:
    done = newsreader("extract", *arguments)
    assert done.returncode == 0
    [found] = [json.loads(line) for line in done.stdout.splitlines()]
    return found, complaints(done)


def test_without_corrections_nothing_is_said_and_nothing_created(article: Path, home: Path) -> None:
    assert "corrected" not in json.dumps(extracted(article))
    assert not home.parent.parent.exists()


def test_they_win_over_the_engine_and_one_line_says_so(article: Path) -> None:
    correct(Given(CHOICE, "Mara Quill"), NotQuotation(DANGER))
    found, lines = printed(article)
    assert lines == [f"2 corrections applied to {article}"]
    [choice] = [quote for quote in found["quotes"] if quote["start"] == CHOICE[0]]
    assert (choice["speaker"], choice["corrected"], choice["confidence"]) == ("Mara Quill", True, 1)
    assert DANGER[0] not in [quote["start"] for quote in found["quotes"]]
    for speaker in found["speakers"]:
        for number in speaker["quotes"]:
            assert found["quotes"][number]["speaker"] == speaker["name"]


def test_they_can_be_left_out(article: Path) -> None:
    before = extracted(article)
    correct(NotQuotation(CHOICE))
    assert extracted("--no-corrections", article) == before
    assert len(printed(article)[0]["quotes"]) == len(before[0]["quotes"]) - 1


def test_they_belong_to_the_words_not_to_the_file(article: Path, tmp_path: Path) -> None:
    correct(Given(CHOICE, "Mara Quill"))
    moved = article.rename(tmp_path / "elsewhere.txt")
    assert printed(moved)[1] == [f"1 correction applied to {moved}"]
    moved.write_text(ARTICLE + "One more line.\n", encoding="utf-8")
    assert printed(moved)[1] == []
    done = newsreader("extract", "-", given=ARTICLE.encode())
    assert complaints(done) == ["1 correction applied to standard input"]


def test_those_that_found_nothing_are_counted(article: Path) -> None:
    correct(Given(CHOICE, "Mara Quill"), NotQuotation((0, 6)), Merged(("Nobody",), "Somebody"))
    assert printed(article)[1] == [f"1 correction applied to {article}; 2 found nothing to correct"]


def test_all_that_was_undone_leaves_no_trace(article: Path) -> None:
    before = extracted(article)
    correct(Given(CHOICE, "Mara Quill"))
    CorrectionStore().undo(HASH)
    assert extracted(article) == before


def test_a_damaged_file_is_one_line_and_the_article_is_printed_as_found(
    article: Path, home: Path
) -> None:
    before = newsreader("extract", article)
    home.mkdir(parents=True)
    damaged = home / f"{HASH}.json"
    damaged.write_text("{")
    done = newsreader("extract", article)
    assert (done.returncode, done.stdout) == (1, before.stdout)
    assert complaints(done) == [
        f"{damaged}: this file of corrections is damaged; repair it or move it away; "
        f"{article} is printed without corrections"
    ]
    assert damaged.read_text() == "{"
    assert newsreader("extract", "--no-corrections", article).returncode == 0


def test_a_program_without_a_home_has_no_corrections(article: Path) -> None:
    done = newsreader("extract", article, XDG_DATA_HOME="not/absolute", HOME="")
    assert (done.returncode, done.stderr) == (0, b"")


def test_csv_says_which_quotes_were_corrected(article: Path) -> None:
    correct(Given(CHOICE, "=Mara"), Merged(("Ada Merritt",), "Ada M"))
    done = newsreader("extract", "--format", "csv", article)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    marks = {row["start"]: (row["speaker"], row["corrected"]) for row in rows}
    assert marks[str(CHOICE[0])] == ("'=Mara", "true")
    assert marks[str(DANGER[0])] == ("Ada M", "")


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "md", "text"])
def test_no_name_that_was_typed_steers_the_terminal(article: Path, form: str) -> None:
    correct(Given(CHOICE, "\x1b]0;x\x07 \u202eAda\x9b\n# [x](y)\ud800"))
    done = newsreader("extract", "--format", form, article)
    assert done.returncode == 0
    assert is_safe(done.stdout.decode())
    assert "corrected" in done.stdout.decode()
