"""Makes the names of an article agree with each other, in linear time.

What is a person in one sentence is one in the next; a surname belongs to the person named in full;
a name that the model missed is added where the article has it elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsreader.engine.document import NameKind
from newsreader.engine.folding import fold
from newsreader.engine.name_features import name_class
from newsreader.engine.place_classes import class_of
from newsreader.engine.wordlists import wordlist

_LONGEST = 6  # tokens of a name looked for elsewhere
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class Found:
    """A name as a half-open token range."""

    first: int
    last: int
    kind: NameKind
    probability: float


Key = tuple[str, ...]


def consistent(words: Sequence[str], names: list[Found]) -> list[Found]:
    """The names with their edges trimmed and their kinds made to agree, and missed ones added."""
    names = [n for n in (_trimmed(words, name) for name in names) if n is not None]
    names = _agreed(words, names)
    return _added(words, names)


def _key(words: Sequence[str], first: int, last: int) -> Key:
    return tuple(word.lower() for word in words[first:last])


def _trimmed(words: Sequence[str], name: Found) -> Found | None:
    """Without an article or a title before it, or a mark at either end."""
    first, last = name.first, name.last
    titles = wordlist("name_titles")
    while first < last and not words[first][0].isalnum():
        first += 1
    while last > first and not words[last - 1][0].isalnum():
        last -= 1
    while last - first > 1:
        word = fold(words[first])
        title = name.kind == "person" and word in titles and "g" not in name_class(words[first])
        if word not in ("the", "a", "an") and not title:
            break
        first += 1
    return replace(name, first=first, last=last) if first < last else None


def _agreed(words: Sequence[str], names: list[Found]) -> list[Found]:
    """One kind for all mentions of the same words, the kind that the model is surest of."""
    votes: dict[Key, Counter[NameKind]] = defaultdict(Counter)
    surnames: set[str] = set()
    for name in names:
        key = _key(words, name.first, name.last)
        votes[key][name.kind] += name.probability  # type: ignore[assignment]
        if name.kind == "person" and len(key) > 1 and name.probability > 0.4:
            surnames.add(key[-1])
    agreed = []
    for name in names:
        key = _key(words, name.first, name.last)
        kind = votes[key].most_common(1)[0][0]
        if len(key) == 1 and key[0] in surnames and kind != "person":
            sure = name.kind == kind and name.probability > _SURE
            if not (sure and class_of(fold(words[name.first]), words[name.first].isupper())):
                kind = "person"
        agreed.append(replace(name, kind=kind))
    return agreed


def _added(words: Sequence[str], names: list[Found]) -> list[Found]:
    known: dict[Key, Counter[NameKind]] = defaultdict(Counter)
    for name in names:
        key = _key(words, name.first, name.last)
        if len(key) <= _LONGEST and name.probability > 0.5:
            known[key][name.kind] += 1
            if name.kind == "person" and len(key) > 1:
                known[key[-1:]]["person"] += 1
    ordinary = {word for word in words if word[0].islower()}
    taken = bytearray(len(words) + 1)
    for name in names:
        taken[name.first : name.last] = b"\x01" * (name.last - name.first)
    found = list(names)
    i = 0
    while i < len(words):
        if taken[i] or not words[i][0].isupper():
            i += 1
            continue
        for size in range(min(_LONGEST, len(words) - i), 0, -1):
            key = _key(words, i, i + size)
            if key not in known or any(taken[i : i + size]):
                continue
            if size == 1 and (key[0] in ordinary or len(key[0]) < 3):
                continue
            found.append(Found(i, i + size, known[key].most_common(1)[0][0], 0.5))
            i += size - 1
            break
        i += 1
    return sorted(found, key=lambda n: n.first)
