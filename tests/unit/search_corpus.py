"""Quotes of made-up words that are spread as words of a language are, and typing mistakes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from newsreader.search.folding import fold_words
from newsreader.search.index import Entry, QuoteIndex

_ONSETS = (
    *"bcdfghklmnprstvw",
    "br",
    "cl",
    "cr",
    "dr",
    "fl",
    "gr",
    "pl",
    "pr",
    "sp",
    "st",
    "tr",
    "th",
)
_NUCLEI = (*"aeiou", "ai", "ea", "ee", "io", "ou")
_CODAS = ["", "", "", "l", "m", "n", "r", "s", "t", "nd", "ng", "rk", "st", "ve", "ce", "ment"]
SPEAKERS = ("Ada Okonkwo", "Per Lindqvist", "Józef Wałęga", "Ministry of Tides", "")


def words(count: int, seed: int) -> list[str]:
    """Distinct words, the frequent ones shorter."""
    random = Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = random.randint(1, 2) if len(found) < 300 else random.randint(2, 4)
        word = "".join(
            random.choice(_ONSETS) + random.choice(_NUCLEI) + random.choice(_CODAS)
            for _ in range(syllables)
        )
        found[word] = None
    return list(found)


@lru_cache(maxsize=2)
def entries(count: int, seed: int = 1) -> tuple[Entry, ...]:
    """``count`` quotes of 4 to 60 words, whose words follow Zipf's law."""
    random = Random(seed)
    lexicon = words(max(2000, count * 2), seed)
    weights = [1 / (rank + 3) for rank in range(len(lexicon))]
    made = []
    for position in range(count):
        size = random.randint(4, 30) if random.random() < 0.9 else random.randint(30, 60)
        text = " ".join(random.choices(lexicon, weights, k=size)).capitalize() + "."
        made.append(Entry(text, random.choice(SPEAKERS), position * 100))
    return tuple(made)


@dataclass(frozen=True)
class Probe:
    """A quote that is meant, and words of it that few quotes have, in the quote's order."""

    entry: int
    rare: list[str]


class Corpus:
    """An index with probes into it."""

    def __init__(self, count: int) -> None:
        self.entries = entries(count)
        self.index = QuoteIndex(self.entries)
        self.words = [fold_words(entry.text).words for entry in self.entries]
        beginnings = [
            {word[:size] for word in quote for size in range(3, 9)} for quote in self.words
        ]
        self.beginnings = Counter(start for quote in beginnings for start in quote)
        self.frequency = Counter(word for quote in self.words for word in set(quote))

    def probes(self, count: int, seed: int, *, at_least: int = 5) -> list[Probe]:
        """Quotes with two different words of ``at_least`` letters that at most ten quotes have."""
        random = Random(seed)
        found: list[Probe] = []
        while len(found) < count:
            entry = random.randrange(len(self.entries))
            rare = [
                word
                for word in dict.fromkeys(self.words[entry])
                if len(word) >= at_least and self.frequency[word] <= 10
            ]
            if len(rare) >= 2:
                found.append(Probe(entry, rare))
        return found

    def share_found(self, queries: list[tuple[int, str]]) -> float:
        """Of the queries, each with the quote it means, those that have it in the first ten."""
        hits = sum(
            entry in [match.entry for match in self.index.search(query, 10)]
            for entry, query in queries
        )
        return hits / len(queries)


@lru_cache(maxsize=1)
def corpus() -> Corpus:
    """5,000 quotes."""
    return Corpus(5_000)
