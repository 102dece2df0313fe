"""An index in a file: kept, changed by articles, searched by several, refused if not ours."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from newsreader.errors import IndexFileError
from newsreader.search import counts, database
from newsreader.search.index import Entry, Origin, QuoteIndex, Superseded
from tests.unit.search_corpus import entries


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "quotes.index"


def _texts(index: QuoteIndex, query: str) -> list[str]:
    return sorted(match.record().entry.text for match in index.search(query))


def test_what_was_put_in_is_there_again(path: Path) -> None:
    first = QuoteIndex(path=path)
    entry = Entry("Peace now", "Ana Silva", 12, "direct", ("Kyiv", "New York"), '{"a": 1}')
    origin = Origin("/a.txt", "stamp", "a.txt", "{}")
    first.replace(origin, [entry])
    first.close()
    again = QuoteIndex(path=path)
    assert len(again) == 1
    assert again.search("peice")[0].record() == (entry, origin)
    assert again.stamps() == {"/a.txt": "stamp"}
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_article_takes_the_place_of_what_it_was(path: Path) -> None:
    index = QuoteIndex(path=path)
    index.replace(Origin("a"), [Entry("old words", "Old Man"), Entry("older words", "Old Man")])
    index.replace(Origin("b"), [Entry("other words")])
    index.replace(Origin("a"), [Entry("new words", "New Man")])
    assert _texts(index, "words") == ["new words", "other words"]
    assert index.search("old") == []
    assert [each.label for each in index.complete("speaker:")] == ["New Man"]
    assert len(index) == 2


def test_a_removed_article_is_found_no_more(path: Path) -> None:
    for index in (QuoteIndex(path=path), QuoteIndex()):
        index.replace(Origin("a"), [Entry("first words")])
        index.replace(Origin("b"), [Entry("second words")])
        index.remove("a")
        index.remove("nothing")
        assert _texts(index, "words") == ["second words"]
        assert index.search("first") == []
        assert index.search("frist") == []
        assert len(index) == 1


def test_only_the_articles_named_are_looked_at(path: Path) -> None:
    index = QuoteIndex(path=path)
    for key in ("a", "b", "c"):
        index.replace(Origin(key), [Entry(f"words of {key}")])
    found = index.find("words", among=["a", "c", "unknown"])
    assert sorted(match.record().origin.key for match in found.matches) == ["a", "c"]
    assert found.total == 2
    assert index.find("words").total == 3


def test_a_reader_sees_what_another_program_has_written(path: Path) -> None:
    writer, reader = QuoteIndex(path=path), QuoteIndex(path=path)
    assert reader.search("peace") == []
    writer.replace(Origin("a"), [Entry("peace now")])
    assert _texts(reader, "peace") == ["peace now"]
    assert _texts(reader, "paece") == ["peace now"]
    writer.remove("a")
    assert reader.search("peace") == []


def test_an_article_that_fails_halfway_leaves_the_one_before(path: Path) -> None:
    index = QuoteIndex(path=path)
    index.replace(Origin("a"), [Entry("old words")])

    def failing() -> list[Entry]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        index.replace_all((Origin("a"), failing()) for _ in range(1))
    assert _texts(index, "words") == ["old words"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"An article, not an index. " * 100, "no index"),
        (b"SQLite format 3\x00" + b"\xff" * 5000, "index"),
    ],
)
def test_a_file_that_is_no_index_is_refused_and_left(
    path: Path, content: bytes, reason: str
) -> None:
    path.write_bytes(content)
    with pytest.raises(IndexFileError, match=reason) as caught:
        QuoteIndex(path=path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused_and_left(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE quotes (id)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(IndexFileError, match="another program"):
        QuoteIndex(path=path)
    assert path.read_bytes() == before


def test_an_index_of_a_later_version_is_refused(path: Path) -> None:
    QuoteIndex(path=path).close()
    with sqlite3.connect(path) as later:
        later.execute(f"PRAGMA user_version = {database.VERSION + 1}")
    later.close()
    with pytest.raises(IndexFileError, match="newer"):
        QuoteIndex(path=path)


def test_a_damaged_index_says_so(path: Path) -> None:
    index = QuoteIndex(path=path)
    index.replace(Origin("a"), [Entry(f"words {number}", "Ana") for number in range(3000)])
    index.close()
    content = bytearray(path.read_bytes())
    content[4096:-1] = b"\x5a" * (len(content) - 4097)
    path.write_bytes(content)
    with pytest.raises(IndexFileError, match="damaged"):
        QuoteIndex(path=path).search("words")


def test_words_that_are_none_of_ours_do_not_shift_the_counts_of_others(path: Path) -> None:
    index = QuoteIndex(path=path)
    index.replace(Origin("a"), [Entry("Tides turn"), Entry("Tides rise"), Entry("Words")])
    index.close()
    with sqlite3.connect(path) as other:
        for control in (10, 9, 1):
            other.execute(
                "INSERT INTO words VALUES ('', 'tides' || char(?) || 'b', 9, '')", (control,)
            )
    other.close()
    index = QuoteIndex(path=path)
    assert _texts(index, "tids") == ["Tides rise", "Tides turn"]
    assert _texts(index, "b") == []
    assert _texts(index, "words") == ["Words"]


def test_an_index_that_somebody_else_writes_to_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PATIENCE", 0.05)
    index = QuoteIndex(path=path)
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(IndexFileError, match="another program is writing"):
            index.replace(Origin("a"), [Entry("words")])
        other.execute("ROLLBACK")
    other.close()
    index.replace(Origin("a"), [Entry("words")])
    assert _texts(index, "words") == ["words"]


def test_words_that_are_half_read_when_others_are_written_are_read_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counts, "_AT_ONCE", 3)
    writer = QuoteIndex(path=path)
    writer.replace(Origin("a"), entries(40))
    for begun, word, own in ((4, "abacus", True), (3, "aardvark", False), (9, "zymurgy", False)):
        index = QuoteIndex(path=path)
        steps = index.prepare()
        for _ in range(begun):
            next(steps)
        said = Entry(f"So much {word}", f"Ms {word}")
        (index if own else writer).replace(Origin(word), [said])
        assert _texts(index, word[:-1] + "x") == [said.text]  # its own words come between
        list(steps)
        assert _texts(index, f"speaker:{word[:-1]}") == [said.text]


def test_names_are_offered_however_many_there_are_and_however_rare(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counts, "_RARE", 4)
    monkeypatch.setattr(counts, "_FREQUENT", 2)
    index = QuoteIndex(path=path)
    said = {"Ann Lee": 9, "Bob Lee": 8, "Cy Lee": 3, "Dee Long": 2, "Al Lee Cole": 1}
    people = [person for person, times in said.items() for _ in range(times)]
    index.replace(Origin("a"), [Entry(f"word {at}", who) for at, who in enumerate(people)])

    def offered(query: str, limit: int = 8) -> list[str]:
        return [each.label for each in index.complete(query, limit)]

    assert offered("speaker:le", 2) == ["Ann Lee", "Bob Lee"]
    assert offered("speaker:lo") == ["Dee Long"]
    assert offered('speaker:"cy le') == ["Cy Lee"]
    assert offered('speaker:"lee c') == ["Al Lee Cole"]
    assert offered("speaker:", 2) == ["Ann Lee", "Bob Lee"]
    assert offered("speaker:lex") == []


def test_opened_twice_here_it_loses_nothing_to_another_program(path: Path) -> None:
    first = QuoteIndex(path=path)
    first.replace(Origin("a"), [Entry("first words")])
    second = QuoteIndex(path=path)
    list(second.prepare())
    second.close()
    code = (
        "import sys; from pathlib import Path; from newsreader.search.index import QuoteIndex\n"
        "index = QuoteIndex(path=Path(sys.argv[1]))\n"
        "print(len(index))\n"
        "index.close()\n"
    )
    # The last one to close it tidies up. If the first one's locks were lost it would do so now, and
    # what comes would be written where nobody reads it.
    for count in (1, 2):
        told = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True)
        assert int(told.stdout) == count, told.stderr
        first.replace(Origin("b"), [Entry("second words")])
    first.close()


@pytest.mark.parametrize("where", ["folder", "missing/index", "fifo"])
def test_where_no_index_can_be_a_line_says_so(tmp_path: Path, where: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(IndexFileError, match="cannot keep an index here"):
        QuoteIndex(path=tmp_path / where)


def test_killed_while_it_writes_it_has_whole_articles(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from newsreader.search.index import *\n"
        "index = QuoteIndex(path=Path(sys.argv[1]))\n"
        "for n in range(10**6):\n"
        "    index.replace(Origin(str(n % 40)), [Entry(f'words {n} {k}') for k in range(20)])\n"
        "    print(n, flush=True)\n"
    )
    for least in (3, 60):
        with subprocess.Popen(
            [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            while int(writer.stdout.readline()) < least:
                pass
            time.sleep(0.003)
            os.kill(writer.pid, signal.SIGKILL)
        index = QuoteIndex(path=path)
        articles = len(index.stamps())
        assert articles >= min(least, 40)
        assert len(index) == 20 * articles
        assert index.find("words", 1).total == min(1000, 20 * articles)
        index.close()
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        db.execute("INSERT INTO found (found) VALUES ('integrity-check')")
    db.close()


def test_a_search_given_up_from_another_thread_leaves_the_index_as_it_was(path: Path) -> None:
    index = QuoteIndex(path=path)
    quotes = entries(2_000)
    index.replace(Origin("one"), quotes)
    ended: list[str] = []

    def search() -> None:
        for query in ("mikels beekos", "the s", "wrm upp", "ngtn kora") * 10:
            try:
                index.find(query)
                ended.append("found")
            except Superseded:
                ended.append("given up")

    thread = Thread(target=search)
    thread.start()
    while thread.is_alive():
        index.cancel()
        time.sleep(0.0005)
    assert len(ended) == 40
    assert "given up" in ended
    assert index.search(quotes[1].text)[0].entry == 1
    index.close()
