"""Takes out of a text what the stages can’t read, one code point for one, so that offsets stay."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=1)
def _odd() -> re.Pattern[str]:
    """Lone surrogates; characters without width that don't stand inside a word; line breaks other
    than a new line."""
    hidden = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    return re.compile(
        f"[\ud800-\udfff]|(?<!\\w)[{hidden}]|[{hidden}](?!\\w)"
        "|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]"
    )


def readable(text: str) -> str:
    """``text`` with a space for what can't be seen, a new line for every kind of line break, and
    U+FFFD for a lone surrogate, which no model takes."""
    return _odd().sub(_instead, text) if not text.isascii() or _has_controls(text) else text


def _has_controls(text: str) -> bool:
    return not text.isprintable() and _odd().search(text) is not None


def _instead(match: re.Match[str]) -> str:
    odd = match.group()
    if "\ud800" <= odd <= "\udfff":
        return "\ufffd"
    return "\n" if odd in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029" else " "
