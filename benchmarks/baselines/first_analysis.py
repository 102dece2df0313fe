"""Analyses one short article twice in a fresh process; prints the seconds of each.

What the first takes longer is what the models and lists take to load.
"""

from __future__ import annotations

import sys
import time

from newsreader.engine.analyse import analyse

ARTICLE = (
    "A headline\n\nBRUSSELS — “We go now,” the mayor, Ana Silva, said in Paris on Monday. She said "
    "that it was time.\n\nAccording to Bo Li, a spokesman for the ministry, nothing was decided.\n"
)


def main() -> None:
    """Print the seconds of the first and of the second analysis."""
    times = [time.perf_counter()]
    for _ in range(2):
        analyse(ARTICLE)
        times.append(time.perf_counter())
    sys.stdout.write(f"{times[1] - times[0]} {times[2] - times[1]}\n")


if __name__ == "__main__":
    main()
