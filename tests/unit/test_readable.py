from hypothesis import given
from hypothesis import strategies as st

from newsreader.engine.analyse import analyse
from newsreader.engine.readable import readable


@given(st.text(st.characters()))
def test_offsets_stay(text: str) -> None:
    assert len(readable(text)) == len(text)
    readable(text).encode()


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))))
def test_what_can_be_read_is_left_alone(text: str) -> None:
    assert readable(text.replace("\u034f", "").replace("\u180e", "")) == text.replace(
        "\u034f", ""
    ).replace("\u180e", "")


def test_what_has_no_width_is_a_space_beside_a_mark_and_stays_inside_a_word() -> None:
    assert readable("\u200b“Go,”\u200b she sa\u00adid") == " “Go,”  she sa\u00adid"


def test_every_kind_of_line_break_is_one() -> None:
    assert readable("a\u2028b\u2029c\x0cd\x85e\x0bf") == "a\nb\nc\nd\ne\nf"


def test_a_lone_surrogate_is_a_letter_that_nobody_knows() -> None:
    assert readable("a\ud800b") == "a\ufffdb"


def test_hidden_characters_do_not_hide_who_spoke() -> None:
    text = "\ufeff\u200b“The harbour is closed,”\u200b \u2060said Maria Okoro\u200b of the port."
    (quote,) = (one for one in analyse(text).quotes if one.kind == "direct")
    assert quote.speaker == "Maria Okoro"
