"""A source to an article."""

from __future__ import annotations

from newsreader.article import Article
from newsreader.dates import iso_date
from newsreader.errors import EmptyArticle
from newsreader.front_matter import FrontMatter, find_front_matter
from newsreader.sources.decoding import decode
from newsreader.sources.draft import Draft, one_line
from newsreader.sources.kinds import Kind, declared_encoding, kind_of, looks_like_page
from newsreader.sources.language import guess_language
from newsreader.sources.opening import read_bytes
from newsreader.sources.source import Source


def read_source(source: Source, notes: list[str] | None = None) -> Article:
    """Read and decode ``source``. ``notes`` gains a line for each thing a reader should know of an
    article that was read all the same: a guessed encoding, a page without clear article text.

    Raises:
        SourceError: with the reason and what to do about it.
    """
    notes = [] if notes is None else notes
    kind = kind_of(source.path)
    data = read_bytes(source)
    may_declare = kind == "page" or (kind is None and data.lstrip()[:1] == b"<")
    declared = declared_encoding(data) if may_declare else None
    text = decode(data, source.name, notes, declared)
    if not text.strip():
        raise EmptyArticle(source.name, "is empty", "there is nothing to read in it")
    if kind is None:
        kind = "page" if looks_like_page(text) else "text"
    found = _parse(kind, text, source.name, notes)
    if not found.text.strip():
        raise EmptyArticle(source.name, "holds no text", "there is nothing to read in it")
    return _article(source, found)


def _parse(kind: Kind, text: str, name: str, notes: list[str]) -> Draft:
    # Each parser is imported when it is needed: most articles are plain text.
    if kind == "page":
        from newsreader.sources.html import read_page

        return read_page(text, name, notes)
    if kind == "markdown":
        from newsreader.sources.markdown import read_markdown_file

        return read_markdown_file(text, name, notes)
    return Draft(text)


def _article(source: Source, found: Draft) -> Article:
    text = _whole(found.text)
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


def _whole(text: str) -> str:
    """``text`` without the half characters that a reference such as ``&#xD800;`` can put there."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _words(text: str, span: tuple[int, int] | None) -> str | None:
    return one_line(text[span[0] : span[1]]) if span else None


def article_id(text: str) -> str:
    """The first 16 hexadecimal digits of SHA-256 over ``text`` as UTF-8."""
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
