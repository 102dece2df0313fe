"""A quote as the folded words that lie in the index, and the words that filters look for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from newsreader.article import Span
from newsreader.search.folding import Words, fold_lines, fold_words
from newsreader.search.matches import Entry

LONG: Final = 10_000
"""Letters from which on a quote is long."""

_CHUNK: Final = 5_000


class Folded(NamedTuple):
    """The words of a quote, other forms of some, and the words of its speaker."""

    words: list[str]
    forms: list[str]
    speaker: list[str]


class Line(NamedTuple):
    """What lies in the index of a quote: in a line each its words, other forms of them, and the
    words of its speaker; and the different words in it by field, ``""`` for all of the quote and
    its speaker."""

    text: str
    fields: dict[str, Collection[str]]


def fold(entries: Sequence[Entry], source: str) -> list[tuple[Entry, Line]]:
    """Each entry with its line. ``source`` is the name of where they come from."""
    count = len(entries)
    folded = list(fold_lines([e.text for e in entries] + [e.speaker for e in entries]))
    return [
        (entry, _line(entry, text, _distinct(speaker), source))
        for entry, text, speaker in zip(entries, folded[:count], folded[count:], strict=True)
    ]


def fold_long(entry: Entry, source: str) -> Iterator[Line | None]:
    """``None`` after each few thousand letters of a very long quote, then its line."""
    words: list[str] = []
    forms: list[str] = []
    for start, end in _chunks(entry.text):
        some = fold_words(entry.text[start:end])
        words += some.words
        forms += some.forms
        yield None
    yield _line(entry, Words(words, forms), words_of(entry.speaker), source)


def _line(entry: Entry, text: Words, speaker: tuple[str, ...], source: str) -> Line:
    words, forms = text
    fields = values_of(entry, speaker, source)
    fields[""] = {*words, *forms, *speaker}
    return Line(f" {' '.join(words)} \n {' '.join(forms)} \n {' '.join(speaker)} ", fields)


def values_of(entry: Entry, speaker: tuple[str, ...], source: str) -> dict[str, Collection[str]]:
    """The words that each filter looks at."""
    fields: dict[str, Collection[str]] = {}
    if speaker:
        fields["speaker"] = speaker
    if entry.places:
        fields["place"] = {word: 1 for place in entry.places for word in words_of(place)}
    if entry.kind:
        fields["kind"] = (entry.kind,)
    if source:
        fields["source"] = words_of(source)
    return fields


def unfold(line: str) -> Folded:
    """What ``fold`` put together."""
    words, forms, speaker = line.split("\n")[:3]
    return Folded(words.split(), forms.split(), speaker.split())


def all_words(lines: Iterable[str]) -> list[str]:
    """The words in ``lines`` that ``fold`` put together, forms and those of speakers included."""
    return " ".join([" ".join(line.split("\n", 3)[:3]) for line in lines]).split()


@lru_cache(maxsize=1024)
def words_of(name: str) -> tuple[str, ...]:
    """The different words by which a filter finds ``name``."""
    return _distinct(fold_words(name))


def _distinct(folded: Words) -> tuple[str, ...]:
    words, forms = folded
    return tuple(dict.fromkeys((*words, *forms)))


def _chunks(text: str) -> Iterator[Span]:
    """Spans that together cover ``text``, cut at spaces where there are any."""
    start = 0
    while len(text) - start > 2 * _CHUNK:
        space = text.find(" ", start + _CHUNK, start + 2 * _CHUNK)
        end = space if space > 0 else start + _CHUNK
        yield start, end
        start = end
    yield start, len(text)
