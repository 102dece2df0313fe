"""Names of towns that the model took for persons, or for a part of one's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from newsreader.engine.folding import fold
from newsreader.engine.name_features import name_class
from newsreader.engine.name_parts import Found
from newsreader.engine.place_classes import class_of, leading_place
from newsreader.engine.wordlists import wordlist

_DASHES = frozenset(["—", "–", "--", "-"])


def parted(words: Sequence[str], name: Found) -> list[Found]:
    """ "London Mayor Sadiq Khan" as a place, and a person with the title."""
    here = words[name.first : name.last]
    if name.kind == "place" or len(here) < 3:
        return [name]
    letter, size = leading_place(here)
    if not letter or letter not in "CARBM" or size + 2 > len(here):
        return [name]
    title = fold(here[size])
    if title not in wordlist("office_titles") or "g" not in name_class(here[-2]):
        return [name]
    middle = name.first + size
    return [
        replace(name, last=middle, kind="place"),
        replace(name, first=middle, kind="person"),
    ]


def towns(words: Sequence[str], names: list[Found]) -> list[Found]:
    """The names with those single words turned into places that are no part of a person's full
    name and that the article uses as a town's: in a dateline, or before "Mayor" or "residents"."""
    full: set[str] = set()
    local: Counter[str] = Counter()
    titles = wordlist("name_titles")
    for name in names:
        here = words[name.first : name.last]
        before = fold(words[name.first - 1]) if name.first else ""
        if name.kind == "person" and (len(here) > 1 or before in titles):
            full.update(word.lower() for word in here)
        elif len(here) == 1 and name.kind != "organization":
            local[here[0].lower()] += _local(words, name)
    return [
        replace(name, kind="place")
        if name.kind == "person"
        and name.last - name.first == 1
        and (low := words[name.first].lower()) not in full
        and local[low] > 0
        and class_of(fold(low), False) in tuple("CARBMS")
        else name
        for name in names
    ]


def _local(words: Sequence[str], name: Found) -> bool:
    after = words[name.last] if name.last < len(words) else ""
    if words[name.first].isupper() and len(words[name.first]) > 3 and after in _DASHES:
        return True
    return fold(after) in wordlist("town_words")
