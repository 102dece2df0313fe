"""Names in headlines, where every word has a capital: "Elizabeth Warren Hammers Bank's Chief"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsreader.article import Span
from newsreader.engine.document import NameKind
from newsreader.engine.name_features import is_ordinary
from newsreader.engine.name_parts import Found, Key, key_of
from newsreader.engine.wordlists import wordlist

_FEWEST = 4
"""Words in capitals that make a headline."""
_LONGEST = 6
"""Tokens of a name looked for in a headline."""


def sobered(words: Sequence[str], names: list[Found], sentences: Iterable[Span]) -> list[Found]:
    """The names, in headlines cut to what the rest of the article or the lists know as one: there
    capitals tell nothing, and what the model takes for an organization is often the headline.
    """
    headlines = [span for span in sentences if _is_headline(words, *span)]
    if not headlines:
        return names
    inside: list[Found] = []
    known: dict[Key, Counter[NameKind]] = defaultdict(Counter)
    kept: list[Found] = []
    at = 0
    for name in names:
        while at < len(headlines) and headlines[at][1] <= name.first:
            at += 1
        if at < len(headlines) and headlines[at][0] <= name.first:
            inside.append(name)
            continue
        kept.append(name)
        key = key_of(words, name.first, name.last)
        known[key][name.kind] += 1
        if name.kind == "person" and len(key) > 1:
            known[key[-1:]]["person"] += 1
    for name in inside:
        parts = _known_parts(words, name, known)
        if parts or _is_ordinary(words, name):
            kept += parts
        else:
            kept.append(name)
    return sorted(kept, key=lambda name: name.first)


def _is_headline(words: Sequence[str], begin: int, stop: int) -> bool:
    """Whether all its words but prepositions and the like have a capital."""
    capitals = 0
    for word in words[begin:stop]:
        if len(word) > 3 and word.isalpha():
            if word[0].isupper():
                capitals += 1
            elif word not in wordlist("prepositions") and word not in wordlist("name_links"):
                return False
    return capitals >= _FEWEST


def _known_parts(
    words: Sequence[str], name: Found, known: dict[Key, Counter[NameKind]]
) -> list[Found]:
    parts: list[Found] = []
    first = name.first
    while first < name.last:
        for last in range(min(name.last, first + _LONGEST), first, -1):
            kinds = known.get(key_of(words, first, last))
            if kinds:
                kind = name.kind if kinds[name.kind] else kinds.most_common(1)[0][0]
                parts.append(replace(name, first=first, last=last, kind=kind))
                first = last - 1
                break
        first += 1
    return parts


def _is_ordinary(words: Sequence[str], name: Found) -> bool:
    """Whether it holds words that the language has and names do not: an organization one, a person
    nothing else."""
    if name.kind == "place":
        return False
    ordinary = (len(word) > 1 and is_ordinary(word) for word in words[name.first : name.last])
    return all(ordinary) if name.kind == "person" else any(ordinary)
