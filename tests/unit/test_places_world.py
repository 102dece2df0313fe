"""Paragraphs written for these tests, about every part of the world."""

import pytest

from newsreader.article import Place
from newsreader.engine.names import find_names
from newsreader.engine.places import find_places
from newsreader.engine.tokens import read_document


def places(text: str) -> dict[str, Place]:
    doc = read_document(text)
    return {p.name: p for p in find_places(doc, find_names(doc))}


PARAGRAPHS = [
    (
        "KAMPALA, Uganda (AP) — Floods swept through villages near Kasese in western Uganda on "
        "Tuesday, killing at least 14 people. “The water came at night,” said Moses Mugisha, a "
        "farmer. Irene Nakasiita said roads to Fort Portal and Mbarara were cut. Across the border "
        "in Goma, North Kivu, in the Democratic Republic of Congo, residents fled.",
        {"Kampala", "Uganda", "Kasese", "Fort Portal", "Mbarara", "Goma", "North Kivu"}
        | {"Democratic Republic of the Congo"},
    ),
    (
        "Police in the Indian state of Uttar Pradesh have arrested four men in Dadri, about 50km "
        "from Delhi. Protests were held in Lucknow and Varanasi, and later in Bombay.",
        {"Uttar Pradesh", "Dadri", "Delhi", "Lucknow", "Varanasi", "Mumbai"},
    ),
    (
        "Brazilian police fired tear gas at protesters in São Paulo and Rio de Janeiro as marches "
        "against President Jair Bolsonaro spread to Recife and Porto Alegre. Ana Souza, a teacher "
        "from Manaus, in Amazonas state, said she would march again.",
        {"São Paulo", "Rio de Janeiro", "Recife", "Porto Alegre", "Manaus", "Amazonas"},
    ),
    (
        "North Korea fired a missile into the Sea of Japan from Sunan, near Pyongyang. Officials "
        "in Seoul and Tokyo condemned it.",
        {"North Korea", "Sea of Japan", "Sunan", "Pyongyang", "Seoul", "Tokyo"},
    ),
    (
        "Fighters from Chechnya left the Donbas for Crimea, and the Balkans, the Sahel and the "
        "West Bank were on the agenda of the Vienna talks.",
        {"Chechnya", "Donbas", "Crimea", "Balkans", "Sahel", "West Bank", "Vienna"},
    ),
    (
        "Ministers from Bavaria, Catalonia, Scotland and Ontario flew to Xinjiang and Oromia.",
        {"Bavaria", "Catalonia", "Scotland", "Ontario", "Xinjiang", "Oromia"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_every_place_of_a_paragraph_is_found_and_nothing_else(
    text: str, expected: set[str]
) -> None:
    assert set(places(text)) == expected


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Soldiers from Georgia trained with Ukraine and Armenia near Tbilisi.", "Georgia", "GE"),
        ("Voters in Georgia, Alabama and Florida waited, and Atlanta was hot.", "Georgia", "US"),
        ("The ferry left Victoria for Vancouver in British Columbia.", "Victoria", "CA"),
        ("He was born in London, Ontario, and studied there.", "London", "CA"),
        ("The Santiago police and Chile's army closed Valparaíso.", "Santiago", "CL"),
        ("Libya's army shelled Tripoli and Misrata.", "Tripoli", "LY"),
        ("Lebanon's army left Tripoli, Sidon and Beirut.", "Tripoli", "LB"),
        ("Pakistan flew the wounded from Hyderabad to Karachi.", "Hyderabad", "PK"),
    ],
)
def test_an_ambiguous_name_is_resolved_by_the_article(text: str, name: str, country: str) -> None:
    assert places(text)[name].country == country


@pytest.mark.parametrize(
    "text",
    [
        "The Bank of England and the New York Times did not reply.",
        "NATO and the European Union met; the African Union did not.",
        "Michael Jordan scored twice. Jordan was tired.",
        "A Norwegian, a Dane and two Brazilians spoke English and French.",
        "Reading is fun. Most of the men are nice, and police said so in March.",
        "It cost US$40.",
        "Doctors treat Marburg virus and Lassa fever.",
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str) -> None:
    assert places(text) == {}


def test_a_place_in_lower_case_is_found_where_its_country_is_spoken_of() -> None:
    found = places("Russia has not been able to take kyiv. Ukraine holds kharkiv.")
    assert {"Kyiv", "Kharkiv"} <= set(found)


def test_capitals_do_not_hide_a_place() -> None:
    found = places("RUSSIA SHELLS KHARKIV\n\nMissiles hit Kharkiv overnight, Ukraine said.")
    assert len(found["Kharkiv"].mentions) == 2


def test_old_and_new_names_are_one_place() -> None:
    found = places("In Kiev they say Kyiv. In Burma, or Myanmar, it rained.")
    assert len(found["Kyiv"].mentions) == len(found["Myanmar"].mentions) == 2


def test_an_unknown_village_stays_unresolved() -> None:
    found = places("The fire began in Qaramzada, a village in Turkey.")
    assert found["Qaramzada"].kind == "unresolved"
    assert found["Qaramzada"].latitude is None


def test_the_kinds_of_places_are_told_apart() -> None:
    found = places("Boats on Lake Chad and planes at Heathrow left Africa and Peru for Bavaria.")
    kinds = {p.name: p.kind for p in found.values()}
    assert kinds == {
        "Lake Chad": "water",
        "Heathrow": "facility",
        "Africa": "continent",
        "Peru": "country",
        "Bavaria": "region",
    }


def test_a_town_lies_where_its_state_is_named_by_an_abbreviation() -> None:
    found = places("Police in Mobile, Ala., and in Columbus, GA, said so.")
    assert found["Mobile"].country == "US"
    assert found["Columbus"].longitude == pytest.approx(-84.98, abs=0.1)


def test_a_compound_names_its_place() -> None:
    text = "The Lagos-based bank has an office in Abuja, Nigeria."
    place = places(text)["Lagos"]
    assert [text[a:b] for a, b in place.mentions] == ["Lagos"]
