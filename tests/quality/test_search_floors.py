"""The promise of the search, kept on made-up quotes: what is half remembered is among the first
ten. The same queries over 100,000 and 1,000,000 quotes are in ``benchmarks/search.py``."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quotes import FLOORS, KINDS, Corpus
from newsreader.search.index import Origin, QuoteIndex

_QUOTES = 5_000
_WORDS = 30_000
_QUERIES = 500


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(_QUOTES, _WORDS)


@pytest.fixture(scope="module")
def index(corpus: Corpus) -> QuoteIndex:
    return QuoteIndex(corpus.entries)


@pytest.mark.parametrize("kind", KINDS)
def test_the_quote_that_is_meant_is_among_the_first_ten(
    corpus: Corpus, index: QuoteIndex, kind: str
) -> None:
    probes = corpus.probes(kind, _QUERIES)
    found = sum(
        probe.entry in [match.entry for match in index.search(probe.query, 10)] for probe in probes
    )
    assert found / len(probes) >= FLOORS[kind]


def test_an_index_in_a_file_finds_the_same_as_one_in_memory(
    corpus: Corpus, index: QuoteIndex, tmp_path: Path
) -> None:
    kept = QuoteIndex(path=tmp_path / "index")
    kept.replace(Origin("all"), corpus.entries)
    for kind in KINDS:
        for probe in corpus.probes(kind, 20):
            there = [(match.entry, match.score) for match in kept.search(probe.query, 10)]
            assert there == [(match.entry, match.score) for match in index.search(probe.query, 10)]
    kept.close()
