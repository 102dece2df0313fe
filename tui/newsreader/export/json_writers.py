"""JSON Lines, and the same objects as one JSON array."""

from __future__ import annotations

import re

from newsreader.article import Analysis, Article
from newsreader.export.contract import as_object, dumps


class JsonLines:
    """One object an article and line."""

    def __init__(self, *, with_text: bool) -> None:
        self._with_text = with_text

    def head(self) -> str:
        """Nothing."""
        return ""

    def article(self, article: Article, analysis: Analysis) -> str:
        """One line."""
        return dumps(as_object(article, analysis, with_text=self._with_text)) + "\n"

    def foot(self) -> str:
        """Nothing."""
        return ""


class JsonArray:
    """An array with one object an article, indented for people."""

    def __init__(self, *, with_text: bool) -> None:
        self._with_text = with_text
        self._separator = "\n"

    def head(self) -> str:
        """The opening bracket."""
        return "["

    def article(self, article: Article, analysis: Analysis) -> str:
        """An element of the array."""
        separator, self._separator = self._separator, ",\n"
        shown = dumps(as_object(article, analysis, with_text=self._with_text), indent=2)
        return separator + _spans_on_one_line(shown)

    def foot(self) -> str:
        """The closing bracket."""
        return "\n]\n"


def _spans_on_one_line(shown: str) -> str:
    """``[412, 447]`` as people read it. A string literal holds no line break, so none changes."""
    return re.sub(r"\[\n\s+(\d+(?:,\s+\d+)*)\n\s+\]", _joined, shown)


def _joined(match: re.Match[str]) -> str:
    return "[" + " ".join(match[1].split()) + "]"
