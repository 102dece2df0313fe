"""Makes the names of an article agree with each other, in linear time.

What is a person in one sentence is one in the next; a surname belongs to the person named in full;
a name that the model missed is added where the article has it elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from newsreader.engine.demonyms import demonyms
from newsreader.engine.document import NameKind
from newsreader.engine.folding import fold
from newsreader.engine.name_additions import added
from newsreader.engine.name_features import is_ordinary, name_class
from newsreader.engine.name_parts import Found, Key, key_of
from newsreader.engine.name_relatives import relatives
from newsreader.engine.name_tables import name_table
from newsreader.engine.name_towns import parted, placed, towns, word_before
from newsreader.engine.place_classes import class_of, place_classes
from newsreader.engine.wordlists import wordlist

_BROADCAST = frozenset(["channel", "sound"])  # rather what is heard and seen than water
_LONGEST_WORD = 60  # code points: what is longer is no name


def consistent(words: Sequence[str], names: list[Found]) -> list[Found]:
    """The names with their edges trimmed and their kinds made to agree, and missed ones added."""
    names = [
        trimmed
        for name in names
        for part in parted(words, name)
        for piece in _pieces(words, part)
        if (trimmed := _trimmed(words, piece)) is not None
    ]
    names = [_retyped(words, name) for name in _extended(words, _joined(words, names))]
    return added(words, towns(words, _agreed(words, relatives(words, names))))


def _pieces(words: Sequence[str], name: Found) -> list[Found]:
    """A person's or place's name without what cannot stand in one: a comma, a verb, "and"; of a
    whole headline taken for an organization ("Maria Silva Says Banks Failed") the speaker."""
    links, speech = wordlist("name_links"), wordlist("name_speech")
    if name.kind == "organization":
        for i in range(name.first + 1, name.last):
            if words[i].lower() in speech:
                person = "g" in name_class(words[name.first])
                kind: NameKind = "person" if person else "organization"
                return [replace(name, last=i, kind=kind)]
        return [name]
    pieces: list[Found] = []
    first = name.first
    for i in range(name.first, name.last + 1):
        word = words[i] if i < name.last else ","
        breaks = (
            word in (",", "(", ")", ";", "–", "—")
            or word.lower() in speech
            or (
                word.isalpha()
                and word.islower()
                and (word not in links or (word == "and" and name.kind == "person"))
            )
        )
        if breaks:
            if i > first:
                whole = first == name.first and i == name.last
                pieces.append(name if whole else replace(name, first=first, last=i))
            first = i + 1
    return pieces


def _trimmed(words: Sequence[str], name: Found) -> Found | None:
    """Without an article or a title before it, or a mark at either end."""
    first, last = name.first, name.last
    titles = wordlist("name_titles")
    while first < last and not words[first][0].isalnum():
        first += 1
    while last > first and not _may_end(words[last - 1], name):
        last -= 1
    while last - first > 1:
        word = fold(words[first])
        title = name.kind == "person" and word in titles and "g" not in name_class(words[first])
        if word not in ("the", "a", "an") and not title and not _ordinary(words[first], name):
            break
        first += 1
    while last - first > 1 and _ordinary(words[last - 1], name):
        last -= 1  # "Sanders Vows" in a headline
    if first == last or any(len(word) > _LONGEST_WORD for word in words[first:last]):
        return None
    if first == name.first and last == name.last:
        return name
    return replace(name, first=first, last=last)


def _may_end(word: str, name: Found) -> bool:
    """Whether a name may end in a word: in a capital, a number, or "el-Mandeb" if a place's."""
    if word[0].isupper() or word[0].isdigit():
        return True
    return name.kind == "place" and word.rpartition("-")[2][:1].isupper()


def _joined(words: Sequence[str], names: list[Found]) -> list[Found]:
    """Two parts of a person's name with a particle between them as one: "Lula da Silva"."""
    particles = wordlist("surname_particles")
    joined: list[Found] = []
    for name in names:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.kind == name.kind == "person"
            and 0 < name.first - before.last < 3
            and all(
                w.lower() in particles and w[0].islower() for w in words[before.last : name.first]
            )
        ):
            joined[-1] = replace(
                before, last=name.last, probability=min(before.probability, name.probability)
            )
        elif (
            before is not None
            and name.first == before.last + 1
            and words[before.last] in ("'s", "’s")
            and class_of(fold(words[before.last - 1] + "s " + words[name.first]), False)
        ):
            joined[-1] = replace(before, last=name.last, kind="place")  # "Cox's Bazar"
        else:
            joined.append(name)
    return joined


