"""Which entity a description is, or the unnamed source that it makes."""

from __future__ import annotations

from bisect import bisect_left

from newsreader.engine.document import Document
from newsreader.engine.people.affiliations import stem
from newsreader.engine.people.complements import with_complement
from newsreader.engine.people.descriptions import Description
from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import key
from newsreader.engine.people.kin import Families
from newsreader.engine.people.lexicon import is_person_noun, noun_gender, offices
from newsreader.engine.people.salience import Salience
from newsreader.engine.wordlists import wordlist

_LONGEST = 10
"""Words of a description that is kept as the name of an unnamed source."""
_NEAR = 100
"""Tokens behind its name within which an organization is "the company"."""
_SOME = frozenset(["some", "many", "others", "both", "all", "few", "most", "several", "everyone"])
_ANYBODY = frozenset(["man", "woman", "person"])
_INDEFINITE = frozenset(["a", "an", "one", "another", "some", "any", "each", "every", "no"])


class Nouns:
    """The people by the nouns that their roles hold, and the sources without a name."""

    def __init__(self, doc: Document, mentions: list[Mention], salience: Salience) -> None:
        self._doc = doc
        self._salience = salience
        self._by_head: dict[str, list[Entity]] = {}
        self._by_word: dict[str, list[Entity]] = {}
        self.unnamed: list[Entity] = []
        self.narrator: Entity | None = None
        self._unnamed_by: dict[tuple[str, str], Entity] = {}
        self._bodies: dict[tuple[int, str], Entity] = {}
        seen: set[int] = set()
        persons = (mention.entity for mention in mentions if mention.entity.kind == "person")
        self.families = Families(dict.fromkeys(persons))
        self._places: dict[int, list[int]] = {}
        for mention in mentions:
            entity = mention.entity
            if entity.kind == "organization":
                self._places.setdefault(id(entity), []).append(mention.tokens[0])
            if id(entity) in seen:
                continue
            seen.add(id(entity))
            if entity.kind == "person":
                for head in entity.heads:
                    self._by_head.setdefault(head, []).append(entity)
            else:
                for word in {key(part) for part in entity.name.split()[:12]} | entity.heads:
                    self._by_word.setdefault(word, []).append(entity)
        self.families.learn_from(doc.words, mentions)

    def author(self) -> Entity:
        """Who says "I" in an article without a byline."""
        author = Entity("unnamed", "the author", 0)
        self.unnamed.append(author)
        return author

    def heads(self) -> frozenset[str]:
        """The nouns by which the article calls its persons, lower case."""
        return frozenset(self._by_head)

    def bearer(self, description: Description) -> Entity | None:
        """The only person of the article who bears the noun of a definite description and whom
        its other words do not rule out."""
        narrow = description.modifiers - {"the", "current"}
        bearers = [
            entity
            for entity in self._by_head.get(description.head, [])[-50:]
            if not _conflict(description, entity)
        ]
        if len(bearers) > 1:
            bearers = [entity for entity in bearers if narrow and narrow <= entity.role_words]
        return bearers[0] if len(bearers) == 1 else None

    def is_description(self, word: str) -> bool:
        """Whether a lower-case word is a noun for a person or body, so no name by itself."""
        return (
            is_person_noun(word)
            or word in wordlist("organization_nouns")
            or word in wordlist("document_nouns")
            or word in wordlist("role_stops")
        )

    def who(
        self, description: Description, at: dict[int, Mention], sentence: int, paragraph: int
    ) -> Entity | None:
        """The entity that ``description`` takes up, an unnamed one where it takes up none."""
        owner = self._owner(description, at, sentence, paragraph)
        if description.kind == "document":
            return owner or self._issuer(description, at) or self._new(description, owner)
        if description.kind == "organization":
            return self._body(description, owner, at)
        if description.kind == "person" and not description.plural:
            known = self._person(description, owner, sentence, paragraph)
            if known is not None:
                return known
        return self._new(description, owner)

    def _owner(
        self, description: Description, at: dict[int, Mention], sentence: int, paragraph: int
    ) -> Entity | None:
        if description.owner is None:
            return None
        mention = at.get(description.owner)
        if mention is not None:
            return mention.entity
        word = key(self._doc.words[description.owner])
        if word in ("his", "her"):
            return self._salience.in_focus(
                description.owner, sentence, paragraph, "m" if word == "his" else "f"
            )
        return self.narrator if word == "my" else None

    def _issuer(self, description: Description, at: dict[int, Mention]) -> Entity | None:
        """Whose statement it is: "a statement from the ministry", "the Clinton memo"."""
        for token in range(*description.tokens):
            mention = at.get(token)
            if mention is None:
                continue
            if token < description.core[1]:
                return mention.entity
            if key(self._doc.words[mention.tokens[0] - 1]) in ("of", "from", "by", "the"):
                return mention.entity
        return None

    def _body(
        self, description: Description, owner: Entity | None, at: dict[int, Mention]
    ) -> Entity | None:
        if owner is None:
            named = (at.get(token) for token in range(*description.core))
            owner = next((mention.entity for mention in named if mention is not None), None)
        if owner is not None:
            return self._owned(owner, description)
        bearers = self._by_word.get(description.head, [])
        at_token = description.core[0]
        bearers = [entity for entity in bearers if self._is_near(entity, description, at_token)]
        if bearers and description.determiner == "definite":
            fitting = [
                entity
                for entity in bearers[-20:]
                if description.modifiers - {"the"}
                <= {key(word) for word in entity.name.split()} | entity.role_words
            ]
            if fitting:
                return max(fitting, key=lambda entity: entity.count)
        owned = [body for (_, head), body in self._recent_bodies(description.head)]
        if owned and description.determiner == "definite" and len(description.modifiers) <= 1:
            return owned[-1]
        return self._new(description, owner)

    def _is_near(self, entity: Entity, description: Description, token: int) -> bool:
        """Whether an organization bears the noun in its name, or was just said to be one."""
        if description.head not in entity.heads:
            return True
        places = self._places.get(id(entity), ())
        before = bisect_left(places, token)
        return before > 0 and token - places[before - 1] <= _NEAR

    def _recent_bodies(self, head: str) -> list[tuple[tuple[int, str], Entity]]:
        last = self._bodies.get((0, head))
        return [((0, head), last)] if last is not None else []

    def _owned(self, owner: Entity, description: Description) -> Entity:
        known = self._bodies.get((id(owner), description.head))
        if known is None:
            surname = owner.name.split()[-1] if owner.kind == "person" else owner.name
            known = Entity(
                "organization",
                f"{surname} {description.head}",
                self._doc.starts[description.core[0]],
            )
            self.unnamed.append(known)
            self._bodies[(id(owner), description.head)] = known
        self._bodies[(0, description.head)] = known
        return known

    def _person(
        self, description: Description, owner: Entity | None, sentence: int, paragraph: int
    ) -> Entity | None:
        """The person named elsewhere whom a definite description takes up, by the roles the
        article gives and by who is in focus."""
        head = description.head
        if key(self._doc.words[description.core[0]]) in _INDEFINITE:
            return None
        if description.determiner == "possessive" and "former" not in description.modifiers:
            return self._owned_person(description, owner)
        bearers = [entity for entity in self._by_head.get(head, [])[-50:] if entity is not owner]
        gender = noun_gender(head)
        focus = self._salience.scores(description.core[0], sentence, paragraph, gender)
        focus.pop(owner, None) if owner is not None else None
        narrow = description.modifiers - {"the", "of", "former", "current"}
        best: Entity | None = None
        highest = -1.5
        for entity in bearers:
            if gender and entity.gender and entity.gender != gender:
                continue
            score = 1.0 + min(2, len(narrow & entity.role_words)) + 0.01 * min(entity.count, 50)
            score += max(-2.0, 0.8 * focus.get(entity, -9.0)) - 3.0 * _conflict(description, entity)
            if score > highest:
                best, highest = entity, score
        before = self._unnamed_by.get((head, ""))
        if before is not None and (best is None or before in focus):
            return before
        former = description.determiner == "possessive"
        if (head in wordlist("bystander_nouns") and not former) or self._is_bare(description):
            return best
        origin = stem(head) if head in wordlist("demonym_nouns") else None
        for entity, salience in focus.items():
            native = origin in entity.origins
            if salience < 0.3 - 2 * native or (entity.kind != "person" and head not in _ANYBODY):
                continue
            clash = bool(entity.heads) and head not in wordlist("vague_person_nouns")
            clash = clash and not native
            score = 0.8 * salience + 0.5 * len(narrow & entity.role_words) - 0.5 * clash
            score += 2.0 * native
            if clash and description.determiner == "definite" and head in offices():
                score -= 3.0 * bool(entity.heads & offices())
            score -= 3.0 * _conflict(description, entity)
            if score > highest:
                best, highest = entity, score
        return best

    def _is_bare(self, description: Description) -> bool:
        """Whether a singular noun stands without any article, as in headlines."""
        first = description.core[0]
        joined = first > 0 and self._doc.words[first - 1] in ("and", "or")
        lead = key(self._doc.words[first])
        return description.determiner == "indefinite" and lead not in _INDEFINITE and not joined

    def _owned_person(self, description: Description, owner: Entity | None) -> Entity | None:
        """ "her running mate": the one whose role names her, or the only bearer of the role;
        "her brother": also the one of her surname."""
        bearers = [
            entity
            for entity in self._by_head.get(description.head, [])[-50:]
            if entity is not owner
        ]
        names = {key(word) for word in owner.name.split()} if owner is not None else set()
        fitting = [entity for entity in bearers if names & entity.role_words] or [
            entity for entity in bearers if not entity.role_names
        ]
        if len(fitting) == 1:
            return fitting[0]
        return self.families.relative(description.head, owner)

    def _can_speak(self, description: Description) -> bool:
        """Whether the head is somebody, a body or a document, or a name in its own right."""
        word = self._doc.words[description.core[1] - 1]
        if description.kind != "other" or description.head in wordlist("group_nouns"):
            return True
        return word.lower() in _SOME or (word[0].isupper() and len(word) > 2)

    def _new(self, description: Description, owner: Entity | None) -> Entity | None:
        """The unnamed source that a description makes, one for all its repetitions."""
        first, last = description.core
        if description.kind != "other":
            last = min(description.tokens[1], first + _LONGEST)
            if last == description.core[1]:
                last = with_complement(self._doc, last)
        text = " ".join(self._doc.text[self._doc.starts[first] : self._doc.ends[last - 1]].split())
        if not text or not text[0].isalnum() or not self._can_speak(description):
            return None
        lead = self._doc.words[first]
        if lead.lower() in wordlist("role_stops") or lead.lower() == lead:
            text = text[0].lower() + text[1:]
        if owner is not None and key(lead) in ("his", "her", "my"):
            text = f"{owner.name}’s{text[len(lead) :]}"
        known = self._unnamed_by.get((description.head, text))
        if known is None:
            known = Entity("unnamed", text, self._doc.starts[first])
            known.plural = description.plural
            known.human = description.kind == "person"
            gender = noun_gender(description.head)
            known.male, known.female = float(gender == "m"), float(gender == "f")
            self.unnamed.append(known)
            self._unnamed_by[(description.head, text)] = known
            if not known.plural:
                self._unnamed_by[(description.head, "")] = known
        return known


def _conflict(description: Description, entity: Entity) -> bool:
    """Whether both are narrowed by names and share none: "the Florida senator" is not the "Texas
    senator". Parties are no such names: nobody is told apart by them alone."""
    ours = description.names - wordlist("vague_person_nouns") - {"democratic", "gop"}
    return bool(ours) and bool(entity.role_names) and not ours & entity.role_words
