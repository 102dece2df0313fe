"""Words for nationalities, peoples and languages, and the country each points to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from newsreader.engine.wordlists import wordlist


@lru_cache(maxsize=1)
def demonyms() -> Mapping[str, str]:
    """From a word in lower case ("norwegian", "danes", "south korean") to its country's ISO code,
    empty where it is no one country's ("kurdish", "european").

    Raises:
        DataError: the word list is missing.
    """
    found: dict[str, str] = {}
    for line in sorted(wordlist("demonyms")):
        code, _, words = line.partition(":")
        for word in words.split():
            found[word.lower().replace("-", " ")] = code.strip("- ")
    return MappingProxyType(found)
