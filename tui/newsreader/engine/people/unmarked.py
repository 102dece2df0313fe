"""Sources that are names which no earlier stage has marked: labels, places, rare names."""

from __future__ import annotations

from newsreader.engine.document import Document, Name
from newsreader.engine.name_features import name_class
from newsreader.engine.people.entities import Entity
from newsreader.engine.people.forms import Form, key, read_form
from newsreader.engine.people.lexicon import is_person_noun
from newsreader.engine.people.nouns import Nouns
from newsreader.engine.people.organizations import Organizations
from newsreader.engine.people.persons import Register
from newsreader.engine.people.spellings import best_name
from newsreader.engine.word_classes import lexicon
from newsreader.engine.wordlists import wordlist


class Unmarked:
    """Reads a capitalised source as a person or organization, new where it is not known."""

    def __init__(
        self, doc: Document, register: Register, organizations: Organizations, nouns: Nouns
    ) -> None:
        self._doc = doc
        self._register = register
        self._organizations = organizations
        self._nouns = nouns

    def place(self, name: Name) -> Entity:
        """A place that speaks, for the government that sits there: "Beijing said"."""
        words = tuple(key(word) for word in self._doc.text[name.start : name.end].split())
        spelling = " ".join(self._doc.text[name.start : name.end].split())
        entity = self._organizations.add(words, spelling, name.start)
        entity.name = entity.name or spelling
        return entity

    def capitalised(self, first: int, head: int) -> Entity | None:
        """A name that no one has marked as one, such as the label "SMITH"."""
        doc = self._doc
        words = doc.words[first:head]
        if (
            not words
            or key(words[0]) in wordlist("role_stops")
            or not all(word[0].isupper() for word in words if word[0].isalnum())
        ):
            return None
        plain = tuple(key(word) for word in words if word[0].isalnum())
        if not plain:
            return None
        if len(plain) == 1 and (known_person := self._register.of_surname(plain[0])):
            return known_person
        label = head < len(doc.words) and doc.words[head] == ":"
        if label and len(plain) == 1 and (person := self._register.of_initials(plain[0])):
            return person
        if self._nouns.is_description(plain[-1]) or self._is_common(first, words):
            return None
        known = self._organizations.find(plain, " ".join(words))
        if known is not None:
            return known
        form = read_form(doc, doc.starts[first], doc.ends[head - 1])
        if form is None:
            return None
        entity = self._register.find_single(form) if not form.full else None
        if entity is None and not self._could_be_person(form, head):
            if len(plain) == 1 and plain[0].endswith("ly"):
                return None
            entity = self._organizations.add(plain, " ".join(words), form.start)
            entity.name = entity.name or " ".join(words)
        elif entity is None:
            entity = (
                self._register.add_full(form, doc.text)
                if form.full
                else self._register.add_single(form, doc.text)
            )
            entity.name = best_name(entity)
        entity.count += 1
        entity.spans.add((form.start, form.end))
        return entity

    def behind_role(self, first: int, head: int) -> int | None:
        """Where a full name nobody has marked begins in "organizing director Kendall Fells"."""
        words = self._doc.words
        start = head
        while start > first and words[start - 1][0].isupper():
            start -= 1
        if not first < start <= head - 2 or start == head:
            return None
        return start if is_person_noun(words[start - 1]) else None

    def _is_common(self, first: int, words: list[str]) -> bool:
        """Whether one word has its capital only because a sentence begins: "Others said"."""
        if len(words) > 1:
            return False
        if len(words[0]) == 1:
            return True
        if first + 1 < len(self._doc.words) and self._doc.words[first + 1] == ":":
            return False
        lower = words[0].lower()
        opens = first == 0 or not self._doc.words[first - 1][0].isalnum()
        return len(lower) < 3 or (opens and (lower in lexicon() or lower.endswith(("s", "ing"))))

    def _could_be_person(self, form: Form, head: int) -> bool:
        """Whether a capitalised source is a label, bears a title or is known as a name."""
        words = self._doc.words
        label = head < len(words) and words[head] == ":"
        known = name_class(words[form.tokens[0]]) + name_class(words[form.tokens[1] - 1])
        return label or bool(form.title) or "g" in known or "f" in known
