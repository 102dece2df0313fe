"""Reads an article that is printed in capitals throughout as if it were not.

In capitals every word looks like a name. Words that English knows in lower case get it back; what
is left, and the first word of a sentence or a quotation, keeps its first capital.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsreader.engine.name_features import name_class
from newsreader.engine.name_tables import name_table
from newsreader.engine.word_classes import lexicon
from newsreader.engine.wordlists import wordlist

_SHARE = 0.8
_LEAST = 40
"""Letters below which a text is too short to tell."""
_INITIALISM = frozenset("BCDFGHJKLMNPQRSTVWXZ")
_SAMPLE = 4000
_FREQUENT = "etaoin"
"""Where more than a fifth of a text is these letters, four fifths can't be capitals."""
_ENDINGS = ("ed", "ing", "tion", "sion", "ness", "ment", "ity", "able", "ously", "ism", "wards")
"""Endings that English words have, and names have not."""


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def recased(text: str) -> str:
    """``text``, of the same length, in lower case where it is all in capitals; else as it is."""
    sample = text[:_SAMPLE]
    if sum(map(sample.count, _FREQUENT)) > (1 - _SHARE) * len(sample):
        return text
    letters = [letter for letter in sample if letter.isalpha()]
    if len(letters) < _LEAST or sum(map(str.isupper, letters)) < _SHARE * len(letters):
        return text
    pieces: list[str] = []
    last = 0
    for match in _word().finditer(text):
        between = text[last : match.start()]
        pieces += (between, _recased(match.group(), begins=_begins(text, match.start())))
        last = match.end()
    pieces.append(text[last:])
    return "".join(pieces)


def _recased(word: str, *, begins: bool) -> str:
    lower = "".join(one if len(one) == 1 else letter for letter in word for one in [letter.lower()])
    if word in ("I", "I’M", "I’VE", "I’LL", "I’D", "I'M", "I'VE", "I'LL", "I'D"):
        return word[0] + lower[1:]
    stem = re.split("[’']", lower)[0]
    if _is_ordinary(stem):
        return word[0] + lower[1:] if begins else lower
    if len(word) < 6 and set(word) <= _INITIALISM:
        return word
    return word[0] + lower[1:]


def _begins(text: str, start: int) -> bool:
    """Whether a sentence or a quotation begins at ``start``."""
    before = text[max(0, start - 6) : start]
    bare = before.rstrip("“\"‘'«„([ \t")
    opened = before.rstrip()[len(bare) :].strip() != ""
    return not bare or bare[-1] in ".!?\n" or opened


def _is_ordinary(lower: str) -> bool:
    known = lexicon()
    if lower in known or lower in wordlist("subject_pronouns") or lower in name_table("name_words"):
        return True
    for ending in ("s", "es", "ed", "d", "ing", "ly", "er"):
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) > 2 and (stem in known or f"{stem}e" in known):
            return True
    return len(lower) > 6 and lower.endswith(_ENDINGS) and name_class(lower) == "-"
