"""The values every part of newsreader speaks: an article and what it yields.

Frozen, typed, without behaviour. A span is ``(start, end)`` in code points into exactly
``Article.text``, end exclusive, so that ``text[start:end]`` is what it names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]
"""``(start, end)`` in code points into ``Article.text``, end exclusive."""

QuoteKind = Literal["direct", "mixed", "indirect"]
"""``direct``: whole sentences in marks; ``mixed``: a fragment in marks inside a reporting
sentence; ``indirect``: a paraphrase without marks."""

SpeakerKind = Literal["person", "organization", "unnamed"]

PlaceKind = Literal[
    "city", "district", "region", "country", "continent", "water", "facility", "area", "unresolved"
]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read.

    ``text`` is the decoded file with CRLF as LF (for HTML and Markdown: the plain text extracted
    from it). It may hold dangerous characters: pass it through ``newsreader.text`` before showing.
    ``id`` is the first 16 hexadecimal digits of SHA-256 over the text's UTF-8.
    ``title_span``, ``byline_span`` and ``published_span`` say where front matter stands in the
    text, if it does.
    """

    id: str
    path: str | None
    text: str
    title: str = ""
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    title_span: Span | None = None
    byline_span: Span | None = None
    published_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Reported speech. The span encloses the words inside the marks of a direct quote.

    ``speaker`` is a canonical name in ``Analysis.speakers``; ``source`` the mention beside the
    quote; ``cue`` the reporting word; ``confidence`` from 0 to 1; ``why`` one plain sentence;
    ``corrected`` tells that a reader said whose it is.
    """

    start: int
    end: int
    kind: QuoteKind
    speaker: str | None = None
    source: Span | None = None
    cue: Span | None = None
    confidence: float = 0.0
    why: str = ""
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or organization; ``quotes`` indexes ``Analysis.quotes``, empty if only mentioned.

    ``corrected`` tells that a reader merged, split, renamed or added this speaker.
    """

    name: str
    kind: SpeakerKind
    role: str | None = None
    mentions: tuple[Span, ...] = ()
    quotes: tuple[int, ...] = ()
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place and where it is mentioned.

    ``country`` is an ISO 3166 alpha-2 code; coordinates are WGS 84 degrees; all three and
    ``geonameid`` are ``None`` where unknown.
    """

    name: str
    kind: PlaceKind
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the engine found. ``quotes`` in text order; ``speakers`` most quoted first, then
    those only mentioned, most mentioned first; ``places`` most mentioned first."""

    quotes: tuple[Quote, ...] = field(default=())
    speakers: tuple[Speaker, ...] = field(default=())
    places: tuple[Place, ...] = field(default=())
