"""The open articles, to switch between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import PurePath

from newsreader.search.index import Entry, Match, QuoteIndex
from newsreader.text import safe_line
from newsreader.ui.live_search import Wanted
from newsreader.ui.open_articles import OpenArticle, OpenArticles
from newsreader.ui.screens.picking import PickScreen
from newsreader.ui.sureness import count
from newsreader.ui.widgets.row_line import Piece, Row, RowLine
from newsreader.ui.widgets.side_rows import heading
from newsreader.ui.widgets.snippet import lit

_OPEN, _OTHER, _BROKEN = "▸", " ", "✗"


class ArticlesScreen(PickScreen):
    """Title, file and number of quotes of each open article; those that could not be read say why.

    The result is the index of the picked one in ``OpenArticles.all``, or ``None``.
    """

    def __init__(self, articles: OpenArticles) -> None:
        super().__init__("Open articles", "a title or a file's name")
        self._articles = articles
        self._index = QuoteIndex()

    def prepare(self) -> Iterator[None]:
        """Indexes titles and file names."""
        yield from self._index.add_in_steps(
            Entry(_title(article), article.source.name) for article in self._articles.all
        )

    def rows_for(self, query: str, wanted: Wanted) -> list[Row]:
        """All articles in the order they were given, or those that match."""
        matches: dict[int, Match | None] = dict.fromkeys(range(len(self._articles.all)))
        if query.strip():
            found = self._index.search(query, len(self._articles.all))
            matches = {match.entry: match for match in found}
        if not matches:
            return []
        return [
            heading("Articles", str(len(matches)), "quotes ┊paraphrases"),
            *(self._row(index, match) for index, match in matches.items()),
        ]

    def first_row(self, rows: list[Row]) -> int | None:
        """The article that is shown, below the heading."""
        return self._articles.shown + 1

    def _row(self, index: int, match: Match | None) -> Row:
        article = self._articles.all[index]
        draw = partial(_draw, article, index == self._articles.shown, match)
        return Row(draw, index, 2, "text" if article.problem else "item")


def _title(article: OpenArticle) -> str:
    known = article.title or (article.article.title if article.article else "")
    return known or PurePath(article.source.name).name


def _draw(
    article: OpenArticle, is_open: bool, match: Match | None, width: int
) -> Sequence[RowLine]:
    title, name = safe_line(_title(article)), safe_line(article.source.name)
    letters = match.letters if match else ()
    name_letters = match.speaker_letters if match else ()
    if article.problem:
        return [
            RowLine((Piece(f"{_BROKEN} ", "warning"), *lit(title, letters, "dim"))),
            RowLine((Piece("  "), Piece(safe_line(article.problem), "warning")), (Piece(" "),)),
        ]
    mark = Piece(f"{_OPEN if is_open else _OTHER} ", "mark")
    quotes = article.known.quotes if article.known else ()
    paraphrases = sum(quote.kind == "indirect" for quote in quotes)
    told = count(len(quotes) - paraphrases, paraphrases) if article.known else ""
    return [
        RowLine((mark, *lit(title, letters, "strong")), (Piece(f"{told} ", "count"),)),
        RowLine((Piece("  "), *lit(name, name_letters, "dim")), (Piece(" "),)),
    ]
