"""Long lists of names and words that are looked into without being taken apart first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from newsreader.engine.data_files import read_bytes

_BLOCK = 1024  # bytes that one look-up searches, and the rest of a line


class NameTable:
    """The names of a text in UTF-8, one a line, sorted by code points. Only the first line of each
    block is read beforehand, so that a first look-up costs microseconds and not milliseconds."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines
        self._begins = [0]
        while end := lines.find(b"\n", self._begins[-1] + _BLOCK, -1) + 1:
            self._begins.append(end)
        self._firsts = [lines[begin : lines.find(b"\n", begin)] for begin in self._begins]
        self._begins.append(len(lines))

    def __contains__(self, name: str) -> bool:
        line = name.encode("utf-8", "surrogatepass")
        block = bisect_right(self._firsts, line)
        if not block or b"\n" in line:
            return False
        if line == self._firsts[block - 1]:
            return True
        begin, end = self._begins[block - 1 : block + 1]
        return self._lines.find(b"\n%b\n" % line, begin, end) >= 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines.decode().splitlines())


@lru_cache(maxsize=8)
def name_table(name: str) -> NameTable:
    """The sorted lines of ``data/NAME.txt``.

    Raises:
        DataError: the file is missing.
    """
    return NameTable(read_bytes(f"{name}.txt"))
