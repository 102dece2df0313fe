"""Files of ``engine/data/``, read in one go: the first article waits for dozens of them."""

from __future__ import annotations

from io import FileIO
from pathlib import Path

from newsreader.errors import DataError

FOLDER = Path(__file__).parent / "data"


def read_bytes(name: str) -> bytes:
    """The file ``data/NAME``.

    Raises:
        DataError: it can't be read.
    """
    try:
        with FileIO(f"{FOLDER}/{name}") as file:
            return file.readall()
    except OSError as error:
        raise DataError(f"{name}: {error}; reinstall newsreader") from error


def read_text(name: str) -> str:
    """The text of ``data/NAME``.

    Raises:
        DataError: it can't be read or is not UTF-8.
    """
    try:
        return read_bytes(name).decode()
    except UnicodeDecodeError as error:
        raise DataError(f"{name}: {error}; reinstall newsreader") from error
