from hypothesis import given
from hypothesis import strategies as st

from newsreader.engine.tokens import read_document


def sentences(text: str) -> list[str]:
    doc = read_document(text)
    return [text[doc.starts[a] : doc.ends[b - 1]] for a, b in doc.sentences]


@given(st.text())
def test_tokens_are_slices_of_the_text_in_order_and_sentences_cover_them(text: str) -> None:
    doc = read_document(text)
    assert doc.words == [text[a:b] for a, b in zip(doc.starts, doc.ends, strict=True)]
    assert all(a < b for a, b in zip(doc.starts, doc.ends, strict=True))
    assert all(end <= start for end, start in zip(doc.ends, doc.starts[1:], strict=False))
    covered = [i for a, b in doc.sentences for i in range(a, b)]
    assert covered == list(range(len(doc.words)))
    assert "".join("".join(doc.words).split()) == "".join(text.split())


def test_a_title_does_not_end_a_sentence() -> None:
    assert sentences("Mr. Okoro spoke. Dr. Li left.") == ["Mr. Okoro spoke.", "Dr. Li left."]


def test_a_closing_mark_belongs_to_the_sentence_it_closes() -> None:
    assert sentences("“We go.” She left.") == ["“We go.”", "She left."]


def test_a_possessive_is_a_token_of_its_own() -> None:
    assert read_document("Putin’s war").words == ["Putin", "’s", "war"]


def test_a_blank_line_parts_paragraphs() -> None:
    doc = read_document("One line\n\nAnother line")
    assert len(doc.paragraphs) == len(doc.sentences) == 2


def test_an_abbreviation_ends_a_sentence_before_a_word_that_starts_one() -> None:
    assert sentences("He left the U.S. The sea lay calm.") == [
        "He left the U.S.",
        "The sea lay calm.",
    ]


def test_an_initial_does_not_end_a_sentence() -> None:
    assert sentences("J. K. Moran wrote to A. Li.") == ["J. K. Moran wrote to A. Li."]


def test_a_quoted_exclamation_goes_on_with_its_cue() -> None:
    assert sentences("“Go!” Li said. He left.") == ["“Go!” Li said.", "He left."]
