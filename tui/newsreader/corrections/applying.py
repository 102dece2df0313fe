"""Corrections applied to what the engine found: pure, in order, linear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsreader.article import Analysis, Quote, Span, Speaker
from newsreader.corrections.drafts import DraftQuote, DraftSpeaker
from newsreader.corrections.people import People
from newsreader.corrections.quote_table import QuoteTable
from newsreader.corrections.values import (
    Correction,
    Given,
    Merged,
    NotQuotation,
    Split,
    UnknownSpeaker,
    tidy_name,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The corrected analysis, and the corrections that found nothing to correct."""

    analysis: Analysis
    idle: tuple[Correction, ...]


def apply(text: str, analysis: Analysis, corrections: Sequence[Correction]) -> Analysis:
    """``analysis``, as the engine made it of ``text``, with all ``corrections`` in order.

    A quote is found by its exact span, or else by the span that has most in common with it, 0.8 of
    all that both cover at least. A correction whose quote or name is gone has no effect, but for
    ``Given``: it puts the quote back.
    """
    return outcome(text, analysis, corrections).analysis


def idle(
    text: str, analysis: Analysis, corrections: Sequence[Correction]
) -> tuple[Correction, ...]:
    """Those of ``corrections`` that ``apply`` leaves without effect."""
    return outcome(text, analysis, corrections).idle


def outcome(text: str, analysis: Analysis, corrections: Sequence[Correction]) -> Outcome:
    """What ``apply`` and ``idle`` tell, in one go."""
    if not corrections:
        return Outcome(analysis, ())
    draft = _Draft(text, analysis)
    without_effect = tuple([each for each in corrections if not draft.correct(each)])
    return Outcome(draft.finished(), without_effect)


class _Draft:
    """An analysis that is being corrected."""

    def __init__(self, text: str, analysis: Analysis) -> None:
        self._places = analysis.places
        self._people = People(text, analysis.speakers)
        quotes = [DraftQuote(quote) for quote in analysis.quotes]
        self._by_source: dict[Span, list[DraftQuote]] = {}
        for each in quotes:
            if each.quote.speaker is not None:
                each.assign(self._people.named(each.quote.speaker))
            if each.quote.source is not None:
                self._by_source.setdefault(each.quote.source, []).append(each)
        self._quotes = QuoteTable(text, quotes)

    def correct(self, correction: Correction) -> bool:
        """Whether it had an effect."""
        match correction:
            case Given():
                return self._give(correction)
            case NotQuotation(span):
                return self._remove(span)
            case UnknownSpeaker(span):
                return self._disown(span)
            case Merged(names, name):
                return self._merge(names, name)
            case Split(name, spans, new_name):
                return self._split(name, spans, new_name)

    def _give(self, given: Given) -> bool:
        name = given.speaker
        if not tidy_name(name):
            return False
        quote = self._quotes.find(given.span) or self._quotes.put_back(given.span, given.kind)
        if quote is None:
            return False
        quote.assign(None)  # what it rests on may be the new speaker's
        quote.give(self._people.find(name) or self._added(name), "given")
        return True

    def _remove(self, span: Span) -> bool:
        quote = self._quotes.find(span)
        if quote is not None:
            self._quotes.remove(quote)
        return quote is not None

    def _disown(self, span: Span) -> bool:
        quote = self._quotes.find(span)
        if quote is not None:
            quote.give(None, "unknown")
        return quote is not None

    def _merge(self, names: Sequence[str], name: str) -> bool:
        host = self._people.find(name)
        name = host.name if host else tidy_name(name)
        found = dict.fromkeys(filter(None, map(self._people.find, names)))
        if not name or not any(each is not host for each in found):
            return False
        if host is not None:
            found[host] = None
        self._people.merge(tuple(found), name)
        return True

    def _split(self, name: str, spans: Sequence[Span], new_name: str) -> bool:
        old = self._people.find(name)
        new = self._people.find(new_name)
        if old is None or old is new or not tidy_name(new_name):
            return False
        quotes = dict.fromkeys(filter(None, map(self._quotes.find, spans)))
        mentions = old.mentions.intersection(spans)
        if not quotes and not mentions:
            return False
        for quote in quotes:
            quote.assign(None)
        new = new or self._added(new_name)
        for quote in quotes:
            quote.give(new, "split", split_from=old.name)
        for quote in quotes:
            source = quote.quote.source
            if source in old.mentions and not self._rests_on(source, old):
                mentions.add(source)
        old.mentions -= mentions
        new.mentions |= mentions
        old.corrected = new.corrected = True
        return True

    def _added(self, name: str) -> DraftSpeaker:
        return self._people.add(tidy_name(name), self._rests_on)

    def _rests_on(self, source: Span, speaker: DraftSpeaker) -> bool:
        """Whether a quote that is still the speaker's has its source there."""
        return any(quote.speaker is speaker for quote in self._by_source.get(source, ()))

    def finished(self) -> Analysis:
        """The analysis as it is now: indexes and order made anew."""
        quotes = list(self._quotes)
        numbers = {quote: number for number, quote in enumerate(quotes)}
        people = sorted(
            (each for each in self._people if each.quotes or _is_mentioned(each)),
            key=lambda each: each.weight,
            reverse=True,
        )
        speakers = [
            Speaker(
                each.name,
                each.kind,
                each.role,
                tuple(sorted(each.mentions)),
                tuple(sorted(numbers[quote] for quote in each.quotes)),
                each.corrected,
            )
            for each in people
        ]
        return Analysis(tuple(map(_finished, quotes)), tuple(speakers), self._places)


def _is_mentioned(speaker: DraftSpeaker) -> bool:
    """Whether who is not quoted is told of: a description without a quote is nobody."""
    return bool(speaker.mentions) and (speaker.kind != "unnamed" or speaker.corrected)


def _finished(draft: DraftQuote) -> Quote:
    quote, speaker = draft.quote, draft.speaker
    name = speaker.name if speaker else None
    if not draft.told_by:
        if name == quote.speaker or not (name and quote.speaker):
            return quote
        reason = quote.why.removesuffix(".") or "The engine found this"
        said = f"{reason}; you said that {tidy_name(quote.speaker)} is {tidy_name(name)}."
        return replace(quote, speaker=name, why=said)
    keeps = speaker is not None and quote.source in speaker.mentions
    return replace(
        quote,
        speaker=name,
        source=quote.source if keeps else None,
        cue=quote.cue if keeps else None,
        confidence=1.0,
        why=_why(draft),
        corrected=True,
    )


def _why(draft: DraftQuote) -> str:
    if draft.speaker is None:
        return "You said that nobody known said this."
    name = tidy_name(draft.speaker.name)
    if draft.told_by == "split" and draft.split_from != draft.speaker.name:
        return f"You said that this is {name}, not {tidy_name(draft.split_from)}."
    return f"You gave this to {name}."
