"""Which article is shown, and what is being found out about it and the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from newsreader.article import Analysis, Article
from newsreader.errors import SourceError
from newsreader.ui.open_articles import OpenArticle, OpenArticles

if TYPE_CHECKING:
    from newsreader.sources import Source
    from newsreader.ui.analysis import AnalysisJob
    from newsreader.ui.reading_on import BackgroundReader


class Opening:
    """Reads articles and has the shown one analysed, one process at a time.

    ``opened`` is called when another article is to be shown, ``analysed`` when the analysis of the
    shown one is there, ``failed`` with a line if there will be none, ``told`` with a line for the
    user about an article that could not be read, or not as it was meant. ``in_steps`` does work in
    small pieces.
    """

    def __init__(
        self,
        articles: OpenArticles,
        *,
        in_steps: Callable[[Iterator[None]], None],
        opened: Callable[[OpenArticle, Article], None],
        analysed: Callable[[Analysis], None],
        failed: Callable[[str], None],
        told: Callable[[str], None],
    ) -> None:
        self.articles = articles
        self._in_steps = in_steps
        self._opened = opened
        self._analysed = analysed
        self._failed = failed
        self._told = told
        self._job: AnalysisJob | None = None
        self._readers: list[BackgroundReader] = []
        self._wanted: int | None = None

    def begin(self) -> None:
        """After the first frame: the analysis first, then the other articles."""
        self._in_steps(self._beginning())

    def _beginning(self) -> Iterator[None]:
        self._tell_notes()
        yield from self._analysing()
        yield
        rest = [
            (number, open_article.source)
            for number, open_article in enumerate(self.articles.all)
            if open_article.article is None
        ]
        if rest:
            self._read(rest)

    @property
    def process(self) -> int | None:
        """The number of the process that analyses, while there is one."""
        return self._job.process if self._job is not None else None

    def show(self, number: int) -> None:
        """Shows the open article ``number``, as soon as it is read."""
        self._wanted = number
        open_article = self.articles.all[number]
        if open_article.article is None:
            self._read([(number, open_article.source)])
            return
        self._show(number, open_article.article)

    def stop(self) -> None:
        """Ends everything that runs, and saves what is yet to be; nothing is left behind."""
        for each in self.articles.all:
            if each.corrected is not None and each.corrected.unsaved:
                self.articles.note(each.corrected.save().problem)
        if self._job is not None:
            self._job.cancel()
            self._job = None
        for reader in self._readers:
            reader.stop()

    def _show(self, number: int, article: Article) -> None:
        self._wanted = None
        self.articles.shown = number
        self.articles.current.article = article
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._opened(self.articles.current, article)
        self._tell_notes()
        self._in_steps(self._analysing())

    def _tell_notes(self) -> None:
        if notes := self.articles.current.notes:
            self._told("; ".join(_briefly(note, self.articles.current.source) for note in notes))

    def _read(self, sources: list[tuple[int, Source]]) -> None:
        from newsreader.ui.reading_on import BackgroundReader

        reader = BackgroundReader(sources, self._was_read)
        self._readers.append(reader)
        reader.start()

    def _was_read(self, number: int, result: Article | SourceError, notes: list[str]) -> None:
        open_article = self.articles.all[number]
        if isinstance(result, SourceError):
            if not open_article.problem:
                self.articles.problems.append(result)
            open_article.problem = str(result)
            self._told(_briefly(str(result), open_article.source))
            return
        open_article.title = result.title
        if notes and not open_article.notes:
            open_article.notes = tuple(notes)
            self.articles.notes += notes
        if number == self._wanted:
            self._show(number, result)
        elif open_article.source.path is None:  # standard input can be read only once
            open_article.article = result

    def _analysing(self) -> Iterator[None]:
        from newsreader.ui.analysis import AnalysisJob

        open_article = self.articles.current
        if open_article.article is None:
            return
        if open_article.analysis is not None:
            self._analysed(open_article.analysis)
            return

        def done(analysis: Analysis) -> None:
            self._job = None
            open_article.analysis = analysis
            self._analysed(analysis)

        def failed(line: str) -> None:
            self._job = None
            self._failed(line)

        yield
        self._job = job = AnalysisJob(open_article.article, done, failed)
        yield from job.starting()


def _briefly(line: str, source: Source) -> str:
    """``line`` with the file's name but without its folders, for which the footer has no room."""
    return line.replace(source.name, PurePath(source.name).name, 1)
