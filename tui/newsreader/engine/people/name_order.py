"""Names whose first word is the family's, and names of which the text gives only a part."""

from __future__ import annotations

from collections import defaultdict

from newsreader.engine.name_features import name_class
from newsreader.engine.people.entities import Entity
from newsreader.engine.people.forms import Form
from newsreader.engine.people.lexicon import given_name_gender
from newsreader.engine.wordlists import wordlist

_LONGEST = 6
"""Words of a name by whose parts it is found."""


class Orders:
    """The full names of an article by what they begin and end with.

    "Mr. Zhao" is Zhao Wenbo and "Sir Alan" is Alan Marsh; "Van der Meulen" is Pieter van der
    Meulen and "Sri Wahyuni" is Sri Wahyuni Hartono.
    """

    def __init__(self) -> None:
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._by_part: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
        self._last: dict[int, str] = {}
        self._lone: set[str] = set()

    def note_lone(self, form: Form) -> None:
        """Note a word that somewhere stands for somebody's whole name."""
        self._lone.add(form.surname)

    def add(self, form: Form, entity: Entity) -> None:
        """Note a new full name."""
        for word in form.words[: min(len(form.words) - 1, _LONGEST)]:
            self._by_word[word].append(entity)
        self._last[id(entity)] = form.words[-1]
        if 2 < len(form.words) <= _LONGEST and not form.suffix:
            for cut in range(2, len(form.words)):
                self._by_part[form.words[:cut]].append(entity)
                self._by_part[form.words[-cut:]].append(entity)

    def longer(self, form: Form) -> Entity | None:
        """The one person of whose longer name ``form`` is the beginning or the end."""
        bearers = self._by_part.get(form.words, ())
        return bearers[0] if len(bearers) == 1 and not form.suffix else None

    def titled(self, form: Form, gender: str) -> Entity | None:
        """The person whose name holds the one word behind a title, and who goes by no
        surname elsewhere, unless the title is one before given names."""
        bearers = [
            entity
            for entity in self._by_word.get(form.surname, ())[:50]
            if entity.gender in ("", gender) or not gender
        ]
        if form.title not in wordlist("titles_given"):
            bearers = [one for one in bearers if self._last[id(one)] not in self._lone]
        return bearers[0] if len(bearers) == 1 else None


def is_family_first(form: Form) -> bool:
    """Whether a full name is in the order of Chinese, Korean or Hungarian: "Kim Sung-ho"."""
    if not form.given or form.words[0] not in wordlist("family_names_first"):
        return False
    return "-" in form.surname or "f" not in name_class(form.surname) or len(form.words) == 3


def form_gender(form: Form) -> str:
    """``"m"``, ``"f"`` or ``""`` by the given name of ``form``, or by the one word it is."""
    if is_family_first(form):
        return given_name_gender(form.surname) if len(form.words) == 2 else ""
    return given_name_gender(form.given[0] if form.given else form.surname)
