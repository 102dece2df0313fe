"""Names of speakers, places and sources in memory, and how many quotes have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

from newsreader.search.counted import counted
from newsreader.search.folding import fold_lines
from newsreader.search.matches import Entry
from newsreader.search.query import FIELDS, Field
from newsreader.search.vocabulary import Vocabulary

_AT_ONCE: Final = 1_000
"""Names that are folded before others have their turn."""


class Names:
    """Names by the filters that look at them."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
        self._folded: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        # Made when first asked for, until the counts change.
        self._ordered: dict[str, list[str]] = {}
        self._speaking: Vocabulary | None = None
        self._changed = 0

    def kept(self, speaker: str) -> str:
        """The string that is kept of this name."""
        return self._kept.setdefault(speaker, speaker)

    def count(self, entries: Sequence[Entry], source: str, sign: int) -> None:
        """Count the names in quotes from ``source``, or count them no longer."""
        self._changed += 1
        self._ordered.clear()
        self._speaking = None
        self._count("speaker", (entry.speaker for entry in entries), sign)
        self._count("place", chain.from_iterable(entry.places for entry in entries), sign)
        self._count("source", [source] * len(entries), sign)

    def _count(self, field: Field, names: Iterable[str], sign: int) -> None:
        counts = self._counts[field]
        for name in filter(None, names):
            counts[name] += sign

    def found(self, field: Field, beginning: str, limit: int) -> list[tuple[str, int]]:
        """Names with a word of that ``beginning``, the most frequent first, each with its number
        of quotes."""
        for _ in self._put_in_order(field):
            pass
        begun, folded = f" {beginning}", self._folded
        named = (name for name in self._ordered[field] if begun in folded[name])
        return [(name, self._counts[field][name]) for name in islice(named, limit)]

    def speaking(self) -> Vocabulary:
        """The words of speakers."""
        while self._speaking is None:
            for _ in self._hear():
                pass
        return self._speaking

    def prepare(self) -> Iterator[None]:
        """Make ready what else is made when first asked for, giving way every few milliseconds."""
        for field in FIELDS:
            yield from self._put_in_order(field)
            yield
        yield from self._hear()

    def _put_in_order(self, field: Field) -> Iterator[None]:
        if field in self._ordered:
            return
        counts, folded = self._counts[field], self._folded
        while new := list(islice((name for name in counts if name not in folded), _AT_ONCE)):
            for name, (words, _) in zip(new, fold_lines(new), strict=True):
                folded[name] = f" {' '.join(words)}"
            yield
        named = [name for name, count in counts.items() if count > 0]
        self._ordered[field] = sorted(named, key=lambda name: (-counts[name], name))

    def _hear(self) -> Iterator[None]:
        if self._speaking is not None:
            return
        changed, names = self._changed, [*self._counts["speaker"].items()]
        counts: Counter[str] = Counter()
        for start in range(0, len(names), _AT_ONCE):
            some = names[start : start + _AT_ONCE]
            for (_, count), words in zip(some, fold_lines([name for name, _ in some]), strict=True):
                for word in {*words.words, *words.forms}:
                    counts[word] += count
            yield
            if self._changed != changed or self._speaking is not None:
                return
        self._speaking = counted(counts)
