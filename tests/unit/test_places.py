import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.article import Place
from newsreader.engine.names import find_names
from newsreader.engine.places import find_places
from newsreader.engine.tokens import read_document


def places(text: str) -> dict[str, Place]:
    doc = read_document(text)
    return {p.name: p for p in find_places(doc, find_names(doc))}


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
@settings(max_examples=200, deadline=None)
def test_mentions_of_any_text_are_valid_spans(text: str) -> None:
    for place in places(text).values():
        assert place.mentions
        assert all(0 <= a < b <= len(text) for a, b in place.mentions)


def test_names_of_one_place_are_one_place() -> None:
    found = places("The U.S. said the United States would act. The people of America wait.")
    assert len(found["United States"].mentions) == 3


@pytest.mark.parametrize(
    ("text", "name", "longitude"),
    [
        ("The fire began in Paris, Texas, on Monday.", "Paris", -95.6),
        ("The mayor lives in Springfield, Ill., with her son.", "Springfield", -89.6),
    ],
)
def test_a_place_lies_in_the_region_named_behind_it(text: str, name: str, longitude: float) -> None:
    found = places(text)[name]
    assert found.longitude == pytest.approx(longitude, abs=0.3)


def test_a_nationality_is_no_place() -> None:
    assert places("The Norwegian thanked the Danish minister.") == {}
