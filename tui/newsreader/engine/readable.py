"""Makes of a text what the stages can read, and takes what they find back to the text.

Characters that nobody sees (soft hyphens, zero-width spaces, marks of direction) are left out while
the stages read, so that they part no word and hide no mark; spans are then moved to where they
stand in the text itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache

from newsreader.article import Analysis, Span


@lru_cache(maxsize=1)
def _hidden() -> re.Pattern[str]:
    return re.compile(
        "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
    )


@lru_cache(maxsize=1)
def _odd() -> re.Pattern[str]:
    """Lone surrogates, controls, and line breaks other than a new line."""
    return re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


def readable(text: str) -> str:
    """``text`` with, one for one, a new line for every kind of line break, a space for a control
    character, and U+FFFD for a lone surrogate, which no model takes."""
    if text.replace("\n", " ").isprintable():
        return text
    return _odd().sub(_instead, text)


def _instead(match: re.Match[str]) -> str:
    odd = match.group()
    if "\ud800" <= odd <= "\udfff":
        return "\ufffd"
    return "\n" if odd in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029" else " "


class Shown:
    """``text`` without its hidden characters: what of it anybody sees."""

    def __init__(self, original: str) -> None:
        self._kept: list[int] | None = None
        self.text = original
        if not original.isascii() and _hidden().search(original):
            hidden = {match.start() for match in _hidden().finditer(original)}
            self._kept = [at for at in range(len(original)) if at not in hidden]
            self.text = "".join([original[at] for at in self._kept])

    def span(self, original: Span | None) -> Span | None:
        """Where a span of the original stands in what is shown."""
        if self._kept is None or original is None:
            return original
        return bisect_left(self._kept, original[0]), bisect_left(self._kept, original[1])

    def original(self, analysis: Analysis) -> Analysis:
        """``analysis`` of what is shown, with its spans in the original."""
        kept = self._kept
        if kept is None:
            return analysis

        def back(span: Span) -> Span:
            return kept[span[0]], kept[span[1] - 1] + 1

        quotes = []
        for one in analysis.quotes:
            start, end = back((one.start, one.end))
            quotes.append(
                replace(
                    one,
                    start=start,
                    end=end,
                    source=one.source and back(one.source),
                    cue=one.cue and back(one.cue),
                )
            )
        return Analysis(
            tuple(quotes),
            tuple(
                replace(one, mentions=tuple(back(span) for span in one.mentions))
                for one in analysis.speakers
            ),
            tuple(
                replace(one, mentions=tuple(back(span) for span in one.mentions))
                for one in analysis.places
            ),
        )
