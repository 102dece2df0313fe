"""Finds the quote that someone half remembers, typos and all.

A query goes through the vocabulary word by word, from exact words to abbreviations, only as far
as needed; the quotes that hold what it may mean are then ranked, a bounded number of them. The
quotes lie in SQLite, in memory or in a file; both are searched alike.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from newsreader.article import Span
from newsreader.errors import IndexFileError
from newsreader.search.database import in_file, in_memory, interrupted, readable, writing
from newsreader.search.finding import Finder
from newsreader.search.folded import Line, fold, words_of
from newsreader.search.letters import letters_in
from newsreader.search.matches import Entry, Found, Match, Origin, Record, Superseded
from newsreader.search.meanings import Meanings
from newsreader.search.query import parse
from newsreader.search.ranking import Meaning
from newsreader.search.storing import Quotes

if TYPE_CHECKING:
    from newsreader.search.completing import Completion

__all__ = ["Entry", "Found", "Match", "Origin", "QuoteIndex", "Record", "Superseded"]

_BATCH: Final = 64
"""Quotes that are put in at once."""


class QuoteIndex:
    """An index over quotes that can be searched while it grows, from any thread.

    Without ``path`` it lives in memory. With one it is kept in that file, which any number of
    programs may search while one of them writes; its methods may then raise ``IndexFileError``.
    """

    def __init__(self, entries: Iterable[Entry] = (), *, path: Path | None = None) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._db = in_memory() if path is None else in_file(path)
        with readable(path):
            self._quotes = Quotes(self._db, kept=path is not None)
        self._meanings = Meanings(self._quotes)
        self._articles: dict[str, int] = {}
        if path is None:
            self.add(entries)

    def __len__(self) -> int:
        return self._quotes.count

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._db.close()

    def add(self, entries: Iterable[Entry], origin: Origin | None = None) -> None:
        """Adds quotes; they can be found at once."""
        for _ in self.add_in_steps(entries, float("inf"), origin):
            pass

    def add_in_steps(
        self,
        entries: Iterable[Entry],
        seconds: float = 0.004,
        origin: Origin | None = None,
    ) -> Iterator[None]:
        """Adds quotes to a new article, or without ``origin`` to one without a name, giving way
        each time about ``seconds`` have gone by; what was added before can be found meanwhile. Run
        to the end it does what ``add`` does.

        Only for an index in memory: in a file an article must be whole, see ``replace``.
        """
        if self._path is not None:
            raise ValueError("an article in a file is replaced as a whole")
        origin = origin or Origin("")
        source = words_of(origin.source)
        seconds /= 2  # putting them in takes as long as folding them
        due = perf_counter() + seconds
        batch: list[tuple[Entry, Line]] = []
        for entry in entries:
            for line in fold(entry, source):
                if line:
                    batch.append((entry, line))
                full = len(batch) >= _BATCH
                if full or perf_counter() > due:
                    if batch:
                        self._put(batch, origin)
                        batch = []
                    if perf_counter() > due:
                        yield
                        due = perf_counter() + seconds
        if batch:
            self._put(batch, origin)

    def replace(self, origin: Origin, entries: Collection[Entry]) -> None:
        """Puts an article's quotes in place of those it had, all or none."""
        self.replace_all([(origin, entries)])

    def replace_all(self, articles: Iterable[tuple[Origin, Iterable[Entry]]]) -> None:
        """Puts several articles in place of what they were, all or none."""
        with self._lock, readable(self._path):
            try:
                with writing(self._db):
                    self._refresh()
                    for origin, entries in articles:
                        self._remove(origin.key)
                        source = words_of(origin.source)
                        number = self._quotes.article(origin)
                        self._articles[origin.key] = number
                        lines = [
                            (entry, line)
                            for entry in entries
                            for line in fold(entry, source)
                            if line
                        ]
                        self._quotes.add(lines, number, origin.source)
                    self._quotes.flush()
            except BaseException:
                self._forget()
                raise
            self._meanings.forget()

    def remove(self, key: str) -> None:
        """Takes an article and its quotes out, if it is there."""
        with self._lock, readable(self._path):
            try:
                with writing(self._db):
                    self._refresh()
                    self._remove(key)
                    self._quotes.flush()
            except BaseException:
                self._forget()
                raise
            self._meanings.forget()

    def stamps(self) -> dict[str, str]:
        """The keys of all articles, each with the stamp of the state that it was added in."""
        with self._lock, readable(self._path):
            return dict(self._db.execute("SELECT key, stamp FROM articles").fetchall())

    def search(self, query: str, limit: int = 50) -> list[Match]:
        """The best ``limit`` quotes for ``query``, best first."""
        return list(self.find(query, limit).matches)

    def find(
        self,
        query: str,
        limit: int = 50,
        *,
        wanted: Callable[[], bool] = lambda: True,
        among: Collection[str] | None = None,
    ) -> Found:
        """The best ``limit`` quotes for ``query``, best first, and how many there are; nothing for
        a query without letters or digits. Words count in any order, and in the speaker's name too.

        ``wanted`` is asked every few milliseconds. ``among`` are the keys of articles that are
        looked at, if not all are.

        Raises:
            Superseded: the search is no longer ``wanted``, or ``cancel`` was called.
        """
        import sqlite3

        understood = parse(query)
        if not understood or limit < 1:
            return Found()
        with self._lock, readable(self._path):
            self._refresh()
            if among is not None:
                self._choose(among)
            finder = Finder(
                understood, self._quotes, self._meanings, limit, wanted, chosen=among is not None
            )
            try:
                finder.run()
            except sqlite3.OperationalError as error:
                if interrupted(error):
                    raise Superseded from error
                raise
        best = sorted(
            finder.found.items(), key=lambda item: (item[1][0], -item[1][1], item[1][2], item[0])
        )
        words = finder.places
        return Found(
            tuple(
                Match(number, score, self, words, meaning)
                for number, (_, score, _, meaning) in best[:limit]
            ),
            finder.total,
            finder.more,
        )

    def cancel(self) -> None:
        """Ends a search that is under way in another thread with ``Superseded``."""
        self._db.interrupt()

    def complete(self, query: str, limit: int = 8) -> list[Completion]:
        """What the last word of ``query`` may become: a filter, or what a filter looks for."""
        from newsreader.search.completing import completions

        with self._lock, readable(self._path):
            self._refresh()
            return completions(query, self._quotes, limit)

    def record(self, entry: int) -> Record:
        """The quote with this number and its article.

        Raises:
            IndexFileError: it is no longer there.
        """
        with self._lock, readable(self._path):
            row = self._db.execute(
                "SELECT q.text, q.speaker, q.position, q.kind, q.places, q.details, "
                "a.key, a.stamp, a.source, a.details "
                "FROM quotes AS q JOIN articles AS a ON a.id = q.article WHERE q.id = ?",
                (entry,),
            ).fetchone()
        if row is None:
            raise IndexFileError(f"{self._path}: a quote was taken out meanwhile; search again")
        text, speaker, position, kind, places, details = row[:6]
        named = tuple(filter(None, places.split("\n")))
        return Record(Entry(text, speaker, position, kind, named, details), Origin(*row[6:]))

    def locate(
        self, entry: int, query: tuple[str, ...], meaning: Meaning
    ) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The matched spans of a quote's text and of its speaker's name."""
        quote = self.record(entry).entry
        letters, fits = letters_in(quote.text, query, meaning)
        better = frozenset(place for place, fit in fits.items() if fit >= 1)
        return letters, letters_in(quote.speaker, query, meaning, skip=better)[0]

    def _put(self, batch: list[tuple[Entry, Line]], origin: Origin) -> None:
        with self._lock, readable(self._path):
            number = self._articles.get(origin.key)
            if number is None:
                number = self._articles[origin.key] = self._quotes.article(origin)
            self._quotes.add(batch, number, origin.source)
            self._meanings.forget()

    def _remove(self, key: str) -> None:
        row = self._db.execute("SELECT id FROM articles WHERE key = ?", (key,)).fetchone()
        if row:
            self._articles.pop(key, None)
            self._quotes.remove(row[0])

    def _refresh(self) -> None:
        if self._path is not None and self._quotes.refresh():
            self._articles.clear()
            self._meanings.forget()

    def _forget(self) -> None:
        self._quotes.forget()
        self._articles.clear()
        self._meanings.forget()

    def _choose(self, among: Collection[str]) -> None:
        """Puts the numbers of the articles with these keys into the table ``chosen``."""
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS chosen (article INTEGER PRIMARY KEY)")
        self._db.execute("DELETE FROM chosen")
        self._db.executemany(
            "INSERT OR IGNORE INTO chosen SELECT id FROM articles WHERE key = ?",
            [(key,) for key in among],
        )
