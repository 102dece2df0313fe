import pytest

from training.calibration import Stated, expected_error, table, tenths


def test_tenths_and_their_error_are_counted_as_in_the_book() -> None:
    rows = tenths([Stated("direct", 0.96, True), Stated("direct", 0.85, False)] * 30)
    assert [(row.low, row.answers, row.right) for row in rows] == [(0.8, 30, 0.0), (0.9, 30, 1.0)]
    assert [row.off for row in rows] == [True, False]
    assert expected_error(rows) == pytest.approx(0.5 * 0.85 + 0.5 * 0.04)


def test_a_tenth_that_is_off_is_marked_unless_it_holds_too_few() -> None:
    wrong = [Stated("direct", 0.85, False)] * 40
    assert table("some", wrong).endswith(" *")
    assert not table("few", wrong[:20]).endswith(" *")