def _extended(words: Sequence[str], names: list[Found]) -> list[Found]:
    """Persons' names with a last part that the model left off: "Kim Jong Un"."""
    known = name_table("name_words")
    whole = {
        key_of(words, name.first, name.last)
        for name in names
        if name.last == len(words) or not words[name.last].istitle()
    }
    out: list[Found] = []
    for at, name in enumerate(names):
        last = name.last
        limit = names[at + 1].first if at + 1 < len(names) else len(words)
        if name.kind == "person" and last < limit:
            word = words[last]
            if (
                word.istitle()
                and word.isalpha()
                and word.lower() not in known
                and key_of(words, name.first, last) not in whole
            ):
                last += 1
        out.append(replace(name, last=last) if last != name.last else name)
    return out


def _retyped(words: Sequence[str], name: Found) -> Found:
    """An organization that the model took for the place in its name ("Uganda Red Cross"), or a
    water that it took for an organization ("River Ouse")."""
    here = words[name.first : name.last]
    if name.kind != "place" and name.last - name.first < 5:
        text = " ".join(here)
        letter = class_of(fold(text), text.isupper()) or "-"
        several = len(here) > 1
        if name.kind == "organization":
            known = letter in "CAR" or (letter == "B" and text.isupper())
            known = known or (several and letter in "BM")
        else:  # "Cité Soleil", unless it begins like a person's name
            given = "g" in name_class(here[0]) and word_before(words, name) != "the"
            known = several and letter in "CARB" and not given
        if known:
            return replace(name, kind="place")
    if len(here) < 2:
        return name
    if name.kind == "person":
        return replace(name, kind="place") if _landscape(words, name) else name
    if name.kind == "organization":
        water = {fold(here[0]), fold(here[-1])} & wordlist("water_words") - _BROADCAST
        return replace(name, kind="place") if water and len(here) < 4 else name
    classes = place_classes(here)
    last = fold(here[-1])
    geographic = ("facility_words", "water_words", "region_words", "event_words", "civic_words")
    if classes[0][0] not in "CRB" or classes[-1] != "-" or any(map(str.isdigit, last)):
        return name
    if any(last in wordlist(kind) for kind in geographic):
        return name
    return replace(name, kind="organization")


def _landscape(words: Sequence[str], name: Found) -> bool:
    """Whether a name taken for a person's is that of a river, a road or a mountain."""
    if words[name.first] in ("River", "Lake", "Mount"):
        return True
    last = words[name.last - 1]
    kinds = wordlist("landscape_words") | wordlist("site_words")
    if fold(last) not in kinds:
        return False
    before = words[name.first - 1].lower() if name.first else ""
    like_a_person = "f" in name_class(last) or "g" in name_class(words[name.first])
    return before == "the" or not like_a_person


def _ordinary(word: str, name: Found) -> bool:
    """Whether a word in a person's name is one that the language has and names do not."""
    return name.kind == "person" and len(word) > 2 and is_ordinary(word)


def _agreed(words: Sequence[str], names: list[Found]) -> list[Found]:
    """One kind for all mentions of the same words, the kind that the model is surest of."""
    votes: dict[Key, Counter[NameKind]] = defaultdict(Counter)
    surnames: set[str] = set()
    titles = wordlist("titles_male") | wordlist("titles_female")
    for name in names:
        key = key_of(words, name.first, name.last)
        votes[key][name.kind] += name.probability  # type: ignore[assignment]
        before = words[name.first - 1] if name.first else ""
        if len(key) == 1 and fold(before) in titles and before[0].isupper():
            surnames.add(key[0])
        if name.kind == "person" and len(key) > 1 and name.probability > 0.4:
            surnames.add(key[-1])
    waters = {
        words[i].lower()
        for n in names
        if n.kind == "place" and n.last - n.first == 2
        for i, other in ((n.first, n.last - 1), (n.last - 1, n.first))
        if fold(words[other]) in wordlist("water_words")
    }
    agreed = []
    for at, name in enumerate(names):
        key = key_of(words, name.first, name.last)
        kind = votes[key].most_common(1)[0][0]
        if _nationality(key) and key[-1] not in surnames and kind != "organization":
            continue
        if len(key) == 1:
            if key[0].count(".") > 1:
                letter = class_of(fold(key[0]), True)
                known = letter and letter in "CARBcrb"
                kind = "place" if known else "organization" if kind != "place" or letter else kind
            elif key[0] in waters or (
                (key[0] in surnames or kind == "person") and placed(words, names, at)
            ):
                kind = "place"
            elif key[0] in surnames:
                kind = "person"
        agreed.append(name if kind == name.kind else replace(name, kind=kind))
    return agreed


def _nationality(key: Key) -> bool:
    return " ".join(key) in demonyms() or (len(key) == 2 and key[1] in demonyms())
