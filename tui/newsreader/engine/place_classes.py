"""Marks the tokens that the gazetteer knows, longest name first, as features for names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import CAPITAL_CITY, FIRST_LEVEL, WELL_KNOWN, gazetteer
from newsreader.engine.wordlists import wordlist

LONGEST = 5  # tokens in a place's name
_JOINTS = frozenset(["-", "'s", "’s"])
_SIZES = ((300_000, "B"), (30_000, "M"), (0, "S"))


@lru_cache(maxsize=16384)
def class_of(folded: str, capitals: bool) -> str:
    """One letter for the most important place so called: (C)ountry, (A)rea, (R)egion, (B)ig,
    (M)iddling or (S)mall city, (D) a second-level region; in lower case if only an alternate
    name; empty if none. ``capitals``: the text wrote it in capitals."""
    best = ""
    found = gazetteer().find_folded(folded)
    for match in found[:100]:
        if (match.capitals or len(folded) <= 2) and not capitals:
            continue
        entry = gazetteer().entry(match.number)
        if entry.kind == "country":
            letter = "C"
        elif entry.kind == "region":
            letter = "A" if entry.rank >= WELL_KNOWN else "R" if entry.rank == FIRST_LEVEL else "D"
        elif entry.kind == "city":
            people = 10**7 if entry.rank == CAPITAL_CITY else entry.population
            letter = next(letter for size, letter in _SIZES if people >= size)
        else:
            letter = "A"
        if match.alternate and not match.capitals:
            letter = letter.lower()
        if not best or "CARBMcarbDSmds".index(letter) < "CARBMcarbDSmds".index(best):
            best = letter
    return best


def place_classes(words: Sequence[str]) -> list[str]:
    """For each token of a sentence ``-``, or the class of the longest place name that it is in,
    with ``1`` for a one-token name, ``B`` for the first and ``I`` for the others of a longer."""
    size = len(words)
    out = ["-"] * size
    starts = [i for i, word in enumerate(words) if word[0].isupper()]
    shouted = _shouted(words) if starts else False
    after = 0
    for i in starts:
        if i < after:
            continue
        letter, length = _longest_at(words, i, shouted)
        if length == 1:
            out[i] = letter + "1"
        elif length:
            out[i : i + length] = [letter + "B"] + [letter + "I"] * (length - 1)
        after = i + length
    return out


def leading_place(words: Sequence[str]) -> tuple[str, int]:
    """Class and length in tokens of the place name that ``words``, the first in capitals, begin
    with; empty and 0 for none."""
    return _longest_at(words, 0, _shouted(words))


def _shouted(words: Sequence[str]) -> bool:
    return len(words) > 3 and sum(map(str.isupper, words)) * 2 > len(words)


def _longest_at(words: Sequence[str], i: int, shouted: bool) -> tuple[str, int]:
    links = wordlist("name_links")
    last = i + 1
    while last < len(words) and last - i < LONGEST:
        word = words[last]
        if not (word[0].isupper() or word in _JOINTS or word.lower() in links or _elided(word)):
            break
        last += 1
    for end in range(last, i, -1):
        if end - i == 1:
            letter = _phrase_class(words[i], shouted)
        elif words[end - 1][0].isupper() or _elided(words[end - 1]):
            letter = _phrase_class(" ".join(words[i:end]), shouted)
        else:
            continue
        if letter:
            return letter, end - i
    return "", 0


def _elided(word: str) -> bool:
    """Whether an article without its vowel opens the word: "d'Ivoire"."""
    return len(word) > 2 and word[1] in "'’" and word[0].islower() and word[2].isupper()


@lru_cache(maxsize=16384)
def _phrase_class(phrase: str, shouted: bool) -> str:
    if "’s" in phrase or "'s" in phrase:
        phrase = phrase.replace(" ’s", "’s").replace(" 's", "'s")
    return class_of(fold(phrase), phrase.isupper() and not shouted)
