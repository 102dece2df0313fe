from newsreader.engine.quotations import find_quotations
from newsreader.engine.skeleton import Skeleton, skeletons
from newsreader.engine.source_mentions import mentions, source_span
from newsreader.engine.tokens import read_document
from newsreader.engine.word_classes import word_classes


def skeleton(text: str) -> Skeleton:
    doc = read_document(text)
    return skeletons(doc, word_classes(doc), find_quotations(text))[0][0]


def phrases(text: str) -> list[str]:
    doc = read_document(text)
    found = skeletons(doc, word_classes(doc), find_quotations(text))[0][0]
    return [text[slice(*source_span(doc, found, one))] for one in mentions(doc, found)]


def test_a_quotation_is_one_symbol() -> None:
    assert skeleton("“We go now,” she said.").symbols == "QOV.¶"


def test_a_few_quoted_words_may_be_part_of_a_noun_phrase() -> None:
    assert skeleton("Mike “The Hammer” Novak won.").symbols.startswith("XqX")


def test_a_sentence_that_ends_inside_marks_is_marked() -> None:
    assert skeleton("“We go.” She left.").symbols == "Q|OV.¶"


def test_a_gap_shows_noun_phrases_as_one() -> None:
    found = skeleton("The old mayor of the town quietly left.")
    assert found.gap(0, len(found.symbols)) == "nPnV.¶"


def test_a_quotation_with_others_inside_has_a_skeleton_of_its_own() -> None:
    text = "“He said ‘go home now,’ twice,” she said."
    doc = read_document(text)
    found, home = skeletons(doc, word_classes(doc), find_quotations(text))
    assert len(found) == 2
    assert home == [0, 1]
    assert found[1].symbols.startswith("OVQ")


def test_a_possessor_is_a_mention_before_what_it_owns() -> None:
    assert phrases("Okoro’s claim fell.") == ["Okoro", "Okoro’s claim"]


def test_a_description_takes_its_complement_with_it() -> None:
    assert phrases("The leader of the union spoke.")[0] == "The leader of the union"


def test_secretary_general_is_one_noun_phrase() -> None:
    assert "NATO’s secretary general" in phrases("NATO’s secretary general has left.")
