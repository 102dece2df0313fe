"""Quotes in a file of SQLite, whose index FTS5 keeps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal

from newsreader.remembered import Remembered
from newsreader.search.ahead import read_ahead
from newsreader.search.asking import Asked, side_by_side
from newsreader.search.counts import PLACES, Counts, storable
from newsreader.search.database import in_file, writing
from newsreader.search.expressions import Planner, Step, fields_of, passing, tokens_of
from newsreader.search.folded import Line
from newsreader.search.matches import Entry, Origin, Record
from newsreader.search.query import FIELDS, Field, Phrase
from newsreader.search.statements import selecting
from newsreader.search.store import Candidate, Store, share_of
from newsreader.search.vocabulary import Vocabulary

_LOOKED_AT, _ENOUGH = 300, 20
"""Quotes that are looked at for what is everywhere, more only until enough are found."""
_LITTLE, _REMEMBERED = 20, 200
"""Up to so many quotes is little, and so often it is remembered."""
_UNTIDY: Final = 5_000
"""Quotes that may be added before the index is tidied."""


class FileStore(Store):
    """Quotes in the file at ``path``; its methods may raise what ``sqlite3`` does."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db = in_file(path)
        self._counts = Counts(self._db)
        self._planner = Planner(self.vocabulary, self.size, lambda: self.count)
        # What was found little of; the next level of looseness, or key, asks much of it again.
        self._little: Remembered[tuple[Step, Asked], list[Candidate]] = Remembered(_REMEMBERED)
        self._version = -1
        self._next = self.count = self._added = 0
        self.refresh()

    def vocabulary(self, field: str = "") -> Vocabulary:
        """The words of a field."""
        return self._counts.vocabulary(field)

    def prepare(self) -> Iterator[None]:
        """Make ready the words, and have the system read the file; done again it keeps it there."""
        yield from self._counts.prepare()
        yield from super().prepare()
        yield from read_ahead(self._path)
        for field in FIELDS:
            yield from self._counts.read(field)

    def sounding_like(self, word: str, field: Field | Literal[""] = "") -> list[str]:
        """Words of a field that sound roughly like ``word``; some may be there no longer."""
        return self._counts.sounding_like(word, field)

    def names(self, field: Field, beginning: str, limit: int) -> list[tuple[str, int]]:
        """Names with a word of that ``beginning``, the most frequent first."""
        return self._counts.names(field, beginning, limit)

    def refresh(self) -> bool:
        """Forget what was read if another program has written since."""
        version = int(self._db.execute("PRAGMA data_version").fetchone()[0])
        if version == self._version:
            return False
        self._version = version
        self._little.clear()
        self._counts.reread()
        row = self._db.execute("SELECT coalesce(max(id), -1) + 1, count(*) FROM quotes").fetchone()
        self._next, self.count = row
        return True

    def cancel(self) -> None:
        """End the statement that runs."""
        self._db.interrupt()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def stamps(self) -> dict[str, str]:
        """The keys of all articles with their stamps."""
        return dict(self._db.execute("SELECT key, stamp FROM articles").fetchall())

    @contextmanager
    def changing(self) -> Iterator[None]:
        """All that is added and removed inside is kept or nothing."""
        try:
            with writing(self._db):
                self.refresh()
                self._little.clear()
                yield
                self._counts.flush()
                self._tidy()
        except BaseException:
            self._counts.forget()
            self._version = -1
            raise

    def article(self, origin: Origin) -> int:
        """The number of the article with this key."""
        if (known := self._number_of(origin.key)) is not None:
            return known
        added = self._db.execute(
            "INSERT INTO articles (key, stamp, source, details) VALUES (?, ?, ?, ?)",
            tuple(map(storable, origin)),
        )
        return int(added.lastrowid or 0)

    def _number_of(self, key: str) -> int | None:
        row = self._db.execute("SELECT id FROM articles WHERE key = ?", (key,)).fetchone()
        return None if row is None else int(row[0])

    def add(self, entries: Sequence[tuple[Entry, Line]], article: int) -> None:
        """Add quotes of an article."""
        quotes = [
            (number, f"{line.text}\n{tokens_of(line)} ", article, entry.position, entry.kind,
             storable(entry.speaker), storable(entry.text),
             storable(PLACES.join(entry.places)), storable(entry.details))
            for number, (entry, line) in enumerate(entries, self._next)
        ]  # fmt: skip
        self._db.executemany("INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", quotes)
        self._db.executemany(
            "INSERT INTO found (rowid, folded) VALUES (?, ?)", [row[:2] for row in quotes]
        )
        self._next += len(quotes)
        self._added += len(quotes)
        self.count += len(quotes)
        self._counts.count_words([line.fields for _, line in entries], 1)
        named = [(entry.speaker, entry.places) for entry, _ in entries]
        self._counts.count_names(named, self._source(article), 1)

    def _source(self, article: int) -> str:
        row = self._db.execute("SELECT source FROM articles WHERE id = ?", (article,)).fetchone()
        return str(row[0])

    def remove(self, key: str) -> None:
        """Take out an article and its quotes."""
        article = self._number_of(key)
        if article is None:
            return
        rows = self._db.execute(
            "SELECT id, folded, speaker, places FROM quotes WHERE article = ?", (article,)
        ).fetchall()
        self._db.executemany(
            "INSERT INTO found (found, rowid, folded) VALUES ('delete', ?, ?)",
            [row[:2] for row in rows],
        )
        self._db.execute("DELETE FROM quotes WHERE article = ?", (article,))
        self.count -= len(rows)
        self._counts.count_words([fields_of(row[1]) for row in rows], -1)
        named = [(speaker, places.split(PLACES)) for _, _, speaker, places in rows]
        self._counts.count_names(named, self._source(article), -1)
        self._db.execute("DELETE FROM articles WHERE id = ?", (article,))

    def records(self, numbers: Sequence[int]) -> dict[int, Record]:
        """Those of the quotes with these numbers that are there, with their articles."""
        rows = self._db.execute(
            "SELECT q.id, q.text, q.speaker, q.position, q.kind, q.places, q.details, "
            "a.key, a.stamp, a.source, a.details "
            "FROM quotes AS q JOIN articles AS a ON a.id = q.article "
            f"WHERE q.id IN ({', '.join('?' * len(numbers))})",
            numbers,
        )
        found: dict[int, Record] = {}
        for number, text, speaker, position, kind, places, details, *origin in rows:
            named = tuple(filter(None, places.split(PLACES)))
            entry = Entry(text, speaker, position, kind, named, details)
            found[number] = Record(entry, Origin(*origin))
        return found

    def choose(self, keys: Collection[str]) -> None:
        """Put the numbers of the articles with these keys into the table ``chosen``."""
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS chosen (article INTEGER PRIMARY KEY)")
        self._db.execute("DELETE FROM chosen")
        self._db.executemany(
            "INSERT OR IGNORE INTO chosen SELECT id FROM articles WHERE key = ?",
            [(key,) for key in keys],
        )

    def gathered(
        self, asked: Asked, limit: int, most: int, beside: Phrase | None
    ) -> tuple[list[Candidate], int, bool]:
        """``candidates``, some with the words of ``beside`` side by side, and what is ``counted``;
        where one expression finds it, in one go."""
        simple = beside and asked.choices and not (asked.looks or asked.chosen)
        steps = [*self._planner.steps(asked)] if simple else []
        if not beside or len(steps) != 1:
            return super().gathered(asked, limit, most, beside)
        passes, together = passing(steps[0]), side_by_side(beside)
        rows: list[Candidate] = []
        passed = 0
        for looked_at, row in enumerate(self._selected(steps[0].expression, asked, -1)):
            if looked_at >= _LOOKED_AT and passed >= _ENOUGH:
                total, more = self._counted(steps[0], most)
                return rows, max(total, passed), more
            if passes(row):
                passed += 1
                if passed <= limit or together in row[2]:
                    rows.append(row)
        return rows, passed, False

    def candidates(self, asked: Asked, limit: int) -> list[Candidate]:
        """At most ``limit`` quotes that are ``asked`` for."""
        if not asked.choices:
            return list(self._selected("", asked, limit))
        found: dict[int, Candidate] = {}
        for step in self._planner.steps(asked):
            found.update((row[0], row) for row in self._found(step, asked, limit))
            if len(found) >= limit:
                break
        return list(found.values())[:limit]

    def counted(self, asked: Asked, most: int) -> tuple[int, bool]:
        """How many quotes are ``asked`` for."""
        if not asked.choices or asked.looks or asked.chosen:
            return 0, True  # that would be to look at too many
        step, *more = self._planner.steps(asked)
        return (0, True) if more else self._counted(step, most)

    def _counted(self, step: Step, most: int) -> tuple[int, bool]:
        if step.left or step.never:
            return 0, True
        rows = self._db.execute(
            "SELECT count(*) FROM (SELECT rowid FROM found WHERE found MATCH ? LIMIT ?)",
            (step.expression, most),
        )
        counted = int(rows.fetchone()[0])
        return counted, counted >= most or not step.whole

    def few(self, asked: Asked, most: int) -> list[Candidate] | None:
        """All quotes ``asked`` for, if they are at most so many and soon found."""
        step = self._planner.whole(asked)
        if step is None:
            return None
        rows = list(self._selected(step.expression, asked, 2 * most + 1))
        found = list(filter(passing(step), rows))
        return found if len(rows) <= 2 * most and len(found) <= most else None

    def likeness(self, numbers: Sequence[int], literal: tuple[str, ...]) -> list[float]:
        """How much of what was typed literally each of these quotes holds."""
        asked = ", ".join("?" * len(numbers))
        rows = self._db.execute(f"SELECT id, text FROM quotes WHERE id IN ({asked})", numbers)
        texts = dict(rows.fetchall())
        return [share_of(literal, texts.get(number, "")) for number in numbers]

    def _found(self, step: Step, asked: Asked, limit: int) -> Sequence[Candidate]:
        key = step, replace(asked, choices=(), without=())
        found = self._little.get(key)
        if found is None:
            found = list(self._looked_for(step, asked, limit))
            if len(found) < min(limit, _LITTLE) and not asked.chosen:
                self._little[key] = found
        return found

    def _looked_for(self, step: Step, asked: Asked, limit: int) -> Iterable[Candidate]:
        if not (step.left or step.never):
            return self._selected(step.expression, asked, limit)
        passes = passing(step)
        found: list[Candidate] = []
        for looked_at, row in enumerate(self._selected(step.expression, asked, -1)):
            if len(found) >= limit or (looked_at >= _LOOKED_AT and len(found) >= _ENOUGH):
                break
            if passes(row):
                found.append(row)
        return found

    def _selected(self, expression: str, asked: Asked, limit: int) -> Iterator[Candidate]:
        return self._db.execute(*selecting(expression, asked, limit))

    def _tidy(self) -> None:
        """Put together what was added in pieces, if it was much: each piece is looked into for each
        word."""
        if self._added > max(_UNTIDY, self.count // 4):
            self._db.execute("INSERT INTO found (found) VALUES ('optimize')")
            self._added = 0
