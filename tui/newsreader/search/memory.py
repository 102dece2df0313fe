"""Quotes in memory: for each word the numbers of the quotes that have it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import merge, nlargest
from itertools import chain, compress, filterfalse, groupby, islice, repeat
from typing import Final, Literal

from newsreader.search.asking import Asked, Choice, side_by_side
from newsreader.search.flags import Flags
from newsreader.search.folded import Line, values_of, words_of
from newsreader.search.looking import holds, is_in, needles
from newsreader.search.matches import Entry, Origin, Record
from newsreader.search.names import Names
from newsreader.search.packed_entries import Entries
from newsreader.search.postings import Postings
from newsreader.search.query import Field, Filter, Phrase
from newsreader.search.sounds import Sounds, rough
from newsreader.search.store import Candidate, Store, share_of
from newsreader.search.texts import Texts
from newsreader.search.vocabulary import Vocabulary
from newsreader.search.words import Words

_MANY: Final = 60_000
"""Quotes of a choice up to which all are gone through."""
_LOOKS: Final = 16
"""Flags that are set in the time in which one quote is looked into."""
_LARGEST: Final = 32
"""Words whose quotes are gone through where a choice has more."""
_LONGER: Final = 256
"""Words of one beginning of which the quotes are asked for one by one."""


class MemoryStore(Store):
    """Quotes with their words, packed: 100,000 take about 57 MB."""

    def __init__(self) -> None:
        self.count = 0
        # By the number of a quote.
        self._lines = Texts()
        self._entries = Entries()
        self._article_of = array("I")
        # By field; words of speakers are those of quotes as well.
        self._postings = {field: Postings() for field in ("", "place", "kind", "source")}
        self._vocabularies = {
            field: Vocabulary(Words(), postings.count, total=postings.total)
            for field, postings in self._postings.items()
        }
        self._names = Names(self._named)
        self._sounds = Sounds()
        self._origins: list[Origin] = []
        self._articles: dict[str, int] = {}
        self._quotes_of: dict[int, list[range]] = {}
        self._chosen: frozenset[int] = frozenset()
        self._flags = Flags()

    def vocabulary(self, field: str = "") -> Vocabulary:
        """The words of a field."""
        return self._names.speaking() if field == "speaker" else self._vocabularies[field]

    def stamps(self) -> dict[str, str]:
        """The keys of all articles with their stamps."""
        return {key: self._origins[article].stamp for key, article in self._articles.items()}

    def article(self, origin: Origin) -> int:
        """The number of the article with this key."""
        article = self._articles.setdefault(origin.key, len(self._origins))
        if article == len(self._origins):
            self._origins.append(origin)
        return article

    def add(self, entries: Sequence[tuple[Entry, Line]], article: int) -> None:
        """Add quotes of an article."""
        self._flags.forget()
        first = len(self._lines)
        self._lines.extend([line.text for _, line in entries])
        self._entries.extend([entry for entry, _ in entries])
        self._article_of.extend([article] * len(entries))
        quotes = self._quotes_of.setdefault(article, [])
        start = quotes.pop().start if quotes and quotes[-1].stop == first else first
        quotes.append(range(start, len(self._lines)))
        self.count += len(entries)
        new: dict[str, list[str]] = {field: [] for field in self._postings}
        for number, (_, line) in enumerate(entries, first):
            for field, words in line.fields.items():
                if field != "speaker":
                    new[field] += self._postings[field].add(number, words)
        for field, some in new.items():
            self._vocabularies[field].add(some)
        self._sounds.add(new[""])
        self._names.forget()

    def remove(self, key: str) -> None:
        """Take out an article and its quotes."""
        article = self._articles.pop(key, None)
        if article is None:
            return
        self._flags.forget()
        source = self._origins[article].source
        for quotes in self._quotes_of.pop(article, ()):
            entries = [self._entries[number] for number in quotes]
            for number, entry in zip(quotes, entries, strict=True):
                self._postings[""].remove(number, set(self._lines[number].split()))
                for field, words in values_of(entry, (), source).items():
                    self._postings[field].remove(number, words)
            self.count -= len(quotes)
            self._lines.forget(quotes.start, quotes.stop)
            self._entries.forget(quotes)
        self._names.forget()
        for vocabulary in self._vocabularies.values():
            vocabulary.add([])

    def records(self, numbers: Sequence[int]) -> dict[int, Record]:
        """The quotes with these numbers and their articles."""
        origins, article_of = self._origins, self._article_of
        return {n: Record(self._entries[n], origins[article_of[n]]) for n in numbers}

    def choose(self, keys: Collection[str]) -> None:
        """Choose the articles with these keys."""
        self._chosen = frozenset(self._articles[key] for key in keys if key in self._articles)

    def candidates(self, asked: Asked, limit: int) -> list[Candidate]:
        """At most ``limit`` quotes that are ``asked`` for."""
        return self._rows(list(islice(self._matching(asked), limit)), asked)

    def _rows(self, numbers: Sequence[int], asked: Asked) -> list[Candidate]:
        positions, literal = self._entries.positions, asked.literal
        likeness = self.likeness(numbers, literal) if literal else [0.0] * len(numbers)
        return [
            (number, positions[number], line, like)
            for number, line, like in zip(numbers, self._lines.some(numbers), likeness, strict=True)
        ]

    def counted(self, asked: Asked, most: int) -> tuple[int, bool]:
        """How many quotes are ``asked`` for."""
        _, counted, more = self.gathered(asked, 0, most, None)
        return counted, more

    def gathered(
        self, asked: Asked, limit: int, most: int, beside: Phrase | None
    ) -> tuple[list[Candidate], int, bool]:
        """``candidates`` and what is ``counted``, at once."""
        numbers = list(islice(self._matching(asked), most))
        rows = self._rows(numbers[:limit], asked)
        if beside and len(numbers) > limit:
            near = self._lines.holding(numbers[limit:], [side_by_side(beside).encode()])
            rows += self._rows(list(islice(near, limit)), asked)
        looked_through = self.count if asked.looks else 0
        more = len(numbers) >= most or looked_through > asked.looked_at > 0
        return rows, len(numbers), more

    def likeness(self, numbers: Sequence[int], literal: tuple[str, ...]) -> list[float]:
        """How much of what was typed literally each of these quotes holds."""
        return [share_of(literal, self._entries.text(number)) for number in numbers]

    def _matching(self, asked: Asked) -> Iterator[int]:
        """The numbers of the quotes ``asked`` for, in order: those with the rarest choice that pass
        for the others."""
        choices = sorted(asked.choices, key=self.size)
        numbers = self._having(choices[0]) if choices else self._all()
        few = self.size(choices[0]) if choices else self.count
        if asked.looked_at and asked.looks:
            numbers = islice(numbers, asked.looked_at)
        for choice in choices[1:]:
            numbers = self._of(choice, numbers, few)
        for choice in asked.without:
            numbers = filterfalse(self._has(choice, few), numbers)
        for phrase in asked.within:
            numbers = self._lines.holding(numbers, [side_by_side(phrase).encode()])
        for run in asked.outside:
            numbers = filterfalse(self._in_a_row(run), numbers)
        if asked.literally:
            numbers = (n for n in numbers if self.likeness([n], asked.literal) == [1.0])
        if asked.chosen:
            numbers = (n for n in numbers if self._article_of[n] in self._chosen)
        return iter(numbers)

    def _all(self) -> Iterable[int]:
        quotes = sorted(chain.from_iterable(self._quotes_of.values()), key=lambda some: some.start)
        return chain.from_iterable(quotes)

    def _lists(self, choice: Choice) -> list[array[int]]:
        """The quotes of each word of ``choice`` that there is."""
        speaker = choice.field == "speaker"  # their words are those of quotes as well
        postings = self._postings["" if speaker else choice.field]
        words, begun = dict.fromkeys(choice.words), choice.begun
        lists: list[array[int]] | None = None
        if begun:
            longer = self.vocabulary(choice.field).beginning(begun, None if speaker else _LONGER)
            if not speaker and len(longer) == _LONGER:
                lists = postings.beginning(begun)
                longer = [] if lists else self.vocabulary(choice.field).beginning(begun)
            words.update(dict.fromkeys(longer))
        lists = lists or []
        lists += map(postings.of, words)
        return list(filter(None, lists))

    def _having(self, choice: Choice) -> Iterable[int]:
        """The quotes of ``choice`` in order."""
        having: Iterable[int]
        size, flags = self.size(choice), self._flags.get(choice)
        postings = [] if flags and size * _LOOKS > len(self._lines) else self._lists(choice)
        if len(postings) == 1:
            having = postings[0]
        elif size * _LOOKS <= len(self._lines):
            having = sorted(set().union(*postings))
        elif flags or size <= _MANY:
            flags = flags or self._flags.set(choice, len(self._lines), postings)
            having = compress(range(len(flags)), flags)
        else:
            largest = nlargest(_LARGEST, postings, key=len)
            having = (number for number, _ in groupby(merge(*largest)))
        return filter(self._holds(choice), having) if choice.field == "speaker" else having

    def _of(self, choice: Choice, numbers: Iterable[int], times: int) -> Iterable[int]:
        """Those of ``numbers``, so many ``times``, that are of ``choice``."""
        if choice.field or self._flagged(choice, times):
            return filter(self._has(choice, times), numbers)
        return self._lines.holding(numbers, needles(choice, self.vocabulary().count))

    def _has(self, choice: Choice, times: int) -> Callable[[int], object]:
        """Tells of a quote whether it is of ``choice``; it is asked about so many ``times``."""
        if choice.field == "speaker":
            return self._holds(choice)
        if flags := self._flagged(choice, times):
            return flags.__getitem__
        if not choice.field:
            return self._holds(choice)
        postings = self._lists(choice)
        return lambda number: any(is_in(known, number) for known in postings)

    def _flagged(self, choice: Choice, times: int) -> bytearray | None:
        """The flags of ``choice``, if asking about it so many ``times`` is worth setting them."""
        if flags := self._flags.get(choice):
            return flags
        most = (_LOOKS // 2 if choice.begun else _LOOKS) * (times + 100)
        if len(choice.words) != 1:  # or else it is likely to be asked about with the next key
            most = min(_MANY, most)
        if self.size(choice) > most:
            return None
        return self._flags.set(choice, len(self._lines), self._lists(choice))

    def _holds(self, choice: Choice) -> Callable[[int], bool]:
        return holds(self._lines, choice, self.vocabulary().count)

    def _in_a_row(self, run: Phrase | Filter) -> Callable[[int], bool]:
        """Tells of a quote whether it has words side by side."""
        if isinstance(run, Phrase):
            needle = side_by_side(run).encode()
            return lambda number: needle in self._lines.raw(number)
        words = f" {' '.join(run.words)}"

        def has(number: int) -> bool:
            source = self._origins[self._article_of[number]].source
            entry = self._entries[number]
            value = values_of(entry, words_of(entry.speaker), source).get(run.field, ())
            return words in f" {' '.join(value)}"

        return has

    def sounding_like(self, word: str, field: Field | Literal[""] = "") -> list[str]:
        """Words of a field that sound roughly like ``word``; some may be there no longer."""
        if not field:
            return self._sounds.like(word)
        (key,) = rough([word])
        words = self.vocabulary(field).beginning(word[0])
        return [other for other, heard in zip(words, rough(words), strict=True) if heard == key]

    def prepare(self) -> Iterator[None]:
        """Make ready the words and the names."""
        # The words that lie apart take most of the room, which is free for what is made after.
        self._sounds.hear()
        self._vocabularies[""].settle()
        yield from self._postings[""].pack(self._vocabularies[""].words)
        yield from super().prepare()
        yield from self._names.prepare()

    def _named(self, field: Field) -> Iterator[str]:
        """The names in each quote that a filter looks at."""
        for article, ranges in self._quotes_of.items():
            for quotes in ranges:
                if field == "speaker":
                    yield from self._entries.speakers(quotes)
                elif field == "place":
                    yield from self._entries.places(quotes)
                elif field == "source":
                    yield from repeat(self._origins[article].source, len(quotes))

    def names(self, field: Field, beginning: str, limit: int) -> list[tuple[str, int]]:
        """Names with a word of that ``beginning``, the most frequent first."""
        return self._names.found(field, beginning, limit)
