from pathlib import Path

import pytest

from newsreader.engine.gazetteer import Gazetteer, gazetteer
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
