import pytest

from newsreader.engine.demonyms import demonyms
from newsreader.engine.folding import fold


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("norwegian", "NO"),
        ("danes", "DK"),
        ("south korean", "KR"),
        ("farsi", "IR"),
        ("kurdish", ""),
    ],
)
def test_a_nationality_points_to_its_country(word: str, country: str) -> None:
    assert demonyms()[word] == country


def test_a_country_is_no_demonym() -> None:
    assert "norway" not in demonyms()
    assert "mexico" not in demonyms()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Paulo", "Sao Paulo"),
        ("St. Étienne", "Saint-Etienne"),
        ("U.S.", "US"),
        ("Xi’an", "Xi'an"),
        ("Łódź", "Lodz"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_different() -> None:
    assert fold("Niger") != fold("Nigeria")
