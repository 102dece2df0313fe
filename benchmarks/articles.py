"""Articles made up from syllables and a seed, for sizes that no bundled article has."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache

_ONSETS = (
    "b",
    "c",
    "d",
    "f",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "w",
    "br",
    "cl",
    "dr",
    "fl",
    "gr",
    "pl",
    "pr",
    "sh",
    "st",
    "th",
    "tr",
)
_NUCLEI = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_CODAS = ("", "", "", "n", "r", "s", "l", "nd", "st", "m")
_PLAIN = (
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "for",
    "on",
    "with",
    "as",
    "by",
    "at",
    "from",
    "that",
    "it",
    "was",
    "is",
    "has",
    "had",
    "which",
)
_PLACES = ("Paris", "Nairobi", "Lima", "Berlin", "Canada", "Japan", "Ohio", "Kyiv")
_CUES = ("said", "said", "said", "told reporters", "added", "argued", "warned")

_SENTENCE = 60  # characters that a sentence of prose takes, about

FIRST_WORDS = "Opening"
"""The word every made-up body begins with; no other word of it contains it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What to make: about ``size`` characters with exactly ``quotes`` quotations."""

    size: int
    quotes: int
    seed: int = 20220406


SMALL = Shape(5_000, 25)
LARGE = Shape(1_000_000, 5_000)


@lru_cache(maxsize=4)
def made_up(shape: Shape) -> str:
    """An article: title, byline, date, then paragraphs that each hold one quotation."""
    rng = random.Random(shape.seed)
    vocabulary = [_word(rng) for _ in range(4_000)]
    speakers = [f"{_word(rng).title()} {_word(rng).title()}" for _ in range(60)]
    head = f"{_sentence(rng, vocabulary, 8)[:-1]}\n\nBy {speakers[0]}\n\n6 April 2022\n\n"
    paragraphs: list[str] = []
    length = len(head) + len(FIRST_WORDS) + 1
    for number in range(1, shape.quotes + 1):
        room = shape.size * number // shape.quotes - length - 2
        paragraphs.append(_paragraph(rng, vocabulary, speakers, room))
        length += len(paragraphs[-1]) + 2
    return head + FIRST_WORDS + " " + "\n\n".join(paragraphs) + "\n"


def _word(rng: random.Random) -> str:
    syllables = rng.choice((1, 2, 2, 3))
    return "".join(
        rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS) for _ in range(syllables)
    )


def _words(rng: random.Random, vocabulary: list[str], count: int) -> list[str]:
    return [
        rng.choice(_PLAIN) if rng.random() < 0.4 else rng.choice(vocabulary) for _ in range(count)
    ]


def _sentence(rng: random.Random, vocabulary: list[str], count: int) -> str:
    words = _words(rng, vocabulary, count)
    if rng.random() < 0.2:
        words += ["in", rng.choice(_PLACES)]
    return _capital(" ".join(words)) + "."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _paragraph(rng: random.Random, vocabulary: list[str], speakers: list[str], room: int) -> str:
    """One quotation with its speaker and cue, filled with prose up to ``room`` characters."""
    quotation = " ".join(_words(rng, vocabulary, rng.randrange(6, 14)))
    speaker, cue = rng.choice(speakers), rng.choice(_CUES)
    text = f"“{_capital(quotation)},” {speaker} {cue}."
    while len(text) < room - _SENTENCE // 2:
        text += " " + _sentence(rng, vocabulary, rng.randrange(6, 12))
    return text
