"""What is written like a place's name and is none: clubs, banks, relatives, dishes, orders."""

from __future__ import annotations

from newsreader.engine.document import Document
from newsreader.engine.folding import fold
from newsreader.engine.name_features import name_class
from newsreader.engine.place_classes import class_of
from newsreader.engine.wordlists import wordlist

_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "my", "our", "their", "your"])
_ENDS = frozenset([".", "!", "?", ":", "”", "“", '"', "’", "‘"])


def looks_like_a_place(doc: Document, first: int, last: int) -> bool:
    """Whether the tokens from ``first`` to ``last`` are only written like a place."""
    after = doc.words[last] if last < len(doc.words) else ""
    if after and fold(f"{' '.join(doc.words[first:last])} {after}") in wordlist("place_phrases"):
        return True
    before = doc.words[first - 1] if first else ""
    if "v." in (before, after) and class_of(fold(" ".join(doc.words[first:last])), False) != "C":
        return True  # a party to a lawsuit; countries play each other too
    if _team(doc, first, last) or _order(doc, first, last) or _named_after(doc.words[first:last]):
        return True
    return first > 0 and (
        _titled(doc, first) or _club(doc, first, last) or _relative(doc, first, last)
    )


def opens_sentence(doc: Document, first: int) -> bool:
    """Whether a token is the first word of a sentence, so that its capital tells nothing."""
    before = doc.words[first - 1] if first else "."
    return before in _ENDS or "\n" in doc.text[doc.ends[first - 1] : doc.starts[first]]


def _named_after(words: list[str]) -> bool:
    """ "University of Texas": an organization that ends in the name of its place."""
    return (
        len(words) > 2 and words[1] == "of" and fold(words[0]) in wordlist("organization_openers")
    )


def _titled(doc: Document, first: int) -> bool:
    """Whether the name ends that of an organization: "Bank of Uganda", "Lloyd's of London",
    "University of Texas at Austin"."""
    words = doc.words
    at = first - 1
    if words[at] == "at" and at > 3 and words[at - 2] == "of":
        return fold(words[at - 3]) in wordlist("organization_openers")
    if at and words[at] == "the":
        at -= 1
    if not at or words[at] != "of":
        return False
    at -= 1
    if words[at] in ("'s", "’s"):
        return at > 0 and words[at - 1][0].isupper()
    return words[at][0].isupper() and fold(words[at]) in wordlist("organization_openers")


def _club(doc: Document, first: int, last: int) -> bool:
    """Whether the name is a part of a sports club's: "Real Madrid", "Leeds United"."""
    before = doc.words[first - 1]
    abbreviated = before.isupper() or len(before) > 2  # "AS Roma", but "As Roma grew"
    if before[0].isupper() and abbreviated and fold(before) in wordlist("club_openers"):
        return True
    after = doc.words[last] if last < len(doc.words) else ""
    return after[:1].isupper() and fold(after) in wordlist("club_endings")


def _team(doc: Document, first: int, last: int) -> bool:
    """Whether a score stands behind a club's name: "Lincoln City 2"."""
    words = doc.words
    if last - first < 2 or last >= len(words) or not words[last].isdigit():
        return False
    kinds = wordlist("region_words") | wordlist("club_endings")
    return len(words[last]) < 3 and fold(words[last - 1]) in kinds


def _order(doc: Document, first: int, last: int) -> bool:
    """Whether a sentence begins with a verb that is also a name: "Split the bill"."""
    if last - first > 1 or last >= len(doc.words) or doc.words[last] not in _DETERMINERS:
        return False
    return opens_sentence(doc, first) and "\n" not in doc.text[doc.ends[first] : doc.starts[last]]


def _relative(doc: Document, first: int, last: int) -> bool:
    """Whether a given name stands behind whose it is: "his wife, Georgia"."""
    if last - first > 1 or "g" not in name_class(doc.words[first]):
        return False
    before = first - 2 if doc.words[first - 1] == "," else first - 1
    return before > 0 and doc.words[before] in wordlist("kin_nouns")
