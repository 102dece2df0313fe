"""Which letters of a found quote answer to the query, so that they can be lit."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.article import Span
from newsreader.search.folding import Place, word_places
from newsreader.search.ranking import Meaning

_KEPT = 40
"""How many places of one word of the query are looked at in one text."""


def letters_in(
    text: str, query: Sequence[str], meaning: Meaning, *, skip: frozenset[int] = frozenset()
) -> tuple[tuple[Span, ...], dict[int, float]]:
    """The spans of ``text`` that answer to words of ``query`` (but not to those in ``skip``), in
    order and apart, and for each word that was found its fit."""
    words, forms = word_places(text, meaning.met)
    places = [*words, *forms] if forms else words
    found: list[list[tuple[int, float]]] = [[] for _ in query]
    for at, (word, _) in enumerate(places):
        if word:
            for which, fit in meaning.hits_of(word):
                if which not in skip:
                    found[which].append((at, fit))
    chosen = _together(found, len(words))
    fits: dict[int, float] = {}
    spans: list[Span] = []
    for which, at in chosen.items():
        fits[which] = max(fit for place, fit in found[which] if place == at)
        spans.extend(_lit(query[which], places[at]))
    return _joined(spans), fits


def _together(found: Sequence[list[tuple[int, float]]], forms_at: int) -> dict[int, int]:
    """For each word of the query one of its places, so that they fit best and stand closest."""
    if all(len(places) < 2 for places in found):
        return {which: places[0][0] for which, places in enumerate(found) if places}
    chosen: dict[int, int] = {}
    ways: list[tuple[float, tuple[tuple[int, int], ...]]] = [(0.0, ())]
    for which, places in enumerate(found):
        if not places:
            continue
        best = sorted(places, key=lambda place: -place[1])[:_KEPT]
        step: list[tuple[float, tuple[tuple[int, int], ...]]] = []
        for at, fit in best:
            worth, path = max(
                (worth + _closeness(path, at, forms_at), path) for worth, path in ways
            )
            step.append((worth + 3 * fit, (*path, (which, at))))
        ways = step
    chosen.update(max(ways)[1])
    return chosen


def _closeness(path: tuple[tuple[int, int], ...], at: int, forms_at: int) -> float:
    if not path or at >= forms_at or path[-1][1] >= forms_at:
        return 0.0
    gap = at - path[-1][1]
    if gap == 1:
        return 1.0
    return 0.6 / (1 + abs(gap)) if gap else -1.0


def _lit(typed: str, place: Place) -> list[Span]:
    word, offsets = place
    if word.startswith(typed):
        blocks = [(0, len(typed))]
    else:
        from newsreader.search.edits import Levenshtein

        blocks = [
            (step.dest_start, step.dest_end)
            for step in Levenshtein.opcodes(typed, word)
            if step.tag == "equal"
        ]
    return [
        (offset, offset + 1) for start, end in blocks for offset in sorted({*offsets[start:end]})
    ]


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
