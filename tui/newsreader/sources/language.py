"""Which language a text is in, by a vote of its function words or by its script."""

from __future__ import annotations

from collections import Counter
from typing import Final

from newsreader.function_words import function_words

_SAMPLE: Final = 3000  # code points
_FEWEST: Final = 8  # words from which a vote counts
_SHARE: Final = 0.15  # of the words that must be function words of the language
_LEAD: Final = 1.25  # over the next language; neighbours share many words
_SCRIPT_SHARE: Final = 0.25  # of the text that must be in it
_SCRIPTS: Final = (
    ("el", 0x370, 0x400),
    ("he", 0x590, 0x600),
    ("hi", 0x900, 0x980),
    ("th", 0xE00, 0xE80),
    ("ja", 0x3040, 0x3100),
    ("ko", 0xAC00, 0xD7B0),
)
"""Scripts that one language of the news uses, and the code points they lie between."""


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that ``text`` is in; ``None`` if that is not clear."""
    sample = text[:_SAMPLE]
    beyond_latin = [c for c in sample if c >= "\u0370" and c.isalpha()]
    for code, first, end in _SCRIPTS if beyond_latin else ():
        if sum(first <= ord(c) < end for c in beyond_latin) > _SCRIPT_SHARE * len(sample):
            return code
    words = [w for w in map(_bare, sample.lower().split()) if w]
    if len(words) < _FEWEST:
        return None
    votes = Counter(
        {
            code: sum(word in known for word in words)
            for code, known in function_words().items()
            if len(code) == 2
        }
    )
    (best, most), (_, second) = votes.most_common(2)
    return best if most >= _SHARE * len(words) and most >= _LEAD * second else None


def _bare(word: str) -> str:
    return word.strip("“”‘’«»„\"'()[],;:.!?…—–-")
