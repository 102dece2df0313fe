"""Names of speakers, places and sources in memory, and how many quotes have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from newsreader.search.folding import fold_lines
from newsreader.search.matches import Entry
from newsreader.search.query import FIELDS, Field
from newsreader.search.vocabulary import Vocabulary


class Names:
    """Names by the filters that look at them."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
        self._folded: dict[str, str] = {}
        self._speaking: Vocabulary | None = None

    def count(self, entries: Sequence[Entry], source: str, sign: int) -> None:
        """Count the names in quotes from ``source``, or count them no longer."""
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
        counts, folded = self._counts[field], self._folded
        new = [name for name in counts if name not in folded]
        for name, (words, _) in zip(new, fold_lines(new), strict=True):
            folded[name] = f" {' '.join(words)}"
        begun = f" {beginning}"
        found = [(name, n) for name, n in counts.items() if n > 0 and begun in folded[name]]
        return sorted(found, key=lambda each: (-each[1], each[0]))[:limit]

    def speaking(self) -> Vocabulary:
        """The words of speakers."""
        if self._speaking is None:
            names = self._counts["speaker"]
            counts: Counter[str] = Counter()
            for count, words in zip(names.values(), fold_lines(names), strict=True):
                for word in {*words.words, *words.forms}:
                    counts[word] += count
            self._speaking = Vocabulary(sorted(counts), counts.__getitem__)
        return self._speaking
