"""Whom a pronoun takes up: the one the sentences before it were about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import key

_MENTIONS_BACK = 40
_MENTIONS_AHEAD = 6
_SENTENCES_BACK = 10
_NOTED_BACK = 10
_INTRODUCED = 0.5
"""Whoever is named for the first time, with a role, is about to speak."""
_ACTING = 0.7
"""A paragraph that tells what somebody does goes on about them, whoever spoke before it."""
_FADING = 0.2
"""Of two who are as much in focus, it is the one named later."""
_TURNED = 0.6
"""A paragraph that turned to somebody else goes on about them, not about the last speaker."""
_NAMED_BY_THEMSELVES = 1.5
"""Nobody is often called by name in their own words."""


class Salience:
    """The mentions so far, with the pronouns and speakers among them; answers who is in focus at
    a token.

    Every question looks at a bounded number of mentions.
    """

    def __init__(self, mentions: list[Mention]) -> None:
        self._mentions = mentions
        self._positions = [mention.tokens[0] for mention in mentions]
        self._noted: list[Mention] = []
        self._speaker: Mention | None = None
        self._person: Mention | None = None
        self._named: frozenset[str] = frozenset()
        self.narrator: Entity | None = None
        """Who says "I" outside of quotations, so is no "he" or "she" there."""

    def hear(self, words: Iterable[str]) -> None:
        """Tell which words, compared as ``forms.key`` has them, the next question is about."""
        self._named = frozenset(words)

    def speak(self, mention: Mention) -> None:
        """Note, in text order, that this mention was a source."""
        self._noted.append(mention)
        self._speaker = mention
        if mention.entity.kind != "organization" and not mention.entity.plural:
            self._person = mention

    def note(self, mention: Mention) -> None:
        """Note, in text order, a pronoun that took somebody up."""
        self._noted.append(mention)

    def last_speaker(self) -> Mention | None:
        """The source noted last."""
        return self._speaker

    def in_focus(
        self, token: int, sentence: int, paragraph: int, gender: str, *, inside: bool = False
    ) -> Entity | None:
        """The person whom a singular pronoun of ``gender`` at ``token`` takes up.

        ``inside``: the pronoun stands in somebody's words, so names in them count in full.
        """
        scores = self.scores(token, sentence, paragraph, gender, inside=inside)
        best = max(scores, key=lambda entity: scores[entity], default=None)
        return best if best is not None and scores[best] > -4.0 else None

    def ahead(self, token: int, sentence: int, paragraph: int, gender: str) -> Entity | None:
        """The person of ``gender`` whom the text names first behind ``token``, as what a sentence
        is about: “I saw nothing,” he said. / Driver Jan Novak had …"""
        index = bisect_left(self._positions, token)
        for mention in self._mentions[index : index + _MENTIONS_AHEAD]:
            if mention.paragraph > paragraph + 1:
                break
            entity = mention.entity
            if mention.quoted or entity.kind != "person" or mention.sentence == sentence:
                continue
            fits = mention.subject and entity.gender in ("", gender)
            return entity if fits else None
        return None

    def scores(
        self, token: int, sentence: int, paragraph: int, gender: str, *, inside: bool = False
    ) -> dict[Entity, float]:
        """The persons spoken of shortly before ``token`` who can be of ``gender``, each with how
        much in focus it is: about 2 for the subject of the sentence before, below 0 when faint."""
        scores: dict[Entity, float] = {}
        index = bisect_left(self._positions, token)
        recent = self._mentions[max(0, index - _MENTIONS_BACK) : index]
        for mention in (*recent, *self._noted[-_NOTED_BACK:]):
            entity = mention.entity
            away = sentence - mention.sentence
            if entity.kind == "organization" or away > _SENTENCES_BACK:
                continue
            if entity.plural or not entity.human or (entity is self.narrator and not inside):
                continue
            known_gender = entity.gender
            if mention.tokens[0] >= token or (gender and known_gender and known_gender != gender):
                continue
            score = self._score(mention, away, paragraph, inside=inside)
            score += 0.4 * bool(gender and known_gender) + 0.03 * min(entity.count, 12)
            if self._named and key(entity.name.rpartition(" ")[2]) in self._named:
                score -= _NAMED_BY_THEMSELVES
            score -= _FADING * min(1.0, (token - mention.tokens[0]) / 200)
            if score > scores.get(entity, -9.0):
                scores[entity] = score
        return scores

    def _score(self, mention: Mention, away: int, paragraph: int, *, inside: bool) -> float:
        score = -0.6 * away - 0.2 * min(4, paragraph - mention.paragraph)
        if mention.quoted and not inside:
            score -= 1.5
        if mention.possessive:
            score -= 0.5
        elif mention.oblique:
            score -= 0.6
        elif mention.subject:
            score += 1.0
        entity = mention.entity
        spoken = self._person
        if (
            (mention.acting or mention.opening)
            and away <= 1
            and spoken is not None
            and (mention.taking_over or mention.paragraph > spoken.paragraph)
            and entity is not spoken.entity
        ):
            score += _TURNED
        if mention.acting and mention.paragraph == paragraph:
            score += _ACTING
        if mention.start == entity.first and entity.role and away <= 1 and not mention.quoted:
            score += _INTRODUCED
        if mention.speaking:
            score += 0.8
            if self._speaker is not None and self._speaker.entity is mention.entity:
                score += 0.6
        return score
