"""Long lists of names that are looked into without being taken apart first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from newsreader.errors import DataError

_PREFIX = 2  # code points by which names are read together


class NameTable:
    """The names of a sorted text, one a line; those that begin alike are read when one of them is
    asked for, so that a first look-up costs microseconds and not milliseconds."""

    def __init__(self, text: str) -> None:
        self._text = text.rstrip("\n") + "\n"
        self._read: dict[str, frozenset[str]] = {}

    def __contains__(self, name: str) -> bool:
        prefix = name[:_PREFIX]
        names = self._read.get(prefix)
        if names is None:
            names = frozenset(self._text[self._first(prefix) : self._first(prefix, 1)].split("\n"))
            if len(names) > 1:  # what no name begins with is not remembered: it may be anything
                self._read[prefix] = names
        return bool(name) and name in names

    def __iter__(self) -> Iterator[str]:
        return iter(self._text[:-1].split("\n"))

    def _first(self, prefix: str, beyond: int = 0) -> int:
        """Where the first line begins that is ``prefix`` or more; with ``beyond`` more than all
        that begin with it."""
        low, high = 0, len(self._text)
        while low < high:
            middle = (low + high) // 2
            line = self._text.rfind("\n", 0, middle) + 1
            end = self._text.index("\n", line)
            start = self._text[line : min(end, line + len(prefix))]
            if start < prefix or (beyond and start == prefix):
                low = end + 1
            else:
                high = line
        return low


@lru_cache(maxsize=4)
def name_table(name: str) -> NameTable:
    """The folded names of ``data/NAME.txt``.

    Raises:
        DataError: the file is missing or not UTF-8.
    """
    path = Path(__file__).parent / "data" / f"{name}.txt"
    try:
        return NameTable(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: {error}; reinstall newsreader") from error
