"""Corrections kept in real files."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from newsreader.corrections.store import CorrectionStore, content_hash
from newsreader.corrections.values import (
    Correction,
    Given,
    Merged,
    NotQuotation,
    Split,
    UnknownSpeaker,
)
from newsreader.errors import CorrectionError

HASH = content_hash("An article.")
EACH: list[Correction] = [
    Given((0, 5), "Ada “Lovelace” Ünal \ud800\x1b[31m"),
    Given((0, 5), "Ada", "indirect"),
    NotQuotation((3, 7)),
    UnknownSpeaker((3, 7)),
    Merged(("A", "B"), "C"),
    Split("C", ((0, 5), (6, 9)), "D"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "corrections"


def file_of(folder: Path, text_hash: str = HASH) -> Path:
    return folder / f"{text_hash}.json"


def test_the_hash_is_of_the_words_and_begins_with_the_articles_id() -> None:
    from newsreader.sources import Source, read_source

    path = Path(__file__)
    article = read_source(Source(str(path)), [])
    assert content_hash(article.text).startswith(article.id)
    assert len(content_hash("\ud800")) == 64


def test_what_was_added_is_there_in_order_in_another_store(folder: Path) -> None:
    for each in EACH:
        CorrectionStore(folder).add(HASH, each)
    assert CorrectionStore(folder).load(HASH) == EACH
    assert CorrectionStore(folder).load(content_hash("Another.")) == []


def test_reading_creates_nothing(folder: Path) -> None:
    assert CorrectionStore(folder).load(HASH) == []
    assert CorrectionStore(folder).undo(HASH) is None
    assert not folder.parent.exists()


def test_undoing_takes_the_last_back_until_nothing_is_left(folder: Path) -> None:
    store = CorrectionStore(folder)
    store.add(HASH, EACH[0])
    store.add(HASH, EACH[1])
    assert store.undo(HASH) == EACH[1]
    assert store.load(HASH) == [EACH[0]]
    assert store.undo(HASH) == EACH[0]
    assert store.undo(HASH) is None
    assert not file_of(folder).exists()


def test_only_the_owner_may_look(folder: Path) -> None:
    old = os.umask(0)
    try:
        CorrectionStore(folder).add(HASH, EACH[0])
    finally:
        os.umask(old)
    assert stat.S_IMODE(file_of(folder).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


def test_it_is_kept_in_the_users_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    CorrectionStore().add(HASH, EACH[0])
    assert file_of(tmp_path / "newsreader" / "corrections").is_file()


GOOD = {
    "schema": 1,
    "article": HASH,
    "corrections": [{"is": "given", "span": [0, 5], "speaker": "A"}],
}


def _with(**fields: object) -> bytes:
    return json.dumps({**GOOD, "corrections": [{**GOOD["corrections"][0], **fields}]}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        json.dumps(GOOD).encode()[:-4],
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b"[" * 100_000,
        b"9" * 10_000,
        json.dumps({**GOOD, "article": content_hash("Another.")}).encode(),
        json.dumps({**GOOD, "schema": 0}).encode(),
        json.dumps({**GOOD, "corrections": {}}).encode(),
        json.dumps({**GOOD, "corrections": ["given"]}).encode(),
        _with(span=[5, 0]),
        _with(span=[-1, 5]),
        _with(span=[False, True]),
        _with(span=[0, 5, 6]),
        _with(span=[0.0, 5.0]),
        _with(span="05"),
        _with(speaker=""),
        _with(speaker=None),
        _with(kind="spoken"),
        _with(kind=["direct"]),
        _with(**{"is": "guessed"}),
        _with(**{"is": "merged", "names": "AB", "name": "A"}),
    ],
)
def test_a_damaged_file_is_one_line_that_names_it_and_is_left_as_it_is(
    folder: Path, content: bytes
) -> None:
    folder.mkdir(parents=True)
    path = file_of(folder)
    path.write_bytes(content)
    store = CorrectionStore(folder)
    for use in _uses(store):
        with pytest.raises(CorrectionError) as caught:
            use()
        assert str(caught.value) == (
            f"{path}: this file of corrections is damaged; repair it or move it away"
        )
    assert path.read_bytes() == content
    assert [each.name for each in folder.iterdir() if each != path] in ([], [".lock"])
    store.add(content_hash("Another."), EACH[0])  # others are not held up


def _uses(store: CorrectionStore) -> list[Callable[[], object]]:
    return [
        lambda: store.load(HASH),
        lambda: store.add(HASH, EACH[1]),
        lambda: store.undo(HASH),
    ]


def test_a_file_of_a_newer_version_is_left_as_it_is(folder: Path) -> None:
    folder.mkdir(parents=True)
    content = json.dumps({**GOOD, "schema": 2})
    file_of(folder).write_text(content)
    for use in _uses(CorrectionStore(folder)):
        with pytest.raises(CorrectionError, match="a newer newsreader wrote these"):
            use()
    assert file_of(folder).read_text() == content


def test_what_is_no_file_does_not_keep_anybody_waiting(folder: Path) -> None:
    folder.mkdir(parents=True)
    os.mkfifo(file_of(folder))
    for use in _uses(CorrectionStore(folder)):
        with pytest.raises(CorrectionError, match="no file of corrections"):
            use()


def test_a_name_that_is_no_hash_never_becomes_a_path(folder: Path) -> None:
    with pytest.raises(ValueError, match="no content hash"):
        CorrectionStore(folder).load("../../secrets")


def test_a_folder_that_cannot_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(CorrectionError, match=r"taken/corrections: .*not a directory"):
        CorrectionStore(tmp_path / "taken" / "corrections").add(HASH, EACH[0])
