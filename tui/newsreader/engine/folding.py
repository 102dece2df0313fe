"""One spelling for all spellings of a name: no case, accents, stops, hyphens or apostrophes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DROPPED = dict.fromkeys(map(ord, ".’‘'ʻʼʿʾ`´,"), None)
_SPACED = dict.fromkeys(map(ord, "-‐‑–—/_"), " ")
# Letters that Unicode does not decompose.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)
_WORDS = {"st": "saint", "mt": "mount", "ft": "fort", "&": "and"}


def fold(name: str) -> str:
    """``name`` in its folded form; two names that fold alike are the same name.

    "St. Étienne", "Saint-Etienne" and "saint etienne" fold alike.
    """
    return _fold(name) if len(name) <= 80 else _fold.__wrapped__(name)


@lru_cache(maxsize=8192)
def _fold(name: str) -> str:
    lower = name.lower()
    if lower.isascii() and lower.isalnum():
        return _WORDS.get(lower, lower)
    if not lower.isascii():
        decomposed = unicodedata.normalize("NFKD", lower.translate(_PLAIN))
        lower = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = lower.translate(_DROPPED).translate(_SPACED).split()
    return " ".join(_WORDS.get(word, word) for word in words)
