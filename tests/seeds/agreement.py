"""Compares what the engine finds in a bundled article with the labels.

``differences`` gives one value for each difference; ``agreement`` counts them into shares.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from seed_labels import Seed

from newsreader.article import Analysis, Quote, Span

IN_MARKS = ("direct", "mixed")


class Difference(NamedTuple):
    """``what`` is its kind, ``which`` the words concerned, ``got`` what the engine says instead."""

    what: str
    which: str
    got: str | None = None

    def __str__(self) -> str:
        return f"{self.what}: {self.which}"


def differences(seed: Seed, analysis: Analysis) -> list[Difference]:
    """Every difference between the labels and the analysis."""
    return [*_quotes(seed, analysis), *_roles(seed, analysis), *_places(seed, analysis)]


def agreement(seeds: list[tuple[Seed, Analysis]]) -> dict[str, float]:
    """For each kind of difference the share, from 0 to 1, of labels or findings without it."""
    wrong: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for seed, analysis in seeds:
        in_marks = sum(quote["kind"] in IN_MARKS for quote in seed.quotes)
        mentions = sum(len(place["mentions"]) for place in seed.locations)
        total["quote missed"] += in_marks
        total["wrong speaker"] += in_marks
        total["wrong source"] += sum(quote["source"] is not None for quote in seed.quotes)
        total["paraphrase missed"] += len(seed.quotes) - in_marks
        total["nobody said"] += sum(map(_is_attributed, analysis.quotes))
        total["wrong role"] += sum(speaker["role"] is not None for speaker in seed.speakers)
        total["place missed"] += mentions
        total["wrong country"] += mentions
        total["no place"] += sum(len(place.mentions) for place in analysis.places)
        wrong.update(difference.what for difference in differences(seed, analysis))
    return {what: 1 - wrong[what] / count for what, count in total.items()}


def _quotes(seed: Seed, analysis: Analysis) -> Iterator[Difference]:
    kinds = {speaker.name: speaker.kind for speaker in analysis.speakers}
    unnamed = {s["name"] for s in seed.speakers if s["kind"] == "unnamed"}

    def agrees(want: str, got: str | None) -> bool:
        if want in unnamed:  # what to call somebody without a name is a matter of taste
            return got is None or kinds.get(got) != "person"
        return got == want

    for want in seed.quotes:
        span = (want["start"], want["end"])
        words = _short(want["text"])
        if want["kind"] == "indirect":
            same = [quote for quote in analysis.quotes if _likeness(quote, span) >= 0.5]
            if not any(agrees(want["speaker"], quote.speaker) for quote in same):
                yield Difference("paraphrase missed", words)
            continue
        got = [q for q in analysis.quotes if q.kind in IN_MARKS and (q.start, q.end) == span]
        if not got:
            yield Difference("quote missed", words)
            yield Difference("wrong speaker", words, "not found")
            continue
        if not agrees(want["speaker"], got[0].speaker):
            yield Difference("wrong speaker", words, got[0].speaker)
        if want["source"] and not _overlap(want["source"], got[0].source):
            yield Difference("wrong source", words)
    labelled = [(quote["start"], quote["end"]) for quote in seed.quotes]
    for quote in filter(_is_attributed, analysis.quotes):
        if not any(_overlap(span, (quote.start, quote.end)) for span in labelled):
            words = seed.article.text[quote.start : quote.end]
            yield Difference("nobody said", _short(words), quote.speaker)


def _roles(seed: Seed, analysis: Analysis) -> Iterator[Difference]:
    roles = {speaker.name: speaker.role for speaker in analysis.speakers}
    for want in seed.speakers:
        if want["role"] is None:
            continue
        role, got = want["role"].lower(), (roles.get(want["name"]) or "").lower()
        if not got or (role not in got and got not in role):
            yield Difference("wrong role", want["name"], roles.get(want["name"]))


def _places(seed: Seed, analysis: Analysis) -> Iterator[Difference]:
    labels = [(mention, place) for place in seed.locations for mention in place["mentions"]]
    found = [(mention, place) for place in analysis.places for mention in place.mentions]
    for mention, want in labels:
        hits = [place for span, place in found if _overlap(span, mention)]
        if not hits:
            yield Difference("place missed", f"{want['name']} at {mention[0]}")
        elif want["country"] not in [place.country for place in hits]:
            yield Difference("wrong country", f"{want['name']} at {mention[0]}", hits[0].country)
    for (start, end), _ in found:
        if not any(_overlap(span, (start, end)) for span, _ in labels):
            yield Difference("no place", seed.article.text[start:end])


def _is_attributed(quote: Quote) -> bool:
    return quote.kind in IN_MARKS and quote.speaker is not None


def _likeness(quote: Quote, span: Span) -> float:
    shared = max(0, min(quote.end, span[1]) - max(quote.start, span[0]))
    return shared / (quote.end - quote.start + span[1] - span[0] - shared)


def _overlap(one: Any, other: Any) -> bool:
    return other is not None and bool(one[0] < other[1] and other[0] < one[1])


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
