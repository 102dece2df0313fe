"""Quotes in memory and quotes in a file: two stores, one search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from newsreader.search.index import Entry, Origin, QuoteIndex
from newsreader.search.texts import Texts
from tests.unit.search_corpus import SPEAKERS, words

PLACES = ("Kyiv", "New York", "Łódź", "York")
KINDS = ("direct", "indirect", "mixed")


@pytest.fixture(params=["memory", "file"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[QuoteIndex]:
    index = QuoteIndex(path=tmp_path / "index" if request.param == "file" else None)
    yield index
    index.close()


def test_all_that_have_the_words_are_counted_however_few_are_shown(empty: QuoteIndex) -> None:
    empty.replace(Origin("a"), [Entry(f"tides {at} rise") for at in range(250)])
    for query in ("rise tides", "tides ri"):
        found = empty.find(query, 20)
        assert (found.counted, len(found.matches)) == ("250", 20)


def test_words_that_come_after_a_search_are_found_as_if_the_file_were_opened_anew(
    tmp_path: Path,
) -> None:
    random, path = Random(8), tmp_path / "index"
    lexicon = words(6000, 7)
    index = QuoteIndex(path=path)
    index.replace(Origin("first"), [Entry(word) for word in lexicon[:200]])
    for start in range(200, 6000, 400):
        assert index.search(lexicon[0])
        some = lexicon[start : start + 400]
        quotes = [Entry(" ".join(random.choices(some, k=20))) for _ in range(60)]
        index.replace(Origin(str(start)), quotes)
        anew = QuoteIndex(path=path)
        for word in random.sample(some, 6):
            for query in (word[:1], word[:3], word[:-1], f"{word[1:]}{word[0]}", f"{word[:2]} s"):
                here, there = index.find(query, 50), anew.find(query, 50)
                assert (here.counted, [match.entry for match in here.matches]) == (
                    there.counted,
                    [match.entry for match in there.matches],
                )
        anew.close()
    index.close()


def article(number: int, lexicon: list[str]) -> tuple[Origin, list[Entry]]:
    random = Random(number)
    quotes = [
        Entry(
            " ".join(random.choices(lexicon, k=random.randint(1, 12))).capitalize(),
            random.choice(SPEAKERS),
            position,
            random.choice(KINDS),
            tuple(random.sample(PLACES, random.randint(0, 2))),
            f"{number}/{position}",
        )
        for position in range(random.randint(0, 20))
    ]
    return Origin(f"article {number}", "", f"The {lexicon[number]} Daily"), quotes


def queries(lexicon: list[str]) -> Iterator[str]:
    """Queries of all sorts, some of which find nothing."""
    random = Random(5)
    for _ in range(150):
        typed = [random.choice(lexicon) for _ in range(random.randint(0, 3))]
        typed += [word[: random.randint(1, 4)] for word in random.sample(lexicon, 1)]
        if random.random() < 0.3:
            typed.append("-" + random.choice(lexicon))
        if random.random() < 0.3:
            typed.append(f'"{random.choice(lexicon)} {random.choice(lexicon)[:3]}')
        if random.random() < 0.4:
            typed.insert(0, random.choice(("speaker:ada", 'speaker:"ministry tides"', "kind:dir")))
        if random.random() < 0.3:
            typed.insert(0, random.choice(('place:"new york"', "place:yrok", "-place:york")))
        if random.random() < 0.2:
            typed.insert(0, random.choice(('-place:"new york"', "-speaker:ad", "source:daily")))
        yield " ".join(typed)


def found(index: QuoteIndex, query: str) -> list[tuple[str, float]]:
    matches = index.find(query, 1000).matches
    return sorted((match.record().entry.details, round(match.score, 9)) for match in matches)


def test_both_find_the_same_whatever_was_put_in_and_taken_out(tmp_path: Path) -> None:
    lexicon = words(60, 3)
    memory, file = QuoteIndex(), QuoteIndex(path=tmp_path / "index")
    random = Random(1)
    for _ in range(60):
        origin, quotes = article(random.randrange(25), lexicon)
        for index in (memory, file):
            if random.random() < 0.25:
                index.remove(origin.key)
            index.replace(origin, quotes)
        if random.random() < 0.3:
            memory.remove(origin.key)
            file.remove(origin.key)
    assert len(memory) == len(file) > 100
    some = 0
    for query in queries(lexicon):
        there = found(memory, query)
        assert there == found(file, query), query
        some += bool(there)
    assert some > 50
    for beginning in ("speaker:a", "place:y", "source:the", "kind:"):
        assert memory.complete(beginning) == file.complete(beginning)
    file.close()


def test_capitals_in_the_query_find_the_one_among_many(empty: QuoteIndex) -> None:
    quotes = [Entry(f"it may rain on day {day} of the year", "") for day in range(900)]
    quotes[700] = Entry("a word with May about the rain", "")
    empty.replace(Origin("one"), quotes)
    assert empty.search("May")[0].entry == 700
    assert empty.search("may")[0].entry != 700


def test_a_quote_taken_out_is_found_no_more_and_its_words_are_unknown(empty: QuoteIndex) -> None:
    empty.replace_all(
        [
            (Origin("one"), [Entry("the quick brown fox", "Ada Okonkwo")]),
            (Origin("two"), [Entry("the lazy dog", "Ada Okonkwo")]),
        ]
    )
    empty.remove("one")
    assert len(empty) == 1
    assert not empty.search("fox")
    assert not empty.search("quikc")
    assert [match.record().origin.key for match in empty.search("okonkwo")] == ["two"]
    assert [each.quotes for each in empty.complete("speaker:ada")] == [1]
    empty.replace(Origin("two"), [Entry("the lazy cat", "Ada Okonkwo")])
    assert [match.record().entry.text for match in empty.search("lazy")] == ["the lazy cat"]


def test_texts_come_out_as_they_went_in() -> None:
    given = ["", "plain", "Łódź \u201cquoted\u201d", "half \ud83d character", "\0", "x" * 5000]
    for pressed_from in (None, 0, 60):
        texts = Texts(pressed_from=pressed_from)
        for _ in range(20):
            texts.extend(given)
        texts.forget(0, 24)
        assert [texts[number] for number in range(48, 120)] == given * 12
