"""What the name model sees of each token: the same function trains it and runs it.

Capitalised tokens and their neighbours get many features, the rest two, for speed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsreader.engine.demonyms import demonyms
from newsreader.engine.folding import fold
from newsreader.engine.name_evidence import Evidence
from newsreader.engine.name_tables import name_table
from newsreader.engine.place_classes import place_classes
from newsreader.engine.wordlists import wordlist

_SHAPES = (
    (re.compile(r"[A-Z]\.?"), "X."),
    (re.compile(r"(?:[A-Z]\.)+[A-Z]?"), "X.X."),
    (re.compile(r"[A-Z][a-z]+"), "Xx"),
    (re.compile(r"[a-z]+"), "x"),
    (re.compile(r"[A-Z]{2,}s?"), "XX"),
    (re.compile(r"[A-Z][a-z]+\."), "Xx."),
    (re.compile(r"\d[\d.,:/]*"), "d"),
)


@lru_cache(maxsize=16384)
def shape(word: str) -> str:
    """The word's outline: ``Xx`` for a capitalised word, ``XX`` for capitals, ``Xx-Xx``, ``d``."""
    for pattern, outline in _SHAPES:
        if pattern.fullmatch(word):
            return outline
    out: list[str] = []
    for c in word[:24]:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if not out or out[-1] != kind:
            out.append(kind)
    return "".join(out)[:8]


@lru_cache(maxsize=16384)
def is_ordinary(word: str) -> bool:
    """Whether the language has the word and names do not."""
    return (
        word.isalpha()
        and word.lower() in name_table("name_words")
        and not {"g", "f"} & set(name_class(word))
    )


@lru_cache(maxsize=16384)
def name_class(word: str) -> str:
    """Whether lists know the word as a given (``g``) or family (``f``) name, a title (``t``), a
    word of organizations' names (``o``) or a nationality (``n``)."""
    folded = fold(word)
    parts = folded.split() or [folded]
    return (
        ("g" if all(p in name_table("given_names") for p in parts) else "")
        + ("f" if parts[-1] in name_table("family_names") else "")
        + ("t" if folded in wordlist("name_titles") else "")
        + ("o" if folded in wordlist("organization_words") else "")
        + ("n" if word.lower() in demonyms() else "")
    ) or "-"


def _runs(lower: Sequence[str], capital: Sequence[bool]) -> dict[int, tuple[int, int]]:
    """For each capitalised token the first and last token of its run, "of" and "of the" inside."""
    runs: dict[int, tuple[int, int]] = {}
    for i in [i for i, begins in enumerate(capital) if begins]:
        if i in runs:
            continue
        last = i
        while last + 1 < len(lower):
            step = 1
            while step < 3 and last + step < len(lower) and lower[last + step] in ("of", "the"):
                step += 1
            if last + step >= len(lower) or not capital[last + step]:
                break
            last += step
        for k in range(i, last + 1):
            runs[k] = (i, last)
    return runs


class _Word(NamedTuple):
    """What is known of a word by itself."""

    lower: str
    shape: str
    capital: bool
    alphabetic: bool
    known: str
    edges: tuple[str, str, str]


@lru_cache(maxsize=16384)
def _read(word: str) -> _Word:
    low, capital = word.lower(), word[0].isupper()
    return _Word(
        low,
        shape(word),
        capital,
        word[0].isalpha(),
        name_class(word) if capital else "-",
        (f"suf3={low[-3:]}", f"suf4={low[-4:]}", f"pre3={low[:3]}") if capital else ("", "", ""),
    )


@lru_cache(maxsize=16384)
def _far(word: str) -> list[str]:
    return [f"w={word}", "far"]


def features(
    words: Sequence[str],
    begin: int,
    stop: int,
    evidence: Evidence,
    known: Callable[[str], str],
) -> list[list[str]]:
    """The features of the tokens ``begin`` to ``stop``, a sentence. ``known`` gives a
    word in lower case back if the model may remember it, and ``?`` if only its outline."""
    here = words[begin:stop]
    size = len(here)
    lower, shapes, capital, alphabetic, lists, edges = zip(*map(_read, here), strict=True)
    shown = list(map(known, lower))
    places = place_classes(here)
    before = ["<", *shown]
    after = [*shown[1:], ">"]
    outlines = ["<", *shapes, ">"]
    runs = _runs(lower, capital)
    titles = wordlist("name_titles")
    out = list(map(_far, shown))
    mostly = sum(capital) * 2 > sum(alphabetic)
    near = zip((False, *capital), capital, (*capital[1:], False), strict=False)
    for i in [i for i, beside in enumerate(near) if True in beside]:
        word, outline = shown[i], shapes[i]
        left, right = before[i], after[i]
        left_shape, right_shape = outlines[i], outlines[i + 2]
        row = [
            f"w={word}",
            f"s={outline}",
            f"-1={left}",
            f"+1={right}",
            f"s3={left_shape}|{outline}|{right_shape}",
        ]
        out[i] = row
        if not capital[i]:
            row.append(f"l3={left_shape}|{word}|{right_shape}")
            if i and i + 1 < size:
                row.append(f"ln={lists[i - 1]}|{word}|{lists[i + 1]}")
                row.append(f"lp={places[i - 1]}|{word}|{places[i + 1]}")
            continue
        low = lower[i]
        place, known = places[i], lists[i]
        row += (
            f"p={place}",
            f"n={known}",
            f"pn={place}|{known}",
            *edges[i],
            f"-1s={left}|{outline}",
            f"-1p={left}|{place[:1]}",
            f"+1p={right}|{place[:1]}",
            f"-1+1={left}|{right}",
        )
        if i == 0:
            row.append(f"first={outline}|{known}")
        if mostly:
            row.append("headline")
        if i:
            row.append(f"n-1={lists[i - 1]}|{known}")
            row.append(f"p-1={places[i - 1]}|{place}")
            row.append(f"-2={before[i - 1]}|{left if not capital[i - 1] else left_shape}")
        if i + 1 < size:
            row.append(f"n+1={known}|{lists[i + 1]}")
            row.append(f"p+1={place}|{places[i + 1]}")
            if i + 2 < size:
                row.append(f"+2={right if not capital[i + 1] else right_shape}|{shown[i + 2]}")
        first, last = runs[i]
        row.append(f"rl={shown[last]}|{min(last - i, 3)}")
        row.append(f"rc={lists[last]}|{places[last][:1]}|{min(last - i, 2)}|{min(i - first, 2)}")
        if first:
            row.append(f"rb={shown[first - 1]}|{min(last - first, 3)}")
        if last + 1 < size:
            row.append(f"ra={shown[last + 1]}|{min(last - first, 3)}")
        if i and lower[i - 1] in titles:
            row.append("after title")
        row += evidence.features(low)
    return out
