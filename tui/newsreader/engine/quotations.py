"""Stage 2: quotations in every style of news: pairs marks in one pass over each paragraph.

A mark opens or closes by what stands beside it (``marks.role``); a stack pairs them. A quotation
never crosses a paragraph, so one missing mark cannot derail the rest of the article; one that
runs over paragraphs is several quotations joined by ``continues``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsreader.engine import marks
from newsreader.engine.document import Quotation
from newsreader.engine.lost_marks import sentence_start, tag_start, words_end
from newsreader.engine.paragraphs import paragraph_spans

_DROPPED = -1


@dataclass(slots=True)
class _Open:
    """A mark that opened, with where it closes once that is known."""

    family: int
    outer_start: int
    start: int
    end: int = _DROPPED
    outer_end: int = _DROPPED
    weak: int = _DROPPED
    next_open: int = _DROPPED
    unclosed: bool = False
    follows: bool = False


def find_quotations(text: str) -> list[Quotation]:
    """The quotations of ``text`` in text order, outer before inner.

    Empty ones (no letter or digit inside) are left out. Never raises; linear in the length.
    """
    found: list[_Open] = []
    running: int | None = None
    for low, high in paragraph_spans(text):
        here = _paragraph(text, low, high, running)
        found += here
        running = next((quote.family for quote in here if quote.unclosed), None)
    return _nested(text, [quote for quote in found if quote.end > quote.start])


def _paragraph(text: str, low: int, high: int, running: int | None) -> list[_Open]:
    """The openings of one paragraph in text order; ``running`` is the family of a quotation that
    the paragraph before left open."""
    found: list[_Open] = []
    stack: list[_Open] = []
    depth: list[list[_Open]] = [[] for _ in range(6)]
    first = True
    for match in marks.mark_pattern().finditer(text, low, high):
        start, end = match.span()
        family = marks.FAMILY[match.group()]
        role = marks.role(text, start, end, low, high)
        if role == marks.EITHER:
            role = marks.CLOSE if depth[family] else marks.OPEN
            if role == marks.OPEN and end < high and text[end].isspace() and family != marks.DOUBLE:
                role = marks.NEITHER
        if role == marks.OPEN and _closes_low(text, stack, match.group(), start):
            role = marks.CLOSE
        if role == marks.OPEN:
            if family == marks.SINGLE and stack and stack[-1].family == family:
                _give_up(text, stack, depth, start)
            quote = _Open(family, start, end)
            if first and running == family and not text[low:start].strip():
                quote.follows = True
            found.append(quote)
            stack.append(quote)
            if depth[family] and depth[family][-1].next_open == _DROPPED:
                depth[family][-1].next_open = start
            depth[family].append(quote)
            first = False
        elif role == marks.CLOSE:
            if depth[family]:
                _close(text, stack, depth, family, start, end)
            elif first and family == marks.DOUBLE and _was_open(text, low, start, running):
                begin = low if running == family else sentence_start(text, low, start)
                found.append(_Open(family, begin, begin, start, end, follows=running == family))
            first = first and family == marks.SINGLE
        elif role == marks.WEAK_CLOSE and depth[family]:
            if family == marks.DOUBLE:
                _close(text, stack, depth, family, start, end)
            elif stack[-1].family == family and stack[-1].weak == _DROPPED:
                stack[-1].weak = start
    _end_of_paragraph(text, stack, low, high)
    return found


def _closes_low(text: str, stack: list[_Open], mark: str, start: int) -> bool:
    """Whether ``“`` or ``‘`` is the closing mark of a low-high pair."""
    if mark not in "“‘" or not stack or text[start - 1 : start].isspace():
        return False
    return text[stack[-1].outer_start] in ("„" if mark == "“" else "‚")


def _close(
    text: str, stack: list[_Open], depth: list[list[_Open]], family: int, start: int, end: int
) -> None:
    # Apostrophes and single marks stand inside double ones, never the other way round unnoticed.
    if family == marks.SINGLE and stack[-1].family != family:
        return
    while stack[-1].family != family:
        _give_up(text, stack, depth, start)
    quote = stack.pop()
    depth[family].pop()
    quote.end, quote.outer_end = start, end


def _give_up(text: str, stack: list[_Open], depth: list[list[_Open]], limit: int) -> None:
    """Takes the top off the stack: no clear closing mark came before ``limit``."""
    quote = stack.pop()
    depth[quote.family].pop()
    _bound(text, quote, limit)


def _bound(text: str, quote: _Open, limit: int) -> None:
    """Ends a quotation that no clear mark closed; a single mark was then an apostrophe."""
    if quote.weak != _DROPPED:
        quote.end, quote.outer_end = quote.weak, quote.weak + 1
    elif quote.family != marks.SINGLE:
        if quote.next_open != _DROPPED:
            limit = min(limit, quote.next_open)
        # Curly marks behind a straight one stand in what it opened; none was lost between them.
        if quote.next_open == _DROPPED or text[quote.outer_start] == text[quote.next_open]:
            limit = words_end(text, quote.start, limit)
        quote.end = quote.outer_end = limit


def _end_of_paragraph(text: str, stack: list[_Open], low: int, high: int) -> None:
    """An opening without a closing mark ends where the next of its family opens, else with the
    paragraph, and may then go on in the next one."""
    for quote in stack:
        quote.unclosed = quote.next_open == _DROPPED and (
            quote.family != marks.SINGLE or _runs_on(text, quote, low, high)
        )
        if quote.unclosed and _opens_again(text, quote, high):
            quote.end = quote.outer_end = high
        elif quote.unclosed:
            quote.end = quote.outer_end = tag_start(text, quote.start, high)
            quote.unclosed = quote.end == high
        else:
            _bound(text, quote, quote.next_open)


def _opens_again(text: str, quote: _Open, high: int) -> bool:
    """Whether the next paragraph begins with a mark of the same family, so that no mark is lost."""
    at = high
    while at < len(text) and text[at].isspace():
        at += 1
    match = marks.mark_pattern().match(text, at)
    return match is not None and marks.FAMILY[match.group()] == quote.family


def _runs_on(text: str, quote: _Open, low: int, high: int) -> bool:
    """Whether both this paragraph and the next begin with the same single mark."""
    at = high
    while at < len(text) and text[at].isspace():
        at += 1
    mark = text[quote.outer_start]
    return quote.outer_start == low and mark in "‘'" and text[at : at + 1] == mark


def _was_open(text: str, low: int, start: int, running: int | None) -> bool:
    """Whether a closing mark that nothing opened ends a quotation whose opening mark is missing."""
    return start > low and (running == marks.DOUBLE or text[start - 1] in ",.!?…")


def _nested(text: str, found: list[_Open]) -> list[Quotation]:
    found.sort(key=lambda quote: (quote.outer_start, -quote.outer_end))
    quotations: list[Quotation] = []
    stack: list[int] = []
    last_unclosed: dict[int, int] = {}
    letter = -1
    for quote in found:
        while stack and quotations[stack[-1]].outer_end <= quote.outer_start:
            stack.pop()
        if stack and quotations[stack[-1]].outer_end < quote.outer_end:
            quote.end = quote.outer_end = quotations[stack[-1]].end
        if letter < quote.start:
            # the outer of many marks in a row must not each look for it
            letter = _next_letter(text, quote.start)
        if letter >= quote.end:
            continue
        start, end = _trimmed(text, quote.start, quote.end)
        index = len(quotations)
        quotations.append(
            Quotation(
                start,
                end,
                min(quote.outer_start, start),
                max(quote.outer_end, end),
                stack[-1] if stack else None,
                last_unclosed.get(quote.family) if quote.follows else None,
            )
        )
        if quote.unclosed:
            last_unclosed[quote.family] = index
        else:
            last_unclosed.pop(quote.family, None)
        stack.append(index)
    return quotations


@lru_cache(maxsize=1)
def _letter() -> re.Pattern[str]:
    return re.compile(r"[^\W_]")


def _next_letter(text: str, at: int) -> int:
    """Where the first letter or digit from ``at`` on stands; the text's length if none does."""
    match = _letter().search(text, at)
    return match.start() if match else len(text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space around it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
