"""From the key that quits to the end of the process."""

from __future__ import annotations

import statistics

from benchmarks.articles import SMALL
from benchmarks.figures import Figure, milliseconds
from benchmarks.program import article_file, first_frame, open_newsreader, wait_analysed
from benchmarks.terminal import Terminal

_REPETITIONS = 9


def _quit(terminal: Terminal) -> float:
    pressed = terminal.press(b"q")
    return terminal.wait_exit(10.0) - pressed


def quit_idle() -> float:
    """Seconds that quitting takes once the article is analysed."""
    with open_newsreader(article_file(SMALL)) as terminal:
        first_frame(terminal)
        wait_analysed(terminal)
        return _quit(terminal)


def quit_early() -> float:
    """Seconds that quitting takes right after the first frame, while the analysis starts."""
    with open_newsreader(article_file(SMALL)) as terminal:
        first_frame(terminal)
        return _quit(terminal)


def measure() -> list[Figure]:
    """Both moments, each bounded by 0.15 s."""
    figures = []
    for what, measure_one in (("analysed", quit_idle), ("right after start", quit_early)):
        samples = [measure_one() for _ in range(_REPETITIONS)]
        figures.append(
            Figure(
                "quit",
                f"q to the end of the process, {what}",
                statistics.median(samples),
                "s",
                0.15,
                f"{milliseconds(statistics.median(samples))} of {len(samples)}, "
                f"longest {milliseconds(max(samples))}",
            )
        )
    return figures
