"""Noun phrases that can be the source of speech, with what kind of thing they speak of."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from newsreader.article import Span
from newsreader.engine.document import Document
from newsreader.engine.name_parts import is_party
from newsreader.engine.skeleton import Skeleton
from newsreader.engine.wordlists import wordlist


class Mention(NamedTuple):
    """A noun phrase of a skeleton: its half-open range of places, its head word in lower case,
    its kind (see ``noun_kinds``; ``CAP`` for other capitalised words, the pronoun itself for
    pronouns, ``OTH`` for the rest), and whether it is a possessor."""

    start: int
    end: int
    head: str
    kind: str
    possessor: bool


@lru_cache(maxsize=1)
def noun_kinds() -> dict[str, str]:
    """Nouns in lower case to ``HUM`` (a person), ``GRP`` (a body), ``DOC`` (something written),
    ``REP`` (something said)."""
    kinds: dict[str, str] = {}
    for name, kind in (("reporting_nouns", "REP"), ("document_nouns", "DOC"),
                       ("group_nouns", "GRP"), ("person_nouns", "HUM")):  # fmt: skip
        kinds.update(dict.fromkeys(wordlist(name), kind))
    return kinds


def mentions(doc: Document, skeleton: Skeleton) -> list[Mention]:
    """The noun phrases of ``skeleton`` that can be sources, in order; possessors come before the
    phrase they stand in."""
    found: list[Mention] = []
    symbols, tokens, words = skeleton.symbols, skeleton.tokens, doc.words
    kinds, pronouns = noun_kinds(), wordlist("subject_pronouns")
    for start, end in skeleton.phrases:
        if end - start == 1 and tokens[start] >= 0 and is_party(words[tokens[start]]):
            continue
        owner = symbols.rfind("'", start, end)
        if owner > start:
            found.append(_mention(symbols, tokens, words, kinds, start, owner, True))
        elif symbols[start] == "S":
            word = words[tokens[start]].lower()
            found.append(Mention(start, start + 1, word, "his", True))
        head = end - 1
        if symbols[head] in "NXq#" or end - start > 1:
            if symbols[head] != "S":
                found.append(_mention(symbols, tokens, words, kinds, start, end, False))
        elif words[tokens[head]].lower() in pronouns:
            word = words[tokens[head]].lower()
            found.append(Mention(start, end, word, word, False))
    return found


def mention_of(doc: Document, skeleton: Skeleton, start: int, end: int) -> Mention:
    """The noun phrase from ``start`` to ``end`` as a mention: the part of a phrase before a word
    that is a verb after all."""
    return _mention(skeleton.symbols, skeleton.tokens, doc.words, noun_kinds(), start, end, False)


def _mention(
    symbols: str,
    tokens: list[int],
    words: list[str],
    kinds: dict[str, str],
    start: int,
    end: int,
    possessor: bool,
) -> Mention:
    head = end - 1
    while head > start and symbols[head] not in "NX":
        head -= 1
    token = tokens[head]
    if token < 0:
        return Mention(start, end, "", "OTH", possessor)
    word = words[token].lower()
    kind = kinds.get(word, "CAP" if symbols[head] == "X" else "OTH")
    return Mention(start, end, word, kind, possessor)


def source_span(doc: Document, skeleton: Skeleton, mention: Mention) -> Span | None:
    """The mention as a span of the text, with what belongs to its noun phrase: “the leader of
    the opposition, Ana Ruiz”, for a relative pronoun what it takes up: “the hotel’s owner, who”;
    ``None`` if it covers no word."""
    symbols, tokens = skeleton.symbols, skeleton.tokens
    start, end = mention.start, mention.end
    if symbols[start:end] == "W":
        start = _taken_up(doc, skeleton, start)
    while start < end and symbols[start] == "#" and symbols[end - 1] == "X":
        start += 1
    if not mention.possessor and symbols[end - 1] == "N":
        end = _with_complements(doc, skeleton, end, start > 0 and symbols[start - 1] == "P")
    first = next((tokens[i] for i in range(start, end) if tokens[i] >= 0), None)
    last = next((tokens[i] for i in range(end - 1, start - 1, -1) if tokens[i] >= 0), None)
    if first is None or last is None:
        return None
    return (doc.starts[first], doc.ends[last])


def relative_pronoun(text: str, source: Span) -> Span:
    """The relative pronoun that ends ``source``: “who” of “the hotel’s owner, who”; the whole
    source if it ends with none."""
    words = text[slice(*source)].rsplit(None, 1)
    if words[-1].lower() in wordlist("relative_pronouns"):
        return (source[1] - len(words[-1]), source[1])
    return source


def _taken_up(doc: Document, skeleton: Skeleton, pronoun: int) -> int:
    """Where the noun phrase begins that the relative pronoun at place ``pronoun`` takes up, with
    the head of “the owner of the hotel” and the name of “Ann Ross, a nurse”; the pronoun itself
    if none stands right before it."""
    symbols, tokens = skeleton.symbols, skeleton.tokens
    start = _phrase_before(skeleton, pronoun - (symbols[pronoun - 1 : pronoun] == ","))
    if start is None:
        return pronoun
    for _ in range(2):
        before = doc.words[tokens[start - 1]].lower() if symbols[start - 1 : start] == "P" else ""
        inside = before in wordlist("locative_prepositions")
        if not inside and before not in ("of", "for"):
            break
        wider = _phrase_before(skeleton, start - 1)
        if wider is None:
            return pronoun if inside else start
        start = wider
    if symbols[start - 1 : start] == ",":
        name = _phrase_before(skeleton, start - 1)
        if name is not None and not symbols[name : start - 1].strip("X"):
            return name
    return start


def _phrase_before(skeleton: Skeleton, end: int) -> int | None:
    """Where the noun phrase that ends at ``end`` starts."""
    phrases, symbols = skeleton.phrases, skeleton.symbols
    at = bisect_left(phrases, end, key=lambda phrase: phrase[1])
    if at == len(phrases) or phrases[at][1] != end or symbols[end - 1] not in "NX":
        return None
    return phrases[at][0]


def _with_complements(doc: Document, skeleton: Skeleton, end: int, after_to: bool) -> int:
    """Past “of …”, “for …” and a name in apposition after the head noun that ends at ``end``.

    ``after_to``: it stands behind a preposition, so a name with a verb of its own behind it is
    none: “According to the mayor, Ana Ruiz left”.
    """
    symbols, tokens = skeleton.symbols, skeleton.tokens
    for _ in range(2):
        after = _phrase_at(skeleton, end + 1)
        if symbols[end : end + 1] != "P" or after is None:
            break
        if doc.words[tokens[end]].lower() not in ("of", "for"):
            break
        end = after
    after = _phrase_at(skeleton, end + 1)
    if (
        symbols[end : end + 1] == ","
        and after is not None
        and symbols[end + 1 : after].strip("XJ#") == ""
        and not (after_to and symbols[after : after + 1] in tuple("VBM"))
    ):
        return after
    return end


def _phrase_at(skeleton: Skeleton, start: int) -> int | None:
    """Where the noun phrase that starts at ``start`` ends."""
    symbols = skeleton.symbols
    end = start
    while end < len(symbols) and end - start < 12 and symbols[end] in "DSJNX#'":
        end += 1
    return end if end > start and symbols[end - 1] in "NX" else None
