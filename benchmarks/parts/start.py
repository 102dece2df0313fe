"""From process start to the first frame with article text, sidebar and search bar."""

from __future__ import annotations

from benchmarks.figures import Figure, interleaved, ratio
from benchmarks.program import (
    COLUMNS,
    ONE_LINE,
    ROWS,
    NotShown,
    environment,
    first_frame,
    open_newsreader,
)
from benchmarks.screens import Replay, first_shown
from benchmarks.terminal import Terminal

_REPETITIONS = 15
_BASELINE_WORDS = "one line of text"
_BUNDLED_WORDS = "Stoltenberg"


def baseline_start() -> float:
    """Seconds from start to first frame of the one-line Textual app."""
    with Terminal(ONE_LINE, env=environment()) as terminal:
        terminal.read_until_bytes(_BASELINE_WORDS.encode(), 30.0)
        terminal.read_for(0.1)
        at = first_shown(
            Replay(COLUMNS, ROWS), terminal.chunks, lambda shown: _BASELINE_WORDS in shown.text()
        )
        if at is None:
            raise NotShown("the one-line Textual app drew nothing")
        return at - terminal.started


def newsreader_start() -> float:
    """Seconds from start to first frame of newsreader on the bundled articles."""
    with open_newsreader() as terminal:
        return first_frame(terminal, _BUNDLED_WORDS)


def measure() -> list[Figure]:
    """newsreader on the bundled articles against the one-line Textual app."""
    baseline, ours = interleaved(_REPETITIONS, (baseline_start, newsreader_start))
    return [
        ratio(
            "start",
            "process start to first frame",
            ours,
            baseline,
            bound=1.4,
            against="one-line Textual app",
        )
    ]
