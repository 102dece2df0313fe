"""Makes names agree on what they name: a surname stays a person's in every sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsreader.article import Span
from newsreader.engine.document import Attribution, Document, Name
from newsreader.engine.folding import fold
from newsreader.engine.name_features import name_class
from newsreader.engine.people.forms import Form, is_initial, key, read_form
from newsreader.engine.people.given_names import MARKS, names_no_person, with_given_names
from newsreader.engine.people.lexicon import courtesy_titles, given_name_gender, pairs
from newsreader.engine.people.name_articles import with_articles
from newsreader.engine.place_classes import class_of
from newsreader.engine.wordlists import wordlist

_WORDS = 4
"""Words that a person's full name has at most when it was taken for something else."""

_GIVEN = 40
"""Code points within which given names are joined to the surname behind them."""
_SURE = 0.98
"""How probable a place must be that is called like a person."""
_HEADLINE = 5
"""Words beyond which a name in a headline is a run of capitals and no name."""


def settle_names(
    doc: Document, names: Sequence[Name], attributions: Sequence[Attribution] = ()
) -> list[Name]:
    """``names`` corrected by what the whole article shows about its people.

    A name that ends in a surname which stands alone elsewhere is a person's full name, whatever it
    was taken for. A lone word that is a surname of somebody named in full, or stands behind a
    title, is that person; not where "in", "the" or a list of places speaks against it. A surname
    that is nowhere given in full takes up the given name before it.
    """
    names = [part for name in names for part in _parts(doc, name)]
    names = with_articles(doc, _joined(doc, names))
    forms = [read_form(doc, name.start, name.end) for name in names]
    lone = _lone_sources(doc, attributions)
    full: set[str] = set()
    given: set[str] = set()
    for name, form in zip(names, forms, strict=True):
        if name.kind == "person" and form is not None:
            (full if form.full else lone).add(form.surname)
            given.update(form.given[:1])
    speaking = {attribution.source for attribution in attributions if attribution.source}
    heard = _Heard(speaking)
    settled: list[Name] = []
    for name, form in zip(names, forms, strict=True):
        if name.kind != "person" and form is not None and not _known_place(doc, name):
            if form.full:
                whole = _full_name(doc, form, lone | full, heard)
                if whole is not None:
                    full.add(form.surname)
                    name = replace(name, start=doc.starts[whole], end=form.end, kind="person")
            elif _is_surname(doc, name, form, full, speaking) or (
                form.surname in given and (name.start, name.end) in speaking
            ):
                name = replace(name, kind="person")
        settled.append(name)
    return with_given_names(doc, settled, lone - full, full)


def _parts(doc: Document, name: Name) -> list[Name]:
    """The names in one that runs over lower-case words, as in a headline; none in a long run of
    capitals there."""
    tokens = doc.tokens_in(name.start, name.end)
    headline = doc.title is not None and name.end <= doc.title[1]
    if headline and len(tokens) > _HEADLINE:
        return []
    first = tokens.start
    if first > 1 and doc.words[first - 1] in MARKS and MARKS & set(doc.words[first : first + 3]):
        # Marcia "Cia" Price, of which the name begins at the nickname
        return [replace(name, start=doc.starts[first - 2], kind="person")]
    if name.kind == "organization":
        return [_person_of(doc, name, first, tokens.stop) or name]
    if name.kind != "person" or len(tokens) < 3:
        return [name]
    parts: list[Name] = []
    for token in (*tokens, tokens.stop):
        broken = token == tokens.stop or (
            doc.words[token][0].islower()
            and key(doc.words[token]) not in wordlist("surname_particles")
        )
        if broken and token > first:
            parts.append(replace(name, start=doc.starts[first], end=doc.ends[token - 1]))
        if broken:
            first = token + 1
    return [_without_body(doc, part) for part in parts]


def _without_body(doc: Document, name: Name) -> Name:
    """ "Lund" for "Coast Post Lund", in which a newspaper stands before a person."""
    tokens = doc.tokens_in(name.start, name.end)
    for token in range(tokens.stop - 2, tokens.start, -1):
        word = doc.words[token]
        if "o" in name_class(word) and "g" not in name_class(word):
            return replace(name, start=doc.starts[token + 1])
    return name


