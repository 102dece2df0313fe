"""Sources that hold a name: as their head, in apposition, or before a party in parentheses."""

from __future__ import annotations

from newsreader.engine.document import Document, Name
from newsreader.engine.name_parts import is_party
from newsreader.engine.people.descriptions import core_end
from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import key
from newsreader.engine.people.lexicon import is_person_noun, pairs
from newsreader.engine.people.mentions import verb_follows
from newsreader.engine.people.nouns import Nouns
from newsreader.engine.people.unmarked import Unmarked
from newsreader.engine.wordlists import wordlist

_APPOSING = frozenset(["a", "an", "the", "who", "his", "her", "their", "its", "one"])


class Naming:
    """Answers which entity a source names, if it names one."""

    def __init__(
        self,
        doc: Document,
        at: dict[int, Mention],
        places: dict[int, Name],
        nouns: Nouns,
        unmarked: Unmarked,
    ) -> None:
        self._doc = doc
        self._at = at
        self._places = places
        self._nouns = nouns
        self._unmarked = unmarked

    def apposed(self, first: int, last: int) -> Entity | None:
        """The person in apposition to a description: "a historian" in "Jan Novak, a historian,"."""
        words = self._doc.words
        if last < len(words):
            comma = words[last] == ","
            at = last + comma
            while comma and at < min(len(words), last + 6) and at not in self._at:
                if not (is_person_noun(key(words[at])) or _is_title(words[at])):
                    break
                at += 1
            behind = self._at.get(at)
            after = words[behind.tokens[1]] if behind and behind.tokens[1] < len(words) else ""
            if (
                behind is not None
                and behind.entity.kind == "person"
                and (not comma or (not behind.possessive and not after[:1].isupper()))
                and not (comma and self._has_its_own_verb(first, behind))
            ):
                return behind.entity
        if first < 3 or words[first - 1] != ",":
            return None
        before = self._at.get(self._over_parentheses(first - 2))
        if before is None or before.entity.kind != "person" or before.possessive:
            return None
        lead = key(words[first])
        if (
            lead in _APPOSING
            or self._nouns.is_description(lead)
            or is_party(words[first])
            or {"’s", "'s"} & set(words[first : min(last, first + 6)])
        ):
            return before.entity
        return None

    def _has_its_own_verb(self, first: int, behind: Mention) -> bool:
        """Whether the name behind a comma begins a clause: "According to polls, Novak led"."""
        before = key(self._doc.words[first - 1]) if first else ""
        return before in wordlist("prepositions") and verb_follows(self._doc, behind.tokens[1])

    def _over_parentheses(self, token: int) -> int:
        """The token before "(D-N.C.)" where ``token`` closes it, else ``token``."""
        words = self._doc.words
        if words[token] == ")":
            for opening in range(token - 1, max(0, token - 9), -1):
                if words[opening] == "(":
                    return opening - 1
        return token

    def before_party(self, first: int) -> Entity | None:
        """ "Ana Silva" for a source cut down to "R-Wis" of "Sen. Ana Silva (R-Wis.)"."""
        words = self._doc.words
        if first < 2 or not (words[first - 1] == "(" or is_party(words[first])):
            return None
        before = self._at.get(first - 2)
        return before.entity if before is not None else None

    def named(self, first: int, last: int) -> Entity | None:
        """The person or organization whose name is the head of the phrase, or its apposition."""
        doc = self._doc
        head = core_end(doc, first, last)
        while head > first and key(doc.words[head - 1]) in ("'s", "'"):
            head -= 1
        mention = self._at.get(head - 1)
        if mention is not None:
            return mention.entity
        if head - 1 in self._places:
            return self._unmarked.place(self._places[head - 1])
        behind_role = self._unmarked.behind_role(first, head)
        if behind_role is not None:
            return self._unmarked.capitalised(behind_role, head)
        for token in range(head, min(last, head + 40)):
            named = self._at.get(token)
            if named is not None and named.tokens[0] == token and self._stands_apart(named, first):
                return named.entity
        return self._unmarked.capitalised(first, head)

    def _stands_apart(self, mention: Mention, first: int) -> bool:
        """Whether a name is set off by commas: "a spokesman for the ministry, Jan Novak"."""
        doc = self._doc
        before = mention.tokens[0] - 1
        while before > first and doc.words[before][0].isupper():
            before -= 1
        return (
            mention.entity.kind == "person"
            and doc.words[before] == ","
            and (not mention.possessive)
        )


def _is_title(word: str) -> bool:
    """Whether a word may stand between a description and the name it describes."""
    lower = key(word)
    return lower in pairs("titles_role") or lower in wordlist("role_modifiers")
