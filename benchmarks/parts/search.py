"""Search: the slowest keys of typing a query, against looking at every quote."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable

from benchmarks.articles import LARGE, made_up
from benchmarks.figures import Figure, milliseconds, percentile
from newsreader.search.index import Entry, QuoteIndex

_QUERIES = 25
_BUILDINGS = 5
_STEP = 0.004
"""Seconds after which building is asked to give way, as the app asks."""


def measure() -> list[Figure]:
    """95th percentile of a key over 5,000 quotes; the longest step of building the index."""
    from rapidfuzz import fuzz, process

    quotes = re.findall("“(.+?),”", made_up(LARGE))
    index = QuoteIndex(Entry(quote) for quote in quotes)
    queries = _typed(quotes)
    index.search("warm up", 50)
    ours, scan, every = (
        [_seconds(work, query) for query in queries]
        for work in (
            lambda query: index.search(query, 50),
            lambda query: [quote for quote in quotes if query in quote],
            lambda query: process.extract(query, quotes, scorer=fuzz.partial_ratio, limit=50),
        )
    )
    return [
        _compared("p95 of a key over 5,000 quotes", ours, every, "rapidfuzz over every quote", 0.5),
        _compared("p95 of a key over 5,000 quotes", ours, scan, "`q in line`, exact only", None),
        _building(quotes),
    ]


def _typed(quotes: list[str]) -> list[str]:
    """What stands in the search bar after each key while parts of some quotes are typed, each
    with a letter wrong, and while half of it is deleted."""
    rng = random.Random(7)
    queries: list[str] = []
    for quote in rng.sample(quotes, _QUERIES):
        words = quote.split()[:4]
        text = " ".join(words)
        at = rng.randrange(1, len(text))
        text = text[:at] + "q" + text[at + 1 :]
        queries += [text[:size] for size in range(1, len(text) + 1)]
        queries += [text[:size] for size in range(len(text) - 1, len(text) // 2, -1)]
    return queries


def _compared(
    what: str, ours: list[float], theirs: list[float], against: str, bound: float | None
) -> Figure:
    mine, other = percentile(ours, 0.95), percentile(theirs, 0.95)
    return Figure(
        "search",
        what,
        mine / other,
        "x",
        bound,
        f"{milliseconds(mine)} of {len(ours)}",
        f"{against}, {milliseconds(other)}",
    )


def _building(quotes: list[str]) -> Figure:
    """Of several buildings the one whose longest step was shortest: the machine has other work."""
    longest, whole = min(_steps(quotes) for _ in range(_BUILDINGS))
    return Figure(
        "search",
        "longest step of building the index of 5,000 quotes",
        longest / _STEP,
        "x",
        2.0,
        f"{milliseconds(longest)} of {milliseconds(whole)}",
        f"the {milliseconds(_STEP)} asked for",
    )


def _steps(quotes: list[str]) -> tuple[float, float]:
    """Seconds of the longest step and of all together."""
    longest = 0.0
    started = before = time.perf_counter()
    for _ in QuoteIndex().add_in_steps((Entry(quote) for quote in quotes), _STEP):
        now = time.perf_counter()
        longest = max(longest, now - before)
        before = now
    return longest, time.perf_counter() - started


def _seconds(work: Callable[[str], object], query: str) -> float:
    started = time.perf_counter()
    work(query)
    return time.perf_counter() - started
