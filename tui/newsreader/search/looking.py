"""Looks for words in the lines of quotes, and for quotes in lists of numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from newsreader.search.asking import Choice
from newsreader.search.expressions import sign_of
from newsreader.search.texts import Texts


def needles(choice: Choice, count: Callable[[str], int]) -> list[bytes]:
    """What the line of a quote of ``choice`` holds one of, the likeliest first by ``count``."""
    words = sorted(choice.words, key=count, reverse=True)
    begun = [f" {choice.begun}"] if choice.begun else []
    return [needle.encode() for needle in (*begun, *(f" {word} " for word in words))]


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


def fitting(choices: Sequence[Choice]) -> Callable[[str], bool]:
    """Tells of a line whether it is of all ``choices``."""
    wanted = []
    for choice in choices:
        sign = sign_of(choice.field)
        begun = f" {sign}{choice.begun}" if choice.begun else "\0"  # no line has that
        wanted.append((begun, {sign + word for word in choice.words}))

    def fits(line: str) -> bool:
        words: set[str] = set()
        for begun, some in wanted:
            if begun not in line:
                words = words or set(line.split())
                if words.isdisjoint(some):
                    return False
        return True

    return fits
