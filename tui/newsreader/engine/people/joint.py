"""People who speak as one: "Vik and Lie said". Their speaker's name is "Kirsten Vik and Jonas Lie".

A quotation has one speaker; giving it to one of two would say that the other did not say it.
"""

from __future__ import annotations

from bisect import bisect_right

from newsreader.engine.document import Document
from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import key
from newsreader.engine.people.lexicon import courtesy_titles, is_person_noun, pairs
from newsreader.engine.wordlists import wordlist

_MOST = 3
"""People who are listed as one speaker; of more the text speaks as of a group."""
_BETWEEN = 8
"""Tokens between two names that are joined: "(D-N.C.) and Rep."."""
_BACK = 4
"""Sentences after which "they" no longer takes up two people named together."""


class Joint:
    """The groups of persons that the article names with "and" between them."""

    def __init__(self, doc: Document, mentions: list[Mention]) -> None:
        self._doc = doc
        self.entities: list[Entity] = []
        self._by_members: dict[tuple[int, ...], Entity] = {}
        self._groups: list[list[Mention]] = []
        group: list[Mention] = []
        for mention in mentions:
            if mention.entity.kind != "person" or mention.quoted:
                continue
            link = self._link(group[-1], mention) if group else ""
            if link:
                group.append(mention)
            if not link or link == "and":
                self._close(group, ended=link == "and")
                group = [] if link else [mention]
        self._starts = [group[0].tokens[0] for group in self._groups]

    def _close(self, group: list[Mention], *, ended: bool) -> None:
        distinct = {id(mention.entity) for mention in group}
        if ended and 1 < len(group) <= _MOST and len(distinct) == len(group):
            self._groups.append(list(group))

    def _link(self, one: Mention, other: Mention) -> str:
        """``"and"`` or ``","`` where just that, a region or a title stands between two names."""
        words = self._doc.words[one.tokens[1] : other.tokens[0]]
        if not 0 < len(words) <= _BETWEEN or one.possessive:
            return ""
        at = 0
        if words[0] == "(" and ")" in words:
            at = words.index(")") + 1
        elif words[0] == "of":
            at = 1
            while at < len(words) and words[at][0].isupper():
                at += 1
        if at >= len(words) or words[at] not in ("and", "&", ","):
            return ""
        link = words[at]
        rest = words[at + 1 :]
        if link == "," and rest[:1] == ["and"]:
            return ""  # "said Vik, and Lie laughed"
        return ("," if link == "," else "and") if all(map(_is_title, rest)) else ""

    def at(self, first: int, last: int) -> Entity | None:
        """The group that the source in the half-open token range is, or is the first or the last
        of; ``None`` where it names one person."""
        index = bisect_right(self._starts, last - 1) - 1
        if index < 0:
            return None
        group = self._groups[index]
        begin, end = group[0].tokens[0], group[-1].tokens[1]
        if group[-1].possessive or not begin < last <= end:
            return None
        for member in group:
            inner = member.tokens[0]
            titled = all(map(_is_title, self._doc.words[min(first, inner) : inner]))
            if titled and first <= inner and (member is group[0] or last == end):
                if member is group[0] or not self._is_governed(begin):
                    return self._entity(group)
                break
        return None

    def _is_governed(self, begin: int) -> bool:
        """Whether the group belongs to what stands before it: "met with Vik and Lie said"."""
        return begin > 0 and key(self._doc.words[begin - 1]) in wordlist("prepositions")

    def last(self, token: int, sentence: int) -> Entity | None:
        """The group named last before ``token``, if one of the few sentences before is about it."""
        index = bisect_right(self._starts, token) - 1
        if index < 0 or sentence - self._groups[index][0].sentence > _BACK:
            return None
        if not self._groups[index][0].subject:
            return None
        return self._entity(self._groups[index])

    def _entity(self, group: list[Mention]) -> Entity:
        members = tuple(id(mention.entity) for mention in group)
        entity = self._by_members.get(members)
        if entity is None:
            names = [mention.entity.name for mention in group]
            name = f"{', '.join(names[:-1])} and {names[-1]}"
            entity = Entity("person", name, group[0].start, plural=True)
            self.entities.append(entity)
            self._by_members[members] = entity
        return entity


def _is_title(word: str) -> bool:
    lower = key(word)
    return (
        lower in courtesy_titles()
        or lower in pairs("titles_role")
        or (word[0].isupper() and is_person_noun(lower))
    )
