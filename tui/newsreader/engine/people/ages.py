"""Persons by the age that stands behind their name: "the 34-year-old" is "Emily Tran, 34,"."""

from __future__ import annotations

from newsreader.engine.document import Document
from newsreader.engine.people.entities import Entity, Mention

_OLD = frozenset(["year-old", "year-olds"])
_BEFORE = 8
"""Tokens within which a name follows its bearer's age: "34-year-old baker Emily Tran"."""


class Ages:
    """The persons of an article whose ages it gives."""

    def __init__(self, doc: Document, mentions: list[Mention]) -> None:
        self._doc = doc
        self._of_age: dict[str, list[Entity]] = {}
        words = doc.words
        for mention in mentions:
            if mention.entity.kind != "person":
                continue
            behind = words[mention.tokens[1] : mention.tokens[1] + 3]
            if len(behind) == 3 and behind[0] in (",", "(") and behind[1].isdigit():
                if not behind[2][0].isalnum():
                    self._note(behind[1], mention.entity)
                continue
            first = mention.tokens[0]
            for token in range(first - 1, max(2, first - _BEFORE), -1):
                if words[token] in _OLD:
                    self._note(words[token - 2], mention.entity)
                elif words[token][0].islower() or words[token][0].isupper():
                    continue
                break

    def _note(self, age: str, entity: Entity) -> None:
        known = self._of_age.setdefault(age, [])
        if entity not in known[:8]:
            known.append(entity)

    def end(self, last: int) -> int:
        """The end of "the 34-year-old" where a source stopped at the number, else ``last``."""
        words = self._doc.words
        if words[last : last + 1] == ["-"] and words[last + 1 : last + 2] == ["year-old"]:
            return last + 2
        return last

    def who(self, first: int, last: int) -> Entity | None:
        """The only person of the age that the description tells."""
        words = self._doc.words
        for token in range(first + 2, min(last, first + 8)):
            if words[token] in _OLD:
                known = self._of_age.get(words[token - 2], ())
                return known[0] if len(known) == 1 else None
        return None
