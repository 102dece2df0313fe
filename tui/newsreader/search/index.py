"""Finds the quote that someone half remembers, typos and all.

A query goes through the vocabulary word by word, from exact words to abbreviations, only as far
as needed; the quotes that hold what it may mean are then ranked, a bounded number of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from math import log
from time import perf_counter

from newsreader.article import Span
from newsreader.search.folding import fold_words
from newsreader.search.letters import letters_in
from newsreader.search.matches import MOST, Entry, Match
from newsreader.search.ranking import Meaning
from newsreader.search.vocabulary import EXACT, LEVELS, TWO_EDITS, Vocabulary

__all__ = ["Entry", "Match", "QuoteIndex"]

ENOUGH = 10
"""Found quotes with which the search does not go on to looser meanings."""
FEW = 3
"""Found quotes with which it does not go on to two edits, unless they have the words as typed."""
MOST_WORDS = 12
_MOST_LETTERS = 64
_CHUNK = 5_000


def _chunks(text: str) -> Iterator[Span]:
    """Spans that together cover ``text``, cut at spaces where there are any."""
    start = 0
    while len(text) - start > 2 * _CHUNK:
        space = text.find(" ", start + _CHUNK, start + 2 * _CHUNK)
        end = space if space > 0 else start + _CHUNK
        yield start, end
        start = end
    yield start, len(text)


class QuoteIndex:
    """An index over quotes that can grow while it is used."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: list[Entry] = []
        self._vocabulary = Vocabulary()
        self._quotes_of: list[array[int]] = []
        self._words: list[array[int]] = []
        self._forms_at = array("I")
        self._speakers: dict[str, int] = {"": 0}
        self._speaker_words: list[list[int]] = [[]]
        self._speaker_of = array("I")
        self._meant: dict[tuple[str, int], dict[int, float]] = {}
        self.add(entries)

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Adds quotes; they can be found at once."""
        for _ in self.add_in_steps(entries, float("inf")):
            pass

    def add_in_steps(self, entries: Iterable[Entry], seconds: float = 0.004) -> Iterator[None]:
        """Adds quotes, giving way each time about ``seconds`` have gone by; what was added before
        can be found meanwhile. Run to the end it does what ``add`` does."""
        due = perf_counter() + seconds
        for entry in entries:
            for _ in self._adding(entry):
                if perf_counter() > due:
                    yield
                    due = perf_counter() + seconds
            if perf_counter() > due:
                yield
                due = perf_counter() + seconds

    def search(self, query: str, limit: int = 50) -> list[Match]:
        """The best ``limit`` quotes for ``query``, best first; none for a query without letters
        or digits. Words count in any order, and in the speaker's name too."""
        words = tuple(word[:_MOST_LETTERS] for word in fold_words(query).words[:MOST_WORDS])
        if not words or not self._entries:
            return []
        found = self._close(words)
        if not found and (apart := self._apart(words)) != words and (found := self._close(apart)):
            words = apart
        for level in LEVELS[TWO_EDITS:]:
            found = found or self._scored(words, level)
        if not found and len(words) > 1:
            found = self._scored(words, LEVELS[-1], partly=True)
        best = nsmallest(limit, found.items(), key=lambda item: (-item[1][0], self._order(item[0])))
        return [Match(entry, score, self, words, meaning) for entry, (score, meaning) in best]

    def locate(
        self, entry: int, query: tuple[str, ...], meaning: Meaning
    ) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The matched spans of an entry's text and of its speaker's name."""
        text, speaker, _ = self._entries[entry]
        hits, vocabulary = meaning.hits, self._vocabulary
        letters, fits = letters_in(text, query, hits, vocabulary, skip=frozenset())
        if hits.keys().isdisjoint(self._speaker_words[self._speaker_of[entry]]):
            return letters, ()
        better = frozenset(place for place, fit in fits.items() if fit >= 1)
        return letters, letters_in(speaker, query, hits, vocabulary, skip=better)[0]

    def _adding(self, entry: Entry) -> Iterator[None]:
        """Adds one quote, giving way after each few thousand letters of a very long one."""
        number = len(self._entries)
        add = self._vocabulary.add
        numbers = array("I")
        others: list[str] = []
        for start, end in _chunks(entry.text):
            if start:
                self._make_room()
                yield
            words, forms = fold_words(entry.text[start:end])
            numbers.extend([add(word) for word in words])
            others.extend(forms)
        forms_at = len(numbers)
        numbers.extend([add(form) for form in others])
        speaker = self._speakers.get(entry.speaker)
        if speaker is None:
            speaker = self._speakers[entry.speaker] = len(self._speaker_words)
            name = fold_words(entry.speaker)
            self._speaker_words.append([add(word) for word in (*name.words, *name.forms)])
        self._make_room()
        for word in {*numbers, *self._speaker_words[speaker]}:
            self._quotes_of[word].append(number)
        self._forms_at.append(forms_at)
        self._words.append(numbers)
        self._speaker_of.append(speaker)
        self._entries.append(entry)
        self._meant.clear()

    def _make_room(self) -> None:
        """A list of quotes for each word of the vocabulary, so that a search may come now."""
        while len(self._quotes_of) < len(self._vocabulary.words):
            self._quotes_of.append(array("I"))

    def _order(self, entry: int) -> tuple[int, int]:
        return self._entries[entry].position, entry

    def _close(self, words: tuple[str, ...]) -> dict[int, tuple[float, Meaning]]:
        """What has all ``words``, by as loose a meaning as it takes to find enough; not beyond one
        edit unless a few quotes make it doubtful that those are meant."""
        found: dict[int, tuple[float, Meaning]] = {}
        verbatim = False
        for level in LEVELS[: TWO_EDITS + 1]:
            doubtful = found and len(found) < FEW and not verbatim
            if len(found) >= ENOUGH or (level == TWO_EDITS and not doubtful):
                break
            for entry, scored in self._scored(words, level).items():
                found.setdefault(entry, scored)
            verbatim = verbatim or (level == EXACT and bool(found))
        return found

    def _apart(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """``words`` with those split that are two known words written together."""
        apart: list[str] = []
        for word in words:
            both = None if self._meaning_of(word, EXACT) else self._vocabulary.split(word)
            apart.extend(both or (word,))
        return tuple(apart[:MOST_WORDS])

    def _meaning_of(self, word: str, level: int) -> dict[int, float]:
        meant = self._meant.get((word, level))
        if meant is None:
            if len(self._meant) > 100:
                self._meant.clear()
            meant = self._meant[word, level] = self._vocabulary.meant(word, level)
        return meant

    def _scored(
        self, words: tuple[str, ...], level: int, *, partly: bool = False
    ) -> dict[int, tuple[float, Meaning]]:
        """Candidates at one level of looseness with their scores, at most ``MOST`` of them."""
        joined = self._joined(words) if level > EXACT else {}
        meant = []
        for place, word in enumerate(words):
            # A letter with words after it is a word and not the beginning of one.
            letter = len(word) == 1 and place < len(words) - 1 and self._meaning_of(word, EXACT)
            means = self._meaning_of(word, EXACT if letter else level)
            meant.append({**joined.get(place, {}), **means})
            if not meant[-1] and not partly:
                return {}
        if not any(meant):
            return {}
        sizes = [sum([len(self._quotes_of[number]) for number in meanings]) for meanings in meant]
        candidates = self._candidates(words, meant, sizes, partly)
        if not candidates:
            return {}
        count = len(self._entries)
        weights = [
            log(1.5 + count / (1 + min(size, count))) * min(len(word), 8) ** 0.5
            for word, size in zip(words, sizes, strict=True)
        ]
        hits: dict[int, list[tuple[int, float]]] = {}
        for place, meanings in enumerate(meant):
            for number, fit in meanings.items():
                hits.setdefault(number, []).append((place, fit))
        meaning = Meaning(hits, weights)
        speakers: dict[int, list[float]] = {}
        scored: dict[int, tuple[float, Meaning]] = {}
        for entry in candidates:
            speaker = self._speaker_of[entry]
            fits = speakers.get(speaker)
            if fits is None:
                fits = speakers[speaker] = meaning.fits_of(self._speaker_words[speaker])
            score = meaning.score(self._words[entry], self._forms_at[entry], fits, partly)
            if score:
                scored[entry] = score, meaning
        return scored

    def _joined(self, words: tuple[str, ...]) -> dict[int, dict[int, float]]:
        """For the places of neighbours that are known as one word, as ``land bridge`` may be
        ``landbridge``, that word."""
        joined: dict[int, dict[int, float]] = {}
        for place in range(len(words) - 1):
            number = self._vocabulary.get(words[place] + words[place + 1])
            if number is not None:
                joined[place] = joined[place + 1] = {number: 0.9}
        return joined

    def _candidates(
        self,
        words: tuple[str, ...],
        meant: list[dict[int, float]],
        sizes: list[int],
        partly: bool,
    ) -> list[int]:
        order = sorted(range(len(words)), key=sizes.__getitem__)
        if partly:
            some: set[int] = set()
            for place in order:
                if not some or len(some) + sizes[place] <= 4 * MOST:
                    some |= self._quotes_with(meant[place], 4 * MOST)
            return sorted(some)[: 4 * MOST]
        alone = len(words) == 1
        chosen = self._quotes_with(meant[order[0]], 10 * MOST if alone else None)
        for place in order[1:]:
            if len(chosen) <= MOST and sizes[place] > 20 * MOST:
                break
            chosen &= self._quotes_with(meant[place], None)
        if len(chosen) <= MOST:
            return list(chosen)
        return self._narrowed(words, chosen)

    def _narrowed(self, words: tuple[str, ...], chosen: set[int]) -> list[int]:
        """Of too many candidates first those that hold the query word for word."""
        numbers = [self._vocabulary.get(word) for word in words]
        first: list[int] = []
        if len(words) > 1 and None not in numbers[:-1]:
            if numbers[-1] is None:
                numbers.pop()
            phrase = array("I", [number for number in numbers if number is not None]).tobytes()
            for entry in sorted(chosen):
                if phrase in self._words[entry].tobytes():
                    first.append(entry)
                    if len(first) == MOST:
                        return first
        rest = sorted(chosen.difference(first), key=self._size)
        return first + rest[: MOST - len(first)]

    def _size(self, entry: int) -> int:
        return len(self._words[entry])

    def _quotes_with(self, meanings: dict[int, float], most: int | None) -> set[int]:
        quotes: set[int] = set()
        for number in meanings:
            quotes.update(self._quotes_of[number])
            if most is not None and len(quotes) >= most:
                break
        return quotes
