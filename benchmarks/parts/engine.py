"""The engine beside spaCy's small English architecture, and what its first analysis costs more.

Both run on the same articles in turn, in one process on one core, each as fast as it goes: spaCy
through ``pipe`` with the batch size that suits it best. Seconds are the processor's, so that
nothing else that runs on the machine counts.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from benchmarks.baselines import first_analysis, spacy_small
from benchmarks.figures import Figure, interleaved, milliseconds
from benchmarks.program import environment
from benchmarks.real_articles import real_articles
from newsreader.engine.analyse import analyse

_LEAST = 5.0  # times spaCy's words a second
_LOADING = 60.0  # milliseconds
_REPETITIONS = 3
_STARTS = 15
_BATCHES = (16, 64, 256, 1024)
_POOLS = ("OMP", "OPENBLAS", "MKL", "BLIS", "VECLIB_MAXIMUM")


def measure() -> list[Figure]:
    """Words a second against spaCy, then the loading of models and lists."""
    with _one_core():
        what, texts = real_articles()
        words = sum(len(text.split()) for text in texts)
        cold = _seconds(lambda: _analyse_all(texts))
        figures = [
            Figure(
                "engine",
                f"words a second, {what}, nothing cached",
                words / cold,
                "words/s",
                None,
                f"{milliseconds(cold)} for {words:,} words, models loaded in it",
            )
        ]
        figures += _beside_spacy(what, texts, words)
    figures.append(_first_analysis())
    return figures


def _beside_spacy(what: str, texts: Sequence[str], words: int) -> list[Figure]:
    try:
        nlp = spacy_small.build()
    except ImportError as error:
        print(f"engine: spaCy left out ({error}); {spacy_small.INSTALL}", file=sys.stderr)
        return []
    sample = texts[:20]
    batch = min(_BATCHES, key=lambda size: _seconds(lambda: _pipe(nlp, sample, size)))
    theirs, ours = interleaved(
        _REPETITIONS,
        (
            lambda: _seconds(lambda: _pipe(nlp, texts, batch)),
            lambda: _seconds(lambda: _analyse_all(texts)),
        ),
    )
    spacy, engine = statistics.median(theirs), statistics.median(ours)
    return [
        Figure(
            "engine",
            f"words a second against spaCy's small English architecture, one core, {what}",
            spacy / engine,
            "x",
            _LEAST,
            f"{words / engine:,.0f} words/s, {milliseconds(engine)} of {len(ours)}",
            f"{words / spacy:,.0f} words/s in batches of {batch}, {milliseconds(spacy)}",
            least=True,
        )
    ]


def _analyse_all(texts: Sequence[str]) -> None:
    for text in texts:
        analyse(text)


def _pipe(nlp: Any, texts: Sequence[str], batch: int) -> None:
    for _ in nlp.pipe(texts, batch_size=batch):
        pass


def _first_analysis() -> Figure:
    """The median over fresh processes of the first analysis' time less the second's."""
    argv = (sys.executable, "-m", first_analysis.__name__)
    more: list[float] = []
    for _ in range(_STARTS + 1):
        done = subprocess.run(argv, env=environment(), check=True, capture_output=True, text=True)
        first, second = map(float, done.stdout.split())
        more.append((first - second) * 1000)
    loading = statistics.median(more[1:])
    return Figure(
        "engine",
        "first analysis, longer than the second in the same process",
        loading,
        "ms",
        _LOADING,
        f"{min(more[1:]):.1f} to {max(more[1:]):.1f} ms of {_STARTS} fresh processes",
    )


@contextmanager
def _one_core() -> Iterator[None]:
    """Keeps this process on one core and every pool of threads, unless loaded before, at one."""
    for pool in _POOLS:
        os.environ[f"{pool}_NUM_THREADS"] = "1"
    pin = getattr(os, "sched_setaffinity", None)
    if pin is None:
        yield
        return
    allowed = os.sched_getaffinity(0)
    pin(0, {max(allowed)})
    try:
        yield
    finally:
        pin(0, allowed)


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
