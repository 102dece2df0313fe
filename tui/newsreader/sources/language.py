"""Which language a text is in, by a vote of its function words or by its script."""

from __future__ import annotations

from collections import Counter
from typing import Final

from newsreader.function_words import function_words

_SAMPLE: Final = 6000  # code points
_FEWEST: Final = 8  # words from which a vote counts
_SHARE: Final = 0.15  # of the words that must be function words of the language
_LEAD: Final = 1.25  # over the next language; neighbours share many words
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
    letters = [character for character in sample if character.isalpha()]
    for code, first, end in _SCRIPTS:
        if sum(first <= ord(letter) < end for letter in letters) > 0.3 * max(1, len(letters)):
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
