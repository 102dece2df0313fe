"""Reporting words: the verbs, nouns and phrases that say that somebody said something."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from newsreader.engine.wordlists import wordlist


class Cue(NamedTuple):
    """A form of a reporting verb: its dictionary form, and whether it speaks (``S``, such as
    “said”) or takes a stand (``W``, such as “called”, “believes”)."""

    lemma: str
    strength: str


@lru_cache(maxsize=1)
def reporting_verbs() -> dict[str, Cue]:
    """Every form of a reporting verb, in lower case."""
    table: dict[str, Cue] = {}
    for name, strength in (("stance_verbs", "W"), ("speech_verbs", "S")):
        for entry in wordlist(name):
            forms = entry.split(" ")
            table.update(dict.fromkeys(forms, Cue(forms[0], strength)))
    return table
