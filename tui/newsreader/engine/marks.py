"""What a quotation mark does where it stands: opens, closes, or is an apostrophe, foot or inch."""

from __future__ import annotations

import re
from functools import lru_cache

from newsreader.engine.wordlists import wordlist

DOUBLE, SINGLE, ANGLE, SINGLE_ANGLE, CORNER, WHITE_CORNER = range(6)
"""Families: a mark closes only one that was opened by a mark of its own family."""

FAMILY = {
    **dict.fromkeys(("“", "”", "‟", "„", '"', "''", "``", "＂", "〝", "〞"), DOUBLE),
    **dict.fromkeys(("‘", "’", "‛", "‚", "'", "`"), SINGLE),
    **dict.fromkeys(("«", "»"), ANGLE),
    **dict.fromkeys(("‹", "›"), SINGLE_ANGLE),
    **dict.fromkeys(("「", "」"), CORNER),
    **dict.fromkeys(("『", "』"), WHITE_CORNER),
}

OPEN, CLOSE, WEAK_CLOSE, EITHER, NEITHER = range(5)
"""What the surroundings say. ``WEAK_CLOSE``: a closing mark or the apostrophe of a plural
possessive. ``EITHER``: whatever is needed: a closing mark if one is open."""

_BEFORE_OPENING = frozenset("([{<—–-/=*_>|“„«‹‘‚¿¡…\"'`")
_AFTER_CLOSING = frozenset(".,;:!?)]}>—–-/…|*_=”’»›\"'")
_ALWAYS_OPEN = frozenset(("„", "``", "‟", "「", "『", "〝", "‛"))
_ALWAYS_CLOSE = frozenset(("」", "』", "〞"))


_ROCK_N_ROLL = frozenset((" 'n", " ’n", " ‘n", " 'N", " ’N", " ‘N"))


@lru_cache(maxsize=1)
def mark_pattern() -> re.Pattern[str]:
    """Every mark of ``FAMILY``; two-character marks first."""
    singles = "".join(mark for mark in FAMILY if len(mark) == 1)
    return re.compile(f"''(?!')|``|[{re.escape(singles)}]")


@lru_cache(maxsize=1)
def _feet_and_inches() -> re.Pattern[str]:
    return re.compile(r"\d ?['’′] ?\d{1,2}(?:\.\d)?\Z")


@lru_cache(maxsize=1)
def _after_elision() -> re.Pattern[str]:
    return re.compile(r"\d\d(?:s\b|(?!\d))|[A-Za-z]{1,8}")


def role(text: str, start: int, end: int, low: int, high: int) -> int:
    """What the mark ``text[start:end]`` does in the paragraph ``text[low:high]``."""
    mark = text[start:end]
    if mark in _ALWAYS_OPEN:
        return OPEN
    if mark in _ALWAYS_CLOSE:
        return CLOSE
    before = text[start - 1] if start > low else " "
    after = text[end] if end < high else " "
    if FAMILY[mark] == SINGLE:
        return _single(text, mark, start, end, before, after)
    opening = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closing = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if mark == "“":
        return EITHER if closing and not opening else OPEN
    if mark == "”":
        return OPEN if opening and not closing else CLOSE
    if mark in "«»":
        return _angle(mark, before, after, opening, closing)
    if mark in "‹›":
        return OPEN if mark == "‹" else CLOSE
    if before.isdigit() and _feet_and_inches().search(text, max(low, start - 8), start):
        return NEITHER
    if opening and not closing:
        return OPEN
    if closing and not opening:
        return WEAK_CLOSE if before.isdigit() else CLOSE
    return EITHER


def _angle(mark: str, before: str, after: str, opening: bool, closing: bool) -> int:
    # French sets a (no-break) space inside: « ainsi ». German may turn them round: »so«.
    if before.isspace() and not after.isalnum():
        return OPEN if mark == "«" and after not in ",.;" else CLOSE
    if opening and not closing:
        return OPEN
    if closing and not opening:
        return CLOSE
    return OPEN if mark == "«" else CLOSE


def _single(text: str, mark: str, start: int, end: int, before: str, after: str) -> int:
    if before.isalnum() and after.isalnum():
        return NEITHER
    can_open = (
        not before.isalnum()
        and before not in ".,!?;"
        and (after.isalnum() or after in '“"«[($£€¡¿…@#')
    )
    if mark == "‚":
        return OPEN if can_open else NEITHER
    if mark == "`":
        return OPEN if can_open else NEITHER
    if can_open and (mark in "‘'" or before in '“"«'):
        if mark != "‘" or not after.isdigit():
            word = _after_elision().match(text, end)
            if word and _elided(text, word):
                return NEITHER
        elif _decade(text, end):
            return NEITHER
        return OPEN
    if mark == "‘":
        return EITHER if not before.isspace() else NEITHER
    if before.isspace() or after.isalnum() or text[max(0, start - 3) : start] in _ROCK_N_ROLL:
        return NEITHER
    if before.isalnum() and not after.isspace() and after not in _AFTER_CLOSING:
        return NEITHER
    if before in "sSxz" and after.isspace():
        return WEAK_CLOSE
    if before.isdigit() or (before == "n" and text[start - 2 : start] == "in" and after.isspace()):
        return WEAK_CLOSE
    return CLOSE


def _decade(text: str, at: int) -> bool:
    return text[at : at + 2].isdigit() and not text[at + 2 : at + 3].isdigit()


def _elided(text: str, word: re.Match[str]) -> bool:
    if word.group()[0].isdigit():
        return True
    return (
        word.group().lower() in wordlist("elisions")
        and not text[word.end() : word.end() + 1].isalnum()
    )
