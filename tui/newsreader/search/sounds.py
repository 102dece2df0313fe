"""Spellings that sound alike, such as ``fase`` and ``phase``, ``Zelenski`` and ``Zelenskyy``."""

from __future__ import annotations

import re

_SPELLINGS = (
    ("tch", "c"), ("sch", "s"), ("ph", "f"), ("gh", "g"), ("ck", "k"), ("sh", "s"), ("ch", "c"),
    ("kh", "k"), ("th", "t"), ("zh", "z"), ("qu", "kv"), ("x", "ks"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ey", "i"), ("iy", "i"), ("yj", "i"), ("ij", "i"),
    ("ae", "e"),
)  # fmt: skip
_LETTERS = str.maketrans({"c": "k", "q": "k", "z": "s", "y": "i", "j": "i", "w": "v"})

_VOWELS = frozenset("aeiouy")
# What is easily taken for one another; vowels are left out, and what few people hear.
_ROUGHLY = str.maketrans(
    dict.fromkeys("aeiouyhj")
    | {
        "b": "p", "v": "f", "w": "f", "d": "t", "m": "n", "z": "s", "c": "k", "g": "k", "q": "k",
        "x": "ks",
    }
)  # fmt: skip
_REPEATED = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """A rough spelling of how a folded word sounds; words that sound alike share it."""
    for spelling, plain in _SPELLINGS:
        if spelling in word:
            word = word.replace(spelling, plain)
    return _single(word.translate(_LETTERS))


def rough(word: str) -> str:
    """What is left of a word's sound if it is heard badly: its consonants in a few classes, after
    a vowel it begins with. Words of one key are only candidates; their spelling decides."""
    heard = word.replace("ph", "f").replace("sch", "s").replace("ch", "k")
    heard = _REPEATED.sub(r"\1", heard.translate(_ROUGHLY))
    return f"a{heard}" if word[:1] in _VOWELS else heard


def _single(word: str) -> str:
    """``word`` without letters that only repeat the one before."""
    return _REPEATED.sub(r"\1", word)
