"""The language of queries: words, ``"exact phrases"``, ``-without`` and filters.

Any string is a query; what cannot be understood is a word or nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

from newsreader.search.folding import fold_words

Field = Literal["speaker", "place", "kind", "source"]
FIELDS: Final[tuple[Field, ...]] = ("speaker", "place", "kind", "source")

MOST_WORDS: Final = 12
_MOST_LETTERS: Final = 64
_MOST_FILTERS: Final = 8
_LONGEST: Final = 2000
"""Characters of a query that are looked at."""

_MARKS: Final = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'
_MINUS: Final = "-\u2212"
_NAMED: Final = re.compile(rf"({'|'.join(FIELDS)}):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side; of the last one perhaps only the beginning, while its mark is
    not closed."""

    words: tuple[str, ...]
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """What ``field`` must hold, or must not."""

    field: Field
    words: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A query understood. ``literal`` are words with capitals, accents, curly apostrophes or
    hyphens as they were typed: quotes that have them so come first."""

    words: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    without: tuple[Phrase, ...] = ()
    filters: tuple[Filter, ...] = ()
    literal: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.without or self.filters)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of what was typed: ``value`` from ``start`` on, behind a field's name if there is
    one; ``marked`` if it stood in marks, ``closed`` if both are there."""

    start: int
    end: int
    value_at: int
    value: str
    field: Field | None = None
    negated: bool = False
    marked: bool = False
    closed: bool = True


def parts(typed: str) -> list[Part]:
    """``typed`` in pieces, in order. Linear in its length."""
    found: list[Part] = []
    at, end = 0, len(typed)
    while at < end:
        if typed[at].isspace():
            at += 1
            continue
        start = at
        negated = typed[at] in _MINUS and at + 1 < end and not typed[at + 1].isspace()
        at += negated
        field: Field | None = None
        if named := _NAMED.match(typed, at):
            field = next(name for name in FIELDS if name == named[1].lower())
            at = named.end()
        if at < end and typed[at] in _MARKS:
            at += 1
            close = next((i for i in range(at, end) if typed[i] in _MARKS), end)
            value = typed[at:close]
            stop = min(end, close + 1)
            found.append(Part(start, stop, at, value, field, negated, True, close < end))
            at = stop
            continue
        stop = next((i for i in range(at, end) if typed[i].isspace()), end)
        found.append(Part(start, stop, at, typed[at:stop], field, negated))
        at = stop
    return found


def parse(typed: str) -> Query:
    """What ``typed`` asks for."""
    words: list[str] = []
    literal: list[str] = []
    phrases: list[Phrase] = []
    without: list[Phrase] = []
    filters: list[Filter] = []
    for part in parts(typed[:_LONGEST]):
        folded = tuple(word[:_MOST_LETTERS] for word in fold_words(part.value).words)
        if not folded:
            continue
        if part.field:
            filters.append(Filter(part.field, folded[:MOST_WORDS], part.negated))
        elif part.negated:
            without.append(Phrase(folded[:MOST_WORDS]))
        elif part.marked:
            phrases.append(Phrase(folded[:MOST_WORDS], not part.closed))
        else:
            words.extend(folded)
        if not part.field and not part.negated and (exactly := _literal(part.value)):
            literal.append(exactly)
    kept = words[:MOST_WORDS]
    room = MOST_WORDS - len(kept)
    several: list[Phrase] = []
    for phrase in phrases:
        if len(phrase.words) <= room:
            several.append(phrase)
            room -= len(phrase.words)
    return Query(
        tuple(kept),
        tuple(several),
        tuple(without[:_MOST_FILTERS]),
        tuple(filters[:_MOST_FILTERS]),
        tuple(literal[:MOST_WORDS]),
    )


def _literal(value: str) -> str:
    """``value`` if it has anything that folding takes away, else ``""``."""
    value = unicodedata.normalize("NFC", value.strip(_MARKS + ".,;:!?()[]"))
    if value.isascii() and value.islower() and value.isalnum():
        return ""
    return "" if value == " ".join(fold_words(value).words) else value
