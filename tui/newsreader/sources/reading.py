"""A source to an article."""

from __future__ import annotations

from newsreader.article import Article
from newsreader.dates import iso_date
from newsreader.errors import EmptyArticle
from newsreader.front_matter import find_front_matter
from newsreader.sources.decoding import decode
from newsreader.sources.opening import read_bytes
from newsreader.sources.source import Source


def read_source(source: Source, notes: list[str] | None = None) -> Article:
    """Read and decode ``source``. ``notes`` gains a line for each thing a reader should know of an
    article that was read all the same: a guessed encoding, a page without clear article text.

    Raises:
        SourceError: with the reason and what to do about it.
    """
    text = decode(read_bytes(source), source.name, [] if notes is None else notes)
    if not text.strip():
        raise EmptyArticle(source.name, "is empty", "nothing to read in it")
    front = find_front_matter(text)
    return Article(
        id=article_id(text),
        path=source.path,
        text=text,
        title=_words(text, front.title),
        byline=_words(text, front.byline) or None,
        published=iso_date(_words(text, front.published)) or None,
        title_span=front.title,
        byline_span=front.byline,
        published_span=front.published,
    )


def _words(text: str, span: tuple[int, int] | None) -> str:
    return " ".join(text[span[0] : span[1]].split()) if span else ""


def article_id(text: str) -> str:
    """The first 16 hexadecimal digits of SHA-256 over ``text`` as UTF-8."""
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
