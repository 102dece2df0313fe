"""Names that the model missed, added from what the rest of the article and the lists show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsreader.engine.document import NameKind
from newsreader.engine.name_features import name_class
from newsreader.engine.name_parts import Found, Key, key_of
from newsreader.engine.name_tables import name_table
from newsreader.engine.wordlists import wordlist

_LONGEST = 6  # tokens of a name looked for elsewhere


def added(words: Sequence[str], names: list[Found]) -> list[Found]:
    """The names with those that the model missed: what the article has elsewhere as a name, and
    runs of capitalised words that begin as persons' names do."""
    known: dict[Key, Counter[NameKind]] = defaultdict(Counter)
    for name in names:
        key = key_of(words, name.first, name.last)
        if len(key) <= _LONGEST and name.probability > 0.5:
            known[key][name.kind] += 1
            if name.kind == "person" and len(key) > 1:
                known[key[-1:]]["person"] += 1
    ordinary = {word for word in words if word[0].islower()}
    heads = {key[0] for key in known}
    taken = bytearray(len(words) + 1)
    for name in names:
        taken[name.first : name.last] = b"\x01" * (name.last - name.first)
    found = list(names)
    stop = 0
    begins = [i for i, word in enumerate(words) if word[0].isupper() and word.lower() in heads]
    for i in begins:
        if taken[i] or i < stop:
            continue
        for size in range(min(_LONGEST, len(words) - i), 0, -1):
            key = key_of(words, i, i + size)
            if key not in known or any(taken[i : i + size]):
                continue
            if size == 1 and (key[0] in ordinary or len(key[0]) < 3):
                continue
            found.append(Found(i, i + size, known[key].most_common(1)[0][0], 0.5))
            stop = i + size
            break
    found += _unknown_persons(words, found, taken)
    return sorted(found, key=lambda n: n.first)


def _unknown_persons(words: Sequence[str], names: list[Found], taken: bytearray) -> list[Found]:
    """Two or three capitalised words that no list of ordinary words has, one of them a name."""
    for name in names:
        taken[name.first : name.last] = b"\x01" * (name.last - name.first)
    found: list[Found] = []
    alike = [i for i, word in enumerate(words) if not taken[i] and _like_a_name(word)]
    for i, last in _runs(alike):
        beside = (i and taken[i - 1]) or (last < len(words) and taken[last])
        if (
            2 <= last - i <= 3
            and not beside
            and {"g", "f"} & set(name_class(words[i]))
            and ({"g", "f"} & set(name_class(words[last - 1])) or _described(words, last))
        ):
            found.append(Found(i, last, "person", 0.5))
    return found


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of ``numbers`` that follow each other."""
    begin = 0
    for end in range(1, len(numbers) + 1):
        if end == len(numbers) or numbers[end] != numbers[end - 1] + 1:
            yield numbers[begin], numbers[end - 1] + 1
            begin = end


def _described(words: Sequence[str], last: int) -> bool:
    """Whether what follows speaks of a person: "said", "visited", ", a teacher"."""
    following = [word.lower() for word in words[last : last + 2]]
    if not following:
        return False
    if following[0] == "," and len(following) == 2:
        return following[1] in ("a", "an", "who", "whose") or following[1].isdigit()
    return following[0] in wordlist("name_speech") or following[0].endswith("ed")


@lru_cache(maxsize=16384)
def _like_a_name(word: str) -> bool:
    if not word.istitle() or not word.isalpha():
        return False
    kinds = set(name_class(word))
    if kinds & {"t", "o", "n"}:
        return False
    ordinary = word.lower() in name_table("name_words")
    return not ordinary or (len(word) < 4 and bool(kinds & {"g", "f"}))
