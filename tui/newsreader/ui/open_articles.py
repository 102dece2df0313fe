"""The articles that are open, and where each was left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.article import Analysis, Article
from newsreader.errors import SourceError
from newsreader.sources import Source

if TYPE_CHECKING:
    from newsreader.ui.corrected import CorrectedArticle


@dataclass(slots=True)
class OpenArticle:
    """A source and what is known of it.

    ``article`` is ``None`` until it is read, ``analysis``, the engine's own, until that is done,
    and ``corrected`` until the reader's corrections are applied to it. ``problem`` says why it
    can't be read, ``notes`` what a reader should know of how it was. ``position`` is the offset on
    the top line, ``current`` the current quote.
    """

    source: Source
    article: Article | None = None
    analysis: Analysis | None = None
    corrected: CorrectedArticle | None = None
    title: str = ""
    problem: str = ""
    notes: tuple[str, ...] = ()
    position: int = 0
    current: int | None = None

    @property
    def known(self) -> Analysis | None:
        """What is to be shown: what the engine found, as it was corrected."""
        return self.corrected.analysis if self.corrected else None


class OpenArticles:
    """The open articles, of which one is shown. ``problems`` grows by those that can't be read,
    ``notes`` by what is to be said of the others; it begins with those of ``first``."""

    def __init__(
        self,
        sources: Sequence[Source],
        first: Article,
        problems: list[SourceError] | None = None,
        notes: list[str] | None = None,
    ) -> None:
        self.problems = [] if problems is None else problems
        self.notes = [] if notes is None else notes
        self.all = [OpenArticle(source) for source in sources] or [OpenArticle(Source(first.path))]
        self.all[0].article = first
        self.all[0].title = first.title
        self.all[0].notes = tuple(self.notes)
        self.shown = 0

    def note(self, problem: str) -> None:
        """Keeps ``problem``, if there is one, to be told once more when the app has ended."""
        if problem and problem not in self.notes:
            self.notes.append(problem)

    @property
    def current(self) -> OpenArticle:
        """The one that is shown."""
        return self.all[self.shown]
