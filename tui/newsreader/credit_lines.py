"""Lines that say who wrote an article and when: bylines and date lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newsreader.article import Span
from newsreader.dates import is_date_line, without_label

_LONGEST: Final = 200
_LONGEST_BYLINE: Final = 120
_SEPARATORS: Final = "|•·"
_BEFORE_DATES: Final = (" on ", ", ", " - ", " – ", " — ")
_LINKING: Final = frozenset(
    ("and", "in", "for", "at", "of", "the", "with", "de", "van", "von", "al", "&", "-")
)


@dataclass(frozen=True, slots=True)
class Credits:
    """Where a line names its author and date, in code points from the line's start. The byline
    leaves out its "By", the date its "Published:"."""

    byline: Span | None = None
    published: Span | None = None


def read_credits(line: str) -> Credits | None:
    """The credits in ``line``, which has no space around it; ``None`` if it is no credit line.

    Understands "By Jane Doe", "By JANE DOE and JOHN ROE, Reuters", "12 April 2022",
    "By Jane Doe | 12 April 2022", "By Jane Doe on 12 April 2022".
    """
    if len(line) > _LONGEST:
        return None
    byline: Span | None = None
    published: Span | None = None
    for start, end in _parts(line):
        words = line[start:end]
        if is_date_line(words):
            published = published or (end - len(without_label(words)), end)
        elif is_byline(words):
            byline = byline or (end - len(_without_by(words)), end)
    return Credits(byline, published) if byline or published else None


def is_byline(words: str) -> bool:
    """Whether ``words`` is "By" and names, perhaps with a place or an employer."""
    if len(words) > _LONGEST_BYLINE or words[:2] not in ("By", "BY", "by"):
        return False
    rest = _without_by(words)
    if rest == words[2:] or words.endswith((".", "!", "?", ":", ";")):
        return False
    names = rest.replace(",", " ").replace("/", " ").split()
    capital = [name[0].isupper() for name in names if name.lower() not in _LINKING]
    return bool(capital) and all(capital) and not any(c.isdigit() for c in rest)


def is_bare_name(words: str) -> bool:
    """Whether ``words`` could be a person's name and nothing else: "Jane Doe"."""
    names = words.split()
    plain = words.replace(" ", "").replace("-", "").replace(".", "").replace("’", "")
    return 2 <= len(names) <= 4 and plain.isalpha() and all(name[0].isupper() for name in names)


def _without_by(words: str) -> str:
    return words[2:].lstrip(" :")


def _parts(line: str) -> Iterator[Span]:
    start = 0
    for position, character in enumerate(line):
        if character in _SEPARATORS:
            yield from _by_and_date(line, *_trimmed(line, start, position))
            start = position + 1
    yield from _by_and_date(line, *_trimmed(line, start, len(line)))


def _by_and_date(line: str, start: int, end: int) -> Iterator[Span]:
    """ "By Jane Doe, 12 April 2022" is two parts."""
    if line[start : start + 2].lower() == "by":
        for position in range(start, end):
            separator = next((s for s in _BEFORE_DATES if line.startswith(s, position)), "")
            after = position + len(separator)
            if separator and is_date_line(line[after:end]):
                yield start, position
                yield after, end
                return
    yield start, end


def _trimmed(line: str, start: int, end: int) -> Span:
    piece = line[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
