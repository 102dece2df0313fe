"""The search of the quotes of all open articles, on a page over the reading screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import PurePath

from newsreader.search.index import Match
from newsreader.search.matches import MOST
from newsreader.text import safe_line
from newsreader.ui.live_search import Wanted
from newsreader.ui.open_articles import OpenArticle, OpenArticles
from newsreader.ui.open_quotes import OpenQuotes
from newsreader.ui.screens.picking import PickScreen
from newsreader.ui.sureness import UNKNOWN, UNKNOWN_MARK
from newsreader.ui.widgets.row_line import Piece, Row, RowLine
from newsreader.ui.widgets.side_rows import (
    PARAPHRASE_MARK,
    SPEAKER_MARK,
    heading,
    sentence,
)
from newsreader.ui.widgets.snippet import lit, snippet


class EverywhereScreen(PickScreen):
    """Finds quotes in all open articles; those not yet read are read meanwhile.

    The result is the number of the article, the beginning of the quote and the query, or ``None``.
    """

    def __init__(self, articles: OpenArticles, query: str) -> None:
        super().__init__("All articles", "words of a quote, or who said it")
        self._articles = articles
        self._query = query
        self._quotes: OpenQuotes | None = None

    def begin(self, quotes: OpenQuotes) -> None:
        """Searches in ``quotes``."""
        self._quotes = quotes
        quotes.collect()

    def prepare(self) -> Iterator[None]:
        """Puts in what was looked for in the one article."""
        if self._query:
            self.line.set_value(self._query)
            self.line.select_all()
        yield

    def show_more(self) -> None:
        """There is more to find."""
        self._show(self.line.value)
        self.draw()

    def rows_for(self, query: str, wanted: Wanted) -> list[Row]:
        """The quotes found, each with its speaker and its article."""
        if self._quotes is None:
            return []
        left = self._quotes.left
        about = f"{left} of {len(self._articles.all)} articles are yet to be read…"
        note = [sentence(about, "note")] if left else []
        if not query.strip():
            told = f"{len(self._quotes.index)} quotes in {len(self._articles.all)} articles."
            return [heading("Quotes"), *note, sentence(told, "dim")]
        found = self._quotes.index.find(query, MOST, wanted=wanted)
        if not found.matches:
            return [heading("Quotes"), *note] if left else []
        rows = [heading("Quotes", found.counted), *note]
        return [*rows, *(self._row(match, query) for match in found.matches)]

    def _row(self, match: Match, query: str) -> Row:
        entry, origin = match.record()
        article = self._articles.all[int(origin.key)]
        value = (int(origin.key), entry.position, query)
        draw = partial(_draw, match, entry.text, entry.speaker, entry.kind, _name(article))
        return Row(draw, value, 2)


def _name(each: OpenArticle) -> str:
    known = each.title or (each.article.title if each.article else "")
    return known or PurePath(each.source.name).name


def _draw(
    match: Match, text: str, speaker: str, kind: str, article: str, width: int
) -> Sequence[RowLine]:
    told = kind == "indirect"
    if speaker:
        name = lit(safe_line(speaker), match.speaker_letters, "strong")
        who = [Piece(f"{SPEAKER_MARK} ", "strong"), *name]
    else:
        who = [Piece(f"{UNKNOWN_MARK} ", "mark"), Piece(UNKNOWN, "dim")]
    words = snippet(text, match.letters, width - 3, 1, "italic" if told else "")
    sign = Piece(f"{PARAPHRASE_MARK} " if told else "  ", "dim")
    return [
        RowLine((*who, Piece("  "), Piece(safe_line(article), "dim")), (Piece(" "),)),
        RowLine((sign, *(words[0] if words else ())), (Piece(" "),)),
    ]
