"""Which words of the vocabulary a typed word may mean, from the word itself to abbreviations."""

from __future__ import annotations

from math import log
from typing import Final, Protocol

from newsreader.remembered import Remembered
from newsreader.search.shortening import looks_shortened
from newsreader.search.sounds import sound
from newsreader.search.vocabulary import Vocabulary

EXACT, PREFIX, ONE_EDIT, TWO_EDITS, ABBREVIATION = range(5)
LEVELS: Final = (EXACT, PREFIX, ONE_EDIT, TWO_EDITS, ABBREVIATION)

_MOST: Final = 64
"""Words that one word may mean at one level."""
_ALIKE: Final = 0.6
"""How alike words must be that sound alike only roughly, from 0 to 1."""
_SPELT: Final = 0.45
"""And how alike they must be spelt at least."""
_HEARD: Final = 0.3
"""How alike words must be spelt that sound the same."""
_LONG: Final = 6
"""Letters from which on a word can be told by what is left of it after two edits."""
_RARER: Final = 0.15
"""By how much a rare word fits better than one that is everywhere: its few quotes leave room for
those of the other."""
_SHORTENED: Final = 7
"""Letters of an abbreviation, at most."""
_REMEMBERED: Final = 300


class Quotes(Protocol):
    """What is asked of quotes about their words. ``count`` of them are there."""

    count: int

    def vocabulary(self) -> Vocabulary:
        """Their words."""

    def sounding_like(self, word: str) -> list[str]:
        """Those of their words that sound roughly like ``word``; some may be there no longer."""


class Meanings:
    """Asks the vocabulary of ``quotes``, and remembers for the next key what it said."""

    def __init__(self, quotes: Quotes) -> None:
        self._quotes = quotes
        self._known: Remembered[tuple[str, int, bool], dict[str, float]] = Remembered(_REMEMBERED)
        self._alike: Remembered[str, tuple[dict[str, float], ...]] = Remembered(_REMEMBERED)

    def forget(self) -> None:
        """The vocabulary has changed."""
        self._known.clear()
        self._alike.clear()

    def of(self, word: str, level: int, *, begun: bool = False) -> dict[str, float]:
        """What ``word`` may mean up to ``level``, each with how well it fits, 1 for the word
        itself, best first. Words that it is the beginning of are not among them, but those of
        which it is a misspelt one if it may be only ``begun``."""
        if level <= PREFIX:
            return {word: 1.0} if word in self._quotes.vocabulary() else {}
        known = self._known.get((word, level, begun))
        if known is None:
            known = self._known[word, level, begun] = self._asked(word, level, begun)
        return known

    def begins(self, word: str) -> bool:
        """Whether there are words that begin with ``word``, it not among them."""
        return self._quotes.vocabulary().begins(word)

    def longer(self, word: str) -> list[str]:
        """The words that begin with ``word``, the shorter and rarer first; it not among them. Of
        very many the first in order."""
        vocabulary = self._quotes.vocabulary()
        found = vocabulary.beginning(word, 4 * _MOST + 1)
        if len(found) > 4 * _MOST:
            return found
        counts = {longer: vocabulary.count(longer) for longer in found if longer != word}
        kept = [longer for longer in found if counts.get(longer)]
        return sorted(kept, key=lambda longer: (len(longer), counts[longer]))

    def _asked(self, word: str, level: int, begun: bool) -> dict[str, float]:
        vocabulary = self._quotes.vocabulary()
        found = dict(self.of(word, level - 1, begun=begun))
        more: dict[str, float] = {}
        size = len(word)
        short = looks_shortened(word)
        if level == ONE_EDIT:
            more = self._sounding(word, far=False) if size >= 3 else {}
            if size >= 4:
                _keep(vocabulary.near(word, 1), more)
            if short:
                _keep(vocabulary.abbreviated(word), more)
        elif level == TWO_EDITS:
            if size >= _LONG:
                more = self._sounding(word, far=True)
                _keep(vocabulary.near(word, 2), more)
            elif size == 3:
                more = vocabulary.near(word, 1)
            if begun:
                _keep(vocabulary.misspelt_beginnings(word), more)
        elif level == ABBREVIATION:
            if size == 5:
                more = vocabulary.near(word, 2)
            if not short and size <= _SHORTENED:
                _keep(vocabulary.abbreviated(word), more)
        most = log(2 + self._quotes.count)
        for other, fit in more.items():
            more[other] = fit + _RARER * (1 - log(1 + vocabulary.count(other)) / most)
        best = sorted(more, key=lambda other: -more[other])[:_MOST]
        for other in best:
            found.setdefault(other, more[other])
        return found

    def _sounding(self, word: str, *, far: bool) -> dict[str, float]:
        """Words that sound like ``word``, apart from those that do so only roughly and are more
        than two edits ``far`` from it, or these: rather than one of them a word at two edits is
        meant."""
        alike = self._alike.get(word)
        if alike is None:
            alike = self._alike[word] = self._asked_by_sound(word)
        return dict(alike[far])

    def _asked_by_sound(self, word: str) -> tuple[dict[str, float], dict[str, float]]:
        from newsreader.search.edits import OSA, process

        near: dict[str, float] = {}
        far: dict[str, float] = {}
        heard, known = sound(word), self._quotes.vocabulary()
        for other, spelt, _ in process.extract(
            word,
            self._quotes.sounding_like(word),
            scorer=OSA.normalized_similarity,
            score_cutoff=_HEARD,
            limit=None,
        ):
            if other not in known:
                continue
            also = sound(other)
            if also == heard:
                near[other] = 0.82 + 0.06 * spelt
            elif len(word) > 3 and spelt >= _SPELT:
                alike = max(spelt, OSA.normalized_similarity(heard, also))
                edits = OSA.distance(word, other)
                if edits == 1:
                    near[other] = 0.85
                elif alike >= _ALIKE and (edits == 2 or len(word) < _LONG):
                    near[other] = 0.46 + 0.36 * alike
                elif alike >= _ALIKE:
                    far[other] = 0.2 + 0.36 * alike
        return near, far


def _keep(some: dict[str, float], found: dict[str, float]) -> None:
    for word, fit in some.items():
        if fit > found.get(word, 0.0):
            found[word] = fit
