import pytest
from analysis_checks import assert_consistent
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.engine.analyse import analyse
from newsreader.engine.readable import Shown, readable

HIDDEN = "\u00ad\u200b\u200d\u2060\ufeff\u202e"
TEXT = "“The harbour is closed,” said Maria Okoro of Turku. “It leaks,” she said. “It is old.”"


@given(st.text(st.characters()))
def test_one_character_stands_for_one(text: str) -> None:
    assert len(readable(text)) == len(text)
    readable(text).encode()


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))))
def test_what_can_be_read_is_left_alone(text: str) -> None:
    assert readable(text) == text


def test_every_kind_of_line_break_is_one() -> None:
    assert readable("a\u2028b\u2029c\x0cd\x85e\x0bf") == "a\nb\nc\nd\ne\nf"


def test_a_lone_surrogate_is_a_letter_that_nobody_knows() -> None:
    assert readable("a\ud800b") == "a\ufffdb"


def test_a_span_is_found_in_what_is_shown() -> None:
    shown = Shown("\ufeffOld har\u00adbour\n")
    assert shown.text == "Old harbour\n"
    assert shown.span((1, 13)) == (0, 11)
    assert Shown("Old").span((0, 3)) == (0, 3)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.sampled_from(HIDDEN)), max_size=12))
def test_hidden_characters_hide_nothing(places: list[tuple[int, str]]) -> None:
    text = TEXT
    for at, character in sorted(places, reverse=True):
        text = text[:at] + character + text[at:]
    analysis = analyse(text)
    assert_consistent(text, analysis)
    seen = [(Shown(text[one.start : one.end]).text, one.speaker) for one in analysis.quotes]
    plain = [(TEXT[one.start : one.end], one.speaker) for one in analyse(TEXT).quotes]
    assert seen == plain
    assert [place.name for place in analysis.places] == ["Turku"]


@pytest.mark.parametrize("text", [HIDDEN * 50, "“\u200b”", "\u200b" * 5000 + "“Go,” he said."])
def test_a_text_of_hidden_characters_is_taken(text: str) -> None:
    assert_consistent(text, analyse(text))
