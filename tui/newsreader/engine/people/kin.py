"""Relatives: "her brother" is the other person who bears her surname."""

from __future__ import annotations

from collections.abc import Iterable

from newsreader.engine.people.entities import Entity
from newsreader.engine.people.forms import key
from newsreader.engine.people.lexicon import noun_gender
from newsreader.engine.wordlists import wordlist

_MOST = 8
"""Bearers of a surname among whom a relative is looked for; more are no family."""


class Families:
    """The persons of an article by surname."""

    def __init__(self, persons: Iterable[Entity]) -> None:
        self._by_surname: dict[str, list[Entity]] = {}
        for entity in persons:
            self._by_surname.setdefault(_surname(entity), []).append(entity)

    def relative(self, noun: str, owner: Entity | None) -> Entity | None:
        """The ``noun`` (lower case, singular) of ``owner``, where just one person fits."""
        if owner is None or owner.kind != "person" or noun not in wordlist("kin_nouns"):
            return None
        bearers = self._by_surname.get(_surname(owner), [])
        gender = noun_gender(noun)
        fitting = [
            entity
            for entity in bearers[: _MOST + 1]
            if entity is not owner
            and " " in entity.name
            and (not gender or entity.gender in ("", gender))
        ]
        return fitting[0] if len(fitting) == 1 and len(bearers) <= _MOST else None


def _surname(entity: Entity) -> str:
    return key(entity.name.rpartition(" ")[2])
