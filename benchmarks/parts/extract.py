"""``newsreader extract`` on one short article, from start to exit."""

from __future__ import annotations

import subprocess
import time

from benchmarks.articles import SMALL
from benchmarks.figures import Figure, interleaved, ratio
from benchmarks.parts.start import baseline_start
from benchmarks.program import NEWSREADER, article_file, environment

_REPETITIONS = 15


def extract_run() -> float:
    """Seconds that ``newsreader extract`` takes on a made-up article of 5 KB."""
    argv = (*NEWSREADER, "extract", str(article_file(SMALL)))
    started = time.perf_counter()
    subprocess.run(
        argv, env=environment(), check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    )
    return time.perf_counter() - started


def measure() -> list[Figure]:
    """A whole run of extract against the first frame of the one-line Textual app."""
    baseline, ours = interleaved(_REPETITIONS, (baseline_start, extract_run))
    return [
        ratio(
            "extract",
            "newsreader extract, 5 KB article, start to exit",
            ours,
            baseline,
            bound=1.0,
            against="one-line Textual app's first frame",
        )
    ]
