"""The engine agrees with the labels of the bundled articles, apart from the gaps we know.

``known_gaps.json`` lists each difference that is known, and floors for the shares of agreement
over all articles. A line that the engine has outgrown may go, a floor may only rise:
``python tests/seeds/gaps.py --json`` prints today's.
"""

import json
from pathlib import Path

import pytest
from agreement import agreement, differences
from seed_labels import FILES, Seed, read_seed

from newsreader.article import Analysis
from newsreader.engine.analyse import analyse

KNOWN = json.loads((Path(__file__).parent / "known_gaps.json").read_text(encoding="utf-8"))
GRAVE = ("quote missed", "nobody said", "no place")
"""Differences that no gain elsewhere makes up for."""


@pytest.fixture(scope="module")
def analysed() -> list[tuple[Seed, Analysis]]:
    seeds = [read_seed(path) for path in FILES]
    return [(seed, analyse(seed.article.text, seed.article.title_span)) for seed in seeds]


def test_no_quote_is_missed_and_nothing_is_made_up(analysed: list[tuple[Seed, Analysis]]) -> None:
    new = [
        (seed.name, difference)
        for seed, analysis in analysed
        for difference in differences(seed, analysis)
        if difference.what in GRAVE and str(difference) not in KNOWN["gaps"].get(seed.name, [])
    ]
    assert new == []


def test_every_quote_of_the_article_that_opens_first_has_its_speaker(
    analysed: list[tuple[Seed, Analysis]],
) -> None:
    seed, analysis = analysed[0]
    wrong = [d for d in differences(seed, analysis) if d.what != "paraphrase missed"]
    assert [d for d in wrong if str(d) not in KNOWN["gaps"].get(seed.name, [])] == []


def test_agreement_over_all_articles_stays_at_its_floors(
    analysed: list[tuple[Seed, Analysis]],
) -> None:
    shares = agreement(analysed)
    assert shares.keys() == KNOWN["floors"].keys()
    below = {what: share for what, share in shares.items() if share < KNOWN["floors"][what]}
    assert below == {}
