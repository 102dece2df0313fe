"""Articles with a label for each token, and copies of them with their names swapped."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from newsreader.engine.gazetteer import Entry, gazetteer
from newsreader.engine.name_features import name_list
from newsreader.engine.tokens import read_document

_LABELS = {"PERSON": "P", "ORGANIZATION": "G", "LOCATION": "L"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article's tokens with ``O``, ``B-P``, ``I-P``, ``B-G`` … for each."""

    words: list[str]
    sentences: list[tuple[int, int]]
    labels: list[str]


def read_silver(folder: Path, part: str) -> list[Labelled]:
    """The machine-labelled articles of ``folder``; a label is carried over by its offsets."""
    found = []
    with gzip.open(folder / f"corenlp-{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            name, sentences = json.loads(line)
            text = (folder / part / f"{name}.txt").read_bytes().decode("utf-8")
            classes = {}
            for sentence in sentences:
                for start, end, _tag, kind in sentence:
                    if kind in _LABELS:
                        classes.update(dict.fromkeys(range(start, end), _LABELS[kind]))
            doc = read_document(text)
            kinds = [classes.get(start, "O") for start in doc.starts]
            found.append(Labelled(doc.words, doc.sentences, _marked(doc.words, kinds)))
    return found


def _marked(words: list[str], kinds: list[str]) -> list[str]:
    labels: list[str] = []
    for i, kind in enumerate(kinds):
        if words[i] in ("'s", "’s"):
            kind = kinds[i] = "O"
        before = kinds[i - 1] if i else "O"
        labels.append(kind if kind == "O" else ("I-" if kind == before else "B-") + kind)
    return labels


@lru_cache(maxsize=1)
def _places() -> tuple[list[Entry], list[Entry], list[Entry], list[float]]:
    entries = [e for e in gazetteer() if len(e.name.split()) <= 3]
    cities = [e for e in entries if e.kind == "city"]
    return (
        [e for e in entries if e.kind == "country"],
        [e for e in entries if e.rank == 2 or e.kind in ("area", "water", "continent")],
        cities,
        [max(e.population, 1000) ** 0.5 for e in cities],
    )


@lru_cache(maxsize=2)
def _people(name: str) -> list[str]:
    return sorted(n for n in name_list(name) if 2 < len(n) < 14)


class _Swap:
    """New names for one article: a word once replaced stays replaced."""

    def __init__(self, generator: random.Random) -> None:
        self._random = generator
        self._people: dict[str, str] = {}
        self._places: dict[str, list[str]] = {}

    def person(self, words: list[str]) -> list[str]:
        out = []
        for i, word in enumerate(words):
            if len(word) < 3 or not word[0].isupper() or word.isupper():
                out.append(word)
                continue
            last = i == len(words) - 1
            if word not in self._people:
                pool = _people("family_names" if last else "given_names")
                new = self._random.choice(pool).capitalize()
                if last and self._random.random() < 0.12:
                    new += "-" + self._random.choice(pool).capitalize()
                self._people[word] = new
            out.append(self._people[word])
        return out

    def place(self, words: list[str]) -> list[str]:
        key = " ".join(words)
        if key not in self._places:
            countries, regions, cities, weights = _places()
            roll = self._random.random()
            if roll < 0.35:
                new = self._random.choice(countries)
            elif roll < 0.55:
                new = self._random.choice(regions)
            else:
                new = self._random.choices(cities, weights)[0]
            self._places[key] = read_document(new.name).words
        return self._places[key]

    def organization(self, words: list[str]) -> list[str]:
        if len(words) == 1 and words[0].isupper() and words[0].isalpha() and len(words[0]) < 6:
            if words[0] not in self._people:
                letters = "ABCDEFGILMNOPRSTU"
                size = self._random.randint(2, 5)
                self._people[words[0]] = "".join(self._random.choices(letters, k=size))
            return [self._people[words[0]]]
        return words


def swapped(article: Labelled, generator: random.Random) -> Labelled:
    """A copy in which most names are others of their class, the same everywhere in it."""
    swap = _Swap(generator)
    change: dict[str, Callable[[list[str]], list[str]]] = {
        "P": swap.person,
        "L": swap.place,
        "G": swap.organization,
    }
    words: list[str] = []
    labels: list[str] = []
    sentences: list[tuple[int, int]] = []
    for begin, stop in article.sentences:
        start = len(words)
        i = begin
        while i < stop:
            label = article.labels[i]
            j = i + 1
            if label != "O":
                while j < stop and article.labels[j] == "I-" + label[2]:
                    j += 1
                new = change[label[2]](article.words[i:j])
                labels += [label] + ["I-" + label[2]] * (len(new) - 1)
                words += new
            else:
                labels.append(label)
                words.append(article.words[i])
            i = j
        sentences.append((start, len(words)))
    return Labelled(words, sentences, labels)
