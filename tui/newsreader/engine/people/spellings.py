"""How names are spelled: as the text has them, their best form, and with a letter missing."""

from __future__ import annotations

from newsreader.engine.people.entities import Entity
from newsreader.engine.people.forms import Form


def spell(text: str, form: Form) -> str:
    """The name as it stands in ``text``, on one line."""
    return " ".join(text[form.start : form.end].split())


def slips(word: str) -> list[str]:
    """A word and what is left of it when one letter, not the first, is missing."""
    word = word[:24]
    return [word, *(word[:cut] + word[cut + 1 :] for cut in range(1, len(word)))]


def best_name(entity: Entity) -> str:
    """The fullest form in which the text gives the name, not in capitals where it has another."""

    def rank(form: str) -> tuple[int, bool, int]:
        words = form.split()
        return (min(len(words), 5), not form.isupper(), entity.forms[form])

    best = max(entity.forms, key=rank)
    return best.title() if best.isupper() and len(best) > 2 else best
