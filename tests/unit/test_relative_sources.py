"""A relative pronoun as the source: shown with what it takes up, and the same person as before."""

import pytest

from newsreader.article import Quote
from newsreader.engine.analyse import analyse
from newsreader.engine.source_mentions import relative_pronoun

OPENING = "Harbour to close\n\nThe council met in the old hall by the river on Monday.\n\n"


def quote_of(sentence: str) -> tuple[str, Quote]:
    text = OPENING + sentence
    (quote,) = (one for one in analyse(text).quotes if one.kind != "indirect")
    return text, quote


@pytest.mark.parametrize(
    ("sentence", "source", "speaker"),
    [
        ("The hotel's owner, who said “we will never open again”, left at noon.",
         "The hotel's owner, who", "the hotel's owner"),
        ("It was Li Chen, who told reporters “we are here to stay until the end”.",
         "Li Chen, who", "Li Chen"),
        ("The owner of the hotel, who said “this is the end of all things”, wept.",
         "The owner of the hotel, who", "The owner of the hotel"),
        ("A teacher in Ohio who wrote “there is nothing left to do” was ill.",
         "A teacher in Ohio who", "a teacher in Ohio"),
    ],
)  # fmt: skip
def test_a_relative_pronoun_is_shown_with_the_noun_before_it(
    sentence: str, source: str, speaker: str
) -> None:
    text, quote = quote_of(sentence)
    assert quote.source is not None
    assert text[slice(*quote.source)] == source
    assert quote.speaker is not None
    assert quote.speaker.lower() == speaker.lower()


def test_why_names_the_noun_and_explains_no_pronoun() -> None:
    _, quote = quote_of("The hotel's owner, who said “we will never open again”, left at noon.")
    assert quote.why == "“The hotel's owner, who said” stands right before the quotation."


def test_the_source_is_a_mention_of_its_speaker() -> None:
    text = OPENING + "It was Li Chen, who told reporters “we are here to stay until the end”."
    analysis = analyse(text)
    (quote,) = (one for one in analysis.quotes if one.kind != "indirect")
    (speaker,) = analysis.speakers
    assert quote.source in speaker.mentions
    assert [text[slice(*span)] for span in speaker.mentions] == ["Li Chen", "Li Chen, who"]


@pytest.mark.parametrize(
    ("source", "pronoun"),
    [("the owner, who", "who"), ("who", "who"), ("the owner", "the owner"), ("Who", "Who")],
)
def test_the_pronoun_at_the_end_of_a_source(source: str, pronoun: str) -> None:
    assert source[slice(*relative_pronoun(source, (0, len(source))))] == pronoun
