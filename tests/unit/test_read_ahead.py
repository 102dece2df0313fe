"""A file that is read ahead is in the system's memory, and what SQLite holds of it stays held."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from mmap import ACCESS_COPY, PAGESIZE, mmap
from pathlib import Path

import pytest

from newsreader.search import ahead
from newsreader.search.ahead import read_ahead

SIZE = 48 << 20

needs_a_cache = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells")


def in_memory(path: Path) -> float:
    """The share of the pages that need no disk."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_COPY) as pages:
        there = (ctypes.c_ubyte * (SIZE // PAGESIZE))()
        first = ctypes.c_char.from_buffer(pages)
        asked = ctypes.CDLL(None).mincore(
            ctypes.c_void_p(ctypes.addressof(first)), ctypes.c_size_t(SIZE), there
        )
        del first
    assert asked == 0
    return sum(each & 1 for each in there) / len(there)


@pytest.fixture
def cold(tmp_path: Path) -> Path:
    """A file that the system has put out of its memory."""
    path = tmp_path / "file"
    path.write_bytes(os.urandom(SIZE))
    descriptor = os.open(path, os.O_RDWR)
    os.fsync(descriptor)
    os.posix_fadvise(descriptor, 0, SIZE, os.POSIX_FADV_DONTNEED)
    os.close(descriptor)
    if in_memory(path) > 0.5:
        pytest.skip("this file system keeps files in memory")
    return path


@needs_a_cache
def test_it_is_in_memory_soon_after(cold: Path) -> None:
    due = time.monotonic() + 20
    while time.monotonic() < due and in_memory(cold) < 0.95:  # the system may put off a request
        for _ in read_ahead(cold):
            pass
        time.sleep(0.05)
    assert in_memory(cold) >= 0.95


@needs_a_cache
def test_of_a_file_that_is_large_for_the_machine_not_all_is_read(
    cold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    monkeypatch.setattr(ahead, "_SHARE", memory // (SIZE // 4))
    list(read_ahead(cold))
    time.sleep(0.5)
    assert 0 < in_memory(cold) < 0.5


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    if hasattr(os, "posix_fadvise"):
        with pytest.raises(FileNotFoundError):
            list(read_ahead(tmp_path / "none"))
