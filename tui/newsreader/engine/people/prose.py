"""Follows the running text between sources, so that whom it speaks of stays in focus."""

from __future__ import annotations

from collections.abc import Iterator

from newsreader.article import Span
from newsreader.engine.document import Document
from newsreader.engine.people.descriptions import read_description
from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import key
from newsreader.engine.people.lexicon import is_person_noun
from newsreader.engine.people.mentions import QuotedStretches, verb_follows
from newsreader.engine.people.nouns import Nouns
from newsreader.engine.people.salience import Salience
from newsreader.engine.word_classes import lexicon
from newsreader.engine.wordlists import wordlist

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
_SUBJECTS = ("he", "she")
_WIDEST = 4
"""Tokens between "the" and the noun that it stands before."""
_OPENERS = frozenset(["and", "but", "then", "so", "when", "as", "while", "after", "because"])
_DETERMINERS = frozenset(["a", "an", "the", "my", "our", "his", "her", "their", "another"])
_LONGEST = 8
"""Tokens between somebody and the verb: "a woman in the queue behind him shook …"."""


class Prose:
    """Pronouns and descriptions of the article outside of sources and quotations."""

    def __init__(
        self,
        doc: Document,
        at: dict[int, Mention],
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
        self._somebody: dict[int, Span] = {}

    def tokens(self) -> list[int]:
        """The tokens at which ``read`` has something to follow, in text order."""
        heads = self._nouns.heads()
        found = {
            token
            for token, word in enumerate(self._doc.words)
            if (lower := word.lower()) in HE or lower in SHE or lower in heads
        }
        self._somebody = dict(filter(None, map(self._opening, self._clauses())))
        return sorted(found | self._somebody.keys())

    def read(self, token: int) -> None:
        """Follow the pronoun, or the description whose noun stands, at ``token``."""
        if self._quoted.around(self._doc.starts[token]) is not None:
            return
        word = key(self._doc.words[token])
        if word in HE or word in SHE:
            self._read_pronoun(token, word)
        elif token in self._somebody:
            self._read_somebody(self._somebody[token], token)
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
                self._learn_relative(entity, noun, token + 2)
                relative = self._nouns.families.relative(noun, entity)
                if relative is not None:
                    self._note(token + 1, relative).subject = True

    def _learn_relative(self, owner: Entity, noun: str, token: int) -> None:
        """ "Her husband Jan Novak" and "her husband, Jan Novak": ``token`` is the one behind."""
        comma = token < len(self._doc.words) and self._doc.words[token] == ","
        named = self._at.get(token + comma)
        if named is not None and named.entity.kind == "person":
            self._nouns.families.learn(noun, owner, named.entity)

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

    def _clauses(self) -> Iterator[Span]:
        """Where clauses seem to begin, with where their sentences end."""
        for first, stop in self._doc.sentences:
            yield first, stop
            for token in range(first, stop - 1):
                if self._doc.words[token] in _OPENERS:
                    yield token + 1, stop

    def _opening(self, sentence: Span) -> tuple[int, Span] | None:
        """The noun and the whole phrase of somebody without a name with whom a sentence begins, as
        what it is about: "A woman in the queue shook her head"."""
        words, (first, stop) = self._doc.words, sentence
        stop = min(stop, first + _LONGEST)
        if first + 1 < stop and words[first][0].isupper() and words[first].lower() in _OPENERS:
            first += 1
        if words[first].lower() not in _DETERMINERS:
            return None
        noun = first + 1
        while noun < stop and words[noun].islower() and not is_person_noun(words[noun]):
            if lexicon().get(words[noun], "N") not in "NJVG":
                return None
            noun += 1
        if noun >= stop or not is_person_noun(words[noun]) or noun in self._at:
            return None
        last = self._verb(noun + 1)
        if last is None:
            return None
        narrowed = words[noun + 1] in wordlist("prepositions")
        return noun, (first, last if narrowed else noun + 1)

    def _verb(self, token: int) -> int | None:
        """Where a verb follows, if need be behind "in the queue", "of three" or "leaning …"."""
        words = self._doc.words[token : token + _LONGEST]
        if verb_follows(self._doc, token):
            return token
        if not words or not (
            words[0] in wordlist("prepositions")
            or words[0] in ("who", "whose")
            or words[0].endswith("ing")
        ):
            return None
        for at, word in enumerate(words):
            if not word[0].isalnum():
                return None
            if at and verb_follows(self._doc, token + at):
                return token + at
        return None

    def _read_somebody(self, phrase: Span, noun: int) -> None:
        first, last = phrase
        description = read_description(self._doc, first, last)
        if description is None or description.plural or description.kind != "person":
            return
        entity = None
        if description.determiner == "definite":
            entity = self._nouns.bearer(description)
        if entity is None:
            entity = self._nouns.who(description, self._at, *self._where(first))
        if entity is not None:
            mention = self._note(noun, entity)
            begun = self._doc.sentences[self._doc.sentence_of(first)][0]
            mention.subject = mention.acting = first - begun < 2
            if entity.kind == "unnamed":
                entity.spans.add((self._doc.starts[first], self._doc.ends[last - 1]))

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
