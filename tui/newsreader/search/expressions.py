"""What is asked of the quotes as expressions of FTS5: as few words of each choice as tell the
quotes apart, because each word in an expression costs more than to look at some quotes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from newsreader.search.asking import Asked, Choice, held_by
from newsreader.search.folded import Line
from newsreader.search.query import FIELDS, Field
from newsreader.search.store import Candidate
from newsreader.search.vocabulary import FREQUENT, Vocabulary

SIGNS: Final[dict[Field, str]] = {
    "speaker": "\ue000", "place": "\ue001", "kind": "\ue002", "source": "\ue003",
}  # fmt: skip
"""What stands before a word that a filter looks for; no word of a text begins with one."""

_FEW: Final = 250
"""Quotes up to which those with one choice are looked at for the others."""
_MOST_WORDS: Final = 16
"""Words of a choice in one expression where all its choices have many quotes."""
_ALL_WORDS: Final = 1000
_MOST_LONG: Final = 200
"""Words of an expression that is to find all at once."""
_EVERYWHERE: Final = 10
"""One in so many quotes has what is everywhere."""
_FIND: Final = 8
"""Words that are sooner found in a line than it is divided."""
_INDEXED: Final = 2
"""Letters of beginnings that have an index of their own."""
_GATHERED: Final = 3_000
"""Quotes that a beginning without one is looked up for at most."""


@dataclass(frozen=True, slots=True)
class Step:
    """An expression, the choices of which it says nothing, those of which quotes must have none,
    and whether it says the others whole."""

    expression: str
    left: tuple[Choice, ...]
    never: tuple[Choice, ...]
    whole: bool = True


class Planner:
    """Makes expressions, with the sizes of choices in mind. ``vocabulary`` tells words by field,
    ``size`` in how many quotes a choice is, ``count`` how many quotes there are."""

    def __init__(
        self,
        vocabulary: Callable[[str], Vocabulary],
        size: Callable[[Choice], int],
        count: Callable[[], int],
    ) -> None:
        self._vocabulary = vocabulary
        self._size = size
        self._count = count

    def steps(self, asked: Asked) -> Iterator[Step]:
        """Expressions that together find what is ``asked`` for, each for itself some of it."""
        choices, others, everywhere = self._divided(asked)
        never, without = self._seldom(asked)
        if self._size(choices[0]) <= _FEW:
            rarest = self._spelt(choices[0], _ALL_WORDS, cut=False)[0]
            expression, left = self._few(rarest, others[1:], without)
            yield Step(expression, (*everywhere, *left), never)
            return
        for at, choice in enumerate(others):
            if len(choices) > 1 and (rare := self._rare(choice)):
                rest = [*others[:at], *others[at + 1 :]]
                expression, left = self._few(_any(rare, choice.field), rest, without)
                yield Step(expression, (*everywhere, *left), never)
        expressions, whole = zip(*(self._spelt(each, _MOST_WORDS) for each in others), strict=True)
        yield Step(self._all(expressions, without), everywhere, never, all(whole))

    def whole(self, asked: Asked) -> Step | None:
        """One expression for all that is ``asked`` for, if it is not too long."""
        _, others, everywhere = self._divided(asked)
        never, without = self._seldom(asked)
        spelt = [self._spelt(each, _ALL_WORDS, cut=False) for each in others]
        expressions = [expression for expression, whole in spelt if whole]
        if len(expressions) < len(spelt) or "".join(expressions).count('"') > 2 * _MOST_LONG:
            return None
        return Step(self._all(expressions, without), everywhere, never)

    def _divided(
        self, asked: Asked
    ) -> tuple[Sequence[Choice], Sequence[Choice], tuple[Choice, ...]]:
        """The choices, the rarest first; and again, divided into those that expressions ask for and
        those that are everywhere: soon found in quotes, their places are long to go through."""
        choices = sorted(asked.choices, key=self._size)
        most = max(self._size(choices[0]), self._count() // _EVERYWHERE)
        everywhere = tuple(each for each in choices if self._size(each) > most)
        return choices, choices[: len(choices) - len(everywhere)], everywhere

    def _few(
        self, rare: str, rest: Sequence[Choice], without: Sequence[Choice]
    ) -> tuple[str, list[Choice]]:
        """An expression for the few quotes with ``rare`` words and what else is quickly asked for,
        and the choices that are not."""
        expressions = [rare]
        left: list[Choice] = []
        for choice in rest:
            expression, whole = self._spelt(choice, _ALL_WORDS)
            if whole and expression.count('"') <= 4 * _MOST_WORDS:
                expressions.append(expression)
            else:
                left.append(choice)
        return self._all(expressions, without), left

    def _all(self, expressions: Sequence[str], without: Sequence[Choice]) -> str:
        required = " AND ".join(f"({each})" for each in expressions)
        excluded = [self._spelt(each, _ALL_WORDS, cut=False)[0] for each in without]
        return f"({required}) NOT ({' OR '.join(excluded)})" if excluded else required

    def _seldom(self, asked: Asked) -> tuple[tuple[Choice, ...], Sequence[Choice]]:
        """What quotes must not have and few do, but with so many words that it is quicker to look
        for it in the quotes; and what else they must not have."""
        most = self._count() // _EVERYWHERE
        never = tuple(
            each
            for each in asked.without
            if self._size(each) <= most and not self._spelt(each, _ALL_WORDS)[1]
        )
        return never, [each for each in asked.without if each not in never]

    def _rare(self, choice: Choice) -> list[str]:
        """If ``choice`` has too many words, the rarest, with few quotes together."""
        if len(choice.words) <= _MOST_WORDS:
            return []
        count = self._vocabulary(choice.field).count
        rare: list[str] = []
        quotes = 0
        for word in sorted(choice.words, key=count):
            quotes += count(word)
            if quotes > _FEW:
                break
            rare.append(word)
        return rare

    def _spelt(self, choice: Choice, most: int, *, cut: bool = True) -> tuple[str, bool]:
        """``choice`` as an expression with the ``most`` frequent of its words, and whether that is
        all of it. A beginning is ``cut`` to the words that are said most if that is quicker."""
        vocabulary, field, begun = self._vocabulary(choice.field), choice.field, choice.begun
        words = dict.fromkeys(choice.words)
        whole = len(words) <= most
        if not whole:
            words = dict.fromkeys(sorted(words, key=vocabulary.count, reverse=True)[:most])
        if not begun:
            return _any(words, field), whole
        longer = vocabulary.beginning(begun, FREQUENT + 1)
        if len(longer) > FREQUENT:
            indexed = len(begun) + bool(field) <= _INDEXED
            if indexed or not cut or vocabulary.total(begun) <= _GATHERED:
                others = _any((word for word in words if not word.startswith(begun)), field)
                beginning = f'"{sign_of(field)}{begun}"*'
                return " OR ".join(filter(None, (beginning, others))), whole
            longer = vocabulary.frequent(begun)
            whole = False
        words.update(dict.fromkeys(longer))
        return _any(words, field), whole


def sign_of(field: Field | Literal[""]) -> str:
    """What stands before the words of a field, nothing before those of quotes."""
    return SIGNS[field] if field else ""


def fitting(choices: Sequence[Choice]) -> Callable[[str], bool]:
    """Tells of a line whether it is of all ``choices``."""
    wanted = []
    for choice in choices:
        sign = sign_of(choice.field)
        if len(choice.words) <= _FIND:
            wanted.append((held_by(choice, sign), set[str]()))
        else:
            begun = held_by(Choice((), choice.begun), sign)
            wanted.append((begun, {sign + word for word in choice.words}))

    def fits(line: str) -> bool:
        words: set[str] = set()
        for held, some in wanted:
            for each in held:
                if each in line:
                    break
            else:
                words = words or (set(line.split()) if some else words)
                if words.isdisjoint(some):
                    return False
        return True

    return fits


def passing(step: Step) -> Callable[[Candidate], bool]:
    """Tells of a quote that the expression of ``step`` found whether it is what was asked for."""
    fits, unfit = fitting(step.left), [fitting([each]) for each in step.never]
    return lambda row: fits(row[2]) and not any(each(row[2]) for each in unfit)


def _any(words: Iterable[str], field: Field | Literal[""]) -> str:
    sign = sign_of(field)
    return " OR ".join([f'"{sign}{word}"' for word in words])


def tokens_of(line: Line) -> str:
    """What filters look for in ``line``, as words that no text has."""
    return "".join(
        f" {SIGNS[field]}{word}" for field in FIELDS for word in line.fields.get(field, ())
    )


def fields_of(line: str) -> dict[str, Collection[str]]:
    """The different words by field in a line with its tokens."""
    words, _, tokens = line.rpartition("\n")
    fields: dict[str, Collection[str]] = {"": set(words.split())}
    by_sign: dict[str, list[str]] = {}
    for token in tokens.split():
        by_sign.setdefault(token[0], []).append(token[1:])
    return fields | {field: by_sign[sign] for field, sign in SIGNS.items() if sign in by_sign}
