import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.dates import is_date_line, iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("12 April 2022", "2022-04-12"),
        ("April 12, 2022", "2022-04-12"),
        ("Tuesday, 12 April 2022", "2022-04-12"),
        ("Tue 12 Apr 2022 10.30 BST", "2022-04-12"),
        ("Published: April 12th, 2022 at 10:30 a.m.", "2022-04-12"),
        ("Last updated on 12 April 2022", "2022-04-12"),
        ("2022-04-12", "2022-04-12"),
        ("2022-04-12T10:30:00Z", "2022-04-12"),
        ("2022-04-12T10:30:00+02:00", "2022-04-12"),
        ("12 avril 2022", "2022-04-12"),
        ("12. März 2022", "2022-03-12"),
        ("12 de abril de 2022", "2022-04-12"),
        ("April 2022", "2022-04"),
    ],
)
def test_a_date_with_a_year_becomes_iso(written: str, iso: str) -> None:
    assert is_date_line(written)
    assert iso_date(written) == iso


@pytest.mark.parametrize("written", ["Wednesday, May 18", "18/05/2022", "05.06.2022"])
def test_a_date_without_a_year_or_of_uncertain_order_stays_as_written(written: str) -> None:
    assert is_date_line(written)
    assert iso_date(written) == written


@pytest.mark.parametrize(
    "line",
    ["", "Wednesday", "May", "2022", "12", "May I come in", "May 18 was hot", "12 angry men",
     "2022-13-01", "2022-02-30", "April showers 2022", "10:30 GMT"],
)  # fmt: skip
def test_other_lines_are_no_dates(line: str) -> None:
    assert not is_date_line(line)
    assert iso_date(line) == line


@given(st.text())
def test_any_string_is_a_date_or_not(text: str) -> None:
    assert is_date_line(text) in (True, False)
