"""Joins names of organizations: "Department of Homeland Security" and "DHS" are one."""

from __future__ import annotations

from collections import defaultdict

from newsreader.article import Span
from newsreader.engine.document import Document, Name
from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import key
from newsreader.engine.wordlists import wordlist

_LONGEST = 12
"""Words of a name by whose ends it is found; the ends of longer ones are not indexed."""

_APPOSED = 9
"""Tokens behind a name within which an apposition names what it is."""

_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "at", "de", "la", "&"])


class Organizations:
    """The organizations of one article, found by full name, acronym or either end of the name."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._by_name: dict[tuple[str, ...], Entity] = {}
        self._by_end: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
        self._by_acronym: dict[str, list[Entity]] = defaultdict(list)

    def add(self, words: tuple[str, ...], spelling: str, start: int) -> Entity:
        """The organization of this exact name, new if it is."""
        entity = self._by_name.get(words)
        if entity is None:
            entity = Entity("organization", "", start)
            self.entities.append(entity)
            self._by_name[words] = entity
            if 1 < len(words) <= _LONGEST:
                for cut in range(1, len(words)):
                    self._by_end[words[cut:]].append(entity)
                    self._by_end[words[:cut]].append(entity)
                for acronym in _acronyms(words):
                    self._by_acronym[acronym].append(entity)
        entity.forms[spelling] += 1
        return entity

    def alias(self, acronym: str, entity: Entity) -> None:
        """Make ``acronym``, which stood in parentheses behind the name, mean ``entity``."""
        self._by_name.setdefault((key(acronym),), entity)

    def find(self, words: tuple[str, ...], spelling: str) -> Entity | None:
        """The one organization that ``words`` can mean, if there is one. What is spelled in
        capitals is an acronym, never an end of a longer name."""
        known = self._by_name.get(words)
        if known is not None:
            return known
        if len(words) == 1:
            bearers = self._by_acronym.get(words[0].replace(".", ""), [])
            if len(bearers) == 1:
                return bearers[0]
        bearers = self._by_end.get(words, [])
        if len(bearers) == 1 and not spelling.isupper():
            return bearers[0]
        return None


def _acronyms(words: tuple[str, ...]) -> set[str]:
    letters = "".join(word[0] for word in words)
    large = "".join(word[0] for word in words if word not in _SMALL)
    return {acronym for acronym in (letters, large) if len(acronym) >= 2}


def _read(doc: Document, start: int, end: int) -> tuple[tuple[str, ...], Span]:
    """The key words of an organization's name and its token range, without article and
    possessive."""
    tokens = doc.tokens_in(start, end)
    first, last = tokens.start, tokens.stop
    while last > first and (
        doc.words[last - 1] in ("’s", "'s") or not doc.words[last - 1][0].isalnum()
    ):
        last -= 1
    if last - first > 1 and doc.words[first].lower() == "the":
        first += 1
    words = tuple(key(doc.words[t]) for t in range(first, last) if doc.words[t][0].isalnum())
    return words, (first, last)


def join_organizations(
    doc: Document, names: list[Name]
) -> tuple[Organizations, list[tuple[Span, Entity]]]:
    """The organizations of the article and, in text order, the token range of each mention."""
    register = Organizations()
    read = [
        (words, tokens)
        for name in names
        if name.kind == "organization"
        for words, tokens in (_read(doc, name.start, name.end),)
        if words
    ]
    for words, tokens in read:
        if len(words) > 1:
            entity = register.add(words, _spell(doc, tokens), doc.starts[tokens[0]])
            acronym = _in_parentheses(doc, tokens[1])
            if acronym:
                register.alias(acronym, entity)
    found: list[tuple[Span, Entity]] = []
    for words, tokens in read:
        spelling = _spell(doc, tokens)
        known = register.find(words, spelling) or register.add(
            words, spelling, doc.starts[tokens[0]]
        )
        if len(words) == 1:
            known.forms[spelling] += 1
        known.count += 1
        found.append((tokens, known))
    for entity in register.entities:
        entity.name = max(
            entity.forms,
            key=lambda form: (min(len(form.split()), 6), not form.isupper(), entity.forms[form]),
        )
    return register, found


def learn_body(doc: Document, mention: Mention) -> None:
    """Add to an organization what an apposition calls it: "Nordkraft, the power company,"."""
    words = doc.words
    entity, at = mention.entity, mention.tokens[1]
    phrase = words[at : at + _APPOSED]
    if phrase[:1] == [","] and phrase[1:2] and phrase[1] in ("a", "an", "the"):
        _learn_words(entity, phrase[2:])
    first = mention.tokens[0]
    before = words[max(0, first - 4) : first]
    if before and "the" in [key(word) for word in before]:
        cut = len(before) - 1 - [key(word) for word in reversed(before)].index("the")
        if all(word.islower() for word in before[cut + 1 :]):
            _learn_words(entity, [*before[cut + 1 :], ","])


def _learn_words(entity: Entity, phrase: list[str]) -> None:
    """Learn the noun that ends the lower-case words of ``phrase`` before its first stop."""
    head = 0
    for place, word in enumerate(phrase):
        lower = key(word)
        if not word[0].isalpha() or lower in wordlist("phrase_cuts"):
            break
        if lower in wordlist("organization_nouns"):
            head = place + 1
    if head:
        entity.heads.add(key(phrase[head - 1]))
        entity.role_words |= {key(word) for word in phrase[:head]}


def _spell(doc: Document, tokens: Span) -> str:
    return " ".join(doc.text[doc.starts[tokens[0]] : doc.ends[tokens[1] - 1]].split())


def _in_parentheses(doc: Document, at: int) -> str:
    inside = doc.words[at : at + 3]
    if len(inside) == 3 and inside[0] == "(" and inside[2] == ")" and inside[1].isupper():
        return inside[1]
    return ""
