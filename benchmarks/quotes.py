"""Made-up quotes in words of the bundled articles and of the engine's lists, spread as words of a
language are; queries that somebody who half remembers one might type; the same for a fixed seed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from benchmarks.program import ROOT
from newsreader.search.folding import fold_words
from newsreader.search.index import Entry

_DATA = ROOT / "tui" / "newsreader" / "engine" / "data"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = "aeiou"
_BEFORE = ("", "", "", "un", "re", "over", "under", "counter", "inter", "pre", "non", "mis", "out")
_BEHIND = (
    "", "", "s", "ing", "ed", "er", "ers", "ly", "ness", "ment", "ments", "able", "ity", "ation",
    "ations", "ism", "ist", "ists", "ful", "less", "ship", "hood", "ward",
)  # fmt: skip
_NAMED = ("son", "sen", "ova", "ski", "ez", "ini", "enko", "berg", "mann", "oglu", "idis", "escu")
RARE = 5
"""Quotes that have a rare word at most."""

# Spellings of one sound, as names are written by ear.
_BY_EAR = (
    ("berg", "burg"), ("ph", "f"), ("ck", "k"), ("sch", "sh"), ("ie", "ei"), ("ei", "ie"),
    ("yy", "i"), ("y", "i"), ("w", "v"), ("c", "k"), ("k", "c"), ("z", "s"), ("th", "t"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("kh", "h"), ("dt", "tt"), ("x", "ks"), ("qu", "kw"),
    ("ll", "l"), ("nn", "n"), ("ss", "s"), ("tt", "t"), ("rr", "r"), ("er", "ar"), ("en", "an"),
    ("o", "u"), ("i", "y"), ("j", "y"), ("v", "w"), ("f", "ph"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Probe:
    """What is typed, and the quote that is meant."""

    query: str
    entry: int


def words(count: int, seed: int = 1) -> list[str]:
    """``count`` distinct words, the most frequent first: those of the bundled articles by how
    often they are there, then words of the engine's lists and what may be built from them."""
    rng = Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.*"))]
    seen = Counter(re.findall(r"[a-z]+", " ".join(texts).lower()))
    found = dict.fromkeys(word for word, _ in seen.most_common())
    stems = [word for word in found if 4 <= len(word) <= 9]
    for path in sorted((_DATA / "words").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        stems += [word for word in re.findall(r"[a-z]{4,}", text) if word not in found]
    names = names_of("family_names")
    rng.shuffle(stems)
    found.update(dict.fromkeys(stems))
    while len(found) < count:
        if rng.random() < 0.3:
            found[rng.choice(names)] = None
        else:
            found[rng.choice(_BEFORE) + rng.choice(stems) + rng.choice(_BEHIND)] = None
    made = list(found)[:count]
    # What is said often is short.
    return made[:1000] + sorted(made[1000:], key=lambda word: len(word) * rng.uniform(0.5, 1.5))


def names_of(kind: str) -> list[str]:
    """Names from the engine's list of this ``kind``."""
    lines = (_DATA / f"{kind}.txt").read_text(encoding="utf-8").split()
    return [name for name in lines if name.isascii() and name.isalpha() and len(name) > 3]


def distinct(count: int) -> int:
    """How many words so many quotes have: ten times the text has about four times the words
    (Heaps' law)."""
    return int(60_000 * (count / 100_000) ** 0.6)


def made(count: int, distinct: int = 60_000, seed: int = 1) -> Iterator[Entry]:
    """``count`` quotes of 4 to 60 words, out of ``distinct`` words that follow Zipf's law, by one
    speaker in six quotes."""
    rng = Random(seed)
    lexicon = words(distinct, seed)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(lexicon))))
    given, family = names_of("given_names"), names_of("family_names")
    ends = ("", *_NAMED) if count > 200_000 else ("",)  # or else no name would be rare
    speakers = [
        f"{rng.choice(given)} {rng.choice(family)}{rng.choice(ends)}".title()
        for _ in range(max(5, count // 6))
    ]
    for position in range(count):
        size = rng.randint(4, 30) if rng.random() < 0.9 else rng.randint(30, 60)
        text = " ".join(rng.choices(lexicon, cum_weights=weights, k=size))
        yield Entry(f"{text.capitalize()}.", rng.choice(speakers), position)


class Corpus:
    """Made-up quotes and what is rare in them."""

    def __init__(self, count: int, distinct: int = 60_000) -> None:
        self.entries = list(made(count, distinct))
        self.frequency: Counter[str] = Counter()
        for entry in self.entries:
            self.frequency.update(set(fold_words(f"{entry.text} {entry.speaker}").words))
        self._beginnings: Counter[str] | None = None

    def rare(self, entry: int, at_least: int = 5) -> list[str]:
        """The rare words of a quote with so many letters, in its order."""
        found = dict.fromkeys(fold_words(self.entries[entry].text).words)
        return [word for word in found if len(word) >= at_least and self.frequency[word] <= RARE]

    def probes(self, kind: str, count: int) -> list[Probe]:
        """``count`` queries of a kind of ``KINDS``."""
        make, at_least, needed = KINDS[kind]
        rng = Random(f"{kind} {count}")
        found: list[Probe] = []
        while len(found) < count:
            entry = rng.randrange(len(self.entries))
            if kind == "sound-alike name":
                rare = [
                    word
                    for word in fold_words(self.entries[entry].speaker).words[1:]
                    if self.frequency[word] <= RARE and len(word) >= at_least
                ]
            else:
                rare = self.rare(entry, at_least)
            if len(rare) >= needed and (query := make(self, rare, rng)):
                found.append(Probe(query, entry))
        return found

    def unknown(self, name: str) -> str:
        """``name`` unless it is one that somebody here bears."""
        return "" if name in self.frequency else name

    def beginning(self, rare: list[str]) -> str:
        """The shortest beginning of the longest word that only few quotes have a word with."""
        if self._beginnings is None:
            self._beginnings = Counter()
            for word, quotes in self.frequency.items():
                for size in range(3, min(len(word), 8) + 1):
                    self._beginnings[word[:size]] += quotes
        word = max(rare, key=len)
        for size in range(3, min(len(word), 9)):
            if self._beginnings[word[:size]] <= RARE:
                return word[:size]
        return ""


def mistyped(word: str, rng: Random) -> str:
    """``word`` with one letter wrong, missing, too many or swapped with its neighbour."""
    at = rng.randrange(len(word))
    letter = rng.choice(_LETTERS)
    typed = rng.choice(
        (
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
        )
    )
    return typed if typed != word else mistyped(word, rng)


def shortened(word: str, rng: Random) -> str:
    """``word`` without vowels and double letters, as ``ngtn`` is negotiation."""
    kept = word[0]
    for letter in word[1:]:
        if letter not in _VOWELS and letter != kept[-1]:
            kept += letter
    return kept if 4 <= len(kept) <= 6 else ""


def by_ear(name: str, rng: Random) -> str:
    """``name`` as somebody spells it who only heard it; ``""`` if there is nothing to misspell."""
    ways = [(a, b) for a, b in _BY_EAR if a in name[1:]]
    if not ways:
        return ""
    for heard, written in rng.sample(ways, min(len(ways), rng.choice((1, 1, 2)))):
        name = name[0] + name[1:].replace(heard, written, 1)
    return name


KINDS: dict[str, tuple[Callable[[Corpus, list[str], Random], str], int, int]] = {
    "exact word": (lambda c, rare, rng: rng.choice(rare), 5, 1),
    "two words out of order": (lambda c, rare, rng: f"{rare[-1]} {rare[0]}", 5, 2),
    "beginning": (lambda c, rare, rng: c.beginning(rare), 5, 1),
    "one edit": (lambda c, rare, rng: mistyped(rng.choice(rare), rng), 5, 1),
    "one edit in each of two words": (
        lambda c, rare, rng: " ".join(mistyped(word, rng) for word in rng.sample(rare, 2)), 5, 2,
    ),
    "two edits in eight letters": (
        lambda c, rare, rng: mistyped(mistyped(rng.choice(rare), rng), rng), 8, 1,
    ),
    "abbreviation": (lambda c, rare, rng: shortened(rng.choice(rare), rng), 7, 1),
    "sound-alike name": (lambda c, rare, rng: c.unknown(by_ear(rng.choice(rare), rng)), 6, 1),
}  # fmt: skip
"""How each kind of query is made, the letters a word must have for it, and how many such words."""

FLOORS = {
    "exact word": 0.99,
    "two words out of order": 0.99,
    "beginning": 0.99,
    "one edit": 0.95,
    "one edit in each of two words": 0.99,
    "two edits in eight letters": 0.85,
    "abbreviation": 0.90,
    "sound-alike name": 0.95,
}
"""The share of the quotes meant that must be among the first ten."""
