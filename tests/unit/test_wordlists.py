"""The lists of words as they stand in their files, which are read without tidying them."""

from pathlib import Path

import pytest

from newsreader.engine import data_files
from newsreader.engine.wordlists import wordlist
from newsreader.errors import DataError

WORDS = data_files.FOLDER / "words"
NAMES = sorted(path.stem for path in WORDS.glob("*.txt"))


def test_comments_and_empty_lines_are_no_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "few.txt").write_text("# why\nsay says\n\ntell\n", encoding="utf-8")
    monkeypatch.setattr(data_files, "FOLDER", tmp_path)
    assert wordlist.__wrapped__("few") == {"say says", "tell"}


def test_the_shipped_lists_say_what_they_are_and_need_no_tidying() -> None:
    assert len(NAMES) > 50
    for name in NAMES:
        comment, *lines = (WORDS / f"{name}.txt").read_bytes().decode().split("\n")
        assert comment.startswith("# "), name
        entries = [line for line in lines if not line.startswith("# ")]
        assert [one for one in entries if one != one.strip() or "#" in one] == [], name
        assert wordlist(name), name


def test_a_missing_list_of_words_is_named_in_one_line() -> None:
    with pytest.raises(DataError, match=r"^words/no_such_list\.txt: .*reinstall newsreader$"):
        wordlist("no_such_list")


def test_a_list_that_is_not_utf8_is_a_data_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "few.txt").write_bytes(b"caf\xe9\n")
    monkeypatch.setattr(data_files, "FOLDER", tmp_path)
    with pytest.raises(DataError, match=r"words/few\.txt: .*reinstall"):
        wordlist.__wrapped__("few")
