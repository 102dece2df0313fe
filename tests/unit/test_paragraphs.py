from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.engine.paragraphs import paragraph_spans


def paragraphs(text: str) -> list[str]:
    return [text[a:b] for a, b in paragraph_spans(text)]


def test_a_blank_line_parts_paragraphs() -> None:
    assert paragraphs("One.\n \nTwo.") == ["One.", "Two."]


def test_a_new_line_after_a_sentence_parts_paragraphs() -> None:
    assert paragraphs("The dam broke.\nNobody was hurt.") == ["The dam broke.", "Nobody was hurt."]


def test_a_line_that_goes_on_in_lower_case_is_only_wrapped() -> None:
    assert paragraphs("The dam broke\nin the night.") == ["The dam broke\nin the night."]


def test_lines_cut_to_one_width_are_wrapped() -> None:
    text = (
        "The dam above the town broke in the night of\n"
        "Monday after a week of heavy rain. The mayor\n"
        "Ana Ruiz said that nobody had been hurt. The\n"
        "schools stay closed.\n"
        "Trains run again."
    )
    assert len(paragraphs(text)) == 2


def test_a_headline_in_capitals_stands_alone() -> None:
    text = (
        "DAM BREAKS ABOVE TOWN IN NIGHT OF HEAVY RAIN\n"
        "The dam above the town broke in the night of\n"
        "Monday after a week of heavy rain. The mayor\n"
        "Ana Ruiz said that nobody had been hurt. The\n"
        "schools stay closed."
    )
    assert paragraphs(text)[0] == "DAM BREAKS ABOVE TOWN IN NIGHT OF HEAVY RAIN"


def test_items_of_a_list_are_paragraphs() -> None:
    assert paragraphs("Bring\n- bread\n- water") == ["Bring", "- bread", "- water"]


def test_a_speakers_label_starts_a_paragraph() -> None:
    assert paragraphs("who\nOKORO: me") == ["who", "OKORO: me"]


@given(st.text(alphabet="aB .\n\t\u2029-:“", max_size=80))
def test_paragraphs_are_ordered_trimmed_and_hold_all_but_white_space(text: str) -> None:
    spans = paragraph_spans(text)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())


@pytest.mark.parametrize("number", ["12", "- 4 -", "Page 4 of 9", "p. 4"])
def test_a_page_s_number_parts_no_sentence(number: str) -> None:
    before = "The letter, which nobody had opened since the war, said that"
    text = f"{before}\n\n{number}\n\nthe harbour would close."
    assert len(paragraph_spans(text)) == 1


def test_a_number_between_whole_sentences_is_a_paragraph() -> None:
    text = "The letter, which nobody had opened since the war, was short.\n\n12\n\nthe end"
    assert len(paragraph_spans(text)) == 3
