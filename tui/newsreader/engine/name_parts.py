"""A name while it is being settled, as a range of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsreader.engine.document import NameKind

Key = tuple[str, ...]
"""The words of a name in lower case, by which its mentions are compared."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name as a half-open token range."""

    first: int
    last: int
    kind: NameKind
    probability: float


def key_of(words: Sequence[str], first: int, last: int) -> Key:
    """The key of the name in that range of tokens."""
    return tuple(map(str.lower, words[first:last]))


def is_party(word: str) -> bool:
    """Whether a word says party and state, as behind a name: "R-Wis"."""
    return word[:2] in ("R-", "D-", "I-") and word[2:3].isupper()
