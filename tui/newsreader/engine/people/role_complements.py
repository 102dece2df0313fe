"""What follows the noun of a role: "for the ministry", "of Turku", "from Izmir"."""

from __future__ import annotations

from newsreader.engine.people.forms import key

COMPLEMENT = frozenset(["of", "for", "at", "to", "from", "with"])
"""Prepositions that open one."""
ARTICLES = frozenset(["a", "an", "the", "his", "her", "their", "its", "one", "my", "our"])
"""Articles and possessives before a role."""
_ENDS = frozenset(
    [",", ".", ";", ":", "(", "“", "who", "which", "that", "said", "says", "told", "was", "is"]
)


def opens_complement(words: list[str], token: int, end: int) -> bool:
    """ "for the ministry" opens one, "for thirty-one years" does not."""
    if words[token] not in COMPLEMENT or token + 1 >= end:
        return False
    behind = words[token + 1]
    if words[token] in ("from", "with"):
        named = words[token + 2] if key(behind) == "the" and token + 2 < end else behind
        return named[0].isupper()
    return words[token] in ("of", "at") or behind[0].isupper() or key(behind) in ARTICLES


def ends_complement(words: list[str], token: int, end: int) -> bool:
    """Whether the complement of a role stops before ``token``."""
    word = words[token]
    if word == "and":
        return token + 1 >= end or not words[token + 1][0].isupper()
    return word in _ENDS
