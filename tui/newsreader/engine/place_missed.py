"""Places that the name model left out, found by the gazetteer and what stands around them."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from newsreader.engine.demonyms import demonyms
from newsreader.engine.document import Document
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import gazetteer
from newsreader.engine.name_features import name_class
from newsreader.engine.place_classes import LONGEST, class_of, leading_place
from newsreader.engine.place_filter import Range, no_place
from newsreader.engine.wordlists import wordlist


def abbreviated_states(doc: Document, spans: list[Range], taken: bytearray) -> list[Range]:
    """ "Ill." and "TX" behind a place and a comma."""
    found = []
    for _, last in spans:
        if last + 1 >= len(doc.words) or doc.words[last] != "," or taken[last + 1]:
            continue
        word = doc.words[last + 1]
        if not word[0].isupper() or len(word) > 6 or fold(word) in demonyms():
            continue
        if word.isupper() or word.endswith("."):
            letter = class_of(fold(word), True)
            if letter and letter in "RrCB":
                found.append((last + 1, last + 2))
                taken[last + 1] = 1
    return found


def widened(doc: Document, tokens: range, taken: bytearray) -> tuple[range, bool]:
    """A name's tokens with those beside it that make it a longer known place ("Chi Minh City",
    "Côte" in "Côte d'Ivoire"), and whether they do."""
    for first in range(max(0, tokens.start - 2), tokens.start + 1):
        if not doc.words[first][0].isupper() or any(taken[first : tokens.stop]):
            continue
        letter, size = leading_place(doc.words[first : first + LONGEST])
        last = first + size
        if size > max(len(tokens), 1) and last >= tokens.stop and letter in tuple("CARBMc"):
            return range(first, last), True
    return tokens, False


def missed(doc: Document, taken: bytearray, places: Counter[str], people: set[str]) -> list[Range]:
    """Token ranges of places: countries, cities after "in", names that the model found elsewhere,
    and known cities in lower case in an article about their country. ``taken`` marks the tokens
    of names; ``places`` counts the folded names of places; ``people`` are words of persons' names.
    """
    found: list[Range] = []
    countries = {
        gazetteer().entry(m.number).country
        for folded in places
        for m in gazetteer().find_folded(folded)[:1]
    }
    known = {
        word
        for word in set(doc.words)
        if (
            word not in people
            if word[0].isupper()
            else not countries.isdisjoint(_known_in_lower_case(word))
        )
    }
    after = 0
    for i in [i for i, word in enumerate(doc.words) if word in known and not taken[i]]:
        if i < after:
            continue
        size = _capitalised(doc, i, taken, places) if doc.words[i][0].isupper() else 1
        if size:
            found.append((i, i + size))
            after = i + size
    return found


@lru_cache(maxsize=16384)
def _known_in_lower_case(word: str) -> tuple[str | None, ...]:
    """The country of the well-known place that a word in lower case is called; empty if none."""
    if len(word) < 4 or not word.islower() or word in wordlist("place_traps"):
        return ()
    folded = fold(word)
    if folded in wordlist("lower_case_words"):
        return ()
    if class_of(folded, False) not in tuple("CRBb") or folded in demonyms():
        return ()
    return (gazetteer().entry(gazetteer().find_folded(folded)[0].number).country,)


def _capitalised(doc: Document, i: int, taken: bytearray, places: Counter[str]) -> int:
    """How many tokens from ``i`` on are a place, 0 if they are none."""
    stop = i + 1
    while stop < len(doc.words) and stop - i < LONGEST and not taken[stop]:
        stop += 1
    window = doc.words[i:stop]
    letter, size = leading_place(window)
    if not letter:
        return 0
    if no_place(doc, i, i + size):
        return 0
    folded = fold(" ".join(window[:size]))
    plain = size > 1 or folded not in wordlist("place_traps")
    following = doc.words[i + size] if i + size < len(doc.words) else ""
    after = i > 0 and doc.words[i - 1].lower() in wordlist("name_prepositions")
    sure = (
        letter == "C"
        or (letter == "c" and plain and _stands_alone(doc, i, i + size, sure=True))
        or (letter == "A" and plain)
        or (letter == "a" and plain and i > 0 and doc.words[i - 1].lower() == "the")
        or (letter == "B" and plain and i > 0 and _stands_alone(doc, i, i + size))
        or (after and plain and letter in "CARBM" and (size > 1 or len(folded) > 3))
        or (plain and letter in "CARBM" and fold(following) in wordlist("office_titles"))
        or (letter in "Rr" and window[0].count(".") > 1 and _government(following))
        or (plain and places[folded] > 0)
    )
    return size if sure else 0


def _government(word: str) -> bool:
    return not word[:1].isupper() or fold(word) in wordlist("government_words")


def _stands_alone(doc: Document, first: int, last: int, *, sure: bool = False) -> bool:
    """Whether a known place is no part of a longer name and, unless that is ``sure``, no one's own
    name."""
    after = doc.words[last] if last < len(doc.words) else ""
    if (first and doc.words[first - 1][:1].isupper()) or after[:1].isupper():
        return False
    return sure or not {"g", "f"} & set(name_class(doc.words[first]))


def compounds(doc: Document, covered: set[int]) -> list[tuple[int, int, int]]:
    """The places in "Lagos-based", "San Jose-based" and "Iowa-born": first token, token with the
    hyphen, and length of its part in code points; tokens ``covered`` already are left alone."""
    found = []
    for i, word in enumerate(doc.words):
        if "-" not in word or not word[0].isupper() or i in covered:
            continue
        head, _, tail = word.partition("-")
        if not tail.islower():
            continue
        for first in range(max(0, i - 3), i + 1):
            words = [*doc.words[first:i], head]
            folded = fold(" ".join(words))
            if not words[0][0].isupper() or covered.intersection(range(first, i)):
                continue
            if folded in demonyms() or folded in wordlist("place_traps"):
                continue
            if class_of(folded, head.isupper() and first == i) in tuple("CARB"):
                found.append((first, i, len(head)))
                break
    return found