def _person_of(doc: Document, name: Name, first: int, last: int) -> Name | None:
    """ "Ted Cruz" of "Sens. Ted Cruz of Texas and Marco Rubio of Florida"."""
    of = next((token for token in range(first, last) if doc.words[token] == "of"), None)
    if of is None:
        return None
    form = read_form(doc, doc.starts[first], doc.ends[of - 1])
    if form is None or not form.full or form.tokens[1] != of:
        return None
    words = doc.words[form.tokens[0] : of]
    gendered = given_name_gender(key(words[0]))
    if len(words) > 3 or not gendered or any(names_no_person(key(word)) for word in words):
        return None
    return replace(name, start=form.start, end=form.end, kind="person")


def _joined(doc: Document, names: Sequence[Name]) -> list[Name]:
    """``names`` with a given name and the surname right behind it made one."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind == name.kind == "person"
            and doc.text[last.end : name.start] == " "
            and last.end - last.start < _GIVEN
            and all(
                "g" in name_class(word) or is_initial(key(word))
                for word in doc.text[last.start : last.end].split()
            )
        ):
            joined[-1] = replace(last, end=name.end)
        else:
            joined.append(name)
    return joined


def _lone_sources(doc: Document, attributions: Sequence[Attribution]) -> set[str]:
    """The surnames that sources of one capitalised word may be, whether a name was seen there or
    not."""
    lone: set[str] = set()
    for source in {attribution.source for attribution in attributions if attribution.source}:
        tokens = doc.tokens_in(*source)
        if len(tokens) == 1 and doc.words[tokens[0]][0].isupper():
            word = key(doc.words[tokens[0]])
            if len(word) > 2 and not names_no_person(word):
                lone.add(word)
    return lone


def _known_place(doc: Document, name: Name) -> bool:
    """Whether a name of several words is in whole that of a known place ("Sierra Leone"), and what
    stands before it does not make it a person's."""
    tokens = doc.tokens_in(name.start, name.end)
    if name.kind != "place" or len(tokens) < 2:
        return False
    letter = class_of(fold(" ".join(doc.words[tokens.start : tokens.stop])), False)
    before = key(doc.words[tokens.start - 1]) if tokens.start else ""
    if letter in ("C", "A", "R"):
        return before not in courtesy_titles()
    return letter in ("B", "M") and (
        name.probability > _SURE or before in wordlist("locating_words")
    )


class _Heard:
    """Tells whether some source mention encloses a name."""

    def __init__(self, sources: set[Span]) -> None:
        self._starts = {start for start, _ in sources}
        self._ends = {end for _, end in sources}

    def speaks(self, start: int, end: int) -> bool:
        return start in self._starts or end in self._ends


def _full_name(doc: Document, form: Form, surnames: set[str], heard: _Heard) -> int | None:
    """The token at which a person's full name begins in a name that was taken for a body or
    place; ``None`` where it is none."""
    first, last = form.tokens
    cut = False
    for token in range(last - 3, first - 1, -1):
        if names_no_person(key(doc.words[token])) and "g" not in name_class(doc.words[token]):
            first, cut = token + 1, True
            if key(doc.words[token]) in pairs("titles_role") and last - first == 2:
                return first
            break
    words = doc.words[first:last]
    if len(words) > _WORDS or not all(word[0].isupper() for word in words):
        return None
    gendered = bool(given_name_gender(key(words[0])))
    given = gendered or "g" in name_class(words[0])
    if given and form.surname in surnames:
        return first
    if (not given and (cut or names_no_person(key(words[0])))) or any(
        names_no_person(key(word)) and not (gendered and "f" in name_class(word))
        for word in words[1:]
    ):
        return None
    if form.surname in surnames:
        return first
    before = key(doc.words[first - 1]) if first else ""
    behind_role = before in pairs("titles_role") or (
        before in wordlist("role_nouns") and before not in ("chair", "fan")
    )
    if len(words) in (2, 3) and gendered and before != "the":
        return first
    if given and (behind_role or heard.speaks(form.start, form.end)):
        return first
    return None


def _is_surname(
    doc: Document, name: Name, form: Form, surnames: set[str], speaking: set[Span]
) -> bool:
    first = doc.tokens_in(name.start, name.end).start
    before = key(doc.words[first - 1]) if first else ""
    if (
        form.title in courtesy_titles()
        or before in courtesy_titles()
        or (before.endswith(".") and before in pairs("titles_role"))
    ):
        return before != "st."
    if form.surname not in surnames or before in ("the", "a", "an"):
        return False
    if name.kind == "organization" or (name.start, name.end) in speaking:
        return True
    after = doc.words[form.tokens[1]] if form.tokens[1] < len(doc.words) else ""
    return (
        before not in wordlist("locating_words")
        and before != ","
        and after != ","
        and after[:1].islower()
    )
