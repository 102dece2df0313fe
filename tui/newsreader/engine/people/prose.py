"""Follows the running text between sources, so that whom it speaks of stays in focus."""

from __future__ import annotations

from collections.abc import Mapping

from newsreader.engine.document import Document
from newsreader.engine.people.descriptions import read_description
from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import key
from newsreader.engine.people.mentions import QuotedStretches, verb_follows
from newsreader.engine.people.nouns import Nouns
from newsreader.engine.people.salience import Salience

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
_SUBJECTS = ("he", "she")
_WIDEST = 4
"""Tokens between "the" and the noun that it stands before."""


class Prose:
    """Pronouns and descriptions of the article outside of sources and quotations."""

    def __init__(
        self,
        doc: Document,
        at: Mapping[int, Mention],
        quoted: QuotedStretches,
        clock: list[int],
        salience: Salience,
        nouns: Nouns,
    ) -> None:
        self._doc = doc
        self._at = at
        self._quoted = quoted
        self._clock = clock
        self._salience = salience
        self._nouns = nouns

    def tokens(self) -> list[int]:
        """The tokens at which ``read`` has something to follow, in text order."""
        heads = self._nouns.heads()
        return [
            token
            for token, word in enumerate(self._doc.words)
            if (lower := word.lower()) in HE or lower in SHE or lower in heads
        ]

    def read(self, token: int) -> None:
        """Follow the pronoun, or the description whose noun stands, at ``token``."""
        if self._quoted.around(self._doc.starts[token]) is not None:
            return
        word = key(self._doc.words[token])
        if word in HE or word in SHE:
            self._read_pronoun(token, word)
        elif token not in self._at and verb_follows(self._doc, token + 1):
            self._read_description(token)

    def _read_pronoun(self, token: int, word: str) -> None:
        sentence, paragraph = self._where(token)
        gender = "m" if word in HE else "f"
        entity = self._salience.in_focus(token, sentence, paragraph, gender)
        if entity is not None:
            mention = self._note(token, entity)
            mention.subject = mention.acting = word in _SUBJECTS
            if token + 1 < len(self._doc.words):
                noun = key(self._doc.words[token + 1])
                relative = self._nouns.families.relative(noun, entity)
                if relative is not None:
                    self._note(token + 1, relative).subject = True

    def _read_description(self, token: int) -> None:
        """ "The prime minister left", of which "minister" stands at ``token``."""
        words = self._doc.words
        first = token - 1
        while first > max(0, token - _WIDEST) and words[first][0].isalpha():
            if words[first].lower() == "the":
                break
            first -= 1
        if words[first].lower() != "the":
            return
        description = read_description(self._doc, first, token + 1)
        if description is None or description.plural or description.kind != "person":
            return
        entity = self._nouns.bearer(description)
        if entity is not None:
            mention = self._note(token, entity)
            mention.subject = mention.acting = True

    def _note(self, token: int, entity: Entity) -> Mention:
        doc = self._doc
        sentence, paragraph = self._where(token)
        mention = Mention(
            doc.starts[token], doc.ends[token], (token, token + 1), entity, sentence, paragraph
        )
        self._salience.note(mention)
        return mention

    def _where(self, token: int) -> tuple[int, int]:
        return self._clock[self._doc.sentence_of(token)], self._doc.paragraph_of(token)
