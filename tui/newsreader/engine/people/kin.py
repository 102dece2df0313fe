"""Relatives: whom the article calls so, and "her brother" as the other one of her surname."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import key
from newsreader.engine.people.lexicon import noun_gender, pairs
from newsreader.engine.wordlists import wordlist

_MOST = 8
"""Bearers of a surname among whom a relative is looked for; more are no family."""


class Families:
    """The persons of an article by surname, and who is said to be whose relative."""

    def __init__(self, persons: Iterable[Entity]) -> None:
        self._by_surname: dict[str, list[Entity]] = {}
        self._told: dict[tuple[int, str], list[Entity]] = {}
        for entity in persons:
            self._by_surname.setdefault(_surname(entity), []).append(entity)

    def learn_from(self, words: Sequence[str], mentions: list[Mention]) -> None:
        """Note relatives by names alone: "Ana Ruiz's husband, Jan Novak"."""
        for owner, relative in itertools.pairwise(mentions):
            between = words[owner.tokens[1] : relative.tokens[0]]
            people = owner.entity.kind == relative.entity.kind == "person"
            if people and 2 <= len(between) <= 4 and between[0] in ("'s", "’s"):
                noun = between[-2] if between[-1] == "," else between[-1]
                self.learn(noun, owner.entity, relative.entity)

    def learn(self, noun: str, owner: Entity, relative: Entity) -> None:
        """Note that ``relative`` is the ``noun`` of ``owner``, who is then something to them."""
        group, _, inverse = pairs("kin_groups").get(noun, "").partition("/")
        if not group or owner is relative:
            return
        for whose, what, who in ((owner, group, relative), (relative, inverse, owner)):
            told = self._told.setdefault((id(whose), what), [])
            if who not in told and len(told) < _MOST:
                told.append(who)

    def relative(self, noun: str, owner: Entity | None) -> Entity | None:
        """The ``noun`` (lower case, singular) of ``owner``, where just one person fits."""
        if owner is None:
            return None
        group = pairs("kin_groups").get(noun, "").partition("/")[0]
        told = _fitting(self._told.get((id(owner), group), []), noun)
        if len(told) == 1:
            return told[0]
        if owner.kind != "person" or noun not in wordlist("kin_nouns"):
            return None
        bearers = self._by_surname.get(_surname(owner), [])
        others = [
            entity
            for entity in bearers[: _MOST + 1]
            if entity is not owner and " " in entity.name and entity not in told
        ]
        fitting = _fitting(others, noun)
        return fitting[0] if len(fitting) == 1 and len(bearers) <= _MOST else None


def _fitting(relatives: list[Entity], noun: str) -> list[Entity]:
    gender = noun_gender(noun)
    return [one for one in relatives if not gender or one.gender in ("", gender)]


def _surname(entity: Entity) -> str:
    return key(entity.name.rpartition(" ")[2])
