"""What a search asks of the quotes, whether they lie in memory or in a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from newsreader.search.query import Field, Filter, Phrase


@dataclass(frozen=True, slots=True)
class Choice:
    """Quotes that have one of ``words``, or a word beginning with ``begun`` if that is not empty:
    among their words and their speaker's, or in a field that a filter looks at."""

    words: tuple[str, ...]
    begun: str = ""
    field: Field | Literal[""] = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.begun)


@dataclass(frozen=True, slots=True)
class Asked:
    """Quotes that have all of ``choices`` and none of ``without``, with the words of each of
    ``within`` side by side, and those of none of ``outside``; every quote if all are empty.

    Of ``literal`` it counts how many a quote holds as they were typed, ``literally`` all of them
    must be held. ``chosen`` looks only at chosen articles. Where something is looked for in the
    quotes themselves, at most ``looked_at`` of them are looked at.
    """

    choices: tuple[Choice, ...] = ()
    without: tuple[Choice, ...] = ()
    within: tuple[Phrase, ...] = ()
    outside: tuple[Phrase | Filter, ...] = ()
    literal: tuple[str, ...] = ()
    literally: bool = False
    chosen: bool = False
    looked_at: int = 0

    def with_choices(self, more: Iterable[Choice]) -> Asked:
        """The same with ``more`` choices."""
        return replace(self, choices=(*self.choices, *more))

    @property
    def looks(self) -> bool:
        """Whether something is looked for in the quotes themselves."""
        return bool(self.within or self.outside or self.literally)


def held_by(choice: Choice, sign: str = "") -> list[str]:
    """The strings of which folded words with ``choice`` hold one; ``sign`` stands before words."""
    begun = [f" {sign}{choice.begun}"] if choice.begun else []
    return [*begun, *(f" {sign}{word} " for word in choice.words)]


def side_by_side(phrase: Phrase) -> str:
    """The string that folded words with ``phrase`` hold."""
    return f" {' '.join(phrase.words)}" + ("" if phrase.begun else " ")
