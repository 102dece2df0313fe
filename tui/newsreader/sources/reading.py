"""A source to an article."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from newsreader.article import Article
from newsreader.dates import iso_date
from newsreader.errors import EmptyArticle
from newsreader.front_matter import FrontMatter, find_front_matter
from newsreader.sources.decoding import decode
from newsreader.sources.draft import Draft, one_line
from newsreader.sources.html import declared_encoding, looks_like_html, read_page
from newsreader.sources.language import guess_language
from newsreader.sources.opening import read_bytes
from newsreader.sources.source import Source

_KINDS: Final = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
}


def read_source(source: Source, notes: list[str] | None = None) -> Article:
    """Read and decode ``source``. ``notes`` gains a line for each thing a reader should know of an
    article that was read all the same: a guessed encoding, a page without clear article text.

    Raises:
        SourceError: with the reason and what to do about it.
    """
    notes = [] if notes is None else notes
    ending = PurePath(source.path).suffix.lower() if source.path else ""
    kind = _KINDS.get(ending)
    data = read_bytes(source)
    declared = declared_encoding(data) if kind == "page" else None
    text = decode(data, source.name, notes, declared)
    if not text.strip():
        raise EmptyArticle(source.name, "is empty", "there is nothing to read in it")
    if kind is None:
        kind = "page" if looks_like_html(text) else "text"
    if kind == "text":
        return _article(source, Draft(text))
    if kind == "markdown":
        from newsreader.sources.markdown import read_markdown

        found = read_markdown(text)
    else:
        found = read_page(text, source.name, notes)
    if not found.text.strip():
        raise EmptyArticle(source.name, "holds no text", "there is nothing to read in it")
    return _article(source, found)


def _article(source: Source, found: Draft) -> Article:
    # A reference such as &#xD800; can put half a character into a page's text.
    text = found.text.encode("utf-8", "replace").decode("utf-8")
    front = find_front_matter(text)
    if found.title:
        front = FrontMatter((0, len(found.title)), front.byline, front.published)
    published = found.published or _words(text, front.published)
    return Article(
        id=article_id(text),
        path=source.path,
        text=text,
        title=found.title or _words(text, front.title) or "",
        byline=found.byline or _words(text, front.byline),
        published=iso_date(published) if published else None,
        url=found.url,
        language=found.language or guess_language(text),
        title_span=front.title,
        byline_span=front.byline,
        published_span=front.published,
    )


def _words(text: str, span: tuple[int, int] | None) -> str | None:
    return one_line(text[span[0] : span[1]]) if span else None


def article_id(text: str) -> str:
    """The first 16 hexadecimal digits of SHA-256 over ``text`` as UTF-8."""
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
