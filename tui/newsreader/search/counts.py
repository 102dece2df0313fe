"""The words and names of a file, and how many quotes have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from newsreader.search.folding import fold_words
from newsreader.search.query import FIELDS
from newsreader.search.sounds import rough
from newsreader.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    import sqlite3

_NOTED: Final = 20_000
"""Names that are gathered before their counts are written."""


class Counts:
    """What the tables ``words`` and ``names`` of ``db`` hold, read as far as it was asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._counts: dict[str, Counter[str]] = {}
        self._vocabularies: dict[str, Vocabulary] = {}
        self._changed: dict[str, set[str]] = {}
        self._names: dict[str, Counter[str]] = {}

    def vocabulary(self, field: str = "") -> Vocabulary:
        """The words of a field, read when first asked for."""
        vocabulary = self._vocabularies.get(field)
        if vocabulary is None:
            rows = self._db.execute(
                "SELECT word, count FROM words WHERE field = ? ORDER BY word", (field,)
            )
            counts = self._counts[field] = Counter(dict(rows))
            vocabulary = self._vocabularies[field] = Vocabulary(counts, counts.__getitem__)
        return vocabulary

    def reread(self) -> None:
        """Another program has written."""
        self._vocabularies.clear()

    def forget(self) -> None:
        """What was counted but not written is not there."""
        self._changed.clear()
        self._names.clear()
        self._vocabularies.clear()

    def sounding_like(self, word: str) -> list[str]:
        """Words of quotes that sound roughly like ``word``."""
        rows = self._db.execute(
            "SELECT word FROM words WHERE field = '' AND rough = ?", tuple(rough([word]))
        )
        known = self.vocabulary()
        return [word for (word,) in rows if word in known]

    def names(self, field: str, beginning: str, limit: int) -> list[tuple[str, int]]:
        """Names with a word of that ``beginning``, the most frequent first."""
        return self._db.execute(
            "SELECT name, count FROM names WHERE field = ? AND count > 0 "
            "AND instr(folded, ?) > 0 ORDER BY count DESC, name LIMIT ?",
            (field, f" {beginning}", limit),
        ).fetchall()

    def count_words(self, folded: Sequence[dict[str, Collection[str]]], sign: int) -> None:
        """Count the words of quotes by field, or count them no longer."""
        for field in ("", *FIELDS):
            quotes = [fields[field] for fields in folded if field in fields]
            if not quotes:
                continue
            vocabulary, counts = self.vocabulary(field), self._counts[field]
            vocabulary.recounted()
            self._changed.setdefault(field, set()).update(*quotes)
            if sign < 0:
                counts.subtract(chain.from_iterable(quotes))
                continue
            before = len(counts)
            counts.update(chain.from_iterable(quotes))
            new = list(islice(reversed(counts), len(counts) - before))
            vocabulary.add(new)
            heard = [""] * len(new) if field else rough(new)
            rows = [(field, word, 0, key) for word, key in zip(new, heard, strict=True)]
            self._db.executemany("INSERT OR IGNORE INTO words VALUES (?, ?, ?, ?)", rows)

    def count_names(
        self, named: Sequence[tuple[str, Sequence[str]]], source: str, sign: int
    ) -> None:
        """Count speakers and places of quotes from ``source``, or count them no longer."""
        for field, names in (
            ("speaker", [speaker for speaker, _ in named]),
            ("place", chain.from_iterable([places for _, places in named])),
            ("source", [source] * len(named)),
        ):
            counts = self._names.setdefault(field, Counter())
            for name, count in Counter(names).items():
                if name:
                    counts[storable(name)] += sign * count
        if sum(map(len, self._names.values())) > _NOTED:
            self._write_names()

    def flush(self) -> None:
        """Write the counts of words and names that have changed."""
        for field, changed in self._changed.items():
            counts = self._counts[field]
            self._db.executemany(
                "UPDATE words SET count = ? WHERE field = ? AND word = ?",
                [(counts[word], field, word) for word in changed],
            )
        self._changed.clear()
        self._write_names()

    def _write_names(self) -> None:
        for field, names in self._names.items():
            self._db.executemany(
                "INSERT INTO names VALUES (?, ?, ?, ?) "
                "ON CONFLICT DO UPDATE SET count = count + excluded.count",
                [
                    (field, name, f" {' '.join(fold_words(name).words)}", count)
                    for name, count in names.items()
                ],
            )
        self._names.clear()


def storable(text: str) -> str:
    """``text`` with half characters, which UTF-8 cannot hold, replaced one for one."""
    try:
        if not text.isascii():
            text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text
