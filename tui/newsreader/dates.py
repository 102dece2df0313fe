"""Dates as articles write them: told from other lines, and turned into ISO 8601."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from newsreader.errors import DataError

_LONGEST: Final = 80  # code points of a date line
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(slots=True)
class _Seen:
    year: int | None = None
    month: int | None = None
    day: int | None = None
    numeric: bool = False  # 18/05/2022, whose order of day and month nobody knows


def is_date_line(words: str) -> bool:
    """Whether ``words`` is a date and nothing else, such as "Wednesday, May 18",
    "Published: 12 April 2022 at 10:30 GMT" or "2022-04-12T10:30:00Z"."""
    return _read(words) is not None


def iso_date(words: str) -> str:
    """The date in ``words`` as ``YYYY-MM-DD``, or ``YYYY-MM`` where it has no day. A date without
    a year, one of uncertain order, and anything else are returned as written."""
    seen = _read(words)
    if seen is None or seen.year is None or seen.month is None:
        return words
    if seen.day is None:
        return f"{seen.year:04}-{seen.month:02}"
    return f"{seen.year:04}-{seen.month:02}-{seen.day:02}"


def without_label(words: str) -> str:
    """``words`` without "Published:", "Last updated on" or alike at its start."""
    labels = _words()["labels"]
    rest = words
    while True:
        first, _, after = rest.partition(" ")
        name, colon, glued = first.partition(":")
        if name.lower() not in labels:
            return rest
        rest = (glued + " " + after if colon and glued else after).lstrip()


def _read(words: str) -> _Seen | None:
    if len(words) > _LONGEST:
        return None
    seen = _Seen()
    for token in without_label(words).replace(",", " ").split():
        if not _take(token, seen):
            return None
    if seen.numeric or (seen.month and (seen.day or seen.year)):
        return seen
    return None


def _take(token: str, seen: _Seen) -> bool:
    """Whether ``token`` may stand in a date; what it tells goes to ``seen``."""
    word = token.lower().rstrip(".")
    month = _months().get(word)
    if month and seen.month is None:
        seen.month = month
        return True
    if word in _words()["weekdays"] or word in _words()["fillers"]:
        return True
    if not word[:1].isdigit() and word[:1] not in "+-(":
        return False
    return _take_iso(token, seen) or _take_number(word, seen)


def _take_iso(token: str, seen: _Seen) -> bool:
    date, _, time = token.partition("T")
    parts = date.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(map(_is_digits, parts)):
        return False
    if time and not all(c.isdigit() or c in ":.+-Z" for c in time):
        return False
    year, month, day = map(int, parts)
    if not (1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]) or seen.year:
        return False
    seen.year, seen.month, seen.day = year, month, day
    return True


def _take_number(word: str, seen: _Seen) -> bool:
    if _is_digits(word) and len(word) == 4 and seen.year is None and 1500 <= int(word) < 2200:
        seen.year = int(word)
        return True
    for suffix in ("st", "nd", "rd", "th", "º", "er"):
        word = word.removesuffix(suffix)
    if _is_digits(word) and len(word) < 3 and seen.day is None and 1 <= int(word) <= 31:
        seen.day = int(word)
        return True
    for separator in "/.":
        parts = word.split(separator)
        if len(parts) == 3 and all(map(_is_digits, parts)) and max(map(len, parts)) == 4:
            seen.numeric = True
            return True
    return _is_time(word)


def _is_time(word: str) -> bool:
    word = word.strip("()").removesuffix("am").removesuffix("pm").removesuffix("h")
    if word[:1] in "+-":
        word = word[1:]
    return (
        len(word) <= 12
        and bool(word)
        and all(_is_digits(p) for p in word.replace(".", ":").split(":"))
    )


def _is_digits(word: str) -> bool:
    return word.isascii() and word.isdigit()


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return {form: n for n, forms in enumerate(_lines()["months"], 1) for form in forms.split()}


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(" ".join(lines).split()) for name, lines in _lines().items()}


@lru_cache(maxsize=1)
def _lines() -> dict[str, list[str]]:
    path = Path(__file__).parent / "data" / "dates.txt"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: {error}; reinstall newsreader") from error
    sections: dict[str, list[str]] = {}
    for line in lines:
        if line.startswith("["):
            section = sections.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            section.append(line)
    return sections
