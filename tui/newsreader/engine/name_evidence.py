"""What a whole article shows about a capitalised word, wherever it stands in it.

"Okoro" after "Mr." once is a person's name everywhere; "Lodwar" after "in" is more of a place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from newsreader.engine.folding import fold
from newsreader.engine.wordlists import wordlist


@lru_cache(maxsize=4)
def _lower(name: str) -> frozenset[str]:
    return wordlist(name)


class Evidence:
    """Gathered once from an article's tokens, in linear time; asked for each word."""

    def __init__(self, words: Sequence[str]) -> None:
        self._seen: dict[str, set[str]] = defaultdict(set)
        self._rows: dict[str, list[str]] = {}
        titles, speech = _lower("name_titles"), _lower("name_speech")
        where, organizations = _lower("name_prepositions"), _lower("organization_words")
        count = len(words)
        for word in set(words):
            if word[0].islower() and word[0].isalpha():
                self._seen[word].add("lower")
        capital = [i for i, w in enumerate(words) if not w[0].islower() and w[0].isalpha()]
        for i in capital:
            low = words[i].lower()
            facts = self._seen[low]
            left = words[i - 1] if i else ""
            right = words[i + 1] if i + 1 < count else ""
            left_low = left.lower()
            if left_low in where:
                facts.add("in")
            elif left_low == "the":
                facts.add("the")
            elif left and fold(left) in titles:
                facts.add("title")
            elif left[:1].isupper() and len(left) > 1:
                facts.add("follows")
            if right.lower() in speech or left_low in speech:
                facts.add("said")
            elif right in ("'s", "’s"):
                facts.add("owner")
            elif right[:1].isupper():
                facts.add("org" if right.lower() in organizations else "leads")

    def features(self, low: str) -> list[str]:
        """Feature strings for a word in lower case."""
        rows = self._rows.get(low)
        if rows is None:
            rows = self._rows[low] = [f"e={fact}" for fact in sorted(self._seen.get(low, ()))]
        return rows

    def has(self, low: str, fact: str) -> bool:
        """Whether the article shows this fact about the word."""
        return fact in self._seen.get(low, ())
