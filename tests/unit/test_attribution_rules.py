"""What the rules settle after the models: titles, and quotations in quotations."""

import pytest

from newsreader.engine.attribution import attribute
from newsreader.engine.names import find_names
from newsreader.engine.quotations import find_quotations
from newsreader.engine.tokens import read_document


def sources(text: str) -> list[str | None]:
    doc = read_document(text)
    found = attribute(doc, find_quotations(text), find_names(doc))
    return [text[slice(*one.source)] if one.source else None for one in found]


@pytest.mark.parametrize("verb", ["would never say", "says", "keeps saying"])
def test_what_is_not_told_of_the_past_inside_a_quotation_was_not_said(verb: str) -> None:
    text = f"Okoro said: “It does not help when Li {verb} ‘go home and rest’ to them.”"
    assert sources(text) == ["Okoro", None]


@pytest.mark.parametrize(
    "text",
    [
        "The league gained ground after Li put forward his “Contract with the Coast” in May.",
        "Okoro ran a project on “Women of the Harbour” for a museum.",
    ],
)
def test_capitalised_words_in_a_sentence_are_a_title(text: str) -> None:
    assert sources(text) == [None]


def test_capitalised_words_behind_a_speaking_verb_are_speech() -> None:
    assert sources("Okoro said, “Never Again”, and left.") == ["Okoro"]
