"""How a person is named in one place: titles, given names, surname, suffix."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from newsreader.article import Span
from newsreader.engine.document import Document
from newsreader.engine.name_tables import name_table
from newsreader.engine.people.lexicon import courtesy_titles, pairs
from newsreader.engine.wordlists import wordlist

_APOSTROPHES = str.maketrans("’ʼ‘`", "''''")
_POSSESSIVE = ("'s", "'S", "'")


@dataclass(frozen=True, slots=True)
class Form:
    """One person name as it stands in the text.

    ``start``/``end`` enclose the name alone: no title, no possessive. ``given`` and ``surname``
    are keys (lower case, plain apostrophes); ``given`` is empty where one word stands alone.
    ``title`` is the lower-case title before it, or empty. ``words`` are the keys of all words
    but the suffix, with the particles that ``given`` leaves out.
    """

    start: int
    end: int
    given: tuple[str, ...]
    surname: str
    suffix: str
    title: str
    tokens: Span
    words: tuple[str, ...]

    @property
    def full(self) -> bool:
        """Whether more than one word of the name is given."""
        return bool(self.given)


@lru_cache(maxsize=16384)
def key(word: str) -> str:
    """A word in the shape in which names are compared."""
    return word.translate(_APOSTROPHES).casefold()


def canonical_given(word: str) -> str:
    """A given name without its short form: ``"bill"`` and ``"will"`` are ``"william"``."""
    return pairs("nicknames").get(word, word)


def is_initial(word: str) -> bool:
    """``"j"``, ``"j."`` or ``"h.w."``."""
    return (
        word[:1].isalpha()
        and (len(word) == 1 or word.endswith("."))
        and len(word.replace(".", "")) <= max(1, word.count("."))
    )


def read_form(doc: Document, start: int, end: int) -> Form | None:
    """The parts of the person name in ``text[start:end]``; ``None`` where no word is left."""
    forms = cast("dict[Span, Form | None]", doc.memo.setdefault("forms", {}))
    span = (start, end)
    if span not in forms:
        forms[span] = _read_form(doc, start, end)
    return forms[span]


def _read_form(doc: Document, start: int, end: int) -> Form | None:
    tokens = doc.tokens_in(start, end)
    first, last = tokens.start, tokens.stop
    words = doc.words
    while last > first and (
        not words[last - 1][0].isalnum() or key(words[last - 1]) in _POSSESSIVE
    ):
        last -= 1
    title = ""
    while first < last and (_is_title(words[first], last - first) or not words[first][0].isalnum()):
        title = key(words[first]) if words[first][0].isalnum() else title
        first += 1
    if first >= last:
        return None
    last = _behind_nickname(words, last)
    suffix = ""
    if last - first > 1 and key(words[last - 1]) in wordlist("name_suffixes"):
        suffix = key(words[last - 1]).rstrip(".")
    core_last = last - 1 if suffix else last
    while core_last > first and not words[core_last - 1][0].isalnum():
        core_last -= 1
    if not suffix:
        suffix, last = _suffix_after(doc, last)
    parts = [key(words[t]) for t in range(first, core_last) if words[t][0].isalnum()]
    if not parts:
        return None
    given = parts[:-1]
    lowered = {key(words[t]) for t in range(first, core_last) if words[t][0].islower()}
    given = [word for word in given if not (word in lowered and word in _particles())]
    if given and given[0] in ("de", "von", "di", "del", "la", "le", "du") and len(given) == 1:
        given = []
    if not title:
        title = _title_before(doc, first)
    return Form(
        doc.starts[first], doc.ends[last - 1], tuple(given), parts[-1], suffix, title,
        (first, last), tuple(parts),
    )  # fmt: skip


def _behind_nickname(words: list[str], last: int) -> int:
    """The end of a name whose nickname in quotation marks the span stopped at."""
    initial = last < len(words) and is_initial(key(words[last]))
    following = words[last + initial : last + initial + 4]
    if (
        len(following) == 4
        and following[0] in ("“", '"', "‘", "'")
        and following[2] in ("”", '"', "’", "'")
        and following[1][0].isupper()
        and following[3][0].isupper()
    ):
        return last + initial + 4
    return last


def _particles() -> frozenset[str]:
    return wordlist("surname_particles")


def _is_title(word: str, left: int) -> bool:
    lower = key(word)
    if left < 2:
        return lower.endswith(".") and lower in courtesy_titles()
    if lower in courtesy_titles():
        return True
    return lower in pairs("titles_role") and lower not in name_table("words/given_names_male")


def _suffix_after(doc: Document, last: int) -> tuple[str, int]:
    following = doc.words[last : last + 2]
    if following and key(following[0]) in wordlist("name_suffixes"):
        return key(following[0]).rstrip("."), last + 1
    if len(following) == 2 and following[0] == "," and key(following[1]) in ("jr.", "sr.", "jr"):
        return key(following[1]).rstrip("."), last + 2
    return "", last


def _title_before(doc: Document, first: int) -> str:
    if first == 0:
        return ""
    word = key(doc.words[first - 1])
    if (
        word in courtesy_titles()
        or word in pairs("titles_role")
        or word in wordlist("generation_words")
    ):
        return word
    return ""
