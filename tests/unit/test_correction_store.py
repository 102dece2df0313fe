"""Corrections kept in real files."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
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
