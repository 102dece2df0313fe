"""The quotes of all open articles in one index, which grows as they are read and analysed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from newsreader.article import Analysis, Article
from newsreader.errors import SourceError
from newsreader.search.entries import entries_of, origin_of
from newsreader.search.index import QuoteIndex
from newsreader.ui.live_search import between_searches
from newsreader.ui.open_articles import OpenArticle, OpenArticles
from newsreader.ui.passages import Passage, passage

if TYPE_CHECKING:
    from newsreader.search.matches import Record
    from newsreader.ui.analysis import AnalysisJob
    from newsreader.ui.reading_on import BackgroundReader


class OpenQuotes:
    """Reads and analyses the open ``articles`` one after the other and keeps their quotes in
    ``index``, whose origins have the articles' numbers as keys.

    ``in_steps`` does work in small pieces; ``changed`` is called when there is more to find, and
    ``searching`` tells whether somebody looks for something at the moment.
    """

    def __init__(
        self,
        articles: OpenArticles,
        in_steps: Callable[[Iterator[None]], None],
        changed: Callable[[], None],
        searching: Callable[[], bool],
    ) -> None:
        self.index = QuoteIndex()
        self._articles = articles
        self._in_steps = in_steps
        self._changed = changed
        self._searching = searching
        self._done: dict[int, Analysis | None] = {}
        self._pending: list[int] = []
        self._at_work = False
        self._stopped = False
        self._reader: BackgroundReader | None = None
        self._job: AnalysisJob | None = None

    def about(self) -> str:
        """How much there is to search."""
        return f"{len(self.index)} quotes in {len(self._articles.all)} articles."

    def unread(self) -> str:
        """How many articles are yet to be looked at."""
        return f"reading {len(self._pending)} more…" if self._pending else ""

    def name(self, record: Record) -> str:
        """The title of an article, or its file's name."""
        each = self._articles.all[int(record.origin.key)]
        title = each.title or (each.article.title if each.article else "")
        return title or PurePath(each.source.name).name

    def passage(self, record: Record) -> Passage:
        """A quote in its article."""
        each = self._articles.all[int(record.origin.key)]
        assert each.article is not None
        return passage(each.article, each.known or Analysis(), record.entry.position)

    def collect(self) -> None:
        """Looks at all articles that are new, or whose analysis has been corrected since."""
        for number, each in enumerate(self._articles.all):
            fresh = number not in self._done or (
                each.known is not None and each.known is not self._done[number]
            )
            if fresh and number not in self._pending:
                self._pending.append(number)
        self._go_on()

    def stop(self) -> None:
        """Leaves nothing behind that runs."""
        self._stopped = True
        if self._reader is not None:
            self._reader.stop()
        if self._job is not None:
            self._job.cancel()

    def _go_on(self) -> None:
        if self._at_work or self._stopped or not self._pending:
            return
        self._at_work = True
        number = self._pending[0]
        each = self._articles.all[number]
        if each.article is None:
            from newsreader.ui.reading_on import BackgroundReader

            self._reader = BackgroundReader([(number, each.source)], self._was_read)
            self._reader.start()
        else:
            self._in_steps(self._looking(number, each, each.article))

    def _was_read(self, number: int, result: Article | SourceError, notes: list[str]) -> None:
        each = self._articles.all[number]
        if isinstance(result, SourceError):
            self._finish(number, None)
            return
        # It was perhaps opened meanwhile.
        each.article = each.article or result
        self._in_steps(self._looking(number, each, each.article))

    def _looking(self, number: int, each: OpenArticle, article: Article) -> Iterator[None]:
        if each.analysis is not None:
            yield from self._adding(number, each, article)
            return
        from newsreader.ui.analysis import AnalysisJob

        def done(analysis: Analysis) -> None:
            each.analysis = each.analysis or analysis
            self._in_steps(self._adding(number, each, article))

        yield
        self._job = AnalysisJob(article, done, lambda line: self._finish(number, None))
        yield from self._job.starting()

    def _adding(self, number: int, each: OpenArticle, article: Article) -> Iterator[None]:
        from newsreader.ui.corrected import CorrectedArticle

        assert each.analysis is not None
        if each.corrected is None:
            corrected = CorrectedArticle(article, each.analysis)
            for _ in corrected.loading():
                yield
            each.corrected = each.corrected or corrected
        known = each.corrected.analysis
        yield from between_searches(self._replacing(article, known, str(number)), self._searching)
        self._finish(number, known)

    def _replacing(self, article: Article, known: Analysis, key: str) -> Iterator[None]:
        yield
        self.index.remove(key)
        yield
        yield from self.index.add_in_steps(
            entries_of(article, known), origin=origin_of(article, key)
        )

    def _finish(self, number: int, known: Analysis | None) -> None:
        self._reader = self._job = None
        self._done[number] = known
        self._pending.remove(number)
        self._at_work = False
        self._changed()
        self._go_on()
