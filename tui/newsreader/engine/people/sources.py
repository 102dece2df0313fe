"""Who a source mention is: a name, a pronoun, a description, a label."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsreader.article import Span
from newsreader.engine.document import Attribution, Document, Name
from newsreader.engine.people.descriptions import core_end, read_description
from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import key
from newsreader.engine.people.joint import Joint
from newsreader.engine.people.lexicon import is_person_noun, pairs
from newsreader.engine.people.mentions import QuotedStretches
from newsreader.engine.people.nouns import Nouns
from newsreader.engine.people.organizations import Organizations
from newsreader.engine.people.persons import Register
from newsreader.engine.people.salience import Salience
from newsreader.engine.people.unmarked import Unmarked
from newsreader.engine.wordlists import wordlist

_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
PERSONAL = _HE | _SHE
"""Pronouns for one person, lower case."""
_THEY = frozenset(["they", "them", "their", "theirs", "it", "its"])
_IT = frozenset(["it", "its"])
_I = frozenset(["i", "me", "my", "we", "us", "our", "mine"])
_WHO = frozenset(["who", "which", "that", "whom", "whose"])
_NOBODY = frozenset(["you", "your", "this", "these", "those", "there", "what", "said"])
_APPOSING = frozenset(["a", "an", "the", "who", "his", "her", "their", "its", "one"])


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
        self._byline = byline
        self._places = {
            token: place for place in places for token in doc.tokens_in(place.start, place.end)
        }
        self.salience = Salience(mentions)
        self.nouns = Nouns(doc, mentions, self.salience)
        self.joint = Joint(doc, mentions)
        self._unmarked = Unmarked(doc, register, organizations, self.nouns)
        self._at: dict[int, Mention] = {
            token: mention for mention in mentions for token in range(*mention.tokens)
        }

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

    def read_pronoun(self, token: int) -> None:
        """Follow a pronoun of the running text, so that who was spoken of stays in focus."""
        doc = self._doc
        if self._quoted.around(doc.starts[token]) is not None:
            return
        word = key(doc.words[token])
        gender = "m" if word in _HE else "f" if word in _SHE else ""
        if not gender:
            return
        sentence, paragraph = self._clock[doc.sentence_of(token)], doc.paragraph_of(token)
        entity = self.salience.in_focus(token, sentence, paragraph, gender)
        if entity is not None:
            mention = Mention(
                doc.starts[token], doc.ends[token], (token, token + 1), entity, sentence, paragraph
            )
            mention.subject = mention.acting = word in ("he", "she")
            self.salience.note(mention)
            self._read_relative(token + 1, entity, sentence, paragraph)

    def _read_relative(self, token: int, owner: Entity, sentence: int, paragraph: int) -> None:
        """Follow the relative who may stand behind a possessive: "her brother"."""
        doc = self._doc
        if token < len(doc.words):
            relative = self.nouns.families.relative(key(doc.words[token]), owner)
            if relative is not None:
                start, end = doc.starts[token], doc.ends[token]
                self.salience.note(
                    Mention(start, end, (token, token + 1), relative, sentence, paragraph)
                )

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
        if last - first == 1 or (last - first == 2 and word in _HE | _SHE | _I):
            around = self._quoted.around(self._doc.starts[first])
            if word in _HE or word in _SHE:
                return (
                    self.salience.in_focus(
                        first,
                        sentence,
                        paragraph,
                        "m" if word in _HE else "f",
                        inside=around is not None,
                    )
                    if last - first == 1
                    else self._phrase(first, last, sentence, paragraph)
                )
            if word in _I:
                return speaker_of(around) if around is not None else self._byline()
            if word in _THEY:
                return self._they(first, sentence)
            if word in _WHO:
                return self._relative(first)
            if word in _NOBODY:
                return None
        return (
            self._before_party(first)
            or self.joint.at(first, last)
            or self._named(first, last)
            or self._apposed(first, last)
            or self._phrase(first, last, sentence, paragraph)
        )

    def _apposed(self, first: int, last: int) -> Entity | None:
        """The person in apposition to a description: "a historian" in "Jan Novak, a historian,"."""
        words = self._doc.words
        if last < len(words):
            comma = words[last] == ","
            at = last + comma
            while comma and at < min(len(words), last + 6) and at not in self._at:
                if not (is_person_noun(key(words[at])) or _is_title(words[at])):
                    break
                at += 1
            behind = self._at.get(at)
            after = words[behind.tokens[1]] if behind and behind.tokens[1] < len(words) else ""
            if (
                behind is not None
                and behind.entity.kind == "person"
                and (not comma or (not behind.possessive and not after[:1].isupper()))
            ):
                return behind.entity
        if first < 3 or words[first - 1] != ",":
            return None
        before = self._at.get(self._over_parentheses(first - 2))
        if before is None or before.entity.kind != "person" or before.possessive:
            return None
        lead = key(words[first])
        if (
            lead in _APPOSING
            or self.nouns.is_description(lead)
            or _is_party(words[first])
            or {"’s", "'s"} & set(words[first : min(last, first + 6)])
        ):
            return before.entity
        return None

    def _over_parentheses(self, token: int) -> int:
        """The token before "(D-N.C.)" where ``token`` closes it, else ``token``."""
        words = self._doc.words
        if words[token] == ")":
            for opening in range(token - 1, max(0, token - 9), -1):
                if words[opening] == "(":
                    return opening - 1
        return token

    def _before_party(self, first: int) -> Entity | None:
        """ "Ana Silva" for a source cut down to "R-Wis" of "Sen. Ana Silva (R-Wis.)"."""
        words = self._doc.words
        if first < 2 or not (words[first - 1] == "(" or _is_party(words[first])):
            return None
        before = self._at.get(first - 2)
        return before.entity if before is not None else None

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

    def _named(self, first: int, last: int) -> Entity | None:
        """The person or organization whose name is the head of the phrase, or its apposition."""
        doc = self._doc
        head = core_end(doc, first, last)
        while head > first and key(doc.words[head - 1]) in ("'s", "'"):
            head -= 1
        mention = self._at.get(head - 1)
        if mention is not None:
            return mention.entity
        if head - 1 in self._places:
            return self._unmarked.place(self._places[head - 1])
        behind_role = self._unmarked.behind_role(first, head)
        if behind_role is not None:
            return self._unmarked.capitalised(behind_role, head)
        for token in range(head, min(last, head + 40)):
            named = self._at.get(token)
            if named is not None and named.tokens[0] == token and self._stands_apart(named, first):
                return named.entity
        return self._unmarked.capitalised(first, head)

    def _stands_apart(self, mention: Mention, first: int) -> bool:
        """Whether a name is set off by commas: "a spokesman for the ministry, Jan Novak"."""
        doc = self._doc
        before = mention.tokens[0] - 1
        while before > first and doc.words[before][0].isupper():
            before -= 1
        return (
            mention.entity.kind == "person"
            and doc.words[before] == ","
            and (not mention.possessive)
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


def _is_title(word: str) -> bool:
    """Whether a word may stand between a description and the name it describes."""
    lower = key(word)
    return lower in pairs("titles_role") or lower in wordlist("role_modifiers")


def _is_party(word: str) -> bool:
    """Whether a word says party and state: "R-Wis"."""
    return word[:2] in ("R-", "D-", "I-") and word[2:3].isupper()


def sources_in_order(attributions: Sequence[Attribution]) -> list[int]:
    """Indexes of the attributions that have a source, by where the source stands."""
    return sorted(
        (index for index, attribution in enumerate(attributions) if attribution.source),
        key=lambda index: attributions[index].source or (0, 0),
    )
