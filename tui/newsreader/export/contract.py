"""The public contract, one object an article. See ``docs/json.md``."""

from __future__ import annotations

import json
from typing import Any

from newsreader.article import Analysis, Article, Quote, Speaker
from newsreader.text import safe

SCHEMA = 1


def as_object(article: Article, analysis: Analysis, *, with_text: bool = False) -> dict[str, Any]:
    """The contract's object for one article, keys in the documented order."""
    text = article.text
    result: dict[str, Any] = {
        "schema": SCHEMA,
        "article": {
            "id": article.id,
            "path": article.path,
            "title": article.title,
            "byline": article.byline,
            "published": article.published,
            "url": article.url,
            "language": article.language,
        },
    }
    if with_text:
        result["text"] = text
    result["quotes"] = [
        {
            "start": quote.start,
            "end": quote.end,
            "text": text[quote.start : quote.end],
            "kind": quote.kind,
            "speaker": quote.speaker,
            "source": quote.source,
            "cue": quote.cue,
            "confidence": round(quote.confidence, 4),
            "why": quote.why,
            **_mark(quote),
        }
        for quote in analysis.quotes
    ]
    result["speakers"] = [
        {
            "name": speaker.name,
            "kind": speaker.kind,
            "role": speaker.role,
            "mentions": speaker.mentions,
            "quotes": speaker.quotes,
            **_mark(speaker),
        }
        for speaker in analysis.speakers
    ]
    result["locations"] = [
        {
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "geonameid": place.geonameid,
            "mentions": place.mentions,
        }
        for place in analysis.places
    ]
    return result


def _mark(item: Quote | Speaker) -> dict[str, bool]:
    """A key that only what a reader corrected has."""
    return {"corrected": True} if item.corrected else {}


def dumps(value: object, indent: int | None = None) -> str:
    """``value`` as JSON that is harmless on a terminal: letters of all languages as they are,
    every character that steers as ``\\uXXXX``."""
    plain = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    shown = safe(plain)
    if shown == plain:
        return plain
    # json has escaped C0 itself, so what differs stands inside a string literal.
    return "".join(
        character if character == harmless else json.dumps(character)[1:-1]
        for character, harmless in zip(plain, shown, strict=True)
    )
