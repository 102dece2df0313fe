"""Finds the quote that someone half remembers, typos and all.

A query goes through the vocabulary word by word, from exact words to abbreviations, only as far
as needed; the quotes that hold what it may mean are then ranked, a bounded number of them. The
quotes lie in memory, or in a file of SQLite; both are searched alike.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from newsreader.article import Span
from newsreader.errors import IndexFileError
from newsreader.remembered import Remembered
from newsreader.search.finding import Finder
from newsreader.search.folded import LONG, Line, fold, fold_long, words_of
from newsreader.search.letters import letters_in
from newsreader.search.matches import Entry, Found, Match, Origin, Record, Superseded
from newsreader.search.meanings import Meanings
from newsreader.search.narrowing import Narrowing
from newsreader.search.query import parse
from newsreader.search.ranking import Meaning
from newsreader.search.store import Store

if TYPE_CHECKING:
    from newsreader.search.completing import Completion

__all__ = ["Entry", "Found", "Match", "Origin", "QuoteIndex", "Record", "Superseded"]

_BATCH: Final = 32
"""Quotes that are put in at once."""
_REMEMBERED: Final = 50
"""Queries of which it is remembered what they found, for when letters are deleted."""


class QuoteIndex:
    """An index over quotes that can be searched while it grows, from any thread.

    Without ``path`` it lives in memory. With one it is kept in that file, which any number of
    programs may search while one of them writes; its methods may then raise ``IndexFileError``.
    """

    def __init__(self, entries: Iterable[Entry] = (), *, path: Path | None = None) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._store = _opened(path)
        self._meanings = Meanings(self._store)
        self._narrowing = Narrowing(self._store)
        self._known: Remembered[tuple[str, int], Found] = Remembered(_REMEMBERED)
        self._cancelled = False
        if path is None:
            self.add(entries)

    def __len__(self) -> int:
        return self._store.count

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._store.close()

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
        due = perf_counter() + seconds
        for batch in _batches(entries):
            if len(batch[0].text) <= LONG:
                self._put(fold(batch, origin.source), origin)
            else:
                for line in fold_long(batch[0], origin.source):
                    if line:
                        self._put([(batch[0], line)], origin)
                    elif perf_counter() > due:
                        yield
                        due = perf_counter() + seconds
            if perf_counter() > due:
                yield
                due = perf_counter() + seconds

    def replace(self, origin: Origin, entries: Collection[Entry]) -> None:
        """Puts an article's quotes in place of those it had, all or none."""
        self.replace_all([(origin, entries)])

    def replace_all(self, articles: Iterable[tuple[Origin, Iterable[Entry]]]) -> None:
        """Puts several articles in place of what they were, all or none."""
        if self._path is None:
            # Nothing can fail once it is begun.
            articles = [(origin, list(entries)) for origin, entries in articles]
        with self._held(), self._store.changing():
            self._forget()
            for origin, entries in articles:
                self._store.remove(origin.key)
                number = self._store.article(origin)
                for batch in _batches(entries):
                    self._store.add(fold(batch, origin.source), number)

    def remove(self, key: str) -> None:
        """Takes an article and its quotes out, if it is there."""
        with self._held(), self._store.changing():
            self._forget()
            self._store.remove(key)

    def stamps(self) -> dict[str, str]:
        """The keys of all articles, each with the stamp of the state that it was added in."""
        with self._held():
            return self._store.stamps()

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
        understood = parse(query)
        if not understood or limit < 1:
            return Found()
        with self._held():
            self._cancelled = False
            self._refresh()
            if among is None and (known := self._known.get((query, limit))) is not None:
                return known
            if among is not None:
                self._store.choose(among)
            finder = Finder(
                understood,
                self._store,
                self._meanings,
                self._narrowing,
                limit,
                lambda: not self._cancelled and wanted(),
                chosen=among is not None,
            )
            finder.run()
            found = self._ranked(finder, limit)
            if among is None:
                self._known[query, limit] = found
        return found

    def _ranked(self, finder: Finder, limit: int) -> Found:
        """The best ``limit`` of what was found."""
        best = sorted(
            finder.found.items(), key=lambda item: (item[1][0], -item[1][1], item[1][2], item[0])
        )
        words = finder.places
        # Where there are fewer than asked for, others that were looked at are not good enough.
        return Found(
            tuple(
                Match(number, score, self, words, meaning)
                for number, (_, score, _, meaning) in best[:limit]
            ),
            finder.total if len(best) >= limit else len(best),
            finder.more,
        )

    def prepare(self) -> Iterator[None]:
        """Makes ready what the first searches would have to wait for, giving way every few
        milliseconds. Done again while one searches it keeps the file in the system's memory;
        ``OSError`` if that can't be read."""
        steps = self._store.prepare()
        while True:
            with self._held():
                if next(steps, steps) is steps:
                    return
            yield

    def cancel(self) -> None:
        """Ends a search that is under way in another thread with ``Superseded``."""
        self._cancelled = True
        self._store.cancel()

    def complete(self, query: str, limit: int = 8) -> list[Completion]:
        """What the last word of ``query`` may become: a filter, or what a filter looks for."""
        from newsreader.search.completing import completions

        with self._held():
            self._refresh()
            return completions(query, self._store, limit)

    def record(self, entry: int) -> Record:
        """The quote with this number and its article.

        Raises:
            IndexFileError: it is no longer there.
        """
        with self._held():
            record = self._store.records([entry]).get(entry)
        if record is None:
            raise IndexFileError(f"{self._path}: a quote was taken out meanwhile; search again")
        return record

    def read(self, matches: Sequence[Match]) -> None:
        """Reads the records of ``matches`` at once, unless they have them."""
        unread = [match for match in matches if not match.is_read]
        with self._held():
            records = self._store.records([match.entry for match in unread]) if unread else {}
        for match in unread:
            match.take(records.get(match.entry))

    def locate(
        self, quote: Entry, query: tuple[str, ...], meaning: Meaning
    ) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The matched spans of a quote's text and of its speaker's name."""
        letters, fits = letters_in(quote.text, query, meaning)
        if not any(map(meaning.hits_of, words_of(quote.speaker))):
            return letters, ()
        better = frozenset(place for place, fit in fits.items() if fit >= 1)
        return letters, letters_in(quote.speaker, query, meaning, skip=better)[0]

    def _put(self, batch: list[tuple[Entry, Line]], origin: Origin) -> None:
        with self._held():
            self._store.add(batch, self._store.article(origin))
            self._forget()

    def _refresh(self) -> None:
        if self._store.refresh():
            self._forget()

    def _forget(self) -> None:
        """The quotes have changed."""
        self._meanings.forget()
        self._narrowing.forget()
        self._known.clear()

    @contextmanager
    def _held(self) -> Iterator[None]:
        """No other thread is at it, and errors of the file tell what to do."""
        with self._lock:
            if self._path is None:
                yield
                return
            from newsreader.search.database import readable

            with readable(self._path):
                yield


def _opened(path: Path | None) -> Store:
    if path is None:
        from newsreader.search.memory import MemoryStore

        return MemoryStore()
    from newsreader.search.database import readable
    from newsreader.search.file import FileStore

    with readable(path):
        return FileStore(path)


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """``entries`` in lists of some, those with very long texts each alone."""
    batch: list[Entry] = []
    for entry in entries:
        long = len(entry.text) > LONG
        if batch and (long or len(batch) == _BATCH):
            yield batch
            batch = []
        if long:
            yield [entry]
        else:
            batch.append(entry)
    if batch:
        yield batch
