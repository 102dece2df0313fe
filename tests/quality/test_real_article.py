"""The real article of the first issue, line by line. It is read in place, never committed."""

from __future__ import annotations

import pytest
from eval_set import ROOT

from newsreader.article import Analysis, Quote, Speaker
from newsreader.engine.analyse import analyse

ARTICLE = ROOT.parent / "seed" / "000_ffd2c1fc0b86dfc0.txt"

pytestmark = pytest.mark.skipif(not ARTICLE.is_file(), reason=f"no article at {ARTICLE}")


@pytest.fixture(scope="module")
def text() -> str:
    return ARTICLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def analysis(text: str) -> Analysis:
    return analyse(text)


def quote_of(text: str, analysis: Analysis, words: str) -> Quote:
    found = [one for one in analysis.quotes if words in text[one.start : one.end]]
    assert found, f"no quote holds {words!r}"
    return found[0]


def speaker(analysis: Analysis, name: str) -> Speaker:
    return next(one for one in analysis.speakers if one.name == name)


def test_every_quotation_of_three_words_or_more_is_found(text: str, analysis: Analysis) -> None:
    marked = [piece.partition("”")[0] for piece in text.split("“")[1:]]
    found = [text[one.start : one.end] for one in analysis.quotes]
    assert [words for words in marked if len(words.split()) >= 3 and words not in found] == []


@pytest.mark.parametrize(
    "words",
    [
        "Moscow does not give up its ambitions",  # after the colon, "said the Norwegian" before
        "It is a brutality not seen",  # "said the Norwegian"
        "It is horrible, it causes suffering",  # after "the images of Bucha:"
        "the allies are determined",  # "According to Stoltenberg"
        "Allies will also address",  # after a sentence about him without any verb of speech
        "NATO supports Ukraine",  # "said Stoltenberg"
        "The allies will continue",  # after the colon
    ],
)
def test_the_secretary_general_s_words_are_his(text: str, analysis: Analysis, words: str) -> None:
    assert quote_of(text, analysis, words).speaker == "Jens Stoltenberg"


def test_the_headline_quotes_whoever_says_the_same_in_the_body(
    text: str, analysis: Analysis
) -> None:
    said = "It is a crucial phase of the war"
    same = [one.speaker for one in analysis.quotes if text[one.start : one.end] == said]
    assert same == ["Jens Stoltenberg"] * 2


def test_his_role_names_him_secretary_general_of_nato(analysis: Analysis) -> None:
    assert speaker(analysis, "Jens Stoltenberg").role == "NATO Secretary General"


def test_the_headline_s_fragment_belongs_to_nato(text: str, analysis: Analysis) -> None:
    assert quote_of(text, analysis, "major offensive").speaker == "NATO"


@pytest.mark.parametrize("name", ["Vladimir Putin", "Dmytro Kuleba", "Joseph Borrell"])
def test_who_is_only_mentioned_says_nothing(analysis: Analysis, name: str) -> None:
    assert speaker(analysis, name).kind == "person"
    assert speaker(analysis, name).quotes == ()


PLACES = """Donbas|Kyiv|Ukraine|Brussels|Moscow|Crimea|Bucha|Beijing|China|Madrid|Russia|Finland
Sweden|Georgia|Australia|Japan|New Zealand|South Korea|Asia-Pacific"""


@pytest.mark.parametrize("name", PLACES.replace("\n", "|").split("|"))
def test_a_place_is_found(analysis: Analysis, name: str) -> None:
    assert name in {place.name for place in analysis.places}


def test_georgia_is_the_country(analysis: Analysis) -> None:
    assert [place.country for place in analysis.places if place.name == "Georgia"] == ["GE"]


def test_kyiv_is_found_in_lower_case(text: str, analysis: Analysis) -> None:
    kyiv = next(place for place in analysis.places if place.name == "Kyiv")
    assert {text[start:end] for start, end in kyiv.mentions} == {"kyiv"}


@pytest.mark.parametrize("word", ["NATO", "European Union", "Norwegian"])
def test_what_is_no_place_is_none(text: str, analysis: Analysis, word: str) -> None:
    mentions = [text[start:end] for place in analysis.places for start, end in place.mentions]
    assert not [mention for mention in mentions if word in mention]
