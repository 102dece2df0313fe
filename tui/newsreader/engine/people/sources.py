"""Who a source mention is: a name, a pronoun, a description, a label."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from newsreader.article import Span
from newsreader.engine.document import Attribution, Document, Name
from newsreader.engine.people.ages import Ages
from newsreader.engine.people.descriptions import read_description
from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import key
from newsreader.engine.people.joint import Joint
from newsreader.engine.people.lexicon import is_person_noun
from newsreader.engine.people.mentions import QuotedStretches
from newsreader.engine.people.naming import Naming
from newsreader.engine.people.nouns import Nouns
from newsreader.engine.people.organizations import Organizations
from newsreader.engine.people.persons import Register
from newsreader.engine.people.prose import HE, SHE, Prose
from newsreader.engine.people.salience import Salience
from newsreader.engine.people.unmarked import Unmarked
from newsreader.engine.wordlists import wordlist

_THEY = frozenset(["they", "them", "their", "theirs", "it", "its"])
_IT = frozenset(["it", "its"])
_I = frozenset(["i", "me", "my", "we", "us", "our", "mine"])
_MYSELF = frozenset(["I", "my", "My", "me"])
_WHO = frozenset(["who", "which", "that", "whom", "whose"])
_OPENERS = frozenset(["a", "an", "the", "his", "her", "their", "my", "our"])
_WIDEST = 5
"""Tokens between "the" and the noun that it stands before."""
_NOBODY = frozenset(["you", "your", "this", "these", "those", "there", "what", "said"])


class Sources:
    """Answers, for source mentions in text order, which entity each one is."""

    def __init__(
        self,
        doc: Document,
        register: Register,
        organizations: Organizations,
        mentions: list[Mention],
        quoted: QuotedStretches,
        clock: list[int],
        places: Sequence[Name],
        byline: Callable[[], Entity | None],
    ) -> None:
        self._doc = doc
        self._quoted = quoted
        self._clock = clock
        in_places = {
            token: place for place in places for token in doc.tokens_in(place.start, place.end)
        }
        self.salience = Salience(mentions)
        self.nouns = Nouns(doc, mentions, self.salience)
        self.joint = Joint(doc, mentions)
        self._at: dict[int, Mention] = {
            token: mention for mention in mentions for token in range(*mention.tokens)
        }
        unmarked = Unmarked(doc, register, organizations, self.nouns)
        self.prose = Prose(doc, self._at, quoted, clock, self.salience, self.nouns)
        self._ages = Ages(doc, mentions)
        self._naming = Naming(doc, self._at, in_places, self.nouns, unmarked)
        self._byline = byline
        self._narrator: Entity | None = None
        if self._is_first_person():
            self._narrator = byline() or self.nouns.author()
            self.salience.narrator = self.nouns.narrator = self._narrator

    def _is_first_person(self) -> bool:
        """Whether the article itself, not only those it quotes, says "I" and "my" repeatedly."""
        said = (
            self._quoted.around(self._doc.starts[token]) is None
            for token, word in enumerate(self._doc.words)
            if word in _MYSELF
        )
        return sum(itertools.islice(filter(None, said), 2)) == 2

    def who(self, source: Span, speaker_of: Callable[[int], Entity | None]) -> Entity | None:
        """The entity of the mention ``source``; ``speaker_of`` knows the attributions' so far."""
        doc = self._doc
        tokens = doc.tokens_in(*source)
        first, last = tokens.start, tokens.stop
        while last > first and not doc.words[last - 1][0].isalnum():
            last -= 1
        while first < last and not doc.words[first][0].isalnum():
            first += 1
        if first >= last:
            return None
        last = self._ages.end(last)
        sentence, paragraph = self._clock[doc.sentence_of(first)], doc.paragraph_of(first)
        entity = self._who(first, last, sentence, paragraph, speaker_of)
        if entity is not None:
            mention = self._mention_of(entity, first, last)
            if mention is None:
                start, end = doc.starts[first], doc.ends[last - 1]
                mention = Mention(start, end, (first, last), entity, sentence, paragraph)
                entity.spans.add((start, end))
            mention.speaking = True
            self.salience.speak(mention)
        return entity

    def _mention_of(self, entity: Entity, first: int, last: int) -> Mention | None:
        named = (self._at.get(token) for token in range(first, min(last, first + 60)))
        return next((mention for mention in named if mention and mention.entity is entity), None)

    def _who(
        self,
        first: int,
        last: int,
        sentence: int,
        paragraph: int,
        speaker_of: Callable[[int], Entity | None],
    ) -> Entity | None:
        word = key(self._doc.words[first])
        mine = last - first > 1 and word in ("my", "our")
        if last - first == 1 or (last - first == 2 and word in HE | SHE | _I and not mine):
            around = self._quoted.around(self._doc.starts[first])
            if word in HE or word in SHE:
                if last - first > 1:
                    return self._phrase(first, last, sentence, paragraph)
                gender = "m" if word in HE else "f"
                inside = around is not None
                return self.salience.in_focus(
                    first, sentence, paragraph, gender, inside=inside
                ) or self.salience.ahead(first, sentence, paragraph, gender)
            if word in _I:
                return self._first_person(around, speaker_of)
            if word in _THEY:
                return self._they(first, sentence)
            if word in _WHO:
                return self._somebody_before(first) or self._relative(first)
            if word in _NOBODY:
                return None
        if mine:
            around = self._quoted.around(self._doc.starts[first])
            self.nouns.narrator = self._first_person(around, speaker_of)
        return (
            self._naming.before_party(first)
            or self.joint.at(first, last)
            or self._naming.named(first, last)
            or self._naming.apposed(first, last)
            or self._ages.who(first, last)
            or self._phrase(first, last, sentence, paragraph)
        )

    def _first_person(
        self, around: int | None, speaker_of: Callable[[int], Entity | None]
    ) -> Entity | None:
        """Who says "I": the speaker of the words around it, else the author."""
        if around is not None:
            return speaker_of(around)
        return self._narrator or self._byline()

    def _they(self, token: int, sentence: int) -> Entity | None:
        spoken = self.salience.last_speaker()
        if spoken is not None and sentence - spoken.sentence <= 4:
            entity = spoken.entity
            if entity.plural or entity.kind == "organization":
                return entity
        if key(self._doc.words[token]) in _IT:
            return None
        return self.joint.last(token, sentence)

    def _relative(self, token: int) -> Entity | None:
        begin = self._doc.sentences[self._doc.sentence_of(token)][0]
        spoken = self.salience.last_speaker()
        if spoken is not None and 0 <= token - spoken.tokens[1] <= 2:
            return spoken.entity
        found: Entity | None = None
        for before in range(token - 1, max(begin, token - 25) - 1, -1):
            mention = self._at.get(before)
            if mention is not None and not mention.possessive:
                if mention.entity.kind == "person" or self._doc.words[token].lower() != "who":
                    return mention.entity
                found = found or mention.entity
        return found

    def _somebody_before(self, token: int) -> Entity | None:
        """Whom the noun right before "who" means: "the hotel's owner, who said"."""
        words = self._doc.words
        last = token - (words[token - 1] == ",") if token else 0
        noun = last - 1
        if noun < 1 or noun in self._at or not is_person_noun(words[noun]):
            return None
        first = noun
        while first > max(0, noun - _WIDEST) and words[first].lower() not in _OPENERS:
            first -= 1
            if not words[first][0].isalpha() and words[first] not in ("'s", "’s"):
                return None
        if words[first].lower() not in _OPENERS:
            return None
        return self._phrase(
            first, last, self._clock[self._doc.sentence_of(first)], self._doc.paragraph_of(first)
        )

    def _phrase(self, first: int, last: int, sentence: int, paragraph: int) -> Entity | None:
        description = read_description(self._doc, first, last)
        if description is None:
            return None
        if description.plural or description.head in wordlist("pair_words"):
            lead = {key(word) for word in self._doc.words[first : min(last, first + 6)]}
            if description.determiner == "definite" and lead & wordlist("pair_words"):
                together = self.joint.last(first, sentence)
                if together is not None:
                    return together
        return self.nouns.who(description, self._at, sentence, paragraph)


def sources_in_order(attributions: Sequence[Attribution]) -> list[int]:
    """Indexes of the attributions that have a source, by where the source stands."""
    return sorted(
        (index for index, attribution in enumerate(attributions) if attribution.source),
        key=lambda index: attributions[index].source or (0, 0),
    )
