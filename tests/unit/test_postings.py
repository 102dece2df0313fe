"""Which quotes have a word: the same whether they lie loose, packed, or are being packed."""

from __future__ import annotations

import tracemalloc
from array import array
from random import Random

import pytest

from newsreader.search import postings
from newsreader.search.postings import Postings
from newsreader.search.words import Words
from tests.unit.search_corpus import words


@pytest.mark.parametrize("seed", range(12))
def test_numbers_are_the_same_however_they_lie(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "_AT_ONCE", 20)
    monkeypatch.setattr(postings, "_LOOSE", 50)
    monkeypatch.setattr(postings, "_MANY", 10)
    monkeypatch.setattr(postings, "_LONG", 16)
    random, lexicon = Random(seed), words(400, seed)
    said: dict[str, list[int]] = {}
    quotes: dict[int, list[str]] = {}
    some, packing = Postings(), iter(())
    packed_times = 0
    for number in range(400):
        spoken = sorted({lexicon[int(random.random() ** 3 * len(lexicon))] for _ in range(8)})
        quotes[number] = spoken
        assert some.add(number, spoken) == [word for word in spoken if word not in said]
        for word in spoken:
            said.setdefault(word, []).append(number)
        if random.random() < 0.3:
            taken = random.choice([*quotes])
            some.remove(taken, quotes[taken])
            for word in quotes.pop(taken):
                said[word].remove(taken)
        if next(packing, 0) == 0:
            packing = some.pack(Words(sorted(said)))
            packed_times += next(packing, 0) is None
        if number % 9 == 0:
            for word in (*random.sample(lexicon, 10), "", "zzz"):
                assert some.of(word) == array("I", said.get(word, ()))
                assert some.count(word) == len(said.get(word, ()))
                begun = word[: random.randint(0, 3)]
                begin = [numbers for word, numbers in said.items() if word.startswith(begun)]
                assert some.total(begun) == sum(map(len, begin))
                lists = some.beginning(begun)
                assert lists is not None
                listed = [number for numbers in lists for number in numbers]
                assert sorted(listed) == sorted(number for numbers in begin for number in numbers)
    assert packed_times > 5


def test_packing_goes_on_where_it_was_when_who_asked_for_it_goes_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(postings, "_AT_ONCE", 100)
    monkeypatch.setattr(postings, "_LOOSE", 100)
    some, lexicon = Postings(), sorted(words(1000, 2))
    some.add(0, lexicon)
    steps = some.pack(Words(lexicon))
    next(steps)
    del steps
    assert len([*some.pack(Words(lexicon))]) == 9
    assert len([*some.pack(Words(lexicon))]) == 0
    assert [some.count(word) for word in lexicon] == [1] * len(lexicon)


def test_packed_they_take_half_of_the_memory() -> None:
    random, lexicon = Random(1), words(20_000, 3)
    some = Postings()
    tracemalloc.start()
    for number in range(20_000):
        spoken = {lexicon[int(random.random() ** 4 * len(lexicon))] for _ in range(20)}
        some.add(number, [f"{word}." for word in spoken])
    loose, _ = tracemalloc.get_traced_memory()
    said = Words(sorted(f"{word}." for word in lexicon if some.count(f"{word}.")))
    for _ in some.pack(said):
        pass
    packed, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert packed < 0.65 * loose, (loose, packed)
