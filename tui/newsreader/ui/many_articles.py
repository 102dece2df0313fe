"""What a search of many articles asks of them, and what it is at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from newsreader.search.matches import Found

if TYPE_CHECKING:
    from newsreader.search.index import Match, QuoteIndex, Record
    from newsreader.ui.passages import Passage


class Searchable(Protocol):
    """Articles whose quotes are in ``index``, in memory or in a file."""

    @property
    def index(self) -> QuoteIndex:
        """Where they are found."""

    def about(self) -> str:
        """How much there is to search, in a sentence."""

    def unread(self) -> str:
        """What is yet to be read, in few words; nothing if all is."""

    def name(self, record: Record) -> str:
        """What the article of a quote is called."""

    def passage(self, record: Record) -> Passage:
        """A quote in its article.

        Raises:
            IndexFileError: it is no longer there.
        """


@dataclass(slots=True)
class Results:
    """A query, what it found, and which of it is in view; ``left`` when one has gone back."""

    query: str = ""
    found: Found = field(default_factory=Found)
    at: int = 0
    left: bool = False

    @property
    def match(self) -> Match | None:
        """The one in view."""
        return self.found.matches[self.at] if self.found.matches else None

    def step(self, delta: int) -> None:
        """Goes ``delta`` further, around the end, or to where one was before one left."""
        self.at = (self.at + (0 if self.left else delta)) % max(1, len(self.found.matches))
        self.left = False
