import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.engine.names import find_names
from newsreader.engine.tokens import read_document


def names(text: str) -> dict[str, str]:
    return {text[n.start : n.end]: n.kind for n in find_names(read_document(text))}


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
@settings(max_examples=200, deadline=None)
def test_names_of_any_text_are_ordered_and_do_not_overlap(text: str) -> None:
    found = find_names(read_document(text))
    assert all(0 <= n.start < n.end <= len(text) and 0 <= n.probability <= 1.0001 for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("President Jomo Achieng met farmers in Lodwar on Monday.", "Jomo Achieng", "person"),
        ("Mrs. Adaeze Nwosu told reporters she was pleased.", "Adaeze Nwosu", "person"),
        ("The Ministry of Agriculture denied it.", "Ministry of Agriculture", "organization"),
    ],
)
def test_a_name_is_found_with_its_kind_and_without_its_title(
    text: str, name: str, kind: str
) -> None:
    assert names(text).get(name) == kind


WORLD = (
    "Irene Nakasiita, a spokeswoman for the Uganda Red Cross, met Prime Minister Abiy Ahmed. "
    "Wang Wenbin told a briefing that Luiz Inácio Lula da Silva had called. Nakasiita agreed. "
    "“We will go,” said Atiku Abubakar. Fumio Kishida flew to Jakarta."
)


@pytest.mark.parametrize(
    "person",
    [
        "Irene Nakasiita",
        "Abiy Ahmed",
        "Wang Wenbin",
        "Luiz Inácio Lula da Silva",
        "Nakasiita",
        "Atiku Abubakar",
        "Fumio Kishida",
    ],
)
def test_persons_of_the_whole_world_are_found(person: str) -> None:
    assert names(WORLD).get(person) == "person"


def test_a_surname_is_a_person_where_the_full_name_stands_elsewhere() -> None:
    text = "Lansing waited. Michael Lansing, the coach, was late. Lansing apologised."
    assert [n.kind for n in find_names(read_document(text))] == ["person"] * 3


def test_a_name_in_capitals_is_found_as_in_the_text() -> None:
    found = names("OKONKWO RESIGNS\n\nChidi Okonkwo resigned on Monday. Okonkwo was minister.")
    assert found["OKONKWO"] == found["Okonkwo"] == "person"


def test_an_organization_keeps_the_place_in_its_name() -> None:
    found = names("The Bank of England cut rates, and the New York Times wrote about it.")
    assert found == {"Bank of England": "organization", "New York Times": "organization"}


def test_a_list_of_persons_is_one_name_each() -> None:
    found = names("Maria Silva, Tomás Ruiz and Ngozi Eze took part.")
    assert found == dict.fromkeys(["Maria Silva", "Tomás Ruiz", "Ngozi Eze"], "person")


def test_a_verb_of_a_headline_is_no_part_of_a_name() -> None:
    assert "Maria Silva" in names("Maria Silva Says Banks Failed Brazil")


def test_a_very_long_word_is_no_name() -> None:
    assert find_names(read_document("A" * 100_000)) == []


def test_a_long_chain_of_names_is_read_to_its_end() -> None:
    text = " ".join(["Okoro"] * 2_000) + ". Then Maria Silva left."
    assert "Maria Silva" in names(text)


def test_a_name_that_only_the_lists_know_is_found() -> None:
    assert names("Xi Jinping visited Xinjiang in August.")["Xi Jinping"] == "person"


def test_a_nationality_is_no_name() -> None:
    assert find_names(read_document("The Georgian thanked the Danes.")) == []


def test_a_particle_stays_inside_a_name() -> None:
    text = "Luiz Inácio Lula da Silva met Ursula von der Leyen in Brasília."
    assert {"Luiz Inácio Lula da Silva", "Ursula von der Leyen"} <= set(names(text))


@pytest.mark.parametrize(
    "headline",
    [
        "Small Ports Abandon Harbour Union for Marta Lind",
        "Marta Lind Slams Harbour Union Over Unpaid Bills",
        "Record Storm Season Tests Coastal Village Defences",
    ],
)
def test_a_headline_is_no_organization(headline: str) -> None:
    text = f"{headline}\n\nMarta Lind runs the port. The Harbour Union met Lind on Monday."
    organizations = {name for name, kind in names(text).items() if kind == "organization"}
    assert organizations <= {"Harbour Union"}


def test_a_verb_unknown_to_the_lists_is_no_part_of_a_name_that_stands_elsewhere() -> None:
    text = "Marta Lind Clobbers Old Harbour Rivals\n\nMarta Lind runs the port."
    assert "Marta Lind" in names(text)
    assert "Marta Lind Clobbers" not in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "He sat down. His granddaughter, Sofia, laughed at the judge.",
        "My sister Florence came in with the milk.",
        "The baker's ten-year-old daughter, Victoria, carried the tray.",
    ],
)
def test_somebodys_relative_is_a_person_though_a_town_is_called_so(text: str) -> None:
    assert set(names(text).values()) == {"person"}


def test_a_town_beside_a_relative_stays_a_town() -> None:
    assert names("She left her brother, and Sofia was cold.").get("Sofia") != "person"


def test_a_party_and_a_state_are_no_name() -> None:
    text = "Sens. Dale Whitlock, R-Kan., and Marta Estrada, D-N.M., struck a deal."
    assert not {name for name in names(text) if name.startswith(("R-", "D-"))}
