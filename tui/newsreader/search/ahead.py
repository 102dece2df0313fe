"""Has the system read the file of an index before it is searched, as far as memory allows: a search
needs some hundred pages from everywhere in it, and to wait for a disk takes longer than the rest.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Final

_AT_ONCE: Final = 1 << 17
"""Bytes that systems read ahead for one request."""
_MOMENT: Final = 0.003
"""Seconds after which others have their turn."""
_SHARE: Final = 4
"""One part in so many of the machine's memory may be filled with the file."""

_descriptors: dict[tuple[int, int], int] = {}
"""Of each file read ahead one, which is never closed: that would end the locks that SQLite has on
the file in this process."""


def read_ahead(path: Path) -> Iterator[None]:
    """Has the file at ``path`` read from its beginning, where the system knows how to, giving way
    every few milliseconds. What the system has in memory already costs next to nothing.

    Raises:
        OSError: it can't be read.
    """
    if not hasattr(os, "posix_fadvise"):
        return
    descriptor = _descriptor(path)
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    end = min(os.fstat(descriptor).st_size, memory // _SHARE)
    due = perf_counter() + _MOMENT
    for start in range(0, end, _AT_ONCE):
        os.posix_fadvise(descriptor, start, _AT_ONCE, os.POSIX_FADV_WILLNEED)
        if perf_counter() >= due:
            yield
            due = perf_counter() + _MOMENT


def _descriptor(path: Path) -> int:
    status = path.stat()
    file = status.st_dev, status.st_ino
    if file not in _descriptors:
        _descriptors[file] = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    return _descriptors[file]
