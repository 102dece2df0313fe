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

_WAYS = frozenset(["to", "from", "into", "for"])
_UNSURE = 0.9
_DASHES = frozenset(["—", "–", "--", "-"])


def parted(words: Sequence[str], name: Found) -> list[Found]:
    """ "London Mayor Sadiq Khan" as a place, and a person with the title."""
    here = words[name.first : name.last]
    if name.kind != "organization" and len(here) > 1 and _state(words, name.first):
        return [
            replace(name, last=name.first + 1, kind="place"),
            replace(name, first=name.first + 1, kind="person"),
        ]
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


def _state(words: Sequence[str], first: int) -> bool:
    """Whether a sentence ends in an abbreviated state or country, so that the name behind it is
    one of its own: "in Orchard Park, N.Y. Rivers"."""
    word = words[first]
    if word.count(".") < 2 or class_of(fold(word), True)[:1] not in tuple("CRr"):
        return False
    return first > 0 and (words[first - 1] in (",", "the"))


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


def placed(words: Sequence[str], names: list[Found], at: int) -> bool:
    """Whether a single word that may be a person's name is a known place where it stands: after
    "in", before a comma and its state, or in a row with another place."""
    name = names[at]
    word = words[name.first]
    letter = class_of(fold(word), word.isupper())
    before = word_before(words, name)
    if not letter:  # "near Zyxborough", which no list knows as a person's either
        unlike = name.probability < _UNSURE and name_class(word) == "-"
        return unlike and before in wordlist("locative_prepositions")
    after = words[name.last] if name.last < len(words) else ""
    if letter not in "CARBM" or (letter not in "CA" and after in ("'s", "’s")):
        return False
    if before in wordlist("locative_prepositions") or _contained(words, name.last):
        return True
    if (
        name.first > 1
        and before in _WAYS
        and words[name.first - 2].lower() in wordlist("motion_words")
    ):
        return True  # "flew to Jordan"
    if letter not in "CA":
        return False
    beside = [names[i] for i in (at - 1, at + 1) if 0 <= i < len(names)]
    return any(
        other.kind == "place"
        and (other.last + 1 == name.first or name.last + 1 == other.first)
        and words[min(other.last, name.last)] in ("and", ",")
        for other in beside
    )


def _contained(words: Sequence[str], last: int) -> bool:
    """Whether a region or country follows behind a comma: "JACKSON, Miss."."""
    if last + 1 >= len(words) or words[last] != ",":
        return False
    word = words[last + 1]
    return class_of(fold(word), word.isupper()) in tuple("CRArc")


def word_before(words: Sequence[str], name: Found) -> str:
    """The word before a name in lower case; empty for none."""
    return words[name.first - 1].lower() if name.first else ""
