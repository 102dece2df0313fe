import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.engine.quotations import find_quotations

MARKS = "“”‘’„‚«»‹›\"'`「」 \n.,sa5-"


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“We go,” she said.",
        '"We go," she said.',
        "‘We go,’ she said.",
        "'We go,' she said.",
        "« We go, » she said.",
        "«We go,» she said.",
        "»We go,« she said.",
        "»We go,» she said.",
        "„We go,“ she said.",
        "„We go,” she said.",
        "‚We go,‘ she said.",
        "``We go,'' she said.",
        "''We go,'' she said.",
        "‹We go,› she said.",
        "”We go,” she said.",
        "「We go,」 she said.",
        '“We go," she said.',
    ],
)
def test_every_style_of_marks_encloses_its_words(text: str) -> None:
    assert quoted(text) == ["We go,"]


@pytest.mark.parametrize(
    "text",
    [
        "The workers’ plan and the bosses’ plan failed.",
        "The workers' plan and the bosses' plan failed.",
        "She grew up in the ’90s and didn’t leave.",
        "She grew up in the '90s and didn't leave.",
        "It was ‘em or us, said O’Hara.",
        "'Twas rock 'n' roll.",
        "He is 6'2\" tall.",
        'The board is 12" long.',
        "A wall 30' high and 5\" thick.",
        "“”, ‘’ and “ — ”.",
    ],
)
def test_apostrophes_decades_feet_and_inches_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_plural_possessive_does_not_end_a_british_quotation() -> None:
    assert quoted("‘The workers’ rights are safe,’ said Li.") == ["The workers’ rights are safe,"]
    assert quoted("'The workers' rights are safe,' said Li.") == ["The workers' rights are safe,"]


def test_rock_n_roll_inside_straight_single_marks_is_one_quotation() -> None:
    assert quoted("'Rock 'n' roll is back,' said Li.") == ["Rock 'n' roll is back,"]


def test_inches_inside_a_quotation_do_not_end_it() -> None:
    assert quoted("“He is 6'2\" tall,” she said.") == ["He is 6'2\" tall,"]


def test_a_year_may_end_a_straight_quotation() -> None:
    assert quoted('She left "in 1998" and stayed away.') == ["in 1998"]


def test_a_quotation_in_a_quotation_knows_its_parent() -> None:
    outer, inner = find_quotations("“He told me ‘go home’ twice,” she said.")
    assert inner.parent == 0
    assert outer.parent is None


def test_british_nesting_turns_the_marks_round() -> None:
    text = "‘He called it “a mess”,’ said Jo."
    assert quoted(text) == ["He called it “a mess”,", "a mess"]
    assert find_quotations(text)[1].parent == 0


def test_the_outer_span_holds_the_marks() -> None:
    (quote,) = find_quotations("So « ja » then")
    assert (quote.start, quote.end, quote.outer_start, quote.outer_end) == (5, 7, 3, 9)


def test_a_mark_opened_again_in_the_next_paragraph_continues_the_quotation() -> None:
    quotes = find_quotations("“First.\n\n“Second.\n\n“Third,” he said.")
    assert [quote.continues for quote in quotes] == [None, 0, 1]


def test_british_quotations_run_over_paragraphs_too() -> None:
    quotes = find_quotations("‘First.\n\n‘Second,’ he said.")
    assert [quote.continues for quote in quotes] == [None, 0]


def test_a_quotation_closed_in_the_next_paragraph_without_a_new_mark_continues() -> None:
    text = "“First.\n\nSecond,” he said."
    assert quoted(text) == ["First.", "Second,"]
    assert find_quotations(text)[1].continues == 0


def test_closed_paragraphs_do_not_continue_each_other() -> None:
    assert [q.continues for q in find_quotations("“One.”\n\n“Two.”")] == [None, None]


def test_a_missing_closing_mark_ends_with_its_paragraph() -> None:
    assert quoted("She said “go and left.\n\nHe said “no” twice.") == ["go and left.", "no"]


def test_a_missing_closing_mark_ends_where_the_next_opens() -> None:
    assert quoted("“I am here, he said. “Go away.”")[1] == "Go away."
    assert find_quotations("“I am here, he said. “Go away.”")[1].parent is None


def test_a_missing_opening_mark_quotes_from_the_start_of_the_paragraph() -> None:
    assert quoted("I will not go,” said Li. “Never.”") == ["I will not go,", "Never."]


def test_a_missing_space_before_an_opening_mark_is_forgiven() -> None:
    assert quoted('He said:"Go now."She left.') == ["Go now."]


def test_an_opening_mark_used_for_closing_is_forgiven() -> None:
    assert quoted("“Never again“, said Li. “Yes.”") == ["Never again", "Yes."]


@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        "“" * 100_000,
        "‘a “b " * 40_000,
        "“a" * 50_000 + "b”" * 50_000,
        "'a s' " * 40_000,
        "“a\n\n" * 40_000,
        "»«" * 50_000,
    ],
)
def test_a_hundred_thousand_marks_give_ordered_spans(text: str) -> None:
    starts = [quote.start for quote in find_quotations(text)]
    assert starts == sorted(starts)


@given(st.one_of(st.text(), st.text(alphabet=MARKS, max_size=60)))
def test_any_string_gives_valid_ordered_nested_spans(text: str) -> None:
    quotes = find_quotations(text)
    for index, quote in enumerate(quotes):
        assert 0 <= quote.outer_start <= quote.start < quote.end <= quote.outer_end <= len(text)
        assert any(map(str.isalnum, text[quote.start : quote.end]))
        assert text[quote.start : quote.end].strip() == text[quote.start : quote.end]
        if quote.parent is not None:
            outer = quotes[quote.parent]
            assert quote.parent < index
            assert outer.start <= quote.outer_start
            assert quote.outer_end <= outer.outer_end
        if quote.continues is not None:
            assert quote.continues < index
            assert quotes[quote.continues].outer_end <= quote.outer_start
    assert [q.start for q in quotes] == sorted(q.start for q in quotes)
