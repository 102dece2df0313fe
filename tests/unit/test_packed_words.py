"""Many words in little memory, found as in a sorted list."""

from __future__ import annotations

import tracemalloc
from collections import Counter
from collections.abc import Callable
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from newsreader.search.counted import counted
from newsreader.search.vocabulary import FREQUENT
from newsreader.search.words import Groups, Words
from tests.unit.search_corpus import words

_LEXICONS = st.builds(
    lambda letters, count, seed: sorted(
        {
            "".join(random.choices(letters, k=random.randint(1, 6)))
            for random in [Random(seed)]
            for _ in range(count)
        }
    ),
    st.sampled_from(["ab", "abcdefgh9", "aбé中", "a\U00010480"]),
    st.sampled_from([0, 1, 127, 128, 129, 1000]),
    st.integers(0, 1000),
)


@given(_LEXICONS, st.data())
def test_packed_words_are_found_as_in_a_list(lexicon: list[str], data: st.DataObject) -> None:
    packed, at = Words(), 0
    while at < len(lexicon):
        size = data.draw(st.sampled_from([1, 100, 128, 200]))
        packed.extend(lexicon[at : at + size])
        at += size
    assert list(packed) == [packed[number] for number in range(len(packed))] == lexicon
    letters = sorted(set("".join(lexicon))) or ["a"]
    for _ in range(10):
        begun = "".join(data.draw(st.lists(st.sampled_from(letters), max_size=4)))
        expected = [word for word in lexicon if word.startswith(begun)]
        assert packed.beginning(begun) == [packed[number] for number in packed.span(begun)]
        assert packed.beginning(begun) == expected
        assert packed.beginning(begun, 2) == expected[:2]
        assert packed.place(begun) == (lexicon.index(begun) if begun in lexicon else None)


def test_groups_hold_each_word_under_its_kind() -> None:
    lexicon = words(2000, 5)
    groups: Groups[tuple[str, int]] = Groups(lambda word: (word[0], len(word)))
    for start in range(0, len(lexicon), 300):
        groups.add(lexicon[start : start + 300])
    for first, size in {(word[0], len(word)) for word in lexicon}:
        expected = [word for word in lexicon if (word[0], len(word)) == (first, size)]
        assert groups.of((first, size)) == expected
    assert groups.of(("q", 99)) == []


def test_the_same_is_said_of_words_whose_counts_lie_in_a_row_and_of_new_ones() -> None:
    random = Random(2)
    counts = Counter({word: random.randint(1, 9) for word in words(3000, 4)})
    vocabulary = counted(counts)
    for more in ({}, {"stabber": 7, "tozzed": 3}):
        counts.update(more)
        vocabulary.count = counts.__getitem__
        vocabulary.add([*more])
        for begun in ("", "s", "sta", "stab", "tozzed", "zzz"):
            begin = [word for word in sorted(counts) if word.startswith(begun)]
            assert vocabulary.beginning(begun) == begin
            assert vocabulary.total(begun) == sum(counts[word] for word in begin)
            best = sorted(((counts[word], word) for word in begin), reverse=True)[:FREQUENT]
            assert vocabulary.frequent(begun) == [word for _, word in best]
            assert vocabulary.begins(begun) == any(word != begun for word in begin)


def test_beside_new_words_those_whose_counts_lie_in_a_row_are_not_counted_one_by_one() -> None:
    random = Random(3)
    known, new = words(5000, 4), set(words(7000, 9))
    new.difference_update(known)
    assert len(new) > 1000
    counts = {word: random.randint(1, 9) for word in (*known, *new)}
    vocabulary = counted({word: counts[word] for word in known})
    asked: set[str] = set()

    def count(word: str) -> int:
        asked.add(word)
        return counts[word]

    vocabulary.count = count
    vocabulary.add(sorted(new))
    for begun in ("s", "st", "br", ""):
        assert vocabulary.total(begun) == sum(
            counts[word] for word in counts if word.startswith(begun)
        )
        assert len(vocabulary.frequent(begun)) == FREQUENT
    assert asked == new


def test_packed_twice_words_take_half_of_the_memory_that_a_list_of_them_takes() -> None:
    def memory(make: Callable[[], object]) -> int:
        tracemalloc.start()
        made = make()
        taken = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        assert made
        return taken

    lexicon = sorted(words(20_000, 3))

    def grouped() -> object:
        groups = Groups(len)
        groups.add(lexicon)
        return groups

    listed = memory(lambda: ["".join(list(word)) for word in lexicon])
    assert memory(lambda: Words(lexicon)) + memory(grouped) < listed / 2
