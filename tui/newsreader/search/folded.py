"""A quote as the folded words that lie in the index: a line each for its words, other forms of
them, the words of its speaker, and the tokens that filters look for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from newsreader.article import Span
from newsreader.search.folding import fold_words
from newsreader.search.matches import Entry
from newsreader.search.query import Field

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


def fold(entry: Entry, source: str) -> Iterator[str]:
    """``""`` after each few thousand letters of a very long quote, then what lies in the index."""
    words: list[str] = []
    forms: list[str] = []
    for start, end in _chunks(entry.text):
        if start:
            yield ""
        some = fold_words(entry.text[start:end])
        words += some.words
        forms += some.forms
    name = fold_words(entry.speaker) if entry.speaker else None
    speaker = [*name.words, *name.forms] if name else []
    tokens = [SIGNS["speaker"] + word for word in speaker]
    for place in entry.places:
        tokens += tokens_of("place", place)
    if entry.kind:
        tokens.append(SIGNS["kind"] + entry.kind)
    if source:
        tokens.append(source)
    yield f" {' '.join(words)} \n {' '.join(forms)} \n {' '.join(speaker)} \n {' '.join(tokens)} "


def unfold(line: str) -> Folded:
    """What ``fold`` put together."""
    words, forms, speaker, _ = line.split("\n")
    return Folded(words.split(), forms.split(), speaker.split())


def fields_of(line: str) -> dict[str, set[str]]:
    """The different words of a quote and its speaker, as those of the field ``""``, and those that
    filters find it by."""
    words, _, tokens = line.rpartition("\n")
    fields = {"": set(words.split())}
    for token in tokens.split():
        fields.setdefault(_fields()[token[0]], set()).add(token[1:])
    return fields


def tokens_of(field: Field, name: str) -> list[str]:
    """The tokens by which a filter finds ``name``."""
    words, forms = fold_words(name)
    return [SIGNS[field] + word for word in (*words, *forms)]


@lru_cache(maxsize=1)
def _fields() -> dict[str, Field]:
    return {sign: field for field, sign in SIGNS.items()}


def _chunks(text: str) -> Iterator[Span]:
    """Spans that together cover ``text``, cut at spaces where there are any."""
    start = 0
    while len(text) - start > 2 * _CHUNK:
        space = text.find(" ", start + _CHUNK, start + 2 * _CHUNK)
        end = space if space > 0 else start + _CHUNK
        yield start, end
        start = end
    yield start, len(text)
