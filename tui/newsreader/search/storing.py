"""Quotes as rows: putting them in, taking them out, and reading the few that may be meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from newsreader.search.folded import Line, fields_of
from newsreader.search.folding import fold_words
from newsreader.search.matches import Entry, Origin
from newsreader.search.sounds import rough
from newsreader.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    import sqlite3

_PLACES: Final = "\n"
_WORD: Final = ""

Candidate = tuple[int, int, str, float]
"""Id, position, folded words, and how much of what was typed literally it holds."""


class Quotes:
    """The tables of one index, and its vocabulary as far as it was asked for; ``kept`` if the
    words' counts must be in the tables too, for whoever opens the file next."""

    def __init__(self, db: sqlite3.Connection, *, kept: bool) -> None:
        self._db = db
        self._kept = kept
        self._vocabularies: dict[str, Vocabulary] = {}
        self._changed: dict[str, set[str]] = {}
        self._names: dict[str, Counter[str]] = {}
        self._sounds: dict[str, str] = {}
        self._version = -1
        self.next_id = self.count = 0
        self.refresh()

    def vocabulary(self, field: str = _WORD) -> Vocabulary:
        """The words of quotes and of their speakers, or those that the filter ``field`` knows."""
        vocabulary = self._vocabularies.get(field)
        if vocabulary is None:
            rows = self._db.execute("SELECT word, count FROM words WHERE field = ?", (field,))
            vocabulary = self._vocabularies[field] = Vocabulary(rows)
        return vocabulary

    def refresh(self) -> bool:
        """Forget what was read if another program has written since; whether it has."""
        version = self._data_version()
        if version == self._version:
            return False
        self._version = version
        self._vocabularies.clear()
        row = self._db.execute("SELECT coalesce(max(id), -1) + 1, count(*) FROM quotes").fetchone()
        self.next_id, self.count = row
        return True

    def article(self, origin: Origin) -> int:
        """The number of a new article."""
        row = self._db.execute(
            "INSERT INTO articles (key, stamp, source, details) VALUES (?, ?, ?, ?)",
            tuple(map(_storable, origin)),
        )
        return int(row.lastrowid or 0)

    def add(self, entries: Sequence[tuple[Entry, Line]], article: int, source: str) -> None:
        """Add quotes of an article from ``source``, each with what ``fold`` makes of it."""
        quotes: list[tuple[object, ...]] = []
        for number, (entry, line) in enumerate(entries, self.next_id):
            quotes.append(
                (number, line.text, article, entry.position, entry.kind, _storable(entry.speaker),
                 _storable(entry.text), _storable(_PLACES.join(entry.places)),
                 _storable(entry.details))
            )  # fmt: skip
            self._note_names(entry.speaker, source, entry.places, 1)
        self._db.executemany("INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", quotes)
        self._db.executemany(
            "INSERT INTO found (rowid, folded) VALUES (?, ?)", [row[:2] for row in quotes]
        )
        self.next_id += len(quotes)
        self.count += len(quotes)
        self._note_words([line.fields for _, line in entries], 1)

    def remove(self, article: int) -> None:
        """Take out an article and its quotes."""
        rows = self._db.execute(
            "SELECT id, folded, speaker, places FROM quotes WHERE article = ?", (article,)
        ).fetchall()
        self._db.executemany(
            "INSERT INTO found (found, rowid, folded) VALUES ('delete', ?, ?)",
            [row[:2] for row in rows],
        )
        self._db.execute("DELETE FROM quotes WHERE article = ?", (article,))
        source = self._db.execute("SELECT source FROM articles WHERE id = ?", (article,)).fetchone()
        self._db.execute("DELETE FROM articles WHERE id = ?", (article,))
        self.count -= len(rows)
        self._note_words([fields_of(row[1]) for row in rows], -1)
        for _, _, speaker, places in rows:
            self._note_names(speaker, source[0] if source else "", places.split(_PLACES), -1)

    def flush(self) -> None:
        """Write the counts of words and names that have changed."""
        for field, changed in self._changed.items():
            counts = self.vocabulary(field).counts
            self._db.executemany(
                "UPDATE words SET count = ? WHERE field = ? AND word = ?",
                [(counts[word], field, word) for word in changed],
            )
        self._changed.clear()
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

    def forget(self) -> None:
        """What was not written is not there."""
        self._changed.clear()
        self._names.clear()
        self._version = -1

    def sounding_like(self, word: str) -> list[str]:
        """Words of quotes that sound roughly like ``word``."""
        key = rough(word)
        known = self.vocabulary()
        if not self._kept:
            return [word for word in self._sounds.get(key, "").split() if word in known]
        rows = self._db.execute("SELECT word FROM words WHERE field = '' AND rough = ?", (key,))
        return [word for (word,) in rows if word in known]

    def candidates(
        self,
        expression: str,
        limit: int,
        *,
        within: Sequence[str] = (),
        outside: Sequence[str] = (),
        literal: Sequence[str] = (),
        after: int = -1,
        chosen: bool = False,
        scan: int = 0,
    ) -> list[Candidate]:
        """At most ``limit`` quotes for an expression of FTS5 (all quotes for ``""``), in the order
        of their numbers, from those after ``after``.

        ``within`` are strings that the folded words must hold, ``outside`` such that they must
        not. With ``scan`` only so many are looked at. ``chosen`` looks only at the articles of
        the table ``chosen``.
        """
        values: list[object] = []
        likeness = "0.0"
        if literal:
            likeness = f"({' + '.join(['(instr(q.text, ?) > 0)'] * len(literal))}) * 1.0 / ?"
            values += [*literal, len(literal)]
        where = "found MATCH ? AND rowid > ?" if expression else "id > ?"
        values += [expression, after] if expression else [after]
        table = "found" if expression else "quotes"
        ids = f"SELECT {'rowid AS id' if expression else 'id'} FROM {table} WHERE {where}"
        if scan:
            ids += " LIMIT ?"
            values.append(scan)
        tests = ["instr(q.folded, ?) > 0"] * len(within) + ["instr(q.folded, ?) = 0"] * len(outside)
        values += [*within, *outside]
        if chosen:
            tests.append("q.article IN (SELECT article FROM chosen)")
        # CROSS JOIN: the rows in the order and only as far as they are needed.
        statement = (
            f"SELECT q.id, q.position, q.folded, {likeness} FROM ({ids}) AS i "
            f"CROSS JOIN quotes AS q ON q.id = i.id"
            + (f" WHERE {' AND '.join(tests)}" if tests else "")
            + " LIMIT ?"
        )
        values.append(limit)
        return self._db.execute(statement, values).fetchall()

    def counted(self, expression: str, most: int) -> int:
        """How many quotes an expression of FTS5 has, up to ``most``."""
        rows = self._db.execute(
            "SELECT count(*) FROM (SELECT rowid FROM found WHERE found MATCH ? LIMIT ?)",
            (expression, most),
        )
        return int(rows.fetchone()[0])

    def names(self, field: str, beginning: str, limit: int) -> list[tuple[str, int]]:
        """Names that ``field`` knows with a word of that ``beginning``, the most frequent first,
        each with its number of quotes."""
        self.flush()
        return self._db.execute(
            "SELECT name, count FROM names WHERE field = ? AND count > 0 "
            "AND instr(folded, ?) > 0 ORDER BY count DESC, name LIMIT ?",
            (field, f" {beginning}", limit),
        ).fetchall()

    def _note_names(self, speaker: str, source: str, places: Sequence[str], sign: int) -> None:
        self._note_name("speaker", speaker, sign)
        self._note_name("source", source, sign)
        for place in places:
            self._note_name("place", place, sign)

    def _note_name(self, field: str, name: str, count: int) -> None:
        if name:
            self._names.setdefault(field, Counter())[_storable(name)] += count

    def _note_words(self, folded: Sequence[dict[str, set[str]]], sign: int) -> None:
        fields: dict[str, list[set[str]]] = {}
        for each in folded:
            for field, words in each.items():
                fields.setdefault(field, []).append(words)
        for field, quotes in fields.items():
            if self._kept:
                self._changed.setdefault(field, set()).update(*quotes)
            vocabulary = self.vocabulary(field)
            if sign < 0:
                vocabulary.take(quotes)
                continue
            new = vocabulary.add(quotes)
            if self._kept:
                rows = [(field, word, 0, "" if field else rough(word)) for word in new]
                self._db.executemany("INSERT OR IGNORE INTO words VALUES (?, ?, ?, ?)", rows)
            elif not field:
                self._note_sounds(new)

    def _note_sounds(self, words: Sequence[str]) -> None:
        sounds = self._sounds
        for word in words:
            key = rough(word)
            others = sounds.get(key)
            sounds[key] = f"{others} {word}" if others else word

    def _data_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])


def _storable(text: str) -> str:
    """``text`` with half characters, which UTF-8 cannot hold, replaced one for one."""
    try:
        if not text.isascii():
            text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text
