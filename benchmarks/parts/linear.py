"""The engine: words a second on made-up prose, and whether twice the text takes twice the time."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from benchmarks.articles import Shape, made_up
from benchmarks.figures import Figure, interleaved, milliseconds
from newsreader.engine.analyse import analyse
from newsreader.engine.tokens import read_document

_PROSE = Shape(200_000, 1_000)
_LEAST = 16_000
_STEPS = 4
_REPETITIONS = 3
_PATIENCE = 20.0  # seconds for one text, beyond which doubling stops
_BOUND = 2.2

# Each is repeated up to the wanted length.
_ADVERSARIES = {
    "prose": "",
    "opening marks": "“",
    "straight marks": '"',
    "apostrophes": "'",
    "marks apart": '" ',
    "brackets": "(",
    "one long word": "a",
    "capitals": "Ana ",
    "initials": "A. ",
    "cues": "said ",
    "quotes of one person": "“Go,” she said. ",
    "nested": "“‘",
    "unclosed paragraphs": "“So it goes\n\n",
    "commas": ", and ",
    "according to": "according to Ana Silva ",
    "blank lines": "\n",
    "places": "Paris, Texas, ",
    "reports of reports": "He said that he said that ",
    "pronouns": "“No way,” he said. ",
    "transcript": "LI: a\n\n",
    "possessives": "Li's ",
    "abbreviations": "U.S.",
}


def measure() -> list[Figure]:
    """Words a second, then a doubling ratio for prose and for each adversary."""
    figures = [_speed()]
    for name, unit in _ADVERSARIES.items():
        figures.append(_doubling(name, unit))
    return figures


def _speed() -> Figure:
    text = made_up(_PROSE)
    words = len(text.split())
    tokens, whole = (
        statistics.median(seconds)
        for seconds in interleaved(
            _REPETITIONS, (lambda: _seconds(text, read_document), lambda: _seconds(text))
        )
    )
    return Figure(
        "linear",
        "words a second, prose with 1,000 quotations",
        words / whole,
        "words/s",
        None,
        f"{milliseconds(whole)} for {words:,} words",
        f"{whole / tokens:.1f}x tokens and sentences alone",
    )


def _doubling(name: str, unit: str) -> Figure:
    """The ratio of the two longest texts' times, or of the last ones that patience allowed."""
    size = _LEAST
    taken: list[float] = []
    for _ in range(_STEPS):
        text = _text(unit, size)
        (seconds,) = interleaved(_REPETITIONS, [lambda text=text: _seconds(text)], warm_up=0)  # type: ignore[misc]
        taken.append(min(seconds))
        if taken[-1] > _PATIENCE:
            break
        size *= 2
    last = taken[-1]
    before = taken[-2] if len(taken) > 1 else last
    return Figure(
        "linear",
        f"twice the text, {name}",
        last / before,
        "x",
        _BOUND,
        f"{milliseconds(last)} for {len(text):,} characters",
        f"half as many, {milliseconds(before)}",
    )


def _text(unit: str, size: int) -> str:
    if not unit:
        return made_up(Shape(size, size // 200))
    return (unit * (size // len(unit) + 1))[:size]


def _seconds(text: str, work: Callable[[str], object] = analyse) -> float:
    started = time.perf_counter()
    work(text)
    return time.perf_counter() - started
