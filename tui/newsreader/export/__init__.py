"""An article and its analysis as JSON, JSON Lines, CSV, Markdown and plain text."""

from __future__ import annotations

from typing import Protocol

from newsreader.article import Analysis, Article


class Writer(Protocol):
    """Turns articles into one document, piece by piece."""

    def head(self) -> str:
        """What stands before the first article."""

    def article(self, article: Article, analysis: Analysis) -> str:
        """One article."""

    def foot(self) -> str:
        """What stands after the last article."""


def writer(format: str, *, with_text: bool = False) -> Writer:
    """A fresh writer for ``format``: jsonl, json, csv, md or text."""
    match format:
        case "jsonl":
            from newsreader.export.json_writers import JsonLines

            return JsonLines(with_text=with_text)
        case "json":
            from newsreader.export.json_writers import JsonArray

            return JsonArray(with_text=with_text)
        case "csv":
            from newsreader.export.csv_rows import CsvRows

            return CsvRows()
        case "md":
            from newsreader.export.markdown import Markdown

            return Markdown()
        case "text":
            from newsreader.export.plain import PlainText

            return PlainText()
        case _:
            raise ValueError(format)
