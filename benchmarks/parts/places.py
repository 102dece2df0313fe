"""The gazetteer: how soon it answers, what memory it takes, and how long a look-up lasts, beside
SQLite with the same names and places behind an index. Seconds are the processor's."""

from __future__ import annotations

import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.baselines import first_place
from benchmarks.figures import Figure, interleaved, milliseconds, ratio
from benchmarks.program import environment, scratch
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import gazetteer

_READY = 60.0  # milliseconds
_AGAINST = 12.0  # times SQLite, which is compiled and imports nothing else
_MEMORY = 60.0  # MB
_STARTS = 15
_NAMES = 20_000
_TURNS = 7
_BASELINE = "SQLite, indexed, the same places"


def measure() -> list[Figure]:
    """Readiness and memory of fresh processes, then the time of a look-up."""
    path = scratch() / "places.sqlite"
    names = _store(path)
    ours, theirs = interleaved(_STARTS, (lambda: _ready()[0], lambda: _ready(str(path))[0]))
    ready = statistics.median(ours) * 1000
    memory = statistics.median(_ready()[1] for _ in range(3)) / 1e6
    against = f"{_BASELINE}, import and first look-up"
    return [
        ratio(
            "places", "a fresh process' first place", ours, theirs, bound=_AGAINST, against=against
        ),
        Figure(
            "places",
            "import, opening and first look-up of the gazetteer",
            ready,
            "ms",
            _READY,
            f"{min(ours) * 1000:.1f} to {max(ours) * 1000:.1f} ms of {_STARTS} fresh processes",
        ),
        Figure(
            "places",
            "memory that the gazetteer adds when every place has been read",
            memory,
            "MB",
            _MEMORY,
            f"{len(gazetteer()):,} places, the mapped file in it",
        ),
        _look_ups(path, names),
    ]


def _store(path: Path) -> list[str]:
    """Write the places to SQLite; returns all folded names."""
    rows = [(e.number, fold(e.name), e.kind, e.country, e.latitude) for e in gazetteer()]
    with sqlite3.connect(path) as store:
        store.execute("CREATE TABLE place (number INTEGER PRIMARY KEY, kind, country, latitude)")
        store.execute("CREATE TABLE name (folded TEXT, number INTEGER)")
        store.executemany("INSERT INTO name VALUES (?, ?)", [(row[1], row[0]) for row in rows])
        store.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?)", [(row[0], *row[2:]) for row in rows]
        )
        store.execute("CREATE INDEX by_name ON name (folded)")
    store.close()
    return [row[1] for row in rows]


def _ready(*arguments: str) -> tuple[float, int]:
    """Seconds to the first place in a fresh process, and bytes of memory."""
    done = subprocess.run(
        (sys.executable, "-m", first_place.__name__, *arguments),
        env=environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, added = done.stdout.split()
    return float(seconds), int(added)


def _look_ups(path: Path, names: Sequence[str]) -> Figure:
    sample = random.Random(7).sample(list(names), _NAMES)
    store = sqlite3.connect(path)

    def by_sqlite() -> None:
        for name in sample:
            store.execute(first_place.QUERY, (name,)).fetchall()

    def by_gazetteer() -> None:
        for name in sample:
            for match in gazetteer().find_folded(name):
                gazetteer().entry(match.number)

    ours, theirs = interleaved(
        _TURNS, (lambda: _seconds(by_gazetteer), lambda: _seconds(by_sqlite))
    )
    store.close()
    mine, other = statistics.median(ours), statistics.median(theirs)
    return Figure(
        "places",
        "looking up a name with all its places",
        mine / other,
        "x",
        None,
        f"{mine / _NAMES * 1e6:.1f} µs of {_NAMES:,} names",
        f"{_BASELINE}, {milliseconds(other)} for them",
    )


def _seconds(work: Callable[[], None]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin
