"""The promise of the search: what someone half remembers is among the first ten."""

from __future__ import annotations

from random import Random

from search_corpus import Corpus, corpus

from benchmarks.quotes import mistyped
from newsreader.search.index import Entry, QuoteIndex

_QUERIES = 300


def test_an_exact_word_finds_its_quote() -> None:
    quotes = corpus()
    random = Random(11)
    queries = [(probe.entry, random.choice(probe.rare)) for probe in quotes.probes(_QUERIES, 1)]
    assert quotes.share_found(queries) >= 0.99


def test_two_words_out_of_order_find_their_quote() -> None:
    quotes = corpus()
    queries = [
        (probe.entry, f"{probe.rare[-1]} {probe.rare[0]}") for probe in quotes.probes(_QUERIES, 2)
    ]
    assert quotes.share_found(queries) >= 0.99


def test_the_beginning_of_a_word_finds_its_quote() -> None:
    quotes = corpus()
    queries = [(probe.entry, _prefix(quotes, probe.rare)) for probe in quotes.probes(_QUERIES, 3)]
    assert quotes.share_found(queries) >= 0.99


def test_one_edit_finds_its_quote() -> None:
    quotes = corpus()
    random = Random(14)
    queries = [
        (probe.entry, mistyped(random.choice(probe.rare), random))
        for probe in quotes.probes(_QUERIES, 4)
    ]
    assert quotes.share_found(queries) >= 0.95


def test_one_edit_in_each_of_two_words_finds_their_quote() -> None:
    quotes = corpus()
    random = Random(15)
    queries = [
        (probe.entry, " ".join(mistyped(word, random) for word in random.sample(probe.rare, 2)))
        for probe in quotes.probes(_QUERIES, 5)
    ]
    assert quotes.share_found(queries) >= 0.95


def test_two_edits_in_a_long_word_find_its_quote() -> None:
    quotes = corpus()
    random = Random(16)
    queries = [
        (probe.entry, mistyped(mistyped(random.choice(probe.rare), random), random))
        for probe in quotes.probes(_QUERIES, 6, at_least=8)
    ]
    assert quotes.share_found(queries) >= 0.85


def test_a_word_at_two_edits_is_meant_rather_than_one_that_only_roughly_sounds_so() -> None:
    heard = [Entry(f"They hold {number} titles already") for number in range(12)]
    index = QuoteIndex([*heard, Entry("He went shirtless in the snow"), Entry("A tuneless tattoo")])
    found = index.search("hiutless")
    assert [match.entry for match in found[:1]] == [12]
    assert {match.entry for match in index.search("titels")[:12]} == set(range(12))


def _prefix(quotes: Corpus, rare: list[str]) -> str:
    """The shortest beginning of a rare word that at most ten quotes have a word with."""
    word = max(rare, key=len)
    for size in range(3, min(len(word), 8)):
        if quotes.beginnings[word[:size]] <= 10:
            return word[:size]
    return word
