"""How people shorten words."""

from __future__ import annotations

from typing import Final

VOWELS: Final = frozenset("aeiou")


def abbreviation_fit(word: str, other: str) -> float:
    """How well ``word`` fits as short for ``other``, from 0.3 to 0.85."""
    bones = skeleton(other)
    if bones == word:
        return 0.85
    fit = 0.3 + 0.15 * len(word) / len(other)
    if bones.startswith(word):
        return fit + 0.2
    if other.endswith(word[-1]):
        fit += 0.05
    return fit + (0.1 if set(word[1:]).isdisjoint(VOWELS) else 0.0)


def skeleton(word: str) -> str:
    """``word`` as people shorten it: without vowels after the first letter and doubled letters."""
    kept = word[:1]
    for letter in word[1:]:
        if letter not in VOWELS and letter != kept[-1]:
            kept += letter
    return kept


def looks_shortened(word: str) -> bool:
    """Whether hardly a vowel is in ``word``, as in ``ngtn`` or ``govt``."""
    return len(word) >= 3 and sum(letter in VOWELS for letter in word[1:]) * 4 <= len(word) - 2
