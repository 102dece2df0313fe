"""The corrections that a reader can make, as values.

A quote is named by its span, a speaker by the name it has after the corrections before this one.
Names may be typed or come from a file: ``describe`` makes them safe to show.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from newsreader.article import QuoteKind, Span
from newsreader.text import safe_line

_EXCERPT: Final = 48
"""Characters of a quote that a description shows."""


@dataclass(frozen=True, slots=True)
class Given:
    """This quotation is by that speaker, one of the article's or a new one.

    ``kind`` is what it was when this was said, for the case that it must be put back; without it
    the marks around it tell.
    """

    span: Span
    speaker: str
    kind: QuoteKind | None = None

    def describe(self, text: str) -> str:
        """One plain line, safe to show."""
        return f"{_excerpt(text, self.span)} is by {_shown(self.speaker)}"


@dataclass(frozen=True, slots=True)
class NotQuotation:
    """These words are no quotation at all."""

    span: Span

    def describe(self, text: str) -> str:
        """One plain line, safe to show."""
        return f"{_excerpt(text, self.span)} is not a quotation"


@dataclass(frozen=True, slots=True)
class Merged:
    """These speakers are one, called ``name``. With a single one, this is a new name for it."""

    names: tuple[str, ...]
    name: str

    def describe(self, text: str) -> str:
        """One plain line, safe to show."""
        names = [_shown(name) for name in dict.fromkeys(self.names)]
        if len(names) > 1:
            return f"{', '.join(names[:-1])} and {names[-1]} are one, called {_shown(self.name)}"
        return f"{''.join(names) or 'Nobody'} is called {_shown(self.name)}"


@dataclass(frozen=True, slots=True)
class Split:
    """Those quotes of ``name``, given by their spans, are by another person, ``new_name``."""

    name: str
    spans: tuple[Span, ...]
    new_name: str

    def describe(self, text: str) -> str:
        """One plain line, safe to show."""
        who = f"by {_shown(self.new_name)}, not {_shown(self.name)}"
        if len(self.spans) == 1:
            return f"{_excerpt(text, self.spans[0])} is {who}"
        return f"{len(self.spans)} quotes are {who}"


@dataclass(frozen=True, slots=True)
class UnknownSpeaker:
    """Nobody known said this."""

    span: Span

    def describe(self, text: str) -> str:
        """One plain line, safe to show."""
        return f"{_excerpt(text, self.span)} is by nobody known"


Correction = Given | NotQuotation | Merged | Split | UnknownSpeaker


def tidy_name(name: str) -> str:
    """``name`` as speakers are called: on one line, with single spaces; empty if it is blank."""
    return " ".join(name.split())


def _shown(name: str) -> str:
    return safe_line(tidy_name(name)) or "somebody without a name"


def _excerpt(text: str, span: Span) -> str:
    start = max(0, span[0])
    some = text[start : min(span[1], start + 4 * _EXCERPT)]
    words = safe_line(" ".join(some.split()))
    if not words:
        return "A quote that this article does not have"
    if len(words) > _EXCERPT or start + len(some) < min(span[1], len(text)):
        words = words[:_EXCERPT].rstrip() + "…"
    return f"“{words}”"
