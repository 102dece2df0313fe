"""A headline's quotation belongs to whoever says the same words in the body, or is quoted alone."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.article import Span
from newsreader.engine.document import Attribution, Document
from newsreader.engine.people.entities import Entity

_PART = 4
"""Words that a quotation must have to be recognized as part of a longer one."""

_LONGEST = 400
"""Tokens of a quotation that are compared; what agrees in so many is the same."""


def said_below(
    doc: Document, attributions: Sequence[Attribution], who: dict[int, Entity | None]
) -> dict[int, Entity]:
    """For attributions of the headline, and those without a speaker, the one who is given the same
    quoted words elsewhere in the article."""
    words = {
        index: _words(doc, one) for index, one in enumerate(attributions) if one.kind != "indirect"
    }
    headline = {index for index in words if _in_title(doc, attributions[index])}
    spoken: dict[tuple[str, ...], Entity] = {}
    for index in words:
        entity = who.get(index)
        if index not in headline and entity is not None and entity.kind != "unnamed":
            spoken.setdefault(words[index], entity)
    found: dict[int, Entity] = {}
    for index, mine in words.items():
        if len(mine) < 3 or (index not in headline and who.get(index) is not None):
            continue
        same = spoken.get(mine)
        if same is None and index in headline and len(headline) <= 8 and len(mine) >= _PART:
            same = _holding(mine, spoken)
        if same is not None and same is not who.get(index):
            found[index] = same
    return found


def quoted_alone(
    doc: Document, attributions: Sequence[Attribution], who: dict[int, Entity | None]
) -> dict[int, Entity]:
    """For a headline that is nothing but a quotation, the only one whom the article quotes."""
    if doc.title is None:
        return {}
    whole = [
        index
        for index, one in enumerate(attributions)
        if one.kind == "direct" and _in_title(doc, one) and _fills(doc.text, doc.title, one)
    ]
    quoted = {
        id(entity): entity
        for index, one in enumerate(attributions)
        if one.kind != "indirect" and (entity := who.get(index)) is not None
    }
    if len(whole) != 1 or len(quoted) != 1 or who.get(whole[0]) is not None:
        return {}
    return {whole[0]: next(iter(quoted.values()))}


def _fills(text: str, title: Span, one: Attribution) -> bool:
    around = text[title[0] : one.start] + text[one.end : title[1]]
    return not any(character.isalnum() for character in around)


def _in_title(doc: Document, one: Attribution) -> bool:
    return doc.title is not None and doc.title[0] <= one.start < doc.title[1]


def _words(doc: Document, one: Attribution) -> tuple[str, ...]:
    tokens = doc.tokens_in(one.start, one.end)[:_LONGEST]
    return tuple(doc.words[token].lower() for token in tokens if doc.words[token][0].isalnum())


def _holding(part: tuple[str, ...], spoken: dict[tuple[str, ...], Entity]) -> Entity | None:
    wanted = f" {' '.join(part)} "
    for whole, entity in spoken.items():
        if len(whole) > len(part) and wanted in f" {' '.join(whole)} ":
            return entity
    return None
