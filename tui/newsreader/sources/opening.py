"""The bytes of a source, within bounds, without waiting for what may never come."""

from __future__ import annotations

import os
import stat
from functools import lru_cache
from typing import Final

from newsreader.errors import SourceError, UnreadableFile
from newsreader.sources.finding import cannot_open
from newsreader.sources.source import Source

LARGEST: Final = 64 * 1024 * 1024
"""Bytes an article may have."""

_OWN_INPUTS: Final = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""Paths of what the shell opened for us; ``<(command)`` gives one."""


def read_bytes(source: Source) -> bytes:
    """All bytes of ``source``. Standard input is read once and remembered.

    Raises:
        SourceError: it is missing, unreadable, no file at all, or larger than ``LARGEST``.
    """
    if source.path is None:
        return _standard_input()
    try:
        if source.path.startswith(_OWN_INPUTS):
            return _own_input(source.path)
        # A named pipe that nobody writes to would block without O_NONBLOCK.
        descriptor = os.open(source.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            _refuse_what_is_no_file(source.path, os.fstat(descriptor))
            return _drain(descriptor, source.path)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise cannot_open(source.path, error) from error


def _refuse_what_is_no_file(path: str, about: os.stat_result) -> None:
    mode = about.st_mode
    if stat.S_ISREG(mode):
        if about.st_size > LARGEST:
            raise too_large(path)
        return
    if stat.S_ISDIR(mode):
        raise UnreadableFile(path, "is a folder", "name the files in it")
    kind = "a named pipe" if stat.S_ISFIFO(mode) else "a device"
    raise UnreadableFile(path, f"is {kind}, not a file", "pipe it into: newsreader -")


def too_large(name: str) -> SourceError:
    """The error for a source of more than ``LARGEST`` bytes."""
    return UnreadableFile(name, f"is larger than {LARGEST >> 20} MB", "split it into articles")


def _drain(descriptor: int, name: str) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := os.read(descriptor, 1 << 20):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise too_large(name)
    return b"".join(pieces)


def _own_input(path: str) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return _drain(descriptor, path)
    finally:
        os.close(descriptor)


@lru_cache(maxsize=1)
def _standard_input() -> bytes:
    try:
        return _drain(0, "standard input")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        problem = f"cannot be read ({reason})"
        raise UnreadableFile("standard input", problem, "pipe an article into it") from error
