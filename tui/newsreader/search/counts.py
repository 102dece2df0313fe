"""The words and names of a file, and how many quotes have them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from newsreader.search.counted import Counted
from newsreader.search.expressions import sign_of
from newsreader.search.folding import fold_words
from newsreader.search.query import Field
from newsreader.search.sounds import rough
from newsreader.search.vocabulary import Vocabulary
from newsreader.search.words import Words

if TYPE_CHECKING:
    import sqlite3

PLACES: Final = "\n"
"""What stands between the places of a quote."""

# The columns where the names of filters are.
_HELD: Final[dict[Field, str]] = {
    "speaker": "q.speaker", "place": "q.places", "kind": "q.kind", "source": "a.source",
}  # fmt: skip
_RARE: Final = 1000
"""Quotes in which names are looked for one by one."""
_FREQUENT: Final = 5_000
"""Names that are looked through, the most frequent ones; of rarer ones any will do."""
_WORDS, _NAMES = 200_000, 50_000
"""Words and names that are gathered before their counts are written."""
_AT_ONCE: Final = 5_000
"""Words that are read before others have their turn."""
_CONTROL: Final = "*[\x01-\x1f]*"
"""Control characters are in no word that is ours, and would divide those that lie packed."""


class Counts:
    """What the tables ``words`` and ``names`` of ``db`` hold, read as far as it was asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._counted: dict[str, Counted] = {}
        self._vocabularies: dict[str, Vocabulary] = {}
        self._readings: dict[str, Iterator[None]] = {}
        self._changes: dict[str, Counter[str]] = {}
        self._names: dict[str, Counter[str]] = {}

    def vocabulary(self, field: str = "") -> Vocabulary:
        """The words of a field, read when first asked for."""
        vocabulary = self._vocabularies.get(field)
        if vocabulary is None:
            for _ in self.read(field):
                pass
            vocabulary = self._vocabularies[field]
        return vocabulary

    def read(self, field: str) -> Iterator[None]:
        """Read the words of a field, as far as they are not, giving way every few milliseconds."""
        while field not in self._vocabularies:
            if field not in self._readings:
                self._readings[field] = self._reading(field)
            try:
                next(self._readings[field], None)
            except BaseException:
                del self._readings[field]
                raise
            yield

    def prepare(self) -> Iterator[None]:
        """Make ready the words of quotes, giving way every few milliseconds."""
        yield from self.read("")
        yield from self._counted[""].prepare()

    def _reading(self, field: str) -> Iterator[None]:
        words, counts, last = Words(), array("i"), ""
        while rows := self._db.execute(
            "SELECT word, count FROM words WHERE field = ? AND word > ? "
            "AND word NOT GLOB ? ORDER BY word LIMIT ?",
            (field, last, _CONTROL, _AT_ONCE),
        ).fetchall():
            some, counted = zip(*rows, strict=True)
            words.extend(some)
            counts.extend(counted)
            last = some[-1]
            yield
        self._counted[field] = Counted(words, counts)
        self._vocabularies[field] = Vocabulary(words, self._counted[field], counts)
        del self._readings[field]

    def reread(self) -> None:
        """Another program has written."""
        self._readings.clear()
        self._vocabularies.clear()
        self._counted.clear()

    def forget(self) -> None:
        """What was counted but not written is not there."""
        self._changes.clear()
        self._names.clear()
        self.reread()

    def sounding_like(self, word: str, field: str) -> list[str]:
        """Words of a field that sound roughly like ``word``; some may be there no longer."""
        rows = self._db.execute(
            "SELECT word FROM words WHERE field = ? AND rough = ?", (field, *rough([word]))
        )
        return [word for (word,) in rows]

    def names(self, field: Field, beginning: str, limit: int) -> list[tuple[str, int]]:
        """Names with a word of that ``beginning``, the most frequent first."""
        begun = f" {beginning}"

        def total(word: str) -> int:
            return self.vocabulary(field).total(word)

        rarest = min(beginning.split(), key=total, default="")
        found: list[tuple[str, int]] = []
        if not rarest or total(rarest) > _RARE:
            found = self._db.execute(
                "SELECT name, count FROM (SELECT * FROM names WHERE field = ? AND count > 0 "
                "ORDER BY count DESC, name LIMIT ?) WHERE instr(folded, ?) > 0 LIMIT ?",
                (field, _FREQUENT, begun, limit),
            ).fetchall()
            if len(found) >= limit or not rarest:
                return found
        # Quicker than to go through all names: what the quotes have that it is in.
        rows = self._db.execute(
            f"SELECT DISTINCT {_HELD[field]} FROM (SELECT rowid FROM found WHERE found MATCH ? "
            "LIMIT ?) AS f CROSS JOIN quotes AS q ON q.id = f.rowid "
            "CROSS JOIN articles AS a ON a.id = q.article",
            (f'"{sign_of(field)}{rarest}"*', _RARE),
        )
        names = {name for (held,) in rows for name in held.split(PLACES)}
        for name in names.difference(name for name, _ in found):
            found += self._db.execute(
                "SELECT name, count FROM names WHERE field = ? AND name = ? AND count > 0 "
                "AND instr(folded, ?) > 0",
                (field, name, begun),
            )
        return sorted(found, key=lambda each: (-each[1], each[0]))[:limit]

    def count_words(self, folded: Sequence[dict[str, Collection[str]]], sign: int) -> None:
        """Count the words of quotes by field, or count them no longer."""
        for fields in folded:
            for field, words in fields.items():
                changes = self._changes.setdefault(field, Counter())
                if sign > 0:
                    changes.update(words)
                else:
                    changes.subtract(words)
        if sum(map(len, self._changes.values())) > _WORDS:
            self._write_words()

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
        if sum(map(len, self._names.values())) > _NAMES:
            self._write_names()

    def flush(self) -> None:
        """Write the counts of words and names that have changed."""
        self._write_words()
        self._write_names()

    def _write_words(self) -> None:
        for field, changes in self._changes.items():
            heard = rough(changes)
            self._db.executemany(
                "INSERT INTO words VALUES (?, ?, ?, ?) "
                "ON CONFLICT DO UPDATE SET count = count + excluded.count",
                [(field, *change, key) for change, key in zip(changes.items(), heard, strict=True)],
            )
            self._readings.pop(field, None)
            if (vocabulary := self._vocabularies.get(field)) is not None:
                vocabulary.add(self._counted[field].change(changes))
                if vocabulary.crowded:
                    del self._vocabularies[field], self._counted[field]
        self._changes.clear()

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
