"""Which place each mention means, by population, containment and the rest of the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from newsreader.engine.demonyms import demonyms
from newsreader.engine.document import Document
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import FIRST_LEVEL, Entry
from newsreader.engine.place_candidates import candidates
from newsreader.engine.place_classes import class_of
from newsreader.engine.place_context import Clue, Context, distance
from newsreader.engine.place_mentions import Mention
from newsreader.engine.wordlists import wordlist

_ROUNDS = 5
_NEAR_CLUES = 200  # names whose distance to the others counts
_COUNTRY, _REGION, _NEARNESS = 5.0, 3.0, 3.25
_CONTAINED, _CONTAINS = 8.0, 3.0
_DOUBTFUL = 3.9  # the least that a place must score; a small one needs the article's support
_DATELINE = 2  # what a name at the start of the text counts for, in mentions
_INNER_GAPS = frozenset([",", "(", ", in", "in", ", a city in", ", a town in", ", a village in"])


def resolve(
    doc: Document, mentions: Sequence[Mention], asides: Sequence[str] = ()
) -> list[int | None]:
    """For each mention the number of its place in the gazetteer, or ``None`` where that is not
    known or too doubtful. ``asides`` are names inside the names of organizations: they only help.
    """
    groups: dict[str, list[Mention]] = defaultdict(list)
    keys_of = _keys(mentions)
    for mention, key in zip(mentions, keys_of, strict=True):
        groups[key].append(mention)
    clues: dict[str, Clue] = {}
    for key, group in groups.items():
        options = candidates(max((m.text for m in group), key=len))
        if options:
            opening = _DATELINE if group[0].first <= 3 else 0
            clues[key] = Clue(options, min(len(group), 5) + opening)
    for text in asides:
        options = candidates(text)
        key = fold(text)
        if options and key not in clues and key not in groups:
            clues[key] = Clue(options, 0.7)
    _contain(doc, mentions, clues)
    keys, every = list(clues), list(clues.values())
    hints = _hints(doc)
    for clue in every:
        clue.settle([c.prior + clue.bonus.get(c.entry.number, 0.0) for c in clue.options])
    scores: list[list[float]] = []
    for turn in range(_ROUNDS):
        context = Context(every, hints, _NEAR_CLUES)
        scores = [
            [
                option.prior
                + clue.bonus.get(option.entry.number, 0.0)
                + _COUNTRY * context.country(number, option.entry)
                + _REGION * context.region(number, option.entry)
                + _NEARNESS * context.nearness(number, option.entry)
                for option in clue.options
            ]
            if len(clue.options) > 1 or turn == _ROUNDS - 1
            else [0.0]  # where there is no choice, only the last score counts
            for number, clue in enumerate(every)
        ]
        for clue, found in zip(every, scores, strict=True):
            clue.settle(found)
    numbers: dict[str, int] = {}
    for key, clue, found in zip(keys, every, scores, strict=True):
        best = max(range(len(found)), key=found.__getitem__)
        if found[best] >= _DOUBTFUL:
            numbers[key] = clue.options[best].entry.number
    return [numbers.get(key) for key in keys_of]


def _keys(mentions: Sequence[Mention]) -> list[str]:
    """One key for the mentions of one place; "Ouse" is "River Ouse" where the article has it, but
    "Ohio" stays what it is beside "Ohio River"."""
    keys = [fold(m.text) for m in mentions]
    longer: dict[str, str] = {}
    for key in set(keys):
        words = key.split()
        if len(words) != 2:
            continue
        if words[0] in ("river", "lake"):
            longer[words[1]] = key
        elif words[1] == "river":
            longer[words[0]] = key
    return [
        longer[key] if key in longer and class_of(key, False) not in tuple("CARBM") else key
        for key in keys
    ]


@lru_cache(maxsize=1)
def _hint_words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in sorted(wordlist("country_hints")):
        code, _, words = line.partition(":")
        for word in words.split():
            found[word].append(code)
    return found


def _hints(doc: Document) -> Counter[str]:
    """Countries that the article's words point to without naming them."""
    people, local = demonyms(), _hint_words()
    found: Counter[str] = Counter()
    ordinary: dict[str, float] = defaultdict(float)
    for word in doc.words:
        if word[0].isupper():
            code = people.get(word.lower())
            if code:
                found[code] += 1
        elif word in local:
            for code in local[word]:
                ordinary[code] += 0.5 / len(local[word])
    result: Counter[str] = Counter()
    for code, count in found.items():
        result[code] = min(count, 5)
    for code, amount in ordinary.items():
        result[code] += min(amount, 1.0)  # type: ignore[assignment]
    return result


def _contain(doc: Document, mentions: Sequence[Mention], clues: dict[str, Clue]) -> None:
    """Let a region or country right behind a name ("Paris, Texas") decide for what lies in it."""
    for mention, following in pairwise(mentions):
        if following.start - mention.end > 20:
            continue
        gap = " ".join(doc.text[mention.end : following.start].split())
        inner, outer = clues.get(fold(mention.text)), clues.get(fold(following.text))
        if gap not in _INNER_GAPS or inner is None or outer is None or inner.bonus:
            continue
        strength = _CONTAINED if gap == "," else _CONTAINED / 2
        for option in outer.options:
            holder = option.entry
            if holder.kind not in ("country", "region", "area"):
                continue
            held = [c.entry.number for c in inner.options if inside(c.entry, holder)]
            if held:
                inner.bonus.update(dict.fromkeys(held, strength))
                outer.bonus[holder.number] = max(outer.bonus.get(holder.number, 0.0), _CONTAINS)
                break


def inside(inner: Entry, outer: Entry) -> bool:
    """Whether one place lies in another, as far as the gazetteer tells."""
    if inner.number == outer.number or inner.kind == "country":
        return False
    if outer.kind == "country":
        return inner.country == outer.country
    if outer.kind == "region" and outer.rank >= FIRST_LEVEL:
        return inner.region == outer.number
    near = distance(inner.latitude, inner.longitude, outer.latitude, outer.longitude) < 100
    return inner.country == outer.country and near
