"""Spellings that sound alike, such as ``fase`` and ``phase``, ``Zelenski`` and ``Zelenskyy``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

_SPELLINGS = (
    ("tch", "c"), ("sch", "s"), ("ph", "f"), ("gh", "g"), ("ck", "k"), ("sh", "s"), ("ch", "c"),
    ("kh", "k"), ("th", "t"), ("zh", "z"), ("qu", "kv"), ("x", "ks"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ey", "i"), ("iy", "i"), ("yj", "i"), ("ij", "i"),
    ("ae", "e"),
)  # fmt: skip
_LETTERS = str.maketrans({"c": "k", "q": "k", "z": "s", "y": "i", "j": "i", "w": "v"})

# What is easily taken for one another; vowels are left out, and what few people hear.
_UNHEARD = b"aeiouyhj"
_ROUGHLY = bytes.maketrans(b"bvwdmzcgq", b"pfftnskkk")
_ROUGH_SPELLINGS = ((b"ph", b"f"), (b"sch", b"s"), (b"ch", b"k"), (b"qu", b"kw"), (b"x", b"ks"))
_HEARD = (b"p", b"f", b"t", b"n", b"s", b"k", b"l", b"r")
_AT_ONCE = 1000
"""New words of which it is worked out at once how they sound."""
_REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=2048)
def sound(word: str) -> str:
    """A rough spelling of how a folded word sounds; words that sound alike share it."""
    for spelling, plain in _SPELLINGS:
        if spelling in word:
            word = word.replace(spelling, plain)
    return _single(word.translate(_LETTERS))


def rough(words: Iterable[str]) -> list[str]:
    """What is left of each word's sound if it is heard badly: its consonants in a few classes,
    after a vowel it begins with. Words of one key are only candidates; their spelling decides."""
    # All at once, as bytes, in a fraction of the time that each alone takes.
    heard = "\n".join(("", *words)).encode()
    for vowel in b"aeiouy":
        heard = heard.replace(b"\n%c" % vowel, b"\n!")
    for spelling, plain in _ROUGH_SPELLINGS:
        heard = heard.replace(spelling, plain)
    heard = heard.translate(_ROUGHLY, _UNHEARD).replace(b"!", b"a")
    for letter in _HEARD:
        while (twice := 2 * letter) in heard:
            heard = heard.replace(twice, letter)
    return heard.decode().split("\n")[1:]


class Sounds:
    """Words by what they roughly sound like, packed: 70,000 take about a megabyte."""

    def __init__(self) -> None:
        self._lines: dict[str, str] = {}
        self._unheard: list[str] = []

    def add(self, words: Sequence[str]) -> None:
        """Add new words."""
        self._unheard += words
        if len(self._unheard) > _AT_ONCE:
            self.hear()

    def like(self, word: str) -> list[str]:
        """The words that roughly sound like ``word``."""
        self.hear()
        (key,) = rough([word])
        lines, needle = self._lines.get(key[:2], ""), f"\n{key} "
        found: list[str] = []
        at = lines.find(needle)
        while at >= 0:
            start = at + len(needle)
            at = lines.find("\n", start)
            found.append(lines[start:at])
            at = lines.find(needle, at)
        return found

    def hear(self) -> None:
        """Put the words added last where they belong."""
        heard: dict[str, list[str]] = {}
        for word, key in zip(self._unheard, rough(self._unheard), strict=True):
            heard.setdefault(key[:2], []).append(f"{key} {word}\n")
        for begun, lines in heard.items():
            self._lines[begun] = self._lines.get(begun, "\n") + "".join(lines)
        self._unheard.clear()


def _single(word: str) -> str:
    """``word`` without letters that only repeat the one before."""
    return _REPEATED.sub(r"\1", word)
