"""Search over made-up quotes, ours beside what one would otherwise take, speed and finding
together.

    python -m benchmarks.search [--quotes N]... [--queries N] [--slow N] [--fzf PATH]

Beside ours stand ``rapidfuzz.process.extract`` over every quote, a plain scan (``q in line``)
and ``fzf --filter`` (which reads the quotes each time; left out where it is not installed).
The slow ones answer only some of the queries. Times are of the search alone, of one process,
the file of an index in the system's memory, where the app has it read while one searches.
"""

from __future__ import annotations

import argparse
import gc
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.figures import milliseconds, percentile, resident
from benchmarks.quotes import FLOORS, KINDS, Corpus, Probe, distinct, made, mistyped
from newsreader.search.index import Entry, Origin, QuoteIndex

_TYPED = 12
"""Quotes of which the beginning is typed, letter by letter."""
_COMMON = ("t", "s", "th", "the", "said", "the s", "of the", "minister", "minister said")
_ARTICLE = 100
"""Quotes of an article that is added and removed."""

Search = Callable[[str], Sequence[int]]


def main() -> None:
    """Prints the table for each number of quotes."""
    parser = argparse.ArgumentParser(prog="benchmarks.search", description=__doc__)
    parser.add_argument("--quotes", type=int, action="append")
    parser.add_argument("--queries", type=int, default=500, help="queries of each kind")
    parser.add_argument("--slow", type=int, default=20, help="queries that the slow ones answer")
    parser.add_argument("--fzf", default=shutil.which("fzf"))
    options = parser.parse_args()
    for quotes in options.quotes or [100_000]:
        _measure(quotes, options.queries, options.slow, options.fzf)


def _measure(count: int, queries: int, slow: int, fzf: str | None) -> None:
    print(f"\n# {count:,} quotes\n", flush=True)
    corpus = Corpus(count, distinct(count))
    probes = {kind: corpus.probes(kind, queries) for kind in KINDS}
    lines = [f"{entry.speaker}: {entry.text}".lower() for entry in corpus.entries]
    keys = _keys(corpus)
    gc.collect()
    gc.freeze()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.index"
        indexes = {"ours, in a file": _built(corpus.entries, path)}
        if count <= 200_000:
            indexes = {"ours, in memory": _built(corpus.entries, None), **indexes}
        ours = {name: _ours(index) for name, index in indexes.items()}
        text = Path(folder) / "lines"
        text.write_text("\n".join(lines), encoding="utf-8")
        others: dict[str, Search] = {
            "plain scan": lambda query: _scan(query, lines),
            "rapidfuzz": lambda query: _extract(query, lines),
        }
        if fzf:
            others["fzf --filter"] = lambda query: _fzf(fzf, query, text)
        _finding(ours, others, probes, slow)
        for index in indexes.values():
            for _ in index.prepare():
                pass
        _read(path)
        _speed(ours, others, keys, slow)
        for index in indexes.values():
            index.close()


def _built(entries: Sequence[Entry], path: Path | None) -> QuoteIndex:
    """An index of ``entries``, with its time and memory told."""
    gc.collect()
    QuoteIndex(made(200)).search("wrm upp")
    before, longest = resident(), 0.0
    started = last = time.perf_counter()
    index = QuoteIndex(path=path)
    if path is None:
        for _ in index.add_in_steps(entries):
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
    else:
        index.replace_all(
            (Origin(f"article {start}"), entries[start : start + _ARTICLE])
            for start in range(0, len(entries), _ARTICLE)
        )
    took = time.perf_counter() - started
    index.search("wrm upp")
    article = list(made(_ARTICLE, seed=2))
    index.replace(Origin("another"), article)
    index.remove("another")
    changing = -time.perf_counter()
    index.replace(Origin("another"), article)
    index.remove("another")
    changing += time.perf_counter()
    where = "in memory" if path is None else "in a file"
    print(
        f"{where}: built in {took:.1f} s"
        + (f", longest step {milliseconds(longest)}" if longest else "")
        + f"; {resident() - before:.0f} MB of memory"
        + (f", {path.stat().st_size / 1e6:.0f} MB of disk" if path else "")
        + f"; an article of {_ARTICLE} quotes in and out {milliseconds(changing)}",
        flush=True,
    )
    return index


