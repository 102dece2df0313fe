"""Sources that are descriptions: "the Norwegian", "her spokesman", "two aides", "the ministry"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsreader.article import Span
from newsreader.engine.document import Document
from newsreader.engine.people.forms import key
from newsreader.engine.people.lexicon import is_person_noun, singular
from newsreader.engine.wordlists import wordlist

Determiner = Literal["definite", "indefinite", "possessive"]
HeadKind = Literal["person", "organization", "document", "other"]

_DEFINITE = frozenset(["the", "this", "that", "these", "those", "both"])
_INNER = frozenset(["’s", "'s", "&", "’", "'", "-"])
_PRONOUNS_POSSESSIVE = frozenset(["his", "her", "their", "its", "my", "our", "your"])


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase taken apart: determiner, head, and the words that narrow it.

    ``core`` is the token range up to its head noun, ``modifiers`` the lower-case words before it
    and in its complement, ``names`` those of them with a capital. ``owner`` is the token of a
    possessive ("his", "Trump" of "Trump's").
    """

    determiner: Determiner
    head: str
    kind: HeadKind
    plural: bool
    modifiers: frozenset[str]
    names: frozenset[str]
    core: Span
    tokens: Span
    owner: int | None


def read_description(doc: Document, first: int, last: int) -> Description | None:
    """The noun phrase in the half-open token range; ``None`` where it holds no word."""
    words = doc.words
    while last > first and not words[last - 1][0].isalnum():
        last -= 1
    while first < last and not words[first][0].isalnum():
        first += 1
    if first >= last:
        return None
    cut = core_end(doc, first, last)
    head_word = key(words[cut - 1])
    if head_word in ("'s", "'") and cut - 1 > first:
        cut -= 1
        head_word = key(words[cut - 1])
    head = singular(head_word)
    lead = key(words[first])
    owner: int | None = None
    determiner: Determiner = "indefinite"
    if lead in _DEFINITE:
        determiner = "definite"
    if lead in _PRONOUNS_POSSESSIVE:
        owner, determiner = first, "possessive"
    else:
        for token in range(cut - 1, first, -1):
            if key(words[token]) in ("'s", "'") and token < cut - 1:
                owner, determiner = token - 1, "possessive"
                break
    modifiers = frozenset(
        key(words[token]) for token in range(first, min(last, first + 20)) if token != cut - 1
    )
    return Description(
        determiner,
        head,
        _kind(head),
        head != head_word or head_word in ("people", "police", "others", "some", "many"),
        modifiers,
        frozenset(
            key(words[token]) for token in range(first + 1, cut - 1) if words[token][0].isupper()
        ),
        (first, cut),
        (first, last),
        owner,
    )


def core_end(doc: Document, first: int, last: int) -> int:
    """Where the phrase's core ends: before its first preposition, relative or comma."""
    words = doc.words
    for token in range(first + 1, last):
        word = words[token]
        if word == "of" and key(words[token - 1]) in wordlist("partitives"):
            continue
        if word in wordlist("phrase_cuts") or not (word[0].isalnum() or word in _INNER):
            return token
    return last


def _kind(head: str) -> HeadKind:
    if is_person_noun(head):
        return "person"
    if head in wordlist("organization_nouns"):
        return "organization"
    if head in wordlist("document_nouns"):
        return "document"
    return "other"
