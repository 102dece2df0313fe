"""Which place each mention means, by population, containment and the rest of the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from newsreader.engine.demonyms import demonyms
from newsreader.engine.document import Document
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import CAPITAL_CITY
from newsreader.engine.place_candidates import Candidate, candidates
from newsreader.engine.place_context import Clue, Context
from newsreader.engine.place_mentions import Mention
from newsreader.engine.place_relations import Relations, in_row, like_kinds
from newsreader.engine.wordlists import wordlist

_ROUNDS = 5  # at most; they end when shares move by less than this
_STILL = 0.002
_NEAR_CLUES = 200  # names whose distance to the others counts
_COUNTRY, _REGION, _NEARNESS = 5.0, 3.0, 3.25
_SHADOW, _IN_SHADOW = 3.0, 0.6  # a village called like a far larger capital needs more than that
_ROW = 3.0
_DOUBTFUL = 3.9  # the least that a place must score; a small one needs the article's support
_DATELINE = 2  # what a name at the start of the text counts for, in mentions


def resolve(
    doc: Document, mentions: Sequence[Mention], asides: Sequence[str] = ()
) -> list[int | None]:
    """For each mention the number of its place in the gazetteer, or ``None`` where that is not
    known or too doubtful. ``asides`` are names inside the names of organizations: they only help.
    """
    groups: dict[str, list[Mention]] = defaultdict(list)
    relations = Relations(doc, mentions)
    keys_of = relations.keys
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
    relations.apply(clues)
    keys, every = list(clues), list(clues.values())
    rows = relations.rows(keys)
    hints = _hints(doc)
    for clue in every:
        clue.settle([c.prior + clue.bonus.get(c.entry.number, 0.0) for c in clue.options])
    scores: list[list[float]] = []
    last = False
    for turn in range(_ROUNDS):
        last = last or turn == _ROUNDS - 1
        context = Context(every, hints, _NEAR_CLUES)
        beside = [like_kinds(clue) if number in rows else {} for number, clue in enumerate(every)]
        scores = [
            [
                option.prior
                + clue.bonus.get(option.entry.number, 0.0)
                + (_IN_SHADOW if _overshadowed(option, clue.options[0]) else 1.0)
                * (
                    _COUNTRY * context.country(number, option.entry)
                    + _REGION * context.region(number, option.entry)
                    + _NEARNESS * context.nearness(number, option.entry)
                )
                + (_ROW * in_row(option.entry, [beside[n] for n in row]) if row else 0.0)
                for option in clue.options
            ]
            if last or len(clue.options) > 1
            else [0.0]  # where there is no choice, only the last score counts
            for number, clue in enumerate(every)
            for row in [rows.get(number, ())]
        ]
        if last:
            break
        before = [clue.shares for clue in every]
        for clue, found in zip(every, scores, strict=True):
            clue.settle(found)
        last = all(map(_still, before, (clue.shares for clue in every)))
    numbers: dict[str, int] = {}
    for key, clue, found in zip(keys, every, scores, strict=True):
        best = max(range(len(found)), key=found.__getitem__)
        if found[best] >= _DOUBTFUL:
            numbers[key] = clue.options[best].entry.number
    return [numbers.get(key) for key in keys_of]


def _overshadowed(option: Candidate, likeliest: Candidate) -> bool:
    """Whether a place bears the name of a capital that news speaks of a thousand times as often."""
    capital = likeliest.entry.rank == CAPITAL_CITY
    return capital and likeliest.prior - option.prior > _SHADOW


def _still(before: list[float], now: list[float]) -> bool:
    """Whether no share moved in a round."""
    return len(now) == 1 or all(abs(a - b) < _STILL for a, b in zip(before, now, strict=True))


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
