import struct
from pathlib import Path

import pytest

from newsreader.engine.gazetteer import (
    NO_REGION,
    RECORD,
    Gazetteer,
    Packed,
    gazetteer,
    pack_record,
)
from newsreader.errors import DataError


def first(name: str) -> tuple[str, str, str | None]:
    entry = gazetteer().entry(gazetteer().find(name)[0].number)
    return entry.name, entry.kind, entry.country


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("U.S.", ("United States", "country", "US")),
        ("Holland", ("Netherlands", "country", "NL")),
        ("Burma", ("Myanmar", "country", "MM")),
        ("Ivory Coast", ("Ivory Coast", "country", "CI")),
        ("Kiev", ("Kyiv", "city", "UA")),
        ("Bayern", ("Bavaria", "region", "DE")),
        ("Donbass", ("Donbas", "area", "UA")),
        ("Ill.", ("Illinois", "region", "US")),
        ("saint etienne", ("Saint-Étienne", "city", "FR")),
    ],
)
def test_a_place_is_found_by_any_of_its_names(name: str, found: tuple[str, str, str]) -> None:
    assert first(name) == found


def test_an_unknown_name_finds_nothing() -> None:
    assert gazetteer().find("Qwxyz Abcde") == []


def test_a_damaged_file_is_named_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.bin"
    path.write_bytes(b"not a gazetteer at all, but long enough for a header")
    with pytest.raises(DataError, match=r"gazetteer\.bin: damaged; reinstall"):
        Gazetteer(path)


def test_a_missing_file_is_named_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nothing\.bin"):
        Gazetteer(tmp_path / "nothing.bin")


def test_every_name_of_a_country_leads_to_it() -> None:
    for name in ("US", "USA", "U.S.A.", "America", "United States of America"):
        assert first(name)[0] == "United States"
    for name in ("UK", "U.K.", "Britain", "Great Britain"):
        assert first(name)[0] == "United Kingdom"
    for name in ("UAE", "Emirates"):
        assert first(name)[0] == "United Arab Emirates"
    for name in ("DR Congo", "DRC", "Zaire", "Democratic Republic of Congo"):
        assert first(name)[0] == "Democratic Republic of the Congo"


def test_an_abbreviation_is_marked_as_counting_only_in_capitals() -> None:
    assert [m.capitals for m in gazetteer().find("USA")][:1] == [True]
    assert not gazetteer().find("America")[0].capitals


def test_every_record_can_be_read_and_lies_on_the_globe() -> None:
    count = 0
    for entry in gazetteer():
        assert -90 <= entry.latitude <= 90
        assert -180 <= entry.longitude <= 180
        assert entry.name
        count += 1
    assert count == len(gazetteer()) > 150_000


def test_a_town_lies_in_its_first_level_region() -> None:
    town = next(
        gazetteer().entry(m.number)
        for m in gazetteer().find("Lodwar")
        if gazetteer().entry(m.number).country == "KE"
    )
    assert town.region is not None
    assert gazetteer().entry(town.region).name == "Turkana"


@pytest.mark.parametrize(
    "name",
    ["Bavaria", "Catalonia", "Scotland", "Ontario", "Punjab", "Xinjiang", "Oromia", "Crimea"],
)
def test_first_level_regions_go_by_their_english_names(name: str) -> None:
    assert first(name)[:2] == (name, "region")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Asia", "continent"),
        ("Sahel", "area"),
        ("Silicon Valley", "area"),
        ("Red Sea", "water"),
        ("Danube", "water"),
        ("Heathrow", "facility"),
    ],
)
def test_continents_areas_waters_and_facilities_are_known(name: str, kind: str) -> None:
    assert first(name)[1] == kind


def test_a_record_that_does_not_fit_its_bits_is_refused() -> None:
    fits = Packed(2**24 - 1, 255, 90.0, 180.0, 7, 3, NO_REGION, 0, 255, 0)
    assert len(pack_record(fits)) == RECORD.size
    with pytest.raises(struct.error, match="does not fit"):
        pack_record(fits._replace(geonameid=2**24))


def test_places_without_code_population_or_number_say_so() -> None:
    sahel = gazetteer().entry(gazetteer().find("Sahel")[0].number)
    assert (sahel.country, sahel.region, sahel.geonameid, sahel.population) == (None, None, None, 0)


def test_names_beyond_ascii_and_the_largest_numbers_come_out_whole() -> None:
    found = gazetteer().entry(gazetteer().find("Saint-Etienne")[0].number)
    assert found.name == "Saint-Étienne"
    china = gazetteer().entry(gazetteer().find("China")[0].number)
    assert china.population > 1_400_000_000
