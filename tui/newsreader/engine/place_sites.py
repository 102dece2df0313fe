"""Streets, buildings and landscapes used as locations: "outside Nasser Hospital"."""

from __future__ import annotations

from newsreader.engine.document import Document
from newsreader.engine.place_filter import Range
from newsreader.engine.wordlists import wordlist

_LONGEST = 5  # tokens


def sites(doc: Document) -> list[Range]:
    """Runs of capitalised words that end in what they name, a road, a market or a desert, behind a
    word that says where; in text order. Linear in the length of the article."""
    found: list[Range] = []
    words = doc.words
    kinds = wordlist("site_words") | wordlist("landscape_words")
    for last in [
        i for i, word in enumerate(words) if word[0].isupper() and word.rstrip(".").lower() in kinds
    ]:
        following = words[last + 1] if last + 1 < len(words) else ""
        if following[:1].isupper():
            continue
        first = last
        least = max(0, last + 1 - _LONGEST)
        while first > least and words[first - 1][0].isupper():
            first -= 1
        if first < last and _behind(doc, first):
            found.append((first, last + 1))
    return found


def _behind(doc: Document, first: int) -> bool:
    """Whether a word that says where stands right before, with or without "the"."""
    at = first - 1
    if at > 0 and doc.words[at].lower() == "the":
        at -= 1
    return at >= 0 and doc.words[at].lower() in wordlist("site_prepositions")
