"""From a key to its drawn results, in the app's search of all articles over many quotes.

    python -m benchmarks.typing_all [--quotes N]... [--folder FOLDER] [--seed N]

Typed in a real pseudo-terminal: letters, common words, quotes half remembered and misspelt, words
that no quote has together, and half of that deleted again. A key is over when the screen changes no
more. Beside it stands the echo of a letter in an empty Textual Input, in the same run. Up to
200,000 quotes lie in memory, more in a file, which is kept in FOLDER if there is one. Another seed
types other quotes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.figures import milliseconds, percentile
from benchmarks.many_quotes import READY
from benchmarks.program import COLUMNS, ONE_INPUT, ROWS, environment
from benchmarks.quotes import distinct, made, mistyped
from benchmarks.screens import Box, Replay, settled
from benchmarks.terminal import Terminal

_BACKSPACE, _CLEAR, _DOWN = b"\x7f", b"\x15", b"\x1b[B"
_TYPED, _MIXED = 8, 3
"""Quotes of which the beginning is typed, and phrases of words from several of them."""
_LETTERS = 60
IN_MEMORY = 200_000
"""Quotes up to which they lie in memory."""
_BUILDING = 900.0
_PATIENCE, _QUIET, _LIMIT, _REST = 2.0, 0.06, 3.0, 0.03

Kinds = dict[str, list[float]]


def main() -> None:
    """Prints the table for each number of quotes."""
    parser = argparse.ArgumentParser(prog="benchmarks.typing_all", description=__doc__)
    parser.add_argument("--quotes", type=int, action="append")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        for count in options.quotes or [100_000]:
            _measure(count, options.folder or Path(folder), options.seed)


def _measure(count: int, folder: Path, seed: int) -> None:
    arguments = [sys.executable, "-m", "benchmarks.many_quotes", str(count)]
    if count > IN_MEMORY:
        arguments.append(str(folder / f"{count}.index"))
    typed = list(keys(count, seed))
    with Terminal(ONE_INPUT, env=environment()) as terminal:
        terminal.read_for(1.0)
        baseline = _timed(terminal, [("letter", b"a")] * _LETTERS)
    with Terminal(arguments, env=environment()) as terminal:
        if not terminal.read_until_bytes(READY.encode(), _BUILDING):
            raise TimeoutError(terminal.chunks[-1].data[-2000:] if terminal.chunks else b"")
        terminal.read_until_quiet(0.5, 5.0)
        taken = _timed(terminal, typed)
    where = "in a file" if count > IN_MEMORY else "in memory"
    print(f"\n# {count:,} quotes {where}\n", flush=True)
    _row(["a key", "p50", "p95", "max", "keys"])
    _row(["---"] * 5)
    everything = [seconds for each in taken.values() for seconds in each]
    for name, times in (*taken.items(), ("all", everything), *baseline.items()):
        name = "letter in an empty Input" if times in baseline.values() else name
        figures = (percentile(times, 0.5), percentile(times, 0.95), max(times))
        _row([name, *map(milliseconds, figures), str(len(times))])


def keys(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """The kind of each key and the key, typed over so many quotes."""
    for word in ("t", "s", "e", "th", "the", "said", "the s", "of the", "a minister said"):
        for at, letter in enumerate(word):
            yield ("letter of common words" if at else "first letter", letter.encode())
        for _ in range(len(word) // 2):
            yield "deleting", _BACKSPACE
        yield "clearing", _CLEAR
    rng = Random(seed)
    entries = list(islice(made(count, distinct(count)), 2_000))
    phrases = [entry.text.lower().split()[:4] for entry in rng.sample(entries, _TYPED + _MIXED)]
    for at in range(_MIXED):  # words that no quote has all
        phrases[at] = [words[n] for n, words in enumerate(rng.sample(phrases[_MIXED:], 4))]
    for at, words in enumerate(phrases):
        words[-1] = mistyped(words[-1], rng)
        text = " ".join(words)
        kind = f"letter of a {'mixed up' if at < _MIXED else 'misspelt'} phrase"
        for letter in text:
            yield kind, letter.encode()
        for _ in range(2):
            yield "arrow in the results", _DOWN
        for _ in range(len(text) // 2):
            yield "deleting", _BACKSPACE
        yield "clearing", _CLEAR


def queries(count: int, seed: int) -> Iterator[str]:
    """What stands in the line after each of these keys, unless it is empty."""
    typed = ""
    for _, key in keys(count, seed):
        if key == _DOWN:
            continue
        typed = typed[:-1] if key == _BACKSPACE else "" if key == _CLEAR else typed + key.decode()
        if typed:
            yield typed


def _timed(terminal: Terminal, keys: Sequence[tuple[str, bytes]]) -> Kinds:
    """Seconds from each key to the last change of the screen it caused, by kind; a key that
    changes nothing is left out."""
    taken: Kinds = {}
    screen, whole = Replay(COLUMNS, ROWS), Box(0, 0, COLUMNS, ROWS)
    moments: list[tuple[str, float, int]] = []
    settled(screen, terminal.chunks, lambda shown: None)
    fed = len(terminal.chunks)
    for kind, key in keys:
        terminal.read_until_quiet(_REST, _LIMIT)
        before = len(terminal.chunks)
        moments.append((kind, terminal.press(key), before))
        if terminal.read(_PATIENCE):
            terminal.read_until_quiet(_QUIET, _LIMIT)
    ends = [before for _, _, before in moments[1:]] + [len(terminal.chunks)]
    settled(screen, terminal.chunks[fed : moments[0][2]], lambda shown: None)
    for (kind, moment, before), end in zip(moments, ends, strict=True):
        chunks = terminal.chunks[before:end]
        at = settled(screen, chunks, lambda shown: (shown.text(), shown.styles(whole)))
        if at is not None:
            taken.setdefault(kind, []).append(at - moment)
    return taken


def _row(cells: Sequence[str]) -> None:
    print("| " + " | ".join(cell.ljust(27 if not n else 9) for n, cell in enumerate(cells)) + " |",
          flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
