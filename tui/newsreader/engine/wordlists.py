"""Linguistic knowledge that is a list of words: one file each in ``engine/data/words/``."""

from __future__ import annotations

from functools import lru_cache

from newsreader.engine.data_files import read_text


@lru_cache(maxsize=128)
def wordlist(name: str) -> frozenset[str]:
    """The entries of ``data/words/NAME.txt``: one a line; a line with ``#`` is a comment.

    Raises:
        DataError: the file is missing or not UTF-8.
    """
    lines = read_text(f"words/{name}.txt").split("\n")
    return frozenset([line for line in lines if line and "#" not in line])
