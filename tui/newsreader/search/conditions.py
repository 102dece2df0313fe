"""What a query asks for beside free words, as expressions of FTS5 and strings to be held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from newsreader.search.folded import SIGNS
from newsreader.search.query import Filter, Phrase, Query
from newsreader.search.sounds import sound
from newsreader.search.storing import Quotes

_MOST: Final = 30


@dataclass(frozen=True, slots=True)
class Conditions:
    """Expressions that must all hold, such that must not, and strings that the folded words must
    hold or not. ``impossible`` if a filter asks for what is nowhere."""

    required: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    impossible: bool = False

    def expression(self, *words: str) -> str:
        """An expression for ``words``, expressions themselves, under these conditions; ``""`` if
        every quote will do."""
        required = " AND ".join(f"({each})" for each in (*words, *self.required))
        if not required or not self.excluded:
            return required
        return f"({required}) NOT ({' OR '.join(self.excluded)})"

    def outside_of(self, expression: str) -> tuple[str, ...]:
        """What must not be held where ``expression`` cannot say it: FTS5 has no NOT alone."""
        if expression:
            return self.outside
        alone = (f" {each.removesuffix('*').strip(chr(34))}" for each in self.excluded)
        begun = (each.endswith("*") for each in self.excluded)
        return (
            *self.outside,
            *(each if open else f"{each} " for each, open in zip(alone, begun, strict=True)),
        )


def conditions(query: Query, quotes: Quotes) -> Conditions:
    """The conditions of ``query``."""
    required: list[str] = []
    excluded: list[str] = []
    outside: list[str] = []
    for phrase in query.without:
        if len(phrase.words) == 1:
            excluded.append(quoted(phrase.words[0]))
        else:
            outside.append(side_by_side(phrase))
    for each in query.filters:
        if each.negated:
            known = [_filtered(each, word, quotes) for word in each.words]
            if len(known) == 1:
                excluded += known[0]
            elif all(known):
                outside.append(" ".join(["", *(SIGNS[each.field] + word for word in each.words)]))
            continue
        for word in each.words:
            some = _filtered(each, word, quotes)
            if not some:
                return Conditions(impossible=True)
            required.append(" OR ".join(some))
    return Conditions(
        tuple(required),
        tuple(excluded),
        tuple(side_by_side(phrase) for phrase in query.phrases if len(phrase.words) > 1),
        tuple(outside),
    )


def side_by_side(phrase: Phrase) -> str:
    """The string that folded words with ``phrase`` hold."""
    return f" {' '.join(phrase.words)}" + ("" if phrase.begun else " ")


def quoted(word: str, begun: bool = False) -> str:
    """An expression for one word, or for all that begin with it. Folded words hold no marks."""
    return f'"{word}"*' if begun else f'"{word}"'


def any_of(words: Iterable[str]) -> str:
    """An expression for quotes with one of ``words``."""
    return " OR ".join(map(quoted, words))


def _filtered(each: Filter, word: str, quotes: Quotes) -> list[str]:
    """Expressions of which one must hold so that ``each`` has ``word``, or a word that begins
    so, or if there is none a misspelt one."""
    sign = SIGNS[each.field]
    vocabulary = quotes.vocabulary(each.field)
    if any(vocabulary.counts[longer] for longer in vocabulary.beginning(word)[:1000]):
        return [quoted(sign + word, begun=True)]
    meant = vocabulary.near(word, 1) if len(word) > 3 else {}
    meant = meant or (vocabulary.near(word, 2) if len(word) > 5 else {})
    if not meant and len(word) > 3:
        heard = sound(word)
        meant = {other: 1.0 for other in vocabulary.beginning(word[0]) if sound(other) == heard}
    return [quoted(sign + other) for other in list(meant)[:_MOST]]
