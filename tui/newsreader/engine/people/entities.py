"""The people and organizations of one article while they are being put together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from newsreader.article import Span, SpeakerKind


@dataclass(slots=True, eq=False)
class Entity:
    """One speaker to be. ``human`` is false for an unnamed thing: "the report".

    ``male``/``female`` count what was seen for either. ``role_words`` are the lower-case words of
    all its roles, ``role_names`` those of them with a capital, ``heads`` their head nouns, by
    which descriptions find it, ``origins`` the stems of where it is from.
    """

    kind: SpeakerKind
    name: str
    first: int
    forms: Counter[str] = field(default_factory=Counter)
    spans: set[Span] = field(default_factory=set)
    male: float = 0.0
    female: float = 0.0
    plural: bool = False
    human: bool = True
    role: str | None = None
    role_strength: float = 0.0
    role_words: set[str] = field(default_factory=set)
    role_names: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    count: int = 0

    @property
    def gender(self) -> str:
        """``"m"``, ``"f"`` or ``""`` where nothing, or as much for either, was seen."""
        if self.male > self.female:
            return "m"
        return "f" if self.female > self.male else ""


@dataclass(slots=True, eq=False)
class Mention:
    """Where an entity is named or described outside of pronouns.

    ``tokens`` is the half-open token range; ``sentence`` counts only those that begin outside of
    quotations (``mentions.prose_clock``); ``quoted``: inside somebody's words; ``subject``:
    it seems to be what its clause is about; ``acting``: its verb follows as well; ``opening``: it
    begins a paragraph; ``taking_over``: it acts in a clause behind another's; ``full``: given
    name and surname.
    """

    start: int
    end: int
    tokens: Span
    entity: Entity
    sentence: int
    paragraph: int
    quoted: bool = False
    subject: bool = False
    acting: bool = False
    opening: bool = False
    taking_over: bool = False
    oblique: bool = False
    possessive: bool = False
    full: bool = False
    speaking: bool = False
