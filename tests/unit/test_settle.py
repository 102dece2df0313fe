import pytest
from marked_text import marked

from newsreader.engine.people.settle import settle_names


def settled(text: str) -> list[tuple[str, str]]:
    doc, names, attributions = marked(text)
    return [
        (doc.text[name.start : name.end], name.kind)
        for name in settle_names(doc, names, attributions)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Secretary of O[State Jon Lund] left. P[Lund] slept.", "Jon Lund"),
        ("O[Sens. Karl Berg of Texas and Ann Ross of Ohio] left.", "Karl Berg"),
        ("It was Melezia P[Lund] who left.", "Melezia Lund"),
        ("said P[John D.] P[Lund], who left.", "John D. Lund"),
        ("Mayor Bill de P[Lund] left.", "Bill de Lund"),
        ("Del. Marcia “O[Cia” Lund] left.", "Marcia “Cia” Lund"),
    ],
)
def test_a_full_name_is_seen_whatever_its_span_was_taken_for(text: str, name: str) -> None:
    assert (name, "person") in settled(text)


@pytest.mark.parametrize(
    "text",
    [
        "O[Lund Foundation] grew. P[Lund] slept.",
        "The O[House of Commons] met.",
        "O[Trump Tower] burnt.",
    ],
)
def test_a_body_stays_a_body(text: str) -> None:
    assert settled(text)[0][1] == "organization"


def test_a_lone_surname_called_an_organization_or_place_becomes_the_person() -> None:
    doc, names, _ = marked("P[Ruth Jordan] came from L[Jordan]. L[Jordan] said so. O[Jordan] left.")
    kinds = [name.kind for name in settle_names(doc, names)]
    assert kinds == ["person", "place", "person", "person"]


def test_a_given_name_called_a_place_is_the_person_where_it_speaks() -> None:
    text = "P[Paris Lund] came from L[Paris]. “He shouted,” {L[Paris]} said."
    doc, names, attributions = marked(text)
    kinds = [name.kind for name in settle_names(doc, names, attributions)]
    assert kinds == ["person", "place", "person"]


def test_a_family_name_that_begins_in_lower_case_is_part_of_the_name() -> None:
    found = settled("P[Khalid] al-Masri kept his shop open. Later al-Masri left for al-Quds.")
    assert found == [("Khalid al-Masri", "person"), ("al-Masri", "person")]
