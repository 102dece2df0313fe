"""What the search counts as the same, what it ranks first, and which letters it lights."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search_corpus import entries

from newsreader.search.folding import fold_words, word_places
from newsreader.search.index import Entry, Match, QuoteIndex

QUOTES = (
    Entry("It is a crucial phase of the war", "Jens Stoltenberg"),
    Entry("Putin’s land bridge to occupied Crimea", "Jens Stoltenberg", 1),
    Entry("A long-term commitment, «naïve» or not", "Josep Borrell", 2),
    Entry("We don't negotiate under fire", "Дмитро Кулеба", 3),
    Entry("Россия должна остановиться", "Дмитро Кулеба", 4),
    Entry("習近平は中国の指導者です", "", 5),
    Entry(
        "The phase that follows the war is crucial to all of us and to those who come after", "", 6
    ),
    Entry("Straße, Ærø and Łódź are places", "", 7),
    Entry("إنها مرحلة حاسمة", "", 8),
)


@pytest.fixture(scope="module")
def index() -> QuoteIndex:
    return QuoteIndex(QUOTES)


def _entries(matches: list[Match]) -> list[int]:
    return [match.entry for match in matches]


def _lit(match: Match) -> list[str]:
    return [QUOTES[match.entry].text[start:end] for start, end in match.letters]


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("cruciel fase", 0),
        ("CRUCIAL", 0),
        ("stoltenberg crucial", 0),
        ("crucial stoltenbrg", 0),
        ("phase crucial", 0),
        ("crucialphase", 0),
        ("land-bridge", 1),
        ("landbridge", 1),
        ("putin's", 1),
        ("putins", 1),
        ("putin bridge", 1),
        ("ocupied crimaea", 1),
        ("longterm", 2),
        ("long term", 2),
        ("thewar crucial", 6),
        ("long‑term", 2),
        ("naive", 2),
        ("“naïve”", 2),
        ("dont", 3),
        ("don’t", 3),
        ("ngtt", 3),
        ("росия", 4),
        ("должна", 4),
        ("кулеба россия", 4),
        ("中国", 5),
        ("指導者", 5),
        ("strasse", 7),
        ("lodz", 7),
        ("aero", 7),
        ("حاسمة", 8),
    ],
)
def test_a_half_remembered_query_finds_its_quote_first(
    index: QuoteIndex, query: str, entry: int
) -> None:
    assert _entries(index.search(query))[:1] == [entry]


@pytest.mark.parametrize("query", ["", "  ", "…", "“”", "zzzzqqq", "the zzzzqqq", "\x1b", "-", "'"])
def test_what_means_nothing_finds_nothing(index: QuoteIndex, query: str) -> None:
    assert index.search(query) == []


def test_one_unknown_word_does_not_hide_what_the_rare_one_finds(index: QuoteIndex) -> None:
    assert _entries(index.search("crimea zzzzqqq"))[:1] == [1]


def test_the_words_as_they_stand_come_before_the_same_words_apart(index: QuoteIndex) -> None:
    assert _entries(index.search("crucial phase"))[:2] == [0, 6]


def test_a_long_quote_does_not_win_by_its_length() -> None:
    short = "the war goes on"
    long = " ".join(["the war and the war"] * 40)
    assert _entries(QuoteIndex([Entry(long), Entry(short, position=1)]).search("war"))[0] == 1


def test_the_exact_word_comes_before_a_word_like_it() -> None:
    quotes = [Entry("he was a farmer"), Entry("he was at war", position=1)]
    assert _entries(QuoteIndex(quotes).search("war"))[0] == 1


def test_the_rarer_word_decides_when_no_quote_has_both() -> None:
    common = [Entry(f"peace is possible {number}") for number in range(30)]
    quotes = [*common, Entry("an armistice was signed", position=99)]
    assert _entries(QuoteIndex(quotes).search("peace armistice"))[0] == 30


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("prices trade", ["Prices of trade rise"]),
        ("trade prices", ["Prices of trade rise", "Prizes of trade are won"]),  # still typed
        ("of trade prices", ["Prices of trade rise"]),
        ("prizes trode", ["Prizes of trade are won"]),
        ("pricess trade", ["Prices of trade rise"]),
    ],
)
def test_beside_quotes_that_have_all_words_none_is_taken_for_misspelt_that_is_known(
    query: str, found: list[str]
) -> None:
    texts = ("Prices of trade rise", "Prizes of trade are won")
    matches = QuoteIndex(map(Entry, texts)).search(query)
    assert [match.record().entry.text for match in matches] == found


def test_equals_come_in_the_order_of_the_text() -> None:
    quotes = [Entry("peace now", position=9), Entry("peace now", position=3)]
    assert _entries(QuoteIndex(quotes).search("peace")) == [1, 0]


def test_exact_words_are_lit_whole(index: QuoteIndex) -> None:
    assert _lit(index.search("crucial phase")[0]) == ["crucial", "phase"]


def test_of_a_beginning_only_the_typed_letters_are_lit(index: QuoteIndex) -> None:
    assert _lit(index.search("commit")[0]) == ["commit"]


def test_of_a_misspelt_word_the_right_letters_are_lit(index: QuoteIndex) -> None:
    assert _lit(index.search("cruciel fase")[0]) == ["cruci", "l", "ase"]


def test_letters_are_lit_where_the_text_has_accents_and_marks(index: QuoteIndex) -> None:
    assert _lit(index.search("naive")[0]) == ["naïve"]
    assert _lit(index.search("dont")[0]) == ["don", "t"]
    assert _lit(index.search("strasse")[0]) == ["Straße"]


def test_a_name_is_lit_in_the_speaker_and_not_in_the_quote(index: QuoteIndex) -> None:
    match = index.search("stoltenberg crucial")[0]
    assert [QUOTES[0].speaker[start:end] for start, end in match.speaker_letters] == ["Stoltenberg"]
    assert _lit(match) == ["crucial"]


def test_a_speaker_alone_finds_what_they_said(index: QuoteIndex) -> None:
    assert sorted(_entries(index.search("borell"))) == [2]
    assert sorted(_entries(index.search("jens"))) == [0, 1]


def test_no_more_results_than_asked_for() -> None:
    index = QuoteIndex(Entry(f"the same words {number}") for number in range(300))
    assert len(index.search("same words", 7)) == 7
    assert len(index.search("s")) == 50


def test_quotes_added_later_are_found_and_the_numbers_go_on() -> None:
    index = QuoteIndex([Entry("first light")])
    assert index.search("second") == []
    index.add([Entry("second wind")])
    assert _entries(index.search("second")) == [1]
    assert len(index) == 2


def test_adding_in_steps_gives_way_and_ends_with_the_same_index() -> None:
    quotes = entries(400)
    slow = QuoteIndex()
    steps = sum(1 for _ in slow.add_in_steps(quotes, 0.0))
    assert steps > 4
    word = fold_words(quotes[7].text).words[0]
    assert _entries(slow.search(word)) == _entries(QuoteIndex(quotes).search(word))


def test_one_very_long_quote_is_added_in_many_steps_and_found() -> None:
    text = "lorem ipsum dolor " * 20_000 + "needle"
    index = QuoteIndex([Entry("something else")])
    steps = 0
    for _ in index.add_in_steps([Entry(text)], 0.0):
        steps += 1
        assert [match.entry for match in index.search("something lorem")][:1] == [0]
    assert steps > 10
    match = index.search("neddle")[0]
    assert text[match.letters[0][0] :][:3] == "nee"


def test_the_first_letters_need_no_fuzzy_matching_to_be_loaded() -> None:
    code = (
        "import sys; from newsreader.search.index import *; i = QuoteIndex([Entry('a')]);"
        "i.search('a'); sys.exit('rapidfuzz' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_words_and_their_places_are_the_same_words(text: str) -> None:
    words, forms = fold_words(text)
    places, other = word_places(text)
    assert [place.word for place in places] == words
    assert [place.word for place in other] == forms
    for word, offsets in (*places, *other):
        assert len(word) == len(offsets)
        assert list(offsets) == sorted(offsets)
        assert all(0 <= offset < len(text) for offset in offsets)
    some = set(words[::2])
    for place, only in zip(places, word_places(text, lambda words: some)[0], strict=True):
        assert only == place or (place.word not in some and not only.word)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.text(max_size=40), st.text(max_size=8)), max_size=6), st.text(max_size=24)
)
def test_any_query_over_any_text_gives_valid_spans(
    quotes: list[tuple[str, str]], query: str
) -> None:
    index = QuoteIndex(Entry(text, speaker) for text, speaker in quotes)
    for match in index.search(query):
        text, speaker = quotes[match.entry]
        for spans, over in ((match.letters, text), (match.speaker_letters, speaker)):
            ends = [0, *(end for span in spans for end in span)]
            assert ends == sorted(ends)
            assert ends[-1] <= len(over)
            assert all(start < end for start, end in spans)


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_a_quote_is_found_by_its_own_words(text: str) -> None:
    index = QuoteIndex([Entry("something else"), Entry(text)])
    words = fold_words(text).words
    if words:
        assert 1 in _entries(index.search(" ".join(words)))


def test_every_character_is_folded_like_the_characters_it_stands_for() -> None:
    known = [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(char) not in ("Cn", "Co", "Cs")
    ]
    text = " ".join([*known, *(f"x{char}y" for char in known)])
    words = fold_words(text).words
    assert fold_words(" ".join(words)).words == words
    for written, typed in (("Brand™", "brandtm"), ("№ 5", "No 5"), ("㏺", "27日"), ("𝚨", "α")):
        index = QuoteIndex([Entry("something else"), Entry(written)])
        assert _entries(index.search(typed)) == [1]
