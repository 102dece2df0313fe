"""Joins person names: "Jens Stoltenberg", "Mr. Stoltenberg" and "Stoltenberg" are one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from newsreader.engine.document import Document, Name
from newsreader.engine.name_features import name_class
from newsreader.engine.people.entities import Entity
from newsreader.engine.people.forms import Form, canonical_given, is_initial, key, read_form
from newsreader.engine.people.lexicon import courtesy_titles
from newsreader.engine.people.name_order import Orders, form_gender
from newsreader.engine.people.spellings import best_name, slips, spell
from newsreader.engine.wordlists import wordlist

_NEAR = 120
"""Tokens within which a full name lends itself to a surname that several people bear."""


class Register:
    """The persons of one article, found by any part of their names.

    Every look-up is by dictionary, so that ten thousand names cost ten thousand look-ups.
    """

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._by_given: dict[tuple[str, str, str], Entity] = {}
        self._by_middle: dict[tuple[str, str, str], Entity] = {}
        self._by_initial: dict[tuple[str, str, str], Entity] = {}
        self._known_by_initial: dict[tuple[str, str, str], Entity] = {}
        self._middle: dict[int, str] = {}
        self._by_surname: dict[str, list[Entity]] = defaultdict(list)
        self._by_part: dict[str, list[Entity]] = defaultdict(list)
        self._titled: set[tuple[int, str]] = set()
        self._spouses: set[int] = set()
        self._by_slip: dict[str, str] | None = None
        self._by_letters: dict[str, list[Entity]] | None = None
        self._last_full: dict[str, tuple[int, Entity]] = {}
        self._orders = Orders()

    def shares_surname(self, given: Form, whole: Form) -> bool:
        """Whether ``given`` takes its surname from the full name right behind it: the first of
        "Leila and Nadia Benali"."""
        return (
            whole.full
            and not (given.full or given.title or whole.suffix)
            and given.tokens[1] + 1 == whole.tokens[0]
            and given.surname not in self._by_surname
            and bool(form_gender(given) or "g" in name_class(given.surname))
        )

    def add_full(self, form: Form, text: str, spelling: str = "") -> Entity:
        """The person of a full name, new if it is; ``spelling`` where the text does not give it
        in one piece."""
        given = [canonical_given(word) for word in form.given if not is_initial(word)]
        middle = next((word for word in form.given[1:] if is_initial(word)), "").rstrip(".")
        entity = self._known(form, given, middle) or self._orders.longer(form)
        if entity is None:
            entity = Entity("person", "", form.start)
            self.entities.append(entity)
            self._by_surname[form.surname].append(entity)
            for word in {*form.given, *given}:
                if not is_initial(word):
                    self._by_part[word].append(entity)
            self._orders.add(form, entity)
        self._index(form, given, middle, entity)
        entity.first = min(entity.first, form.start)
        entity.forms[spelling or spell(text, form)] += 1
        _note_gender(entity, form)
        return entity

    def _index(self, form: Form, given: list[str], middle: str, entity: Entity) -> None:
        surname, suffix = form.surname, form.suffix
        for word in given:
            self._by_given.setdefault((word, surname, suffix), entity)
        if is_initial(form.given[0]):
            self._known_by_initial.setdefault((form.given[0][0], surname, suffix), entity)
        else:
            self._by_initial.setdefault((form.given[0][0], surname, suffix), entity)
        if middle and given:
            self._by_middle.setdefault((given[0], middle, surname), entity)
            self._middle.setdefault(id(entity), middle)

    def _known(self, form: Form, given: list[str], middle: str) -> Entity | None:
        surname, suffix = form.surname, form.suffix
        for word in given:
            entity = self._by_given.get((word, surname, suffix))
            if entity is not None:
                other = self._middle.get(id(entity), "")
                if middle and other and middle != other:
                    # George W. and George H.W.
                    return self._by_middle.get((given[0], middle, surname))
                return entity
        initial = (form.given[0][0], surname, suffix)
        if is_initial(form.given[0]):
            return self._by_initial.get(initial) or self._known_by_initial.get(initial)
        return self._known_by_initial.get(initial)

    def address(self, form: Form, entity: Entity) -> None:
        """Remember by which title somebody is called."""
        if form.title:
            self._titled.add((id(entity), form.title))

    def note_spouse(self, entity: Entity) -> None:
        """Remember that somebody is a first lady or gentleman: no president of that surname."""
        self._spouses.add(id(entity))

    def note_lone(self, form: Form) -> None:
        """Remember that somebody goes by this one word."""
        self._orders.note_lone(form)

    def meet(self, form: Form, entity: Entity) -> None:
        """Remember, in text order, that this full name was just read."""
        self._last_full[form.surname] = (form.tokens[0], entity)

    def find_single(self, form: Form) -> Entity | None:
        """The person whom a surname or given name alone means at this point of the text."""
        bearers = self._by_surname.get(form.surname, [])
        gender = _title_gender(form.title)
        if bearers:
            return self._choose(form, bearers, gender)
        if form.title and form.title not in wordlist("generation_words"):
            return self._orders.titled(form, gender)
        bearers = (
            self._by_part.get(form.surname)
            or self._by_part.get(canonical_given(form.surname))
            or self._misspelled(form.surname)
        )
        return self._choose(form, bearers, gender) if bearers else None

    def _misspelled(self, surname: str) -> list[Entity]:
        """Bearers of a surname that differs in one letter: newspapers misspell names."""
        if len(surname) < 5:
            return []
        if self._by_slip is None:
            self._by_slip = {}
            for known in self._by_surname:
                if len(known) >= 5:
                    for slip in slips(known):
                        self._by_slip.setdefault(slip, known)
        known = next((self._by_slip[slip] for slip in slips(surname) if slip in self._by_slip), "")
        return self._by_surname.get(known, []) if known and known[0] == surname[0] else []

    def of_surname(self, surname: str) -> Entity | None:
        """The one person of this surname, where there is just one."""
        bearers = self._by_surname.get(surname, [])
        return bearers[0] if len(bearers) == 1 else None

    def of_initials(self, letters: str) -> Entity | None:
        """The one person of these initials: "YD" before the turns of Yusuf Demir."""
        if self._by_letters is None:
            self._by_letters = defaultdict(list)
            for entity in self.entities:
                words = entity.name.replace("-", " ").split()
                if len(words) > 1:
                    self._by_letters["".join(word[0] for word in words).casefold()].append(entity)
        bearers = self._by_letters.get(letters.replace(".", ""), ())
        return bearers[0] if len(bearers) == 1 else None

    def _choose(self, form: Form, bearers: list[Entity], gender: str) -> Entity | None:
        if len(bearers) == 1:
            alone = bearers[0]
            office = bool(form.title) and form.title not in courtesy_titles()
            if office and id(alone) in self._spouses:
                return None
            return None if gender and alone.gender not in ("", gender) else alone
        at, near = self._last_full.get(form.surname, (-_NEAR - 1, bearers[0]))
        if gender:
            if form.tokens[0] - at <= _NEAR and near.gender == gender:
                return near
            some = bearers[:50]
            fitting = [entity for entity in some if entity.gender == gender] or [
                entity for entity in some if not entity.gender
            ]
            return max(fitting, key=_prominence) if fitting else None
        if form.title in wordlist("generation_words"):
            return _of_generation(bearers[:50], form.title)
        if form.title and form.title not in courtesy_titles():
            # "President Obama" is no Michelle
            titled = [one for one in bearers[:50] if (id(one), form.title) in self._titled]
            bare = [one for one in bearers[:50] if " " not in max(one.forms, key=len)]
            if titled or bare:
                return max(titled or bare, key=_prominence)
        leading = max(bearers[:50], key=_prominence)
        if form.tokens[0] - at <= _NEAR and near.count * 3 >= leading.count:
            return near
        return leading

    def add_single(self, form: Form, text: str) -> Entity:
        """A person of whom only one name is given."""
        entity = Entity("person", "", form.start)
        self.entities.append(entity)
        self._by_surname[form.surname].append(entity)
        entity.forms[spell(text, form)] += 1
        _note_gender(entity, form)
        return entity


def _is_first_spouse(doc: Document, form: Form) -> bool:
    """Whether "first lady" stands before the name or in apposition behind it."""
    first, last = form.tokens
    near = (doc.words[max(0, first - 2) : first], doc.words[last + 2 : last + 4])
    return any(
        len(pair) == 2 and key(pair[0]) == "first" and key(pair[1]) in ("lady", "gentleman")
        for pair in near
    )


def _prominence(entity: Entity) -> tuple[int, int]:
    return (entity.count, -entity.first)


def _of_generation(bearers: list[Entity], word: str) -> Entity:
    """The father or the son of one name, of whom the text calls one "Jr." or "Sr."."""
    old = word in ("elder", "eldest", "older", "senior")
    wanted, other = ("sr", "jr") if old else ("jr", "sr")

    def fits(entity: Entity) -> tuple[int, int]:
        ends = {form.rpartition(" ")[2].rstrip(".").lower() for form in entity.forms}
        return ((wanted in ends) - (other in ends), entity.count)

    return max(bearers, key=fits)


def _title_gender(title: str) -> str:
    if title in wordlist("titles_male"):
        return "m"
    return "f" if title in wordlist("titles_female") else ""


def _note_gender(entity: Entity, form: Form) -> None:
    gender = _title_gender(form.title)
    weight = 4.0
    if not gender and form.given:
        gender, weight = form_gender(form), 2.0
    elif not gender and entity.count == 0 and not entity.name:
        # a lone word that may be a given name
        gender, weight = form_gender(form), 0.3
    if gender == "m":
        entity.male += weight
    elif gender == "f":
        entity.female += weight


def join_persons(doc: Document, names: list[Name]) -> tuple[Register, list[tuple[Form, Entity]]]:
    """The persons of the article and, in text order, which of them each name means.

    Full names come first, wherever they stand: a headline's surname is explained in the body.
    """
    register = Register()
    forms: list[Form] = []
    for name in names:
        form = read_form(doc, name.start, name.end) if name.kind == "person" else None
        if form is not None and (not forms or form.tokens[0] >= forms[-1].tokens[1]):
            forms.append(form)
    for form in forms:
        if not form.full:
            register.note_lone(form)
    known: dict[int, Entity] = {}
    # Long names first, of which shorter ones are parts; names with "Jr." last, so that
    # "Donald Trump" without it stays his father's.
    for form in sorted(forms, key=lambda form: (bool(form.suffix), -min(len(form.words), 4))):
        if form.full:
            entity = register.add_full(form, doc.text)
            entity.count += 1
            register.address(form, entity)
            if _is_first_spouse(doc, form):
                register.note_spouse(entity)
            known[form.start] = entity
    for given, whole in pairwise(forms):
        if register.shares_surname(given, whole) and doc.words[given.tokens[1]] in ("and", "&"):
            shared = replace(given, given=given.words, surname=whole.surname)
            shared = replace(shared, words=(*given.words, whole.surname))
            surname = doc.text[doc.starts[whole.tokens[1] - 1] : whole.end]
            spelling = f"{spell(doc.text, given)} {surname}"
            known[given.start] = register.add_full(shared, doc.text, spelling)
            known[given.start].count += 1
    # "Mr. Obama" beside a Michelle Obama is somebody else, also where he is called without title
    for form in forms:
        titled = _title_gender(form.title) or form.title not in ("", *courtesy_titles())
        if not form.full and titled and register.find_single(form) is None:
            known[form.start] = register.add_single(form, doc.text)
    found: list[tuple[Form, Entity]] = []
    for form in forms:
        met = known.get(form.start) or register.find_single(form)
        entity = met or register.add_single(form, doc.text)
        if form.full:
            register.meet(form, entity)
        else:
            entity.forms[spell(doc.text, form)] += 1
            _note_gender(entity, form)
            entity.count += 1
            register.address(form, entity)
        found.append((form, entity))
    for entity in register.entities:
        entity.name = best_name(entity)
    return register, found
