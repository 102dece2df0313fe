"""Relatives called by a given name that is also a town's: "his granddaughter, Sofia, laughed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsreader.engine.name_parts import Found, key_of
from newsreader.engine.wordlists import wordlist

_OWNERS = frozenset(["my", "our", "your", "his", "her", "their", "'s", "’s"])
_AGE = 3
"""Tokens between the owner and the noun: "her eight-year-old daughter"."""


def relatives(words: Sequence[str], names: list[Found]) -> list[Found]:
    """The names with those single places turned into persons that are somebody's relative, here
    or elsewhere in the article."""
    kin = {
        key_of(words, name.first, name.last)
        for name in names
        if name.kind == "place" and name.last - name.first == 1 and _is_kin(words, name)
    }
    return [
        replace(name, kind="person")
        if kin and name.kind == "place" and key_of(words, name.first, name.last) in kin
        else name
        for name in names
    ]


def _is_kin(words: Sequence[str], name: Found) -> bool:
    comma = name.first > 0 and words[name.first - 1] == ","
    if comma and (name.last == len(words) or words[name.last] not in (",", ".")):
        return False
    noun = name.first - 1 - comma
    if noun < 1 or words[noun].lower() not in wordlist("kin_nouns"):
        return False
    return any(word.lower() in _OWNERS for word in words[max(0, noun - _AGE) : noun])
