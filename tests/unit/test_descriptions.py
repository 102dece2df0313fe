"""Whom a description takes up, and what follows from one in the running text."""

from __future__ import annotations

from marked_text import marked

from newsreader.engine.people import resolve_people


def who(text: str) -> list[str | None]:
    return list(resolve_people(*marked(text)).names)


def test_an_age_is_the_person_of_that_age() -> None:
    text = (
        "P[Emily Tran], 34, and P[Oscar Lund], 52, met. “A bang,” {the 34-year-old} said. "
        "“Nothing,” said {the 52}-year-old."
    )
    assert who(text) == ["Emily Tran", "Oscar Lund"]


def test_an_age_before_a_name_is_remembered_too() -> None:
    text = "P[Ann Ross] met 34-year-old baker P[Emily Tran]. “A bang,” {the 34-year-old} said."
    assert who(text) == ["Emily Tran"]


def test_the_running_text_turns_to_somebody_by_a_description() -> None:
    text = (
        "Prime Minister P[Aino Salmela] met P[Petra Halko].\n\n“No,” {P[Halko]} said.\n\n"
        "The prime minister left at noon. “I will be back,” {she} said."
    )
    assert who(text) == ["Petra Halko", "Aino Salmela"]


def test_my_neighbour_is_the_author_s_and_not_the_author() -> None:
    text = "A year without a car\n\nBy Nora Quist\n\n“You will,” {my neighbour} told me."
    assert who(text) == ["Nora Quist’s neighbour"]


def test_initials_before_a_turn_are_the_person_s() -> None:
    assert who("P[Yusuf Demir] met us.\n\n{YD}: “Forty, more or less.”") == ["Yusuf Demir"]


def test_somebody_s_spokesman_is_not_that_somebody() -> None:
    text = "P[Ann Ross] left. “She is well,” said {her spokesman}."
    assert who(text) == ["Ann Ross’s spokesman"]


def test_a_campaign_is_named_after_its_owner() -> None:
    text = (
        "P[Ann Ross] left. “We will win,” said {the P[Ross] campaign}. “Soon,” said {her campaign}."
    )
    assert set(who(text)) == {"Ross campaign"}


def test_the_company_is_the_one_that_was_said_to_be_a_company() -> None:
    text = "O[Nordkraft], the power company, cut the supply. “We regret it,” {the company} said."
    assert who(text) == ["Nordkraft"]
    far = text.replace("supply.", "supply. " + "It rained and snowed. " * 40)
    assert who(far) == ["the company"]


def test_a_given_name_of_women_and_men_bars_neither_pronoun() -> None:
    for pronoun in ("she", "he"):
        assert who(f"P[Jan Brewer] sat. “No,” {{{pronoun}}} said.") == ["Jan Brewer"]


def test_of_two_who_are_as_much_in_focus_it_is_the_later_one() -> None:
    text = (
        "“One,” said {P[Karl Berg]}.\n\n“Two,” said {P[Peter Vane]}.\n\n"
        "P[Berg] nodded, and so did the others.\n\nP[Vane] disagreed.\n\n“Three,” {he} said."
    )
    assert who(text)[2] == "Peter Vane"
