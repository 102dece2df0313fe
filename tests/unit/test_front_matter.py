from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsreader.credit_lines import is_byline
from newsreader.front_matter import find_front_matter

PROSE = "The council voted on Tuesday to close the bridge, said its leader, who had opposed it. "


def found(text: str) -> tuple[str | None, str | None, str | None]:
    front = find_front_matter(text)
    title, byline, published = (
        text[span[0] : span[1]] if span else None
        for span in (front.title, front.byline, front.published)
    )
    return title, byline, published


def test_a_date_line_may_stand_above_the_title() -> None:
    text = f"Wednesday, May 18\n\nNATO expects a “major offensive”: “It is war”\n\n{PROSE}"
    assert found(text) == (
        "NATO expects a “major offensive”: “It is war”",
        None,
        "Wednesday, May 18",
    )


def test_title_byline_and_date_on_lines_of_their_own() -> None:
    text = f"Bridge to close\n\nBy Mara Quill\n12 April 2022\n\n{PROSE}"
    assert found(text) == ("Bridge to close", "Mara Quill", "12 April 2022")


def test_byline_and_date_may_share_a_line() -> None:
    text = f"Bridge to close\nBy Mara Quill | 12 April 2022\n\n{PROSE}"
    assert found(text) == ("Bridge to close", "Mara Quill", "12 April 2022")


@pytest.mark.parametrize("between", [" on ", ", ", " – "])
def test_a_date_may_follow_the_names_of_a_byline(between: str) -> None:
    text = f"Bridge to close\n\nBy Mara Quill, Reuters{between}Tuesday, April 12, 2022\n\n{PROSE}"
    assert found(text) == ("Bridge to close", "Mara Quill, Reuters", "Tuesday, April 12, 2022")


def test_a_bare_name_over_a_date_is_a_byline() -> None:
    text = f"Bridge to close\n\nMara Quill\n12 April 2022\n\n{PROSE}"
    assert found(text) == ("Bridge to close", "Mara Quill", "12 April 2022")


def test_title_deck_and_byline_may_be_one_block() -> None:
    text = f"Bridge to close\nNine months without a crossing\nBy Mara Quill\n\n{PROSE}"
    assert found(text) == ("Bridge to close", "Mara Quill", None)


def test_the_label_of_a_date_is_left_out_of_its_span() -> None:
    assert found(f"Bridge to close\n\nPublished: 2022-04-12\n\n{PROSE}")[2] == "2022-04-12"


def test_a_line_between_title_and_byline_is_passed_over() -> None:
    text = f"Bridge to close\n\nNine months without a crossing\n\nBy MARA QUILL, Reuters\n\n{PROSE}"
    assert found(text) == ("Bridge to close", "MARA QUILL, Reuters", None)


def test_a_headline_may_end_in_a_full_stop() -> None:
    assert found(f"Mayor resigns over bridge.\n\n{PROSE}")[0] == "Mayor resigns over bridge."
    title = "‘Thousands of Cracks’ in Old Bridge, Leading Engineer Warns Council in Long Report."
    assert found(f"{title}\n\n{PROSE}")[0] == title


def test_a_headline_over_its_deck_ends_before_the_semicolon() -> None:
    assert found(f"Bridge closes; \nLong wait for drivers.\n\n{PROSE}")[0] == "Bridge closes"


@pytest.mark.parametrize(
    "first",
    [
        PROSE,
        "The mayor said on Monday that the bridge was closed.",
        "“We had no choice,” said Ada Merritt.",
        "“It is a crucial phase of the war.”",
        "Four people were hurt when the bridge was struck by a barge.",
        "By Tuesday the town was empty, and the river stood at the doors.",
        "The council voted to close the bridge, which\nstands in the old town, on Tuesday\nafter",
    ],
)
def test_an_article_that_begins_with_prose_has_no_title(first: str) -> None:
    assert found(f"{first}\n\n{PROSE * 3}") == (None, None, None)


def test_a_single_line_is_no_title_of_nothing() -> None:
    assert found("Bridge to close") == (None, None, None)


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "By JANE DOE and JOHN ROE, Reuters",
        "BY JANE DOE",
        "By Ludwig van Beek in Oslo",
    ],
)
def test_bylines(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday it rained",
        "By Jane Doe.",
        "Bystanders Wait",
        "By 2030",
        "By",
        "By Land; By Sea;",
    ],
)
def test_lines_that_are_no_bylines(line: str) -> None:
    assert not is_byline(line)


def test_a_date_in_the_middle_of_the_article_is_not_its_date() -> None:
    assert found(f"Bridge to close\n\n{PROSE * 3}\n\n12 April 2022\n\n{PROSE}")[2] is None


@example("A\t;\n0")
@given(st.text(alphabet="By AaDoe.,;:|\n 2022May12“”\t", max_size=200))
def test_spans_lie_in_the_text_and_do_not_begin_or_end_in_space(text: str) -> None:
    front = find_front_matter(text)
    for span in (front.title, front.byline, front.published):
        if span:
            words = text[slice(*span)]
            assert 0 <= span[0] < span[1] <= len(text)
            assert words == words.strip()


def test_only_the_first_lines_are_looked_at() -> None:
    assert find_front_matter("x" * 5_000_000) == find_front_matter("x" * 5_000)
    assert find_front_matter("\n" * 5_000_000 + "Bridge to close\n\n" + PROSE).title is None


def test_the_bundled_articles_show_title_byline_and_date() -> None:
    for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")):
        assert None not in found(path.read_text(encoding="utf-8")), path.name
