"""A report in Markdown. Whatever an article holds, it adds no markup to the report."""

from __future__ import annotations

import re
from functools import lru_cache

from newsreader.article import Analysis, Article, Quote
from newsreader.export.plain import counted, place_line, quoted_words, speaker_line, sureness
from newsreader.text import safe_line


class Markdown:
    """A section for each article."""

    def __init__(self) -> None:
        self._first = True

    def head(self) -> str:
        """Nothing."""
        return ""

    def article(self, article: Article, analysis: Analysis) -> str:
        """Title, quotes by speaker, people and organizations mentioned, places."""
        blocks = [f"# {escape(article.title or article.path or 'Article from standard input')}"]
        facts = [
            f"- {label}: {escape(value)}"
            for label, value in (
                ("By", article.byline),
                ("Published", article.published),
                ("File", article.path),
                ("Address", article.url),
            )
            if value
        ]
        if facts:
            blocks.append("\n".join(facts))
        blocks += _quotes(article, analysis)
        mentioned = [speaker_line(s) for s in analysis.speakers if not s.quotes]
        blocks += _list("Mentioned", mentioned)
        blocks += _list("Places", [place_line(place) for place in analysis.places])
        separator = "" if self._first else "\n"
        self._first = False
        return separator + "\n\n".join(blocks) + "\n"

    def foot(self) -> str:
        """Nothing."""
        return ""


def _quotes(article: Article, analysis: Analysis) -> list[str]:
    blocks = [f"## {counted(len(analysis.quotes), 'quote').capitalize()}"]
    for speaker in analysis.speakers:
        if speaker.quotes:
            blocks.append(f"### {escape(speaker_line(speaker))}")
            blocks += [_quote(article, analysis.quotes[number]) for number in speaker.quotes]
    unknown = [quote for quote in analysis.quotes if quote.speaker is None]
    if unknown:
        blocks.append("### Speaker unknown")
        blocks += [_quote(article, quote) for quote in unknown]
    return blocks if analysis.quotes else ["No quotes."]


def _quote(article: Article, quote: Quote) -> str:
    paragraphs = quoted_words(article, quote).split("\n\n")
    lines = [f"> {escape(words)}" for words in paragraphs if words.strip()]
    sure = f"{quote.kind}, {sureness(quote)}, at {quote.start}"
    lines.append(f"> ({sure}) {escape(quote.why)}".rstrip())
    return "\n>\n".join(lines)


def _list(title: str, entries: list[str]) -> list[str]:
    if not entries:
        return []
    return [f"## {title}", "\n".join(f"- {escape(entry)}" for entry in entries)]


@lru_cache(maxsize=1)
def _markup() -> re.Pattern[str]:
    # Emphasis, code, links, HTML, tables, math, mentions; what GitHub makes links by itself
    # (https://, mailto:, www.); and signs that begin a list, a heading's underline or a definition.
    return re.compile(r"[\\`*_\[\]<>&~|#$^@{}!]|:(?=/)|(?<=mailto):|(?<=www)\.|^[-+=:]", re.I)


def escape(words: str) -> str:
    """``words`` on one line, safe for terminals, as Markdown that shows exactly these words."""
    line = " ".join(safe_line(words).split())
    number, mark, rest = _split_item(line)
    return number + ("\\" + mark if mark else "") + _markup().sub(r"\\\g<0>", rest)


def _split_item(line: str) -> tuple[str, str, str]:
    """``1``, ``.`` and the rest of a line that would begin a numbered list."""
    digits = len(line) - len(line.lstrip("0123456789"))
    if digits and line[digits : digits + 1] in (".", ")"):
        return line[:digits], line[digits], line[digits + 1 :]
    return "", "", line
