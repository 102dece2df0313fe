"""Whether twice the text takes the engine twice the time, whatever the text; how long 1 MB takes.

Seconds are the processor's, so that nothing else that runs on the machine counts.
"""

from __future__ import annotations

import gc
import time

from benchmarks.adversaries import NAMES, adversary
from benchmarks.figures import Figure, milliseconds
from newsreader.engine.analyse import analyse

_SIZES = (50_000, 100_000)
_REPETITIONS = 3
_BOUND = 2.2  # linear is 2; caches and the allocator take their share
_MEGABYTE = 1_000_000
_SLOWEST = 3
_PATIENCE = 60.0  # seconds


def measure() -> list[Figure]:
    """A doubling ratio for each text, then 1 MB of those that took longest."""
    analyse(adversary("prose", _SIZES[0]))
    figures: list[Figure] = []
    rates: list[tuple[float, str]] = []
    for name in NAMES:
        half, whole = (_least(adversary(name, size)) for size in _SIZES)
        rates.append((whole, name))
        figures.append(
            Figure(
                "linear",
                f"twice the text, {name}",
                whole / half,
                "x",
                _BOUND,
                f"{milliseconds(whole)} for {_SIZES[1]:,} characters",
                f"half as many, {milliseconds(half)}",
            )
        )
    for _, name in sorted(rates, reverse=True)[:_SLOWEST]:
        figures.append(
            Figure(
                "linear",
                f"1 MB, {name}",
                _seconds(adversary(name, _MEGABYTE)),
                "s",
                _PATIENCE,
                f"one of the {_SLOWEST} slowest",
            )
        )
    return figures


def _least(text: str) -> float:
    return min(_seconds(text) for _ in range(_REPETITIONS))


def _seconds(text: str) -> float:
    gc.collect()
    started = time.process_time()
    analyse(text)
    return time.process_time() - started
