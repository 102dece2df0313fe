"""Where a quotation begins or ends whose mark was lost, so that it swallows as little as possible.

A closing mark that is missing most often stood before the words that say who spoke (“It is late,
she said. …); where nothing like that follows, the quotation keeps to its first sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsreader.engine.cues import reporting_verbs
from newsreader.engine.wordlists import wordlist

_SENTENCE_END = ".!?…"
_SUBJECT = 4
"""Words of a subject that stands before its verb: “the old man from Oslo said” is not looked for
further."""


@lru_cache(maxsize=1)
def _pause() -> re.Pattern[str]:
    """A comma, question or exclamation mark with the words behind it."""
    return re.compile(r"[,!?…][’'»]?\s+(?=((?:[\w.’'-]{1,40}\s+){0,5}[\w.’'-]{1,40}))")


@lru_cache(maxsize=1)
def _stop() -> re.Pattern[str]:
    return re.compile(r"(?<=\w\w)[.!?…]+[’')]?(?=\s+[^\Wa-z])")


@lru_cache(maxsize=1)
def _start() -> re.Pattern[str]:
    return re.compile(r"(?:(?<=\w\w)[.!?…]+[”’'\")]?|:)\s+")


def tag_start(text: str, start: int, limit: int) -> int:
    """Where in ``text[start:limit]``, behind a comma or question mark, the first words stand that
    say who spoke; ``limit`` if there are none."""
    for match in _pause().finditer(text, start, limit):
        words = [word.strip(".,’'") for word in match.group(1).split()]
        at = next((i for i, word in enumerate(words) if _speaks(word)), None)
        if at is None or at > _SUBJECT:
            continue
        subject = words[:at] if at else words[1:2]
        if subject and _can_speak(subject[0]):
            return match.start() + 1
    return limit


def words_end(text: str, start: int, limit: int) -> int:
    """Where the words of a quotation end that no mark closed before ``limit``."""
    end = tag_start(text, start, limit)
    if end < limit:
        return end
    match = _stop().search(text, start, limit)
    return match.end() if match else limit


def sentence_start(text: str, low: int, end: int) -> int:
    """Where the sentence, or what follows its colon, begins that ends at ``end``."""
    start = low
    for match in _start().finditer(text, low, max(low, end - 1)):
        start = match.end()
    return start


def _speaks(word: str) -> bool:
    cue = reporting_verbs().get(word.lower())
    return cue is not None and cue.strength == "S"


def _can_speak(word: str) -> bool:
    lower = word.lower()
    return (
        word[:1].isupper() or lower in wordlist("subject_pronouns") or lower in ("the", "a", "an")
    )
