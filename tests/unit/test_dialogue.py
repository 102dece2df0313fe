"""Who speaks in dialogue that bears no names, as the whole engine reads it."""

from __future__ import annotations

import pytest

from newsreader.article import Analysis
from newsreader.engine.analyse import analyse

MEETING = (
    "Two people met on the ferry.\n\n“Is the deck open?” asked Ana Ruiz.\n\n"
    "“Only to passengers,” Karl Berg replied.\n\nThe ferry blew its horn.\n\n"
)


def speakers(text: str) -> dict[str, str | None]:
    return {text[one.start : one.end]: one.speaker for one in analyse(text).quotes}


def reasons(analysis: Analysis) -> list[str]:
    return [one.why for one in analysis.quotes]


def test_turns_between_two_turns_of_one_person_alternate_with_the_other() -> None:
    said = speakers(
        MEETING + "“You have sailed before,” Berg said.\n\n“A bit.”\n\n“Whereabouts?”\n\n"
        "“Round the cape, as a child.”\n\n“It is windy there,” said Berg.\n\nNobody disagreed."
    )
    assert said["A bit."] == said["Round the cape, as a child."] == "Ana Ruiz"
    assert said["Whereabouts?"] == "Karl Berg"


def test_a_pronoun_and_a_name_are_one_party_of_a_dialogue() -> None:
    said = speakers(
        MEETING + "Berg pointed at the sea. “You have sailed before,” he said.\n\n“A bit.”\n\n"
        "“Whereabouts?”\n\n“Round the cape.”\n\n“It is windy there,” said Berg."
    )
    assert said["A bit."] == "Ana Ruiz"
    assert said["Whereabouts?"] == "Karl Berg"


def test_a_question_is_answered_by_the_other() -> None:
    text = MEETING + "“Do you live on the island?” Ruiz asked.\n\n“In winter.”\n\nThey landed."
    analysis = analyse(text)
    assert analysis.quotes[-1].speaker == "Karl Berg"
    assert analysis.quotes[-1].confidence < 0.9
    assert "dialogue" in analysis.quotes[-1].why


def test_whoever_only_describes_the_other_speaks_for_them() -> None:
    said = speakers(
        MEETING + "Berg laughed. “So,” he said, “we have been found.”\n\n"
        "“Do you want your ticket back?” the grandmistress asked.\n\n“Certainly.”\n\nThey landed."
    )
    assert said["Do you want your ticket back?"] == "Ana Ruiz"
    assert said["Certainly."] == "Karl Berg"


@pytest.mark.parametrize(
    "between",
    ["The wind rose.\n\n", "“Land!” cried Ola Dahl.\n\n"],
    ids=["narration", "a third person"],
)
def test_a_dialogue_stops_when_something_comes_between(between: str) -> None:
    said = speakers(
        MEETING + "“Whose bag is it?” Ruiz asked.\n\n" + between + "“Hm.”\n\nThey left."
    )
    assert said["Hm."] != "Karl Berg"


def test_without_a_question_nobody_takes_turns() -> None:
    text = (
        "“It rains,” said Ana Ruiz.\n\n“It pours,” said Karl Berg.\n\nThe ferry left.\n\n"
        "“I am wet,” said Ruiz.\n\n“Hm.”\n\n“Ah.”\n\nThey landed."
    )
    assert not any("take turns, and now it is Karl" in why for why in reasons(analyse(text)))


def test_a_headline_that_is_all_quotation_belongs_to_the_only_one_quoted() -> None:
    text = (
        "“The sea is my only neighbour”\n\nAna Ruiz keeps a lighthouse.\n\n"
        "“I have seen worse storms,” Ruiz said. “They pass.”\n\n"
    )
    analysis = analyse(text, (0, 31))
    assert analysis.quotes[0].speaker == "Ana Ruiz"
    assert "only Ana Ruiz" in analysis.quotes[0].why
    two = text + "“They do not,” said Karl Berg."
    assert analyse(two, (0, 31)).quotes[0].speaker is None


def test_quick_turns_between_turns_that_alternate_alternate_too() -> None:
    said = speakers(
        "Two fishermen argued on the quay.\n\n“You took my spot,” Olli Raita said.\n\n"
        "“It has no name on it,” Sven Ekman said.\n\n“It has had my net on it since 1990.”\n\n"
        "“Then where is your net?”\n\nRaita laughed. “In the sea,” he said."
    )
    assert said["It has had my net on it since 1990."] == "Olli Raita"
    assert said["Then where is your net?"] == "Sven Ekman"
