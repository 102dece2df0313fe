"""Linguistic knowledge that is a list of words: one file each in ``engine/data/words/``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from newsreader.errors import DataError

_FOLDER = Path(__file__).parent / "data" / "words"


@lru_cache(maxsize=128)
def wordlist(name: str) -> frozenset[str]:
    """The entries of ``data/words/NAME.txt``: one a line, ``#`` starts a comment.

    Raises:
        DataError: the file is missing or not UTF-8.
    """
    try:
        lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{name}.txt: {error}; reinstall newsreader") from error
    entries = (line.partition("#")[0].strip() for line in lines)
    return frozenset(entry for entry in entries if entry)
