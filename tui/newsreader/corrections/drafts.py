"""A quote and a speaker while corrections are applied: they know each other, and change."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsreader.article import Quote, Span, SpeakerKind


@dataclass(slots=True, eq=False)
class DraftQuote:
    """A quote, and who said it as of now."""

    quote: Quote
    speaker: DraftSpeaker | None = None
    told_by: str = ""
    """The correction that gave it its speaker: ``given``, ``split`` or ``unknown``; empty if that
    was the engine."""
    split_from: str = ""
    """Of whose quotes it was split off."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.quote.start, self.quote.end

    def give(self, speaker: DraftSpeaker | None, told_by: str, split_from: str = "") -> None:
        """Make it ``speaker``'s, on a reader's word."""
        self.assign(speaker)
        self.told_by, self.split_from = told_by, split_from

    def assign(self, speaker: DraftSpeaker | None) -> None:
        """Make it ``speaker``'s and nobody else's."""
        if self.speaker is not None:
            self.speaker.quotes.pop(self, None)
        self.speaker = speaker
        if speaker is not None:
            speaker.quotes[self] = None


@dataclass(slots=True, eq=False)
class DraftSpeaker:
    """A speaker with the quotes and mentions of now. ``place`` is its rank among equals."""

    name: str
    kind: SpeakerKind
    role: str | None
    place: int
    mentions: set[Span] = field(default_factory=set)
    quotes: dict[DraftQuote, None] = field(default_factory=dict)
    corrected: bool = False

    @property
    def weight(self) -> tuple[int, int, int]:
        """Greater for who is quoted and mentioned more, and then stood first."""
        return len(self.quotes), len(self.mentions), -self.place
