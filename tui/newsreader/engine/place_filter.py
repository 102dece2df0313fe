"""Tells names that are places from those that only look like it, token range by token range."""

from __future__ import annotations

from newsreader.engine.demonyms import demonyms
from newsreader.engine.document import Document
from newsreader.engine.folding import fold
from newsreader.engine.place_candidates import candidates
from newsreader.engine.place_classes import class_of, place_classes
from newsreader.engine.place_lookalikes import looks_like_a_place
from newsreader.engine.wordlists import wordlist

Range = tuple[int, int]
_COUNTIES = frozenset(["county", "parish", "city", "township"])
_KNOWN = frozenset("CARB")


def written(doc: Document, first: int, last: int) -> str:
    """The text of a token range, with single spaces."""
    return " ".join(doc.text[doc.starts[first] : doc.ends[last - 1]].split())


def lookup_key(doc: Document, first: int, last: int) -> str:
    """What a token range is looked up and compared by."""
    return fold(written(doc, first, last))


def no_place(doc: Document, first: int, last: int) -> bool:
    """Whether what the tokens say is no place, whoever says it is: a nationality, a direction, a
    saint's day, a currency."""
    text = written(doc, first, last)
    folded = fold(text)
    if folded in wordlist("not_places") or folded in wordlist("direction_words"):
        return True
    if folded in demonyms() or doc.words[last - 1].lower() in demonyms():
        return True
    if folded in wordlist("language_names") and last - first == 1:
        return True
    after = doc.words[last] if last < len(doc.words) else ""
    if after.lower() in demonyms() and doc.starts[last] - doc.ends[last - 1] <= 1:
        return True  # "South African"
    if folded.startswith("saint ") and after in ("'s", "’s"):
        return True
    if text.endswith(".") and last - first == 1 and text.count(".") == 1:
        before = doc.words[first - 1] if first else ""
        if before != "," and after[:1].isupper() and folded in wordlist("place_traps"):
            return True  # "Del. Moran"
    if looks_like_a_place(doc, first, last):
        return True
    around = doc.text[max(0, doc.starts[first] - 1) : doc.ends[last - 1] + 1]
    return around.startswith("$") or around.endswith("$")  # "US$", "$US"


def sure(doc: Document, first: int, last: int) -> bool:
    """Whether a name is a country's or a large region's and hardly anything else."""
    return class_of(lookup_key(doc, first, last), False) in ("C", "A")


def doubtful(doc: Document, first: int, last: int) -> bool:
    """Whether a place needs a sentence that says so, such as "in" before it: it is unknown to the
    gazetteer or an English word."""
    text = written(doc, first, last)
    folded = fold(text)
    words = folded.split()
    if len(words) > 1 and words[-1] in wordlist("organization_words"):
        return not candidates(text)
    if set(words) & (wordlist("facility_words") | wordlist("water_words")) and len(words) > 1:
        return False
    if len(words) > 1 and (
        words[-1] in wordlist("landscape_words") or words[0] in wordlist("landscape_openers")
    ):
        return False
    if folded in wordlist("place_traps") and not (text.endswith(".") or text.isupper()):
        return class_of(folded, text.isupper()) not in _KNOWN
    return not candidates(text)


def located(doc: Document, first: int, *, through: bool = False) -> bool:
    """Whether the words before a name say that it is a place: "in", "near", "the village of";
    with ``through`` also "flew to" and "in eastern"."""
    before = doc.words[first - 1].lower() if first else ""
    if through and first > 1:
        if before != "the" and before in wordlist("direction_words"):
            before = doc.words[first - 2].lower()
        elif doc.words[first - 2].lower() in wordlist("motion_words"):
            return True
    if before == "of" and first > 1:
        said = doc.words[first - 2].lower()
        return said.removesuffix("s") in wordlist("region_words") or said in wordlist(
            "resident_words"
        )
    if before == "the" and first > 1:
        before = doc.words[first - 2].lower()
    return before in wordlist("locative_prepositions")


def without_event(doc: Document, first: int, last: int) -> Range:
    """ "Madrid" for "Madrid Summit", which is no place itself."""
    end = last
    while end - first > 1 and fold(doc.words[end - 1]) in wordlist("event_words"):
        end -= 1
    text = " ".join(doc.words[first:end])
    return (first, end) if class_of(fold(text), text.isupper()) else (first, last)


def inside_organization(doc: Document, first: int, last: int, probability: float) -> Range | None:
    """The place that a public body's or an event's name begins with ("Laurel County Sheriff's
    Office"), or all of a name that the model took for an organization."""
    words = doc.words[first:last]
    folded = fold(" ".join(words))
    letter = class_of(folded, all(w.isupper() for w in words))
    if letter in tuple("CAR") or (letter == "B" and probability < 0.9):
        return first, last
    classes = place_classes(words)
    if classes[0] == "-" or folded in wordlist("not_places"):
        return None
    size = 1
    while size < len(words) and classes[size][1:] == "I":
        size += 1
    head = fold(" ".join(words[:size]))
    known = classes[0][0] in _KNOWN
    if head in wordlist("organization_words") or (
        head in wordlist("place_traps") and classes[0][0] != "C"
    ):
        return None
    while size < len(words) and fold(words[size]) in _COUNTIES:
        size += 1
        known = True
    rest = [fold(w) for w in words[size:] if w[0].isalnum()]
    if not rest:
        return None
    public = known and rest[0] in wordlist("government_words") and "university" not in rest
    local = all(w in wordlist("civic_words") for w in rest)
    event = all(w in wordlist("event_words") for w in rest)
    return (first, first + size) if public or local or event else None


def asides(doc: Document, first: int, last: int) -> list[str]:
    """Names of known places inside another name."""
    words = doc.words[first : min(last, first + 12)]
    classes = place_classes(words)
    found = []
    i = 0
    while i < len(words):
        j = i + 1
        if classes[i][0] in "CARBM":
            while j < len(words) and classes[j][1:] == "I":
                j += 1
            found.append(" ".join(words[i:j]))
        i = j
    return found
