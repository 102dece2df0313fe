import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.engine.document import Attribution
from newsreader.engine.why import why

TEXT = "“It is over,” said the Norwegian. He added, “It is late.”"
START = TEXT.index("the Norwegian")
SOURCE = (START, START + len("the Norwegian"))
CUE = (TEXT.index("said"), TEXT.index("said") + 4)


def because(
    *evidence: tuple[str, str],
    cue: tuple[int, int] | None = CUE,
    source: tuple[int, int] | None = SOURCE,
    speaker: str | None = None,
    identity: str = "",
    origin: tuple[int, int] | None = None,
) -> str:
    one = Attribution(1, 12, "direct", source, cue, 0.9, evidence)
    return why(TEXT, one, speaker, identity, origin)


def test_a_verb_is_quoted_with_its_subject_and_its_place() -> None:
    sentence = because(
        ("inverted", "said"),
        ("place", "right after"),
        identity="“the Norwegian” is taken to be Jens Stoltenberg",
    )
    assert sentence == (
        "“said the Norwegian” stands right after the quotation; "
        "“the Norwegian” is taken to be Jens Stoltenberg."
    )


def test_nothing_is_said_about_a_speaker_who_is_named_as_in_the_text() -> None:
    assert " is " not in because(("inverted", "said"), speaker="the Norwegian")


def test_words_without_a_source_say_that_nobody_is_likely() -> None:
    text = "“We will not go home before it is over.” It was late. “Fox and Friends,” they watched."
    sentence = Attribution(1, 40, "direct", None, None, 0.5, (("nobody", ""),))
    assert why(text, sentence, None) == (
        "Nobody beside these words is likely enough to have said them: the speaker is unknown."
    )
    title = Attribution(text.index("Fox"), text.index(",”"), "direct", None, None, 0.5)
    assert "may be a title" in why(text, title, None)


def test_source_and_cue_on_both_sides_are_both_named() -> None:
    text = "Ann Ross, “It is late,” insisted"
    one = Attribution(11, 22, "direct", (0, 8), (24, 32), 0.9, (("verb", "insisted"),))
    assert why(text, one, "Ann Ross") == (
        "“Ann Ross” stands before the quotation and “insisted” after it."
    )


def test_carried_words_show_what_stands_with_the_quotation_before() -> None:
    assert "which is given to “the Norwegian”" in because(("carried", ""), cue=None)
    assert because(("carried", ""), cue=None, origin=CUE) == (
        "These words go on from the quotation that has “said the Norwegian” beside it."
    )


def test_a_dialogue_takes_turns() -> None:
    assert "take turns" in because(("dialogue", ""), cue=None)


def test_a_label_is_shown_with_its_colon() -> None:
    one = Attribution(6, 17, "direct", (0, 4), None, 0.9, (("label", "ROSS"),))
    assert "“ROSS:” stands at the start" in why("ROSS: It is late.", one, "Ann Ross")


def test_a_label_with_its_words_in_marks_is_told_from_a_transcript_s() -> None:
    text = "Stoltenberg: It is ‘over’"
    one = Attribution(20, 24, "mixed", (0, 11), None, 0.9, (("label", ""), ("place", "before")))
    assert why(text, one, "Stoltenberg") == (
        "“Stoltenberg:” stands before the quotation, as a label for whose words it is."
    )


def test_a_paragraph_that_goes_on_names_the_label_before_it() -> None:
    text = "ROSS: It is late.\n\nWe go."
    one = Attribution(19, 25, "direct", (0, 4), None, 0.9, (("label", "ROSS"),))
    assert "after the one that “ROSS:” begins" in why(text, one, "Ann Ross")


def test_repeated_words_point_to_their_twin() -> None:
    sentence = because(("repeated", "below"), source=None, cue=None, speaker="Ana Ruiz")
    assert sentence == "The same words are given to Ana Ruiz elsewhere in the article."


@pytest.mark.parametrize(("how", "words"), [("turn", "take turns"), ("headline", "headline")])
def test_whoever_speaks_without_a_source_is_named(how: str, words: str) -> None:
    sentence = because((how, ""), source=None, cue=None, speaker="Ana Ruiz")
    assert words in sentence
    assert "Ana Ruiz" in sentence


def test_a_long_mention_is_shortened_in_the_middle() -> None:
    text = "the " + "very " * 40 + "tall man said"
    one = Attribution(0, 1, "indirect", (0, len(text) - 5), (len(text) - 4, len(text)), 0.9)
    assert len(why(text, one, None)) < 150


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_words_stay_one_line(text: str, data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4).map(sorted))
    for name in ("verb", "carried", "label", "split", "near", "paragraphs", "according"):
        one = Attribution(
            0, 1, "direct", (cuts[0], cuts[1]), (cuts[2], cuts[3]), 0.5, ((name, ""),)
        )
        assert len(why(text, one, "A\nB").splitlines()) == 1
