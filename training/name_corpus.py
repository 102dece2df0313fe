"""Articles with a label for each token, and copies of them with their names swapped."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from newsreader.engine.demonyms import demonyms
from newsreader.engine.document import Document
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import FIRST_LEVEL, Entry, gazetteer
from newsreader.engine.name_tables import name_table
from newsreader.engine.place_classes import class_of
from newsreader.engine.tokens import read_document

_PARTICLES = [
    "da",
    "de",
    "del",
    "di",
    "dos",
    "van",
    "von",
    "bin",
    "ben",
    "al",
    "el",
    "ibn",
    "la",
    "le",
]
_SHOUTED = 0.02  # of the sentences of a swapped copy are put in capitals
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


def read_places(
    path: Path, label: Callable[[Document], list[str]], keep: Callable[[int], bool]
) -> list[Labelled]:
    """The articles of ``path`` whose number ``keep`` accepts, labelled by a first model and
    corrected by the human place labels; sentences in which the two conflict are left out."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")):
        if not line or not keep(number):
            continue
        article = json.loads(line)
        doc = read_document(article["text"])
        kinds = [x[-1] for x in label(doc)]
        bad: set[int] = set()
        human = bytearray(len(doc.words))
        for place in article["places"]:
            tokens = doc.tokens_in(place["start"], place["end"])
            for i in tokens:
                human[i] = 1
            if len(tokens) == 1 and doc.words[tokens[0]].lower() in demonyms():
                continue
            around = [
                kinds[i]
                for i in (tokens.start - 1, tokens.stop)
                if tokens and 0 <= i < len(kinds) and doc.words[i][0].isupper()
            ]
            if all(kinds[i] == "G" for i in tokens) and "G" in around:
                continue
            for i in tokens:
                kinds[i] = "L"
        for i, kind in enumerate(kinds):
            word = doc.words[i]
            if kind == "L" and not human[i] and class_of(fold(word), word.isupper()) not in "CABR":
                bad.add(doc.sentence_of(i))
        labels = _marked(doc.words, kinds)
        kept = [s for k, s in enumerate(doc.sentences) if k not in bad]
        found.append(Labelled(doc.words, kept, labels))
    return found


def _marked(words: list[str], kinds: list[str]) -> list[str]:
    labels: list[str] = []
    for i, kind in enumerate(kinds):
        inside = kind == "G" and i + 1 < len(kinds) and kinds[i + 1] == "G"
        if words[i] in ("'s", "’s") and not inside:
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
        [e for e in entries if e.rank >= FIRST_LEVEL or e.kind in ("area", "water", "continent")],
        cities,
        [max(e.population, 1000) ** 0.5 for e in cities],
    )


@lru_cache(maxsize=2)
def _people(name: str) -> list[str]:
    return sorted(n for n in name_table(name) if 2 < len(n) < 14)


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
        if len(out) == 2 and out[-1][0].isupper():
            roll = self._random.random()
            if roll < 0.06:
                out.insert(1, self._random.choice(_PARTICLES))
            elif roll < 0.12:
                out.insert(1, self._random.choice(_people("given_names")).capitalize())
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
        shout = generator.random() < _SHOUTED
        i = begin
        while i < stop:
            label = article.labels[i]
            j = i + 1
            if label != "O":
                while j < stop and article.labels[j] == "I-" + label[2]:
                    j += 1
                new = change[label[2]](article.words[i:j])
                labels += [label] + ["I-" + label[2]] * (len(new) - 1)
                words += [w.upper() for w in new] if shout else new
            else:
                labels.append(label)
                words.append(article.words[i].upper() if shout else article.words[i])
            i = j
        sentences.append((start, len(words)))
    return Labelled(words, sentences, labels)


def fragments(generator: random.Random) -> Labelled:
    """A made-up article of headings, bylines, lists and datelines with names of the world, which
    the machine-labelled news has too few of."""
    words: list[str] = []
    labels: list[str] = []
    sentences: list[tuple[int, int]] = []
    swap = _Swap(generator)
    for _ in range(25):
        start = len(words)
        for piece in generator.choice(_TEMPLATES).split():
            kind = piece.strip("{}^")
            if piece[0] != "{":
                words.append(piece)
                labels.append("O")
                continue
            blank = str(generator.randrange(12))
            if kind == "P":
                new = swap.person(["Given" + blank, "Family" + blank])
            elif kind == "F":
                new = swap.person(["Family" + blank])
            else:
                new = swap.place(["Place" + blank])
            if piece[-1] == "^":
                new = [w.upper() for w in new]
            words += new
            labels += ["B-" + kind.replace("F", "P")]
            labels += ["I-" + kind.replace("F", "P")] * (len(new) - 1)
        sentences.append((start, len(words)))
    return Labelled(words, sentences, labels)


_TEMPLATES = (
    "{P} .",
    "{P}",
    "By {P}",
    "By {P} and {P}",
    "{P} , {P} and {P} took part .",
    "{P} in {L}",
    "{L} .",
    "{L} , {L} and {L} will take part .",
    "Likewise , {L} , {L} and {L} signed .",
    "{L}^ , {L} -",
    "{L}^ ( Reuters ) -",
    "{L}^ , Jan . 12 ( AP ) —",
    "{L} : what we know so far",
    "In {L} , {P} said the talks with {F} had failed .",
    "{F} said the war in {L} was over .",
    "Talks in {L} and {L} broke down , said {P} .",
    "{L} waits .",
    "{L} said it would withdraw its troops from {L} .",
    "{L} ’s army crossed into {L} on Monday .",
    "The {L} talks collapsed after {F} left .",
    "{P} : We did not know .",
    "Interview with {P}",
    "{F} is from {L} and lives in {L} .",
    "{P} , a farmer in {L} , said the rains had failed .",
    "{F} ’s village is near {L} .",
    "Floods kill dozens in {L} , {L}",
    "{L} and {L} are at war .",
    "According to {F} , the road to {L} is closed .",
    "Residents of {L} fled to {L} .",
    "The prime minister , {P} , flew to {L} .",
    "The foreign ministers of {L} and {L} , {P} and {P} , met in {L} .",
    "Thousands marched through {L} on Sunday .",
    "{L} beat {L} 2 - 1 .",
    "{F} and {F} declined to comment .",
    "“ We will rebuild {L} , ” {F} said .",
    "“ They took everything , ” said {P} , 34 , who fled {L} .",
    "Opposition leader {P} was arrested at {L} airport .",
    "the city of {L} , in {L} ,",
    "{L}^",
    "{L}^ — Rebels have seized the town of {L} .",
    "{L}^ ( AFP ) - {P} was released on Monday .",
    "{L} - The president , {P} , has resigned .",
    "{F}^ RESIGNS",
    "{F}^ VISITS {L}^ AS TALKS FAIL",
    "From {L} to {L} , the drought has emptied villages .",
    "Troops left {L} , the capital of {L} , on Friday .",
)
