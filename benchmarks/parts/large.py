"""An article of 1 MB with 5,000 quotations against one of 5 KB, both open at once."""

from __future__ import annotations

import statistics
from collections.abc import Callable

from benchmarks.articles import LARGE, SMALL, Shape
from benchmarks.figures import Figure, interleaved, ratio
from benchmarks.program import (
    COLUMNS,
    ROWS,
    article_file,
    first_frame,
    open_newsreader,
    wait_analysed,
)
from benchmarks.session import Session

_STARTS = 9
_PRESSES = 24
_NARROW = COLUMNS - 20
_AGAINST = "the same with 5 KB"


def measure() -> list[Figure]:
    """First frame and memory of fresh processes, then paging and resizing in two lasting ones."""
    return _starts() + _lasting()


def _starts() -> list[Figure]:
    resident: dict[Shape, list[int]] = {SMALL: [], LARGE: []}

    def start(shape: Shape) -> Callable[[], float]:
        def run() -> float:
            with open_newsreader(article_file(shape), watch_memory=True) as terminal:
                seconds = first_frame(terminal)
                shown = terminal.started + seconds
                resident[shape] += [
                    kib
                    for chunk, kib in zip(terminal.chunks, terminal.resident, strict=True)
                    if chunk.at == shown
                ]
                return seconds

        return run

    small, large = interleaved(_STARTS, (start(SMALL), start(LARGE)))
    before, after = (statistics.median(resident[shape]) / 1024 for shape in (SMALL, LARGE))
    return [
        ratio("large", "first frame, 1 MB", large, small, bound=1.3, against=_AGAINST),
        Figure(
            "large",
            "resident memory at the first frame, 1 MB, more than 5 KB",
            after - before,
            "MB",
            12.0,
            f"{after:.1f} MB",
            f"{_AGAINST}, {before:.1f} MB",
        ),
    ]


def _lasting() -> list[Figure]:
    with (
        open_newsreader(article_file(SMALL)) as small,
        open_newsreader(article_file(LARGE)) as large,
    ):
        sessions = []
        for terminal in (small, large):
            first_frame(terminal)
            wait_analysed(terminal)
            sessions.append(Session(terminal))
        pages: list[list[float]] = [[], []]
        resizes: list[list[float]] = [[], []]
        for step in range(_PRESSES):
            for session, taken in zip(sessions, pages, strict=True):
                taken += session.page(b" " if step % 2 == 0 else b"b")
        for step in range(_PRESSES):
            for session, taken in zip(sessions, resizes, strict=True):
                taken += session.resize(_NARROW if step % 2 == 0 else COLUMNS, ROWS)
    return [
        ratio("large", "page down and up, 1 MB", pages[1], pages[0], bound=1.3, against=_AGAINST),
        ratio("large", "resize, 1 MB", resizes[1], resizes[0], bound=3.0, against=_AGAINST),
    ]
