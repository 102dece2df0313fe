"""Spellings that sound alike, such as ``fase`` and ``phase``, ``Zelenski`` and ``Zelenskyy``."""

from __future__ import annotations

_SPELLINGS = (
    ("tch", "c"), ("sch", "s"), ("ph", "f"), ("gh", "g"), ("ck", "k"), ("sh", "s"), ("ch", "c"),
    ("kh", "h"), ("zh", "z"), ("qu", "kv"), ("x", "ks"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ie", "i"), ("ei", "i"), ("ey", "i"), ("iy", "i"), ("yj", "i"), ("ij", "i"), ("ae", "e"),
)  # fmt: skip
_LETTERS = str.maketrans({"c": "k", "q": "k", "z": "s", "y": "i", "j": "i", "w": "v"})


def sound(word: str) -> str:
    """A rough spelling of how a folded word sounds; words that sound alike share it."""
    for spelling, plain in _SPELLINGS:
        if spelling in word:
            word = word.replace(spelling, plain)
    word = word.translate(_LETTERS)
    return "".join(
        letter for place, letter in enumerate(word) if not place or letter != word[place - 1]
    )
