"""A quote as the folded words that lie in the index: a line each for its words, other forms of
them, the words of its speaker, and the tokens that filters look for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from newsreader.article import Span
from newsreader.search.folding import fold_words
from newsreader.search.matches import Entry
from newsreader.search.query import FIELDS, Field

SIGNS: Final[dict[Field, str]] = {
    "speaker": "\ue000", "place": "\ue001", "kind": "\ue002", "source": "\ue003",
}  # fmt: skip
"""What stands before a word that a filter looks for; no word of a text begins with one."""

_CHUNK: Final = 5_000


class Folded(NamedTuple):
    """The words of a quote, other forms of some, and the words of its speaker."""

    words: list[str]
    forms: list[str]
    speaker: list[str]


class Line(NamedTuple):
    """What lies in the index of a quote, and the different words in it by field, ``""`` for those
    of the quote and its speaker."""

    text: str
    fields: dict[str, set[str]]


def fold(entry: Entry, source: tuple[str, ...]) -> Iterator[Line | None]:
    """``None`` after each few thousand letters of a very long quote, then its line. ``source`` are
    the words of where it comes from."""
    words: list[str] = []
    forms: list[str] = []
    for start, end in _chunks(entry.text):
        if start:
            yield None
        some = fold_words(entry.text[start:end])
        words += some.words
        forms += some.forms
    speaker = words_of(entry.speaker) if entry.speaker else ()
    fields: dict[str, set[str]] = {"": {*words, *forms, *speaker}}
    tokens = ""
    places = tuple(word for place in entry.places for word in words_of(place))
    kind = (entry.kind,) if entry.kind else ()
    for field, named in zip(FIELDS, (speaker, places, kind, source), strict=True):
        if named:
            fields[field] = set(named)
            sign = SIGNS[field]
            tokens += f" {sign}{f' {sign}'.join(named)}"
    yield Line(
        f" {' '.join(words)} \n {' '.join(forms)} \n {' '.join(speaker)} \n{tokens} ", fields
    )


def unfold(line: str) -> Folded:
    """What ``fold`` put together."""
    words, forms, speaker, _ = line.split("\n")
    return Folded(words.split(), forms.split(), speaker.split())


def fields_of(line: str) -> dict[str, set[str]]:
    """The different words by field, as ``fold`` told them."""
    words, _, tokens = line.rpartition("\n")
    fields: dict[str, set[str]] = {"": set(words.split())}
    names = {sign: field for field, sign in SIGNS.items()}
    for token in tokens.split():
        fields.setdefault(names[token[0]], set()).add(token[1:])
    return fields


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words by which a filter finds ``name``."""
    words, forms = fold_words(name)
    return (*words, *forms)


def _chunks(text: str) -> Iterator[Span]:
    """Spans that together cover ``text``, cut at spaces where there are any."""
    start = 0
    while len(text) - start > 2 * _CHUNK:
        space = text.find(" ", start + _CHUNK, start + 2 * _CHUNK)
        end = space if space > 0 else start + _CHUNK
        yield start, end
        start = end
    yield start, len(text)
