"""Which names are one person's."""

from __future__ import annotations

import pytest
from marked_text import marked

from newsreader.engine.people import resolve_people


def who(text: str) -> list[str | None]:
    return list(resolve_people(*marked(text)).names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("P[Zhao Wenbo] sat. “No,” said {Mr. P[Zhao]}.", "Zhao Wenbo"),
        ("P[Kim Sung-ho] sat. “No,” said {Mr. P[Kim]}.", "Kim Sung-ho"),
        ("P[Nguyen Thi Hoa] sat. “No,” said {Ms. P[Hoa]}.", "Nguyen Thi Hoa"),
        ("P[Sri Wahyuni Hartono] sat. “No,” said {P[Sri Wahyuni]}.", "Sri Wahyuni Hartono"),
        ("P[Gabriela Montes Arroyo] sat. “No,” said {Ms. P[Montes]}.", "Gabriela Montes Arroyo"),
        ("P[Pieter van der Meulen] sat. “No,” said {P[Van der Meulen]}.", "Pieter van der Meulen"),
        ("P[Alan Marsh] sat. P[Marsh] slept. “No,” said {Sir P[Alan]}.", "Alan Marsh"),
    ],
)
def test_a_part_of_a_name_is_the_whole_in_any_order_of_names(text: str, name: str) -> None:
    assert who(text) == [name]


def test_a_given_name_with_mister_is_somebody_else_where_the_surname_is_in_use() -> None:
    assert who("P[James Lund] sat. P[Lund] slept. “No,” said {Mr. P[James]}.") == ["James"]


def test_the_younger_of_one_name_is_the_junior() -> None:
    text = (
        "P[Martin Lund Jr.] met P[Martin Lund Sr.] here. “No,” said {the younger P[Lund]}. "
        "“Yes,” said {the elder P[Lund]}."
    )
    assert who(text) == ["Martin Lund Jr.", "Martin Lund Sr."]


def test_a_thousand_people_of_one_surname_stay_apart() -> None:
    text = " ".join(f"P[A{i}x Berg] met Mr. P[Berg]." for i in range(1_000))
    speakers = resolve_people(*marked(text)).speakers
    assert len({one.name for one in speakers if one.name.startswith("A")}) == 1_000


@pytest.mark.parametrize(
    "source",
    ["P[Kirsten Vik] and P[Jonas Lie]", "P[Vik] and P[Lie]", "Dr. P[Vik] and Mr. P[Lie]"],
)
def test_two_who_speak_as_one_are_one_speaker_by_both_names(source: str) -> None:
    text = f"P[Kirsten Vik] met P[Jonas Lie]. {{{source}}} said: “We are moving.”"
    assert who(text) == ["Kirsten Vik and Jonas Lie"]


@pytest.mark.parametrize("source", ["They", "The couple", "Both"])
def test_two_named_together_are_taken_up_together(source: str) -> None:
    text = f"P[Kirsten Vik] and P[Jonas Lie] stood up. “We are moving,” {{{source}}} said."
    text = text.replace(source, source.lower())
    assert who(text) == ["Kirsten Vik and Jonas Lie"]


def test_of_two_named_together_one_may_speak_alone() -> None:
    text = (
        "P[Kirsten Vik] and P[Jonas Lie] stood up. “We are moving,” {P[Vik]} said. "
        "“Yes,” said {a friend of P[Vik] and P[Lie]}."
    )
    assert who(text) == ["Kirsten Vik", "a friend of Vik and Lie"]
    assert who("A pair with P[Ann Ross] and P[Jan Novak] left. “No,” {they} said.") == [None]


def test_two_given_names_share_the_surname_behind_them() -> None:
    text = (
        "P[Leila] and P[Nadia Benali] met. “Engines,” said {P[Leila]}. “Brakes,” said {P[Nadia]}."
    )
    assert who(text) == ["Leila Benali", "Nadia Benali"]


def test_a_president_is_not_the_first_lady_of_that_surname() -> None:
    text = "First lady P[Mary Lund] waved. “Fine,” said {President P[Lund]}. “So,” {P[Lund]} said."
    assert who(text)[0] == "Lund"
