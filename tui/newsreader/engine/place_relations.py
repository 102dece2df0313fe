"""What the words between the mentions of an article's places say of them: "Paris, Texas", "Cuba's
second city, Santiago", "a town north of Beirut", a row of states."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from newsreader.engine.document import Document
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import CAPITAL_CITY, FIRST_LEVEL, Entry
from newsreader.engine.place_candidates import STATES_KNOWN, Candidate, candidates
from newsreader.engine.place_classes import class_of
from newsreader.engine.place_context import Clue, distance
from newsreader.engine.place_mentions import Mention

_CONTAINED, _CONTAINS, _REGION = 8.0, 3.0, 3.0
_CAPITALS = 0.5  # what a row of capitals counts for, beside one of countries or regions
_NEAR = 150.0  # kilometres
_LONGEST = 60  # code points between two mentions that may still say something
_MOST_IN_ROW = 6
_GAPS = {",": 1.0, "(": 0.5, ", in": 0.5, "in": 0.5}
_INSIDE = re.compile(r", (?:an?|the) (?:[a-z0-9-]{1,20} ){1,5}(?:of|in)")
_OWNED = re.compile(r"['’]s?(?: [a-z-]{1,20}){0,5},?")
_BESIDE = re.compile(
    r"(?:,? [a-z0-9.-]{1,20}){0,3},? ?(?:north|south|east|west|northeast|northwest|"
    r"southeast|southwest|outside|near) ?(?:of)?"
)
_ROWS = frozenset([",", "and", ", and", "or", ", or", "&"])
_REGIONS = frozenset(["state", "province"])
Like = Mapping[str, float]


class Relations:
    """Found once for an article; ``keys`` has for each mention what it is resolved by. Mentions
    of one name have one key, unless the text itself tells that they are of different places."""

    def __init__(self, doc: Document, mentions: Sequence[Mention]) -> None:
        self._held: list[tuple[int, int, float, int, list[int]]] = []
        self._near: list[tuple[int, list[int]]] = []
        self._rows: list[tuple[int, int]] = []
        self._states: set[int] = set()
        keys = _keys(mentions)
        for i, mention in enumerate(mentions):
            word = doc.text[mention.end : mention.end + 10].partition(" ")[2].split(" ")[0]
            word = word.strip(".,;:")
            regions = (c for c in candidates(mention.text) if c.entry.kind == "region")
            if word in _REGIONS and any(regions):
                self._states.add(i)
                keys[i] += " " + word
        for i, (one, two) in enumerate(pairwise(mentions)):
            if two.start - one.end <= _LONGEST:
                self._relate(i, one, two, " ".join(doc.text[one.end : two.start].split()))
        self.keys = self._split(keys)

    def _relate(self, i: int, one: Mention, two: Mention, gap: str) -> None:
        inner, outer, strength = i, i + 1, _GAPS.get(gap, 0.0)
        if not strength:
            if _INSIDE.fullmatch(gap):
                strength = 0.5
            elif _OWNED.fullmatch(gap):
                inner, outer, strength = i + 1, i, 0.5
        texts = (one.text, two.text)
        if strength:
            options = candidates(texts[inner - i])
            best = (0.0, 0, list[int]())
            for option in candidates(texts[outer - i]):
                if option.entry.kind not in ("country", "region", "area"):
                    continue
                held = [c for c in options if inside(c.entry, option.entry)]
                if held:
                    weight = option.prior + 2 * held[0].prior
                    best = max(best, (weight, option.entry.number, [c.entry.number for c in held]))
            if best[2]:
                self._held.append((inner, outer, strength, best[1], best[2]))
                return
        if _BESIDE.fullmatch(gap):
            close = _close(candidates(one.text), candidates(two.text))
            if close:
                self._near.append((i, close))
        elif gap in _ROWS:
            self._rows.append((i, i + 1))

    def _split(self, keys: list[str]) -> list[str]:
        """``keys`` made different where a name is said to lie in, or to hold, different places."""
        meant: dict[str, list[tuple[int, set[int]]]] = defaultdict(list)
        for i, _, _, _, held in self._held:
            meant[keys[i]].append((i, set(held)))
        for i, close in self._near:
            meant[keys[i]].append((i, set(close)))
        for _, j, strength, holder, _ in self._held:
            if strength == 1.0:
                meant[keys[j]].append((j, {holder}))
        apart = list(keys)
        for key, said in meant.items():
            senses: list[set[int]] = []
            for _, options in said:
                if not any(options & sense for sense in senses):
                    senses.append(options)
            for i, options in said if len(senses) > 1 else ():
                sense = next(n for n, sense in enumerate(senses) if options & sense)
                apart[i] = f"{key}@{sense}"
        return apart

    def apply(self, clues: dict[str, Clue]) -> None:
        """Give the clues what containment and nearness add to their options."""
        done: set[str] = set()
        for i, j, strength, holder, held in self._held:
            inner, outer = clues.get(self.keys[i]), clues.get(self.keys[j])
            if inner is None or outer is None or self.keys[i] in done:
                continue
            done.add(self.keys[i])
            inner.bonus.update(dict.fromkeys(held, _CONTAINED * strength))
            holds = _CONTAINED if "@" in self.keys[j] else _CONTAINS
            outer.bonus[holder] = max(outer.bonus.get(holder, 0.0), holds)
        for i, close in self._near:
            clue = clues.get(self.keys[i])
            if clue is not None and self.keys[i] not in done:
                clue.bonus.update(dict.fromkeys(close, _CONTAINED / 2))
        for i in self._states:
            plain = self.keys[i].rpartition(" ")[0]
            for key, amount in ((self.keys[i], _REGION), (plain, -_REGION)):
                clue = clues.get(key)
                for option in clue.options if clue is not None else ():
                    if clue is not None and option.entry.kind == "region":
                        clue.bonus.setdefault(option.entry.number, amount)

    def rows(self, keys: Sequence[str]) -> dict[int, list[int]]:
        """For the number of each key in a row those of its neighbours there."""
        number = {key: at for at, key in enumerate(keys)}
        found: dict[int, list[int]] = defaultdict(list)
        for i, j in self._rows:
            one, two = number.get(self.keys[i]), number.get(self.keys[j])
            if one is not None and two is not None and one != two:
                for a, b in ((one, two), (two, one)):
                    if len(found[a]) < _MOST_IN_ROW:
                        found[a].append(b)
        return found


def like_kinds(clue: Clue) -> Like:
    """How much of a clue is a country, a capital, or a region of which country."""
    found: dict[str, float] = defaultdict(float)
    for option, share in zip(clue.options, clue.shares, strict=True):
        like = _like(option.entry)
        if share > 0.02 and like:
            found[like] += share
    return found


def in_row(entry: Entry, beside: Sequence[Like]) -> float:
    """The share of a place's neighbours in rows that are of its kind, 0 to 1."""
    like = _like(entry)
    weight = _CAPITALS if like == "capital" else 1.0
    return weight * sum(other.get(like, 0.0) for other in beside) / len(beside) if like else 0.0


def _like(entry: Entry) -> str:
    """What neighbours in a row have in common: countries, capitals, states of one country."""
    if entry.kind == "region" and entry.rank >= FIRST_LEVEL and entry.country in STATES_KNOWN:
        return entry.country or ""
    if entry.kind == "city" and entry.rank == CAPITAL_CITY:
        return "capital"
    return entry.kind if entry.kind == "country" else ""


def _close(options: Sequence[Candidate], others: Sequence[Candidate]) -> list[int]:
    """The numbers of those ``options`` that are close to the likeliest of ``others``."""
    if not others:
        return []
    to = others[0].entry
    return [
        c.entry.number
        for c in options
        if c.entry.number != to.number
        and distance(c.entry.latitude, c.entry.longitude, to.latitude, to.longitude) < _NEAR
    ]


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
