"""Names of speakers, places and sources in memory, and how many quotes have them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from newsreader.search.counted import counted
from newsreader.search.folding import Words, fold_lines
from newsreader.search.query import FIELDS, Field
from newsreader.search.texts import Texts
from newsreader.search.vocabulary import Vocabulary

_AT_ONCE: Final = 1_000
"""Names that are folded before others have their turn."""
_COUNTED: Final = 10_000
"""Names that are counted before."""


class _Ordered:
    """Names, the most frequent first."""

    def __init__(self) -> None:
        self.names = Texts()
        self.counts = array("I")
        self._folded: list[str] = []  # of some names, each after a line break

    def add(self, names: list[tuple[str, int]], folded: Iterable[Words]) -> None:
        """Add names that come after those that are there."""
        self.names.extend([name for name, _ in names])
        self.counts.extend([count for _, count in names])
        self._folded.append("".join([f"\n {' '.join(words)}" for words, _ in folded]))

    def found(self, beginning: str) -> Iterator[tuple[str, int]]:
        """Those with a word of that ``beginning``."""
        before, begun = 0, f" {beginning}"
        for some in self._folded:
            at = some.find(begun)
            while at >= 0:
                number = before + some.count("\n", 0, at) - 1
                yield self.names[number], self.counts[number]
                next_one = some.find("\n", at)
                at = some.find(begun, next_one) if next_one >= 0 else -1
            before += some.count("\n")


class Names:
    """Names by the filters that look at them; those of each quote are ``named``."""

    def __init__(self, named: Callable[[Field], Iterator[str]]) -> None:
        self._named = named
        # Made when first asked for, until the quotes change.
        self._ordered: dict[Field, _Ordered] = {}
        self._speaking: Vocabulary | None = None
        self._changed = 0

    def forget(self) -> None:
        """The quotes have changed."""
        self._changed += 1
        self._ordered.clear()
        self._speaking = None

    def found(self, field: Field, beginning: str, limit: int) -> list[tuple[str, int]]:
        """Names with a word of that ``beginning``, the most frequent first, each with its number
        of quotes."""
        while field not in self._ordered:
            for _ in self._put_in_order(field):
                pass
        return list(islice(self._ordered[field].found(beginning), limit))

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
        """Makes what is ``_ordered`` of ``field``, unless the quotes change meanwhile."""
        if field in self._ordered:
            return
        changed, names = self._changed, self._named(field)
        counts: Counter[str] = Counter()
        while some := list(islice(names, _COUNTED)):
            counts.update(filter(None, some))
            yield
            if self._changed != changed:
                return
        in_order = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        ordered = _Ordered()
        for start in range(0, len(in_order), _AT_ONCE):
            part = in_order[start : start + _AT_ONCE]
            ordered.add(part, fold_lines([name for name, _ in part]))
            yield
            if self._changed != changed:
                return
        self._ordered[field] = ordered

    def _hear(self) -> Iterator[None]:
        """Makes the words of speakers, unless the quotes change meanwhile."""
        if self._speaking is not None:
            return
        changed = self._changed
        counts: Counter[str] = Counter()
        yield from self._put_in_order("speaker")
        if self._changed != changed:
            return
        ordered = self._ordered["speaker"]
        for start in range(0, len(ordered.names), _AT_ONCE):
            numbers = range(start, min(start + _AT_ONCE, len(ordered.names)))
            folded = fold_lines(ordered.names.some(numbers))
            for count, words in zip(ordered.counts[start : numbers.stop], folded, strict=True):
                for word in {*words.words, *words.forms}:
                    counts[word] += count
            yield
            if self._changed != changed or self._speaking is not None:
                return
        self._speaking = counted(counts)
