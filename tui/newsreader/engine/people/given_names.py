"""Finds the given names that stand before a surname and were left out of the name."""

from __future__ import annotations

from dataclasses import replace

from newsreader.engine.document import Document, Name
from newsreader.engine.name_features import name_class
from newsreader.engine.people.forms import is_initial, key
from newsreader.engine.people.lexicon import courtesy_titles, is_person_noun, pairs
from newsreader.engine.word_classes import lexicon
from newsreader.engine.wordlists import wordlist

MARKS = frozenset("“”‘’\"'")
"""Marks around a nickname."""
_GIVEN = 3
"""Given names that one person has at most."""
_STOPS = frozenset([".", "!", "?", "”", '"', ":", ")"])


def names_no_person(word: str) -> bool:
    """Whether a lower-case word inside a name says that it is no person's."""
    return (
        word in wordlist("organization_nouns")
        or word in wordlist("organization_words")
        or word in wordlist("facility_words")
        or word in wordlist("water_words")
        or word in wordlist("role_stops")
        or word in wordlist("document_nouns")
        or is_person_noun(word)
        or word in pairs("titles_role")
        or word in ("state", "camp", "fort", "saint", "st.", "san", "santa", "mount", "port")
    )


def with_given_names(
    doc: Document, names: list[Name], lone: set[str], full: set[str]
) -> list[Name]:
    """``names`` with the full name added or completed where one of the ``lone`` surnames stands
    behind a given name; one of the ``full`` ones only where a name was seen."""
    if not lone and not full:
        return names
    taken: dict[int, int] = {}
    for index, name in enumerate(names):
        for token in doc.tokens_in(name.start, name.end):
            taken[token] = index
    changed: dict[int, Name] = {}
    swallowed: set[int] = set()
    added: list[Name] = []
    sought = lone | full
    surnames = {word for word in set(doc.words) if word[0].isupper() and key(word) in sought}
    for token in [token for token, word in enumerate(doc.words) if word in surnames]:
        if token == 0 or (key(doc.words[token]) not in lone and token not in taken):
            continue
        first = _given_before(doc, token, taken, names)
        if first == token:
            continue
        swallowed |= {taken[before] for before in range(first, token) if before in taken}
        known = taken.get(token)
        if known is None:
            added.append(Name(doc.starts[first], doc.ends[token], "person", 0.5))
        elif names[known].kind == "person" and names[known].start == doc.starts[token]:
            changed[known] = replace(names[known], start=doc.starts[first])
    kept = [changed.get(index, name) for index, name in enumerate(names) if index not in swallowed]
    return sorted([*kept, *added], key=lambda name: name.start)


def _given_before(doc: Document, token: int, taken: dict[int, int], names: list[Name]) -> int:
    """The token at which the given names before the surname at ``token`` begin."""
    first = token
    while first > 0 and token - first < 4:
        word = doc.words[first - 1]
        lower = key(word)
        if doc.starts[first] - doc.ends[first - 1] != 1:
            break
        if first - 1 in taken:
            start = _given_alone(doc, names[taken[first - 1]], first)
            return first if start is None else start
        if word in MARKS and first - 4 >= 0 and doc.words[first - 3] in MARKS:
            # Marcia "Cia" Price
            outer = "g" in name_class(doc.words[first - 4])
            return first - 4 if outer and doc.words[first - 2][0].isupper() else first
        if lower in wordlist("surname_particles") and word.islower():
            if first < 2 or "g" not in name_class(doc.words[first - 2]):
                break
        elif not _may_be_given(doc, first - 1, at_surname=first == token):
            break
        first -= 1
    before = key(doc.words[first - 1]) if first else ""
    return token if before in ("san", "santa", "saint", "st.", "são", "los", "el") else first


def _may_be_given(doc: Document, token: int, *, at_surname: bool) -> bool:
    word = doc.words[token]
    lower = key(word)
    if not word[0].isupper() or (word.isupper() and len(word) > 3) or lower in courtesy_titles():
        return False
    known = "g" in name_class(word)
    if names_no_person(lower):
        return known and lower in _ambiguous()
    if is_initial(lower):
        return token > 0 and doc.words[token - 1][0].isupper()
    return known or (at_surname and _inside_sentence(doc, token))


def _ambiguous() -> frozenset[str]:
    """Nouns that are given names too: "Bill", "Mark", "Grant"."""
    return wordlist("document_nouns") | wordlist("organization_words")


def _given_alone(doc: Document, name: Name, until: int) -> int | None:
    """The first token of ``name`` if it is nothing but given names and ends before ``until``."""
    tokens = doc.tokens_in(name.start, name.end)
    if name.kind != "person" or tokens.stop != until or len(tokens) > _GIVEN:
        return None
    words = [doc.words[token] for token in tokens]
    plain = all("g" in name_class(word) or is_initial(key(word)) for word in words)
    return tokens.start if plain and not is_initial(key(words[0])) else None


def _inside_sentence(doc: Document, token: int) -> bool:
    """Whether the capital at ``token`` says that it is a name: it opens no sentence, or is a word
    that no list knows."""
    word = doc.words[token]
    if len(word) < 3 or key(word) in wordlist("demonym_nouns"):
        return False
    if token == 0 or doc.words[token - 1] in _STOPS:
        return name_class(word) == "-" and word.lower() not in lexicon() and len(word) > 3
    before = doc.words[token - 1]
    return before[0].islower() or before == "," or key(before) in pairs("titles_role")
