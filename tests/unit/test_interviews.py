"""Interviews without quotation marks, as the whole engine reads them."""

from __future__ import annotations

import pytest

from newsreader.engine.analyse import analyse

LEDE = "Ilse Brandt has led the Graz orchestra since 2009. We met her backstage.\n\n"
TITLE = "An interview with the conductor Ilse Brandt\n\n"


def speakers(text: str) -> dict[str, str | None]:
    return {text[one.start : one.end]: one.speaker for one in analyse(text).quotes}


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Q: ", "A: "), ("Q. ", "A. "), ("Question: ", "Answer: "), ("Q: ", "")],
    ids=["colons", "stops", "words", "only questions labelled"],
)
def test_answers_are_the_words_of_the_person_whom_headline_and_lede_name(
    question: str, answer: str
) -> None:
    text = (
        f"{TITLE}{LEDE}{question}Do you still get nervous?\n\n{answer}Every time I play.\n\n"
        f"{question}What do you do about it?\n\n{answer}I count the exits.\n"
    )
    said = speakers(text)
    assert said["Every time I play."] == said["I count the exits."] == "Ilse Brandt"
    assert said["Do you still get nervous?"] is None


def test_questions_without_labels_are_recognized_where_an_interview_is_announced() -> None:
    body = (
        "**Why did you become a conductor?**\n\nMy father told me I could not.\n\n"
        "**Do you miss the violin?**\n\nI play it at night.\n\nAnd I sing.\n"
    )
    said = speakers(TITLE + LEDE + body)
    assert said["I play it at night."] == said["And I sing."] == "Ilse Brandt"
    plain = speakers("The orchestra of Graz\n\nIlse Brandt leads it.\n\n" + body)
    assert "I play it at night." not in plain


def test_the_reason_names_the_interview() -> None:
    analysis = analyse(f"{TITLE}{LEDE}Q: Nervous?\n\nA: Yes.\n\nQ: Why?\n\nA: Who knows.\n")
    assert any("the interview is with Ilse Brandt" in one.why for one in analysis.quotes)


def test_without_a_person_named_before_it_nobody_answers() -> None:
    assert set(speakers("Q: How did it begin?\n\nA: With a letter from home.").values()) == {None}


def test_a_label_may_hold_a_role_or_a_party() -> None:
    said = speakers(
        "CHRIS WALDEN, HOST: Welcome back. Senator, why now?\n\n"
        "SEN. LENA OSTROM (R-Ohio): Because nobody else will.\n\nWALDEN: Is that so?\n\n"
        "OSTROM: It is."
    )
    assert said == {
        "Welcome back. Senator, why now?": "Chris Walden",
        "Because nobody else will.": "Lena Ostrom",
        "Is that so?": "Chris Walden",
        "It is.": "Lena Ostrom",
    }


def test_a_named_interviewer_is_known_and_a_newspaper_is_nobody() -> None:
    turns = (
        "{0}: Why did you leave?\n\nLucia Ferrand: It left me first.\n\n"
        "{0}: Would you go back?\n\nFerrand: Never again.\n"
    )
    assert speakers(turns.format("Nina Rossi"))["Why did you leave?"] == "Nina Rossi"
    assert speakers(turns.format("The Courier"))["Why did you leave?"] is None
