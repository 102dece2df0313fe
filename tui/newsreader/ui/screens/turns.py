"""Going through somebody's quotes, or the mentions of a place, one after the other."""

from __future__ import annotations

from newsreader.article import Analysis, Span, Speaker


class Turns:
    """Remembers where one is when the same row is chosen again and again."""

    def __init__(self) -> None:
        self._key: object = None
        self._turn = 0

    def clear(self) -> None:
        """The next choice begins anew."""
        self._key = None

    def next(self, key: object, count: int) -> int:
        """The first, and again the next, around the end: from 0 to ``count - 1``."""
        self._turn = (self._turn + 1) % max(1, count) if key == self._key else 0
        self._key = key
        return self._turn

    @staticmethod
    def spans(speaker: Speaker, analysis: Analysis) -> list[Span]:
        """The quotes of ``speaker`` in order; the mentions of who is not quoted."""
        quotes = [analysis.quotes[index] for index in speaker.quotes]
        return [(quote.start, quote.end) for quote in quotes] or list(speaker.mentions)
