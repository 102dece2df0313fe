"""Title, byline and date line in the first lines of a plain text.

Looks at a few lines only, whatever the text's length. Where it is not sure it finds nothing: a
sentence taken for a headline would be missing from the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsreader.article import Span
from newsreader.credit_lines import is_bare_name, read_credits
from newsreader.function_words import function_words

_WINDOW = 4000  # code points in which front matter may stand
_LINES = 8  # lines, blank ones not counted
_LONGEST_TITLE = 200
_LONGEST_SENTENCE = 90  # of a title that ends in a full stop
_LONGEST_QUESTION = 120


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where title, byline and date stand in a text, if they do. The byline's span leaves out its
    "By", the date's its "Published:"."""

    title: Span | None = None
    byline: Span | None = None
    published: Span | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    words: str
    """The line without surrounding space."""
    stands_alone: bool
    """A blank line or nothing follows."""


def find_front_matter(text: str) -> FrontMatter:
    """Title, byline and date of ``text`` where its first lines show them. Never raises."""
    lines = list(_first_lines(text))
    title: Span | None = None
    byline: Span | None = None
    published: Span | None = None
    for number, line in enumerate(lines):
        rest = lines[number + 1 : number + 3]
        if credits := read_credits(line.words):
            byline = byline or _moved(credits.byline, line.start)
            published = published or _moved(credits.published, line.start)
        elif title is None and rest and _is_title(line, rest):
            words = line.words
            while words.endswith(";"):
                words = words[:-1].rstrip()
            title = (line.start, line.start + len(words))
        elif title and byline is None and rest and _is_deck(line, rest):
            if is_bare_name(line.words) and published is None:
                byline = (line.start, line.end)
        else:
            break
    return FrontMatter(title, byline, published)


def _moved(span: Span | None, by: int) -> Span | None:
    return (span[0] + by, span[1] + by) if span else None


def _first_lines(text: str) -> Iterator[_Line]:
    start, count = 0, 0
    window = min(len(text), _WINDOW)
    while start < window and count < _LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        raw = text[start:end] if end - start <= _WINDOW else text[start : start + _WINDOW]
        if words := raw.strip():
            begin = start + len(raw) - len(raw.lstrip())
            after = text[end + 1 : end + 200].partition("\n")[0]
            yield _Line(begin, begin + len(words), words, not after.strip())
            count += 1
        start = end + 1


def _is_deck(line: _Line, rest: list[_Line]) -> bool:
    """Whether ``line`` stands between a title and its byline or date."""
    return len(line.words) <= _LONGEST_TITLE and read_credits(rest[0].words) is not None


def _is_title(line: _Line, rest: list[_Line]) -> bool:
    words, following = line.words, rest[0]
    if len(words) > _LONGEST_TITLE or not any(c.isalpha() for c in words):
        return False
    if _is_over_deck(line, following):
        return True
    # Lines of one paragraph, wrapped by hand, are no titles.
    credited = any(read_credits(later.words) for later in rest)
    if not (line.stands_alone or credited or len(following.words) > _LONGEST_TITLE):
        return False
    bare = words.rstrip("”’\"'»)")
    if bare.endswith((",", ";", ":")):
        return False
    if not bare.endswith((".", "!", "?")):
        return True
    if words.endswith("?") and len(words) <= _LONGEST_QUESTION:
        return True
    return _is_title_case(words) or _is_terse(words)


def _is_over_deck(line: _Line, following: _Line) -> bool:
    """ "Headline;" over one more line and a blank one, as news agencies send it."""
    deck = following.words
    return line.words.endswith(";") and following.stands_alone and len(deck) < _LONGEST_TITLE


def _is_title_case(words: str) -> bool:
    function = function_words()["en"]
    content = [w for w in _letters(words) if len(w) > 3 and w.lower() not in function]
    return len(content) > 1 and sum(w[0].isupper() for w in content) >= 0.75 * len(content)


def _is_terse(words: str) -> bool:
    """One short sentence in the manner of headlines: no reporting in the past, no weekday."""
    stop = words.find(". ")
    if words[0] in "“\"‘'«„" and words[-1] in "”\"’'»":
        return False
    if len(words) > _LONGEST_SENTENCE or (stop >= 0 and not words[stop + 2].islower()):
        return False
    return not any(w.lower() in function_words()["not in headlines"] for w in _letters(words))


def _letters(words: str) -> list[str]:
    return [
        w for w in (piece.strip("“”‘’\"'(),;:.!?") for piece in words.split()) if w[:1].isalpha()
    ]
