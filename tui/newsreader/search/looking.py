"""Looks for words in the lines of quotes, and for quotes in lists of numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from newsreader.search.asking import Choice, held_by
from newsreader.search.texts import Texts


def needles(choice: Choice, count: Callable[[str], int]) -> list[bytes]:
    """What the line of a quote of ``choice`` holds one of, the likeliest first by ``count``."""
    words = tuple(sorted(choice.words, key=count, reverse=True))
    return [held.encode() for held in held_by(Choice(words, choice.begun))]


def holds(lines: Texts, choice: Choice, count: Callable[[str], int]) -> Callable[[int], bool]:
    """Tells of a quote whether its line, or the speaker's part of it, holds one of the words."""
    some, raw = needles(choice, count), lines.raw
    if choice.field == "speaker":
        return lambda number: any(map(raw(number).rpartition(b"\n")[2].__contains__, some))
    return lambda number: any(map(raw(number).__contains__, some))


def is_in(numbers: Sequence[int], number: int) -> bool:
    """Whether ``numbers``, in order, has ``number``."""
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number
