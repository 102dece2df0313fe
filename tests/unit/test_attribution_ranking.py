"""The linear ranker and the trees that look again where it wavers."""

from collections import defaultdict

import pytest

from newsreader.engine.attribution_ranking import Ranker, softmax
from newsreader.engine.attribution_reading import Reading
from newsreader.engine.linear_model import Model, load_model
from newsreader.engine.quotations import find_quotations
from newsreader.engine.tokens import read_document
from newsreader.engine.trees import Trees, load_trees

DOUBTFUL = (
    "Ana Ruiz met Ben Okoro at the harbour on Friday. “We talked for an hour,” he said.\n\n"
    "“It was a good hour.” Then Ruiz left, and Okoro called the mayor “a friend of the port”."
)


def reading_of(text: str) -> Reading:
    return Reading(read_document(text), find_quotations(text))


def ranker_of(text: str, trees: Trees | None = None, model: Model | None = None) -> Ranker:
    return Ranker(reading_of(text), model or Model(defaultdict(float), [], 0.35), trees)


def test_without_trees_the_linear_model_decides() -> None:
    ranker = ranker_of(DOUBTFUL, model=load_model("attribution"))
    facts, options = ranker.reading.options(0)
    assert ranker.choose(0, facts, options)[1] == ranker.shares(options)


def test_what_is_clear_gets_no_second_look() -> None:
    ranker = ranker_of("“We are done,” Okoro said.", model=load_model("attribution"))
    facts, options = ranker.reading.options(0)
    assert ranker.doubt(0, facts, options, ranker.shares(options)) is None


def test_a_quotation_with_only_one_option_gets_no_second_look() -> None:
    ranker = ranker_of("“No”")
    facts, options = ranker.reading.options(0)
    assert len(options) == 1
    assert ranker.doubt(0, facts, options, ranker.shares(options)) is None


def test_every_option_in_doubt_has_as_many_numbers() -> None:
    ranker = ranker_of(DOUBTFUL)
    sorts = set()
    sizes = set()
    for index in range(len(ranker.reading.quotations)):
        facts, options = ranker.reading.options(index)
        doubt = ranker.doubt(index, facts, options, ranker.shares(options))
        assert doubt is not None
        assert 2 <= len(doubt.order) <= 4
        everything = list(range(len(options)))
        rows = ranker._numbers.rows(index, facts, options, ranker.shares(options), everything)
        sizes |= {len(row) for row in rows}
        sorts |= {(option.candidate is None, option.back > 0) for option in options}
        ranker.reading.decide(index, options[0], 0.5)
    assert len(sizes) == 1
    assert sorts == {(False, False), (True, True), (True, False)}


def test_trees_overrule_the_linear_model_among_what_it_left() -> None:
    nobody = Trees([0], [3], [-0.5], [-1], [-2], [-5.0, 5.0], 1.0)
    ranker = ranker_of(DOUBTFUL, nobody)
    facts, options = ranker.reading.options(0)
    best, shares = ranker.choose(0, facts, options)
    doubt = ranker.doubt(0, facts, options, ranker.shares(options))
    assert doubt is not None
    assert best in doubt.order
    assert sum(shares) == pytest.approx(1.0)
    assert all(not share for i, share in enumerate(shares) if i not in doubt.order)


def test_the_shipped_trees_ask_only_for_numbers_that_there_are() -> None:
    ranker = ranker_of(DOUBTFUL)
    facts, options = ranker.reading.options(0)
    doubt = ranker.doubt(0, facts, options, ranker.shares(options))
    assert doubt is not None
    trees = load_trees("attribution_trees")
    assert len(trees.roots) > 100
    assert max(trees.asked) < len(doubt.rows[0])


def test_a_reading_forgets_what_was_decided() -> None:
    reading = reading_of(DOUBTFUL)
    _, options = reading.options(0)
    reading.decide(0, options[0], 0.9)
    assert reading.spoken.total() == 1
    reading.forget()
    assert not reading.decisions
    assert not reading.spoken


def test_shares_of_far_scores_are_still_shares() -> None:
    assert softmax([1000.0, -1000.0]) == [1.0, 0.0]
