"""A report without colour or layout, for people, screen readers and pagers."""

from __future__ import annotations

from typing import Final
from unicodedata import east_asian_width

from newsreader.article import Analysis, Article, Place, Quote, Speaker
from newsreader.text import safe_line

_WIDTH: Final = 80


class PlainText:
    """What an article yields, read from top to bottom."""

    def __init__(self) -> None:
        self._first = True

    def head(self) -> str:
        """Nothing."""
        return ""

    def article(self, article: Article, analysis: Analysis) -> str:
        """Title, quotes in text order, speakers, places."""
        lines = [] if self._first else ["", ""]
        self._first = False
        lines += _front(article)
        lines += _quotes(article, analysis)
        lines += _section("Speakers", [speaker_line(s) for s in analysis.speakers if s.quotes])
        lines += _section("Mentioned", [speaker_line(s) for s in analysis.speakers if not s.quotes])
        lines += _section("Places", [place_line(place) for place in analysis.places])
        return "\n".join(lines) + "\n"

    def foot(self) -> str:
        """Nothing."""
        return ""


def _front(article: Article) -> list[str]:
    name = article.title or article.path or "Article from standard input"
    lines = wrap(name)
    facts = (
        ("By", article.byline),
        ("Published", article.published),
        ("File", article.path if article.title else None),
        ("Address", article.url),
    )
    for label, value in facts:
        if value:
            lines += wrap(f"{label}: {value}")
    return lines


def _quotes(article: Article, analysis: Analysis) -> list[str]:
    if not analysis.quotes:
        return ["", "No quotes."]
    lines = ["", counted(len(analysis.quotes), "quote") + "."]
    for number, quote in enumerate(analysis.quotes, 1):
        who = quote.speaker or "Speaker unknown"
        lines.append("")
        lines += wrap(f"{number}. {who} ({quote.kind}, {sureness(quote)}):")
        lines += wrap(quoted_words(article, quote), indent="   ")
        if quote.why:
            lines += wrap(f"Why: {quote.why}", indent="   ")
    return lines


def _section(title: str, entries: list[str]) -> list[str]:
    if not entries:
        return []
    return ["", f"{title}:", *(line for entry in entries for line in wrap(entry, hang="  "))]


def quoted_words(article: Article, quote: Quote) -> str:
    """The quote's text, in marks unless it is a paraphrase."""
    words = article.text[quote.start : quote.end]
    return words if quote.kind == "indirect" else f"“{words}”"


def sureness(quote: Quote) -> str:
    """ "97% sure", or "corrected"."""
    return "corrected" if quote.corrected else f"{round(100 * quote.confidence)}% sure"


def speaker_line(speaker: Speaker) -> str:
    """ "Jens Stoltenberg, NATO Secretary General: 12 quotes, 9 mentions, corrected"."""
    name = f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name
    facts = [counted(len(speaker.quotes), "quote")] if speaker.quotes else []
    if speaker.mentions or not facts:
        facts.append(counted(len(speaker.mentions), "mention"))
    if speaker.corrected:
        facts.append("corrected")
    return f"{name}: {', '.join(facts)}"


def place_line(place: Place) -> str:
    """ "Kyiv (city, UA): 2 mentions"."""
    kind = f"{place.kind}, {place.country}" if place.country else place.kind
    return f"{place.name} ({kind}): {counted(len(place.mentions), 'mention')}"


def counted(number: int, thing: str) -> str:
    """ "1 quote", "2 quotes"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def wrap(words: str, indent: str = "", hang: str = "") -> list[str]:
    """``words`` made safe, in lines of at most 80 columns where no single word is wider. Every
    line begins with ``indent``, all but the first also with ``hang``."""
    lines: list[str] = []
    line, width = indent, columns(indent)
    empty = True
    for word in safe_line(words).split():
        size = columns(word)
        if not empty and width + 1 + size > _WIDTH:
            lines.append(line)
            line, empty = indent + hang, True
            width = columns(line)
        line += word if empty else " " + word
        width += size if empty else size + 1
        empty = False
    return [*lines, line]


def columns(words: str) -> int:
    """Terminal columns that ``words`` takes, near enough to wrap by."""
    if words.isascii():
        return len(words)
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in words)
