"""What a query may ask for: phrases, what must not be there, filters; and any string at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.search.index import Entry, Origin, QuoteIndex, Superseded
from newsreader.search.query import Filter, Phrase, parse

QUOTES = (
    Entry("It is a crucial phase of the war", "Jens Stoltenberg", 0, "direct", ("Brussels",)),
    Entry("The phase was crucial for the war effort", "Ana Silva", 1, "indirect", ("Kyiv",)),
    Entry("Peace will come", "Ana Silva", 2, "direct", ("Kyiv", "New York")),
    Entry("A polish for the table", "Marek Nowak", 3, "mixed"),
    Entry("A Polish plan for a re-sign of peace", "Marek Nowak", 4, "mixed"),
)


@pytest.fixture(scope="module")
def index() -> QuoteIndex:
    index = QuoteIndex()
    index.add(QUOTES, Origin("a", source="bridge.txt The bridge is falling"))
    index.add([Entry("Another crucial phase", "Jens Stoltenberg", 9)], Origin("b", source="b.md"))
    return index


def _found(index: QuoteIndex, query: str) -> list[int]:
    return sorted(match.entry for match in index.search(query))


@pytest.mark.parametrize(
    ("query", "entries"),
    [
        ('"crucial phase"', [0, 5]),
        ("“crucial phase”", [0, 5]),
        ("“CRUCIAL phase”", [0, 5]),
        ('"phase crucial"', []),
        ('"cruciel phase"', []),
        ('"crucial pha', [0, 5]),
        ('war "crucial phase"', [0]),
        ("crucial -war", [5]),
        ('crucial -"crucial phase"', [1]),
        ("-crucial", [2, 3, 4]),
        ('-"crucial phase" -polish', [1, 2]),
        ("crucial -zzz", [0, 1, 5]),
        ("speaker:stoltenberg", [0, 5]),
        ("speaker:stol", [0, 5]),
        ("speaker:stoltenburg", [0, 5]),
        ('speaker:"ana silva"', [1, 2]),
        ("speaker:silva speaker:ana war", [1]),
        ("speaker:crucial", []),
        ("-speaker:stoltenberg crucial", [1]),
        ("-speaker:stoltenberg", [1, 2, 3, 4]),
        ("kind:direct", [0, 2]),
        ("KIND:Indirect", [1]),
        ("kind:in", [1]),
        ("place:kyiv", [1, 2]),
        ('place:"new york"', [2]),
        ("place:kyiv -kind:indirect", [2]),
        ("source:bridge kind:direct", [0, 2]),
        ("source:b.md", [5]),
        ("-source:bridge", [5]),
        ("speaker:", []),
        ("speaker: peace", [2, 4]),
        ("- peace", [2, 4]),
        ("speaker:silva peece", [2]),
    ],
)
def test_a_query_finds_what_it_asks_for(index: QuoteIndex, query: str, entries: list[int]) -> None:
    assert _found(index, query) == entries


def test_capitals_come_first_where_the_query_has_them_and_do_not_matter_elsewhere(
    index: QuoteIndex,
) -> None:
    assert [match.entry for match in index.search("Polish")] == [4, 3]
    assert sorted(_found(index, "polish")) == [3, 4]


def test_hyphens_come_first_where_the_query_has_them() -> None:
    index = QuoteIndex([Entry("they re sign it"), Entry("they re-sign it", "", 1)])
    assert [match.entry for match in index.search("re-sign")] == [1, 0]


def test_words_of_a_phrase_are_lit(index: QuoteIndex) -> None:
    match = index.search('"crucial phase" war')[0]
    lit = [QUOTES[match.entry].text[start:end] for start, end in match.letters]
    assert lit == ["crucial", "phase", "war"]


def test_the_parts_of_a_query_are_told_apart() -> None:
    query = parse('peace -war "in our time" -"not now" speaker:ana -kind:direct "open en')
    assert query.words == ("peace",)
    assert query.phrases == (Phrase(("in", "our", "time")), Phrase(("open", "en"), begun=True))
    assert query.without == (Phrase(("war",)), Phrase(("not", "now")))
    assert query.filters == (Filter("speaker", ("ana",)), Filter("kind", ("direct",), True))


def test_what_was_looked_at_and_not_good_enough_is_not_counted() -> None:
    texts = [*(f"the lake number {n} rose" for n in range(30)), "a report before noon"]
    found = QuoteIndex(Entry(text) for text in texts).find("before the zzzz", 200)
    assert found.total == len(found.matches) == 1


def test_what_is_counted_is_all_that_matches() -> None:
    index = QuoteIndex(Entry(f"the same words {number}") for number in range(300))
    assert index.find("same words", 7).total == 300
    assert len(index.find("same words", 7).matches) == 7
    assert index.find("same", 7).counted == "300"
    many = QuoteIndex(Entry("the same words") for _ in range(1200))
    assert many.find("same", 7).counted == "1000+"


@pytest.mark.parametrize(
    "query",
    [
        '"' * 10_000,
        "a" * 10_000,
        "a " * 5_000,
        "- " * 5_000,
        "-a " * 3_000,
        "speaker:" * 1_200,
        '"a" ' * 2_500,
        "NEAR(war phase)",
        "war AND",
        "war OR NOT",
        "folded:war",
        "war*",
        "^war",
        "{folded}:war",
        "' OR 1=1 --",
        "(((((",
        "\x00war",
        "war\x00",
        "\ud800 war",
        "\ue000stoltenberg",
        "speaker:\ue000x",
        "+war",
        '-"',
        '-speaker:"',
    ],
)
def test_hostile_queries_are_harmless(index: QuoteIndex, query: str) -> None:
    assert len(index.search(query)) <= 6
    index.complete(query)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='ab -"“”:*()^spekrlac\u2019é', max_size=30))
def test_any_query_is_answered(index: QuoteIndex, query: str) -> None:
    found = index.find(query)
    assert found.total >= len(found.matches)
    index.complete(query)


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("sp", ["speaker:"]),
        ("war -pl", ["war -place:"]),
        ("speaker:", ['speaker:"Ana Silva" ', 'speaker:"Jens Stoltenberg" ']),
        ("war speaker:sto", ['war speaker:"Jens Stoltenberg" ']),
        ('war speaker:"an', ['war speaker:"Ana Silva" ']),
        ("place:ne", ['place:"New York" ']),
        ("kind:", ["kind:direct ", "kind:mixed ", "kind:indirect "]),
        ("kind:d", ["kind:direct "]),
        ("source:fall", ['source:"bridge.txt The bridge is falling" ']),
        ("speaker:ana ", []),
        ("war", []),
        ("", []),
    ],
)
def test_filters_are_completed_as_one_types(
    index: QuoteIndex, typed: str, completed: list[str]
) -> None:
    found = [each.query for each in index.complete(typed)]
    assert found[: len(completed)] == completed
    assert bool(found) == bool(completed)


def test_what_completion_offers_finds_something(index: QuoteIndex) -> None:
    for begun in ("speaker:", "place:", "source:"):
        for each in index.complete(begun):
            assert len(_found(index, each.query)) == each.quotes


def test_a_search_that_is_not_wanted_any_more_ends(index: QuoteIndex) -> None:
    with pytest.raises(Superseded):
        index.find("crucial", wanted=lambda: False)
    assert index.find("crucial").total == 3
