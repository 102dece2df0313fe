"""Confidence means what it says: of what is stated with 0.8, four in five are right.

Measured on the development articles, which are few: half a standard error of a share of so many
quotes is added to what is tolerated, so that chance alone rarely fails a test.
``python training/score.py quotes`` prints the tables.
"""

from __future__ import annotations

from math import sqrt

import pytest
from eval_set import ROOT, needs_eval, scorer

from newsreader.engine.analyse import analyse
from training.calibration import FEW, TOLERANCE, Stated, Tenth, expected_error, judged, tenths

pytestmark = needs_eval

KINDS = {
    "in marks": ("direct", "mixed"),
    "without marks": ("indirect",),
    "all": ("direct", "mixed", "indirect"),
}


@pytest.fixture(scope="module")
def answers() -> list[Stated]:
    found: list[Stated] = []
    for path in sorted((ROOT / "quotes" / "dev").glob("*.txt")):
        text = path.read_bytes().decode()
        quotes = [
            {"start": q.start, "end": q.end, "kind": q.kind, "source": q.source,
             "confidence": q.confidence}
            for q in analyse(text).quotes
        ]  # fmt: skip
        found += judged(scorer(), list(scorer().read_ann(path.with_suffix(".ann"))), text, quotes)
    return found


def rows(answers: list[Stated], kinds: str) -> list[Tenth]:
    return tenths(one for one in answers if one.kind in KINDS[kinds])


@pytest.mark.parametrize("kinds", KINDS)
def test_every_tenth_is_right_as_often_as_it_says(answers: list[Stated], kinds: str) -> None:
    off = [
        row
        for row in rows(answers, kinds)
        if row.answers >= FEW
        and abs(row.right - row.stated)
        > TOLERANCE + 0.5 * sqrt(row.stated * (1 - row.stated) / row.answers)
    ]
    assert off == []


@pytest.mark.parametrize("kinds", KINDS)
def test_the_expected_calibration_error_is_small(answers: list[Stated], kinds: str) -> None:
    assert expected_error(rows(answers, kinds)) <= 0.03


def test_the_surest_tenth_holds_most_quotations_and_hardly_errs(answers: list[Stated]) -> None:
    surest = rows(answers, "in marks")[-1]
    assert surest.low == 0.9
    assert surest.answers > 0.6 * sum(row.answers for row in rows(answers, "in marks"))
    assert surest.right >= 0.94
