"""The memory that an index takes in a long session, in a process of its own.

    python -m benchmarks.search_memory [--quotes N]... [--folder FOLDER] [--seeds N]

Told are megabytes of resident memory over what the program takes with an empty index: after a
first search, when all is made ready as the app does while one types, and after the keys of
``benchmarks.typing_all`` with so many seeds, each looked up as its page does. Up to 200,000 quotes
lie in memory, more in a file, which is kept in FOLDER if there is one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import resident
from newsreader.search.index import Entry, QuoteIndex
from newsreader.ui.live_search import look_up

_SHOWN = 20


def main() -> None:
    """Prints a line for each number of quotes."""
    # What is imported here, made-up quotes and queries are not to be counted.
    import argparse
    import subprocess
    from tempfile import TemporaryDirectory

    from benchmarks.many_quotes import index_in
    from benchmarks.program import ROOT, environment
    from benchmarks.quotes import distinct, made
    from benchmarks.typing_all import IN_MEMORY, queries

    parser = argparse.ArgumentParser(prog="benchmarks.search_memory", description=__doc__)
    parser.add_argument("--quotes", type=int, action="append")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seeds", type=int, default=5)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        for count in options.quotes or [100_000, 1_000_000]:
            index = (options.folder or Path(folder)) / f"{count}.index"
            entries = Path(folder) / "entries"
            if count > IN_MEMORY:
                index_in(index, count).close()
            else:
                with entries.open("w", encoding="utf-8") as lines:
                    for entry in made(count, distinct(count)):
                        print(json.dumps(entry), file=lines)
            typed = Path(folder) / "typed"
            seen = [query for seed in range(options.seeds) for query in queries(count, seed)]
            typed.write_text("\n".join(seen), encoding="utf-8")
            print(f"{count:,} quotes in {'a file' if count > IN_MEMORY else 'memory'}: ", end="")
            sys.stdout.flush()
            of = ["--index", str(index)] if count > IN_MEMORY else ["--entries", str(entries)]
            subprocess.run(
                [sys.executable, "-m", "benchmarks.search_memory", *of, str(typed)],
                cwd=ROOT, env=environment(), check=True,
            )  # fmt: skip


def _measure(kind: str, path: Path, typed: Path) -> None:
    QuoteIndex([Entry("Nothing much")]).search("nohting much")
    before = resident()
    index = QuoteIndex(path=path) if kind == "--index" else QuoteIndex(_entries(path))
    look_up(index, "minister said", lambda: True, _SHOWN)
    first = resident() - before
    for _ in index.prepare():
        pass
    ready = resident() - before
    count = 0
    with typed.open(encoding="utf-8") as lines:
        for count, query in enumerate(lines, 1):  # noqa: B007 - told below
            look_up(index, query.rstrip("\n"), lambda: True, _SHOWN)
    print(
        f"{first:.0f} MB after a first search, {ready:.0f} MB made ready, "
        f"{resident() - before:.0f} MB after {count:,} searches"
    )


def _entries(path: Path) -> Iterator[Entry]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Entry(*json.loads(line))


if __name__ == "__main__":
    if sys.argv[1:2] in (["--index"], ["--entries"]):
        _measure(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
