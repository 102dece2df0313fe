"""What a query asks for beside free words."""

from __future__ import annotations

from typing import Final

from newsreader.search.asking import Asked, Choice
from newsreader.search.query import Filter, Phrase, Query
from newsreader.search.sounds import sound
from newsreader.search.store import Store

_MOST: Final = 30


def conditions(query: Query, quotes: Store) -> Asked | None:
    """The conditions of ``query``; ``None`` if a filter asks for what is nowhere."""
    choices: list[Choice] = []
    without: list[Choice] = []
    outside: list[Phrase | Filter] = []
    for phrase in query.without:
        if len(phrase.words) == 1:
            without.append(Choice(phrase.words))
        else:
            outside.append(phrase)
    for each in query.filters:
        known = [_filtered(each, word, quotes) for word in each.words]
        if not each.negated:
            if not all(known):
                return None
            choices += known
        elif len(known) == 1:
            without += filter(None, known)
        elif all(known):
            outside.append(each)
    return Asked(
        tuple(choices),
        tuple(without),
        tuple(phrase for phrase in query.phrases if len(phrase.words) > 1),
        tuple(outside),
        query.literal,
    )


def _filtered(each: Filter, word: str, quotes: Store) -> Choice:
    """Quotes in which ``each`` has ``word``, or a word that begins so, or if there is none a
    misspelt one; empty if there is none of these either."""
    vocabulary = quotes.vocabulary(each.field)
    if vocabulary.total(word):
        return Choice((), word, each.field)
    meant = vocabulary.near(word, 1) if len(word) > 3 else {}
    meant = meant or (vocabulary.near(word, 2) if len(word) > 5 else {})
    if not meant and len(word) > 3:
        heard = sound(word)
        alike = quotes.sounding_like(word, each.field)
        meant = {other: 1.0 for other in alike if sound(other) == heard and other in vocabulary}
    return Choice(tuple(list(meant)[:_MOST]), field=each.field)
