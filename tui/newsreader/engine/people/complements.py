"""What belongs to the noun of a description behind it: "an official at the ministry"."""

from __future__ import annotations

from newsreader.engine.document import Document
from newsreader.engine.people.lexicon import is_person_noun, singular
from newsreader.engine.wordlists import wordlist

_INSIDE = frozenset(["the", "a", "an", "of", "’s", "'s", "’", "his", "her", "their", "&"])


def with_complement(doc: Document, last: int) -> int:
    """The end of "an official at the ministry", of which the source stopped at "official"."""
    words = doc.words
    if last + 1 >= len(words) or words[last] not in ("of", "at", "for"):
        return last
    if words[last + 1] not in _INSIDE and not words[last + 1][0].isupper():
        return last
    end = last + 1
    while end < min(len(words), last + 8) and (
        words[end] in _INSIDE or words[end][0].isupper() or _narrows(words[end])
    ):
        end += 1
    return end if words[end - 1][0].isalnum() and words[end - 1] not in _INSIDE else last


def _narrows(word: str) -> bool:
    return (
        word.islower()
        and word.isalpha()
        and not word.endswith(("ed", "ing"))
        and (
            is_person_noun(singular(word))
            or word in wordlist("organization_nouns")
            or word in wordlist("role_modifiers")
            or word in wordlist("group_nouns")
        )
    )
