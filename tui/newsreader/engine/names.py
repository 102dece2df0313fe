"""Stage 3: the names of persons, organizations and places in an article."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from newsreader.engine.document import Document, Name, NameKind
from newsreader.engine.name_consistency import consistent
from newsreader.engine.name_evidence import Evidence
from newsreader.engine.name_features import features
from newsreader.engine.name_headlines import sobered
from newsreader.engine.name_parts import Found, is_party
from newsreader.engine.name_tables import name_table
from newsreader.errors import DataError

if TYPE_CHECKING:
    import pycrfsuite

MODEL = Path(__file__).parent / "data" / "names.crfsuite"
VOCABULARY = "name_words"  # the list of the words that the model may remember
_KINDS: dict[str, NameKind] = {"P": "person", "G": "organization", "L": "place"}
_LONGEST = 200  # tokens labelled at once: what is longer is no sentence


@lru_cache(maxsize=1)
def _tagger() -> pycrfsuite.Tagger:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    try:
        tagger.open(str(MODEL))
    except (OSError, ValueError) as error:
        raise DataError(f"{MODEL.name}: {error}; reinstall newsreader") from error
    return tagger


@lru_cache(maxsize=16384)
def _known(lower: str) -> str:
    return lower if lower in name_table(VOCABULARY) else "?"


def find_names(doc: Document) -> list[Name]:
    """Names in text order, without overlaps. Linear in the length of the article.

    Raises:
        DataError: a data file is missing or damaged.
    """
    if not any(word[0].isupper() for word in doc.words):
        return []
    words = doc.words
    if not _encodable(doc.text):  # lone surrogates, which the model's library refuses
        words = [word.encode("utf-8", "replace").decode() for word in words]
    evidence = Evidence(words)
    found: list[Found] = []
    for begin, stop in doc.sentences:
        for first in range(begin, stop, _LONGEST):
            found += _label(words, first, min(stop, first + _LONGEST), evidence)
    return [
        Name(doc.starts[name.first], doc.ends[name.last - 1], name.kind, name.probability)
        for name in consistent(words, sobered(words, found, doc.sentences))
        if not is_party(words[name.first])
    ]


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _label(words: list[str], first: int, last: int, evidence: Evidence) -> list[Found]:
    if not any(word[0].isupper() for word in words[first:last]):
        return []
    tagger = _tagger()
    rows = features(words, first, last, evidence, _known)
    labels = cast("list[str]", tagger.tag(rows))
    found: list[Found] = []
    j = 0
    for i, label in enumerate(labels):
        if label == "O" or i < j:
            continue
        kind = label[2]
        j = i + 1
        while j < len(labels) and labels[j] == "I-" + kind:
            j += 1
        probability = min(1.0, *(tagger.marginal(labels[k], k) for k in range(i, j)))
        found.append(Found(first + i, first + j, _KINDS[kind], probability))
    return found