def _read(path: Path) -> None:
    """Reads the file once, so that the system has it in memory as while the app searches."""
    with path.open("rb") as file:
        while file.read(1 << 20):
            pass


def _keys(corpus: Corpus) -> list[str]:
    """What stands in the search bar after each key: letters of common words, and beginnings of
    quotes with a letter wrong, typed and half deleted."""
    rng = Random(7)
    keys = [*_COMMON, *_COMMON]
    for entry in rng.sample(corpus.entries, _TYPED):
        words = entry.text.lower().split()[:4]
        words[-1] = mistyped(words[-1], rng)
        text = " ".join(words)
        keys += [text[:size] for size in range(1, len(text) + 1)]
        keys += [text[:size] for size in range(len(text) - 1, len(text) // 2, -1)]
    return keys


def _finding(
    ours: dict[str, Search], others: dict[str, Search], probes: dict[str, list[Probe]], slow: int
) -> None:
    names = [*ours, *others]
    _row(["found in the first ten", "floor", *names])
    _row(["---"] * (len(names) + 2))
    for kind, asked in probes.items():
        shares = [_share(search, asked) for search in ours.values()]
        shares += [_share(search, asked[:slow]) for search in others.values()]
        _row([kind, f"{FLOORS[kind]:.0%}", *(f"{share:.1%}" for share in shares)])
    print()


def _share(search: Search, asked: Sequence[Probe]) -> float:
    return sum(probe.entry in search(probe.query)[:10] for probe in asked) / len(asked)


def _speed(
    ours: dict[str, Search], others: dict[str, Search], keys: Sequence[str], slow: int
) -> None:
    some = Random(1).sample(keys, min(len(keys), 3 * slow))
    _row(["a key", "p50", "p95", "slowest", "keys"])
    _row(["---"] * 5)
    for name, search in (*ours.items(), *others.items()):
        asked = keys if name in ours else some
        times = [_seconds(search, key) for key in asked]
        figures = (statistics.median(times), percentile(times, 0.95), max(times))
        _row([name, *map(milliseconds, figures), str(len(times))])
    print(flush=True)


def _row(cells: Sequence[str]) -> None:
    print("| " + " | ".join(cell.ljust(16) for cell in cells) + " |", flush=True)


def _ours(index: QuoteIndex) -> Search:
    return lambda query: [match.entry for match in index.find(query, 50).matches]


def _scan(query: str, lines: Sequence[str]) -> list[int]:
    return [number for number, line in enumerate(lines) if query in line]


def _extract(query: str, lines: Sequence[str]) -> list[int]:
    from rapidfuzz import process
    from rapidfuzz.fuzz import partial_ratio

    return [found[2] for found in process.extract(query, lines, scorer=partial_ratio, limit=10)]


def _fzf(fzf: str, query: str, text: Path) -> list[int]:
    with text.open("rb") as lines:
        done = subprocess.run(
            [fzf, "--filter", query], stdin=lines, capture_output=True, check=False
        )
    if not done.stdout:
        return []
    numbers = _numbers(text)
    return [numbers[line] for line in done.stdout.split(b"\n")[:10] if line in numbers]


_known: dict[Path, dict[bytes, int]] = {}


def _numbers(text: Path) -> dict[bytes, int]:
    if text not in _known:
        lines = text.read_bytes().split(b"\n")
        _known.clear()
        _known[text] = {line: number for number, line in enumerate(lines)}
    return _known[text]


def _seconds(search: Search, query: str) -> float:
    started = time.perf_counter()
    search(query)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
