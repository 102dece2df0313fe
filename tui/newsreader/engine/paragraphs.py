"""Where paragraphs begin and end, also in text that breaks lines in the middle of sentences."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from newsreader.article import Span

_SENTENCE_END = frozenset(".!?…:;”\"»’'")
_LONGEST_WRAPPED_LINE = 100
_LONGEST_PAGE, _SHORTEST_PART = 20, 40


@lru_cache(maxsize=1)
def _starts_anew() -> re.Pattern[str]:
    """A list item or a speaker's label at the start of a line."""
    return re.compile(
        r"[ \t]*(?:[-*•–—·▪]\s|\(?\d{1,3}[.)]\s|(?:[^\W\d_][\w.’'-]*[ ]?){1,5}:(?:\s|$)|[QA][.:]\s)"
    )


@lru_cache(maxsize=1)
def _page() -> re.Pattern[str]:
    """The number of a page: “12”, “- 4 -”, “Page 4 of 9”."""
    return re.compile(r"[-–—\s]*(?:[Pp]age\s|[Pp]\.\s?)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?[-–—\s]*")


def paragraph_spans(text: str) -> list[Span]:
    """Code point spans of the paragraphs of ``text``, without the white space around them.

    A blank line always parts paragraphs. A single new line does too, unless it only wraps a line:
    the next line goes on in lower case, or the lines of the text are all cut to one width.
    """
    lines = _lines(text)
    wrapped = _is_wrapped(lines)
    spans: list[Span] = []
    last: Span | None = None
    for start, end in lines:
        if start == end:
            last = None
            continue
        if last and _goes_on(text, last, (start, end), wrapped):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        last = (start, end)
    return _over_pages(text, spans) if len(spans) > 2 else spans


def _over_pages(text: str, spans: list[Span]) -> list[Span]:
    """``spans`` with the two parts of a sentence that only the number of a page parts as one."""
    joined: list[Span] = []
    at = 0
    while at < len(spans):
        start, end = spans[at]
        if joined and at + 1 < len(spans) and end - start <= _LONGEST_PAGE:
            before, after = joined[-1], spans[at + 1]
            if (
                _page().fullmatch(text, start, end)
                and before[1] - before[0] > _SHORTEST_PART
                and text[before[1] - 1] not in _SENTENCE_END
                and text[after[0]].islower()
            ):
                joined[-1] = (before[0], after[1])
                at += 2
                continue
        joined.append((start, end))
        at += 1
    return joined


def _lines(text: str) -> list[Span]:
    """Spans of the lines without the white space around them; blank lines are empty."""
    spans: list[Span] = []
    at = 0
    for line in text.replace("\u2029", "\n").split("\n"):
        stripped = line.strip()
        start = at + (len(line) - len(line.lstrip()) if stripped else 0)
        spans.append((start, start + len(stripped)))
        at += len(line) + 1
    return spans


def _is_wrapped(lines: list[Span]) -> int:
    """The width to which lines are cut, 0 if they are not."""
    inner = [
        end - start
        for (start, end), (after, after_end) in pairwise(lines)
        if end > start and after_end > after
    ]
    width = max(inner, default=0)
    if len(inner) < 3 or width > _LONGEST_WRAPPED_LINE:
        return 0
    long_enough = sum(length > 0.7 * width for length in inner)
    return width if long_enough >= 0.6 * len(inner) else 0


def _goes_on(text: str, line: Span, following: Span, width: int) -> bool:
    if _starts_anew().match(text, following[0], min(following[1], following[0] + 80)):
        return False
    ended = text[line[1] - 1] in _SENTENCE_END
    if text[following[0]].islower() and not ended:
        return True
    if not width:
        return False
    if text[line[0] : line[1]].isupper() and not text[following[0] : following[1]].isupper():
        return False
    return not (ended and line[1] - line[0] < 0.7 * width)
