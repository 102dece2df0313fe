"""One row a quote, for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Final

from newsreader.article import Analysis, Article, Quote, Span, Speaker
from newsreader.text import safe

COLUMNS: Final = (
    "article_id",
    "path",
    "title",
    "published",
    "start",
    "end",
    "kind",
    "text",
    "speaker",
    "speaker_role",
    "source",
    "cue",
    "confidence",
    "why",
    "corrected",
    "speaker_corrected",
)
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class CsvRows:
    """A header and a row for each quote; an article without quotes has none."""

    def head(self) -> str:
        """The names of the columns."""
        return row(COLUMNS)

    def article(self, article: Article, analysis: Analysis) -> str:
        """The rows of one article."""
        speakers = {speaker.name: speaker for speaker in analysis.speakers}

        def words(span: Span | None) -> str | None:
            return article.text[span[0] : span[1]] if span else None

        return "".join(
            row(
                (
                    article.id,
                    article.path,
                    article.title,
                    article.published,
                    quote.start,
                    quote.end,
                    quote.kind,
                    words((quote.start, quote.end)),
                    quote.speaker,
                    speaker.role if speaker else None,
                    words(quote.source),
                    words(quote.cue),
                    round(quote.confidence, 4),
                    quote.why,
                    _mark(quote),
                    _mark(speaker),
                )
            )
            for quote in analysis.quotes
            for speaker in (speakers.get(quote.speaker or ""),)
        )

    def foot(self) -> str:
        """Nothing."""
        return ""


def _mark(item: Quote | Speaker | None) -> str:
    return "true" if item is not None and item.corrected else ""


def row(cells: tuple[object, ...]) -> str:
    """One line of CSV, each text made safe."""
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(map(_cell, cells))
    return line.getvalue()


def _cell(value: object) -> object:
    """Text made safe twice: no control characters, and nothing that a spreadsheet would run."""
    if not isinstance(value, str):
        return value
    return "'" + safe(value) if value.startswith(_FORMULA_STARTS) else safe(value)
