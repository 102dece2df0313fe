"""A mark that was lost costs its own quotation a little, and the others nothing."""

import pytest

from newsreader.engine.quotations import find_quotations


def words(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_quotations(text)]


def test_without_its_closing_mark_a_quotation_ends_before_the_words_that_say_who_spoke() -> None:
    assert words("“You can put your hand in it, said Ortega. “My client did.”") == [
        "You can put your hand in it,",
        "My client did.",
    ]
    assert words("“It is late! the old mayor shouted. “Go home.”") == ["It is late!", "Go home."]


def test_at_the_end_of_a_paragraph_too_unless_the_next_goes_on() -> None:
    assert words("“They didn’t vanish, she explained.\n\nShe left.") == ["They didn’t vanish,"]
    assert words("“I was there, he said nothing.\n\n“And I left.”") == [
        "I was there, he said nothing.",
        "And I left.",
    ]


def test_without_anybody_named_it_keeps_to_its_first_sentence() -> None:
    assert words("Novak called it “a bitter day. The town waits. He saw “nothing” there.") == [
        "a bitter day.",
        "nothing",
    ]


def test_without_its_opening_mark_a_quotation_begins_with_its_sentence() -> None:
    assert words("He left no doubt about it. It is a war,” said Ruiz.") == ["It is a war,"]
    assert words("The mayor said: It is a war,” and left.") == ["It is a war,"]


def test_curly_marks_in_a_straight_one_that_never_closes_lose_nothing() -> None:
    text = '"She wrote a long letter, he said. She called it a “rant” and left.'
    assert words(text)[0].startswith("She wrote a long letter, he said. She called")


@pytest.mark.parametrize(
    "text", ["«“" * 20_000, "“a, said x " * 5_000, '"' * 40_000, "‘«" * 20_000]
)
def test_lost_marks_in_thousands_are_read_at_once(text: str) -> None:
    assert find_quotations(text) is not None
