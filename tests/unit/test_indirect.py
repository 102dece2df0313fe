import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.engine.document import Attribution
from newsreader.engine.indirect import find_indirect
from newsreader.engine.names import find_names
from newsreader.engine.quotations import find_quotations
from newsreader.engine.tokens import read_document


def reports(text: str) -> list[Attribution]:
    doc = read_document(text)
    return find_indirect(doc, find_quotations(text), find_names(doc))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ruiz said that the bridge will open in May.", "Ruiz", "said",
         "that the bridge will open in May"),
        ("Ruiz said the bridge will open in May.", "Ruiz", "said", "the bridge will open in May"),
        ("The bridge will open in May, Ruiz said.", "Ruiz", "said", "The bridge will open in May"),
        ("The bridge will open in May, said Ruiz.", "Ruiz", "said", "The bridge will open in May"),
        ("The bridge will open in May, according to Ruiz.", "Ruiz", "according",
         "The bridge will open in May"),
        ("According to Ruiz, the bridge will open in May.", "Ruiz", "According",
         "the bridge will open in May"),
        ("Ruiz told reporters that the bridge will open in May.", "Ruiz", "told",
         "that the bridge will open in May"),
        ("Officials said the river had fallen by a metre.", "Officials", "said",
         "the river had fallen by a metre"),
        ("Okoro denied that he had met the lawyers.", "Okoro", "denied",
         "that he had met the lawyers"),
        ("His claim that the dam is safe surprised the town.", "His", "claim",
         "that the dam is safe"),
    ],
)  # fmt: skip
def test_a_reported_clause_is_found_with_source_and_cue(
    text: str, source: str, cue: str, content: str
) -> None:
    (one,) = reports(text)
    assert one.source
    assert one.cue
    found = (text[slice(*one.source)], text[slice(*one.cue)], text[one.start : one.end])
    assert found == (source, cue, content)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge will open in May.",
        "Ruiz walked to the bridge and counted the boats.",
        "“The bridge will open in May,” Ruiz said.",
        "",
    ],
)
def test_plain_narration_and_quotations_report_nothing_indirectly(text: str) -> None:
    assert reports(text) == []


def test_turns_of_a_transcript_hold_no_indirect_speech() -> None:
    assert reports("OKORO: Li said that the dam is safe.\n\nLI: I said that it was.") == []


def test_every_report_is_indirect_with_a_probability_and_evidence() -> None:
    (one,) = reports("Ruiz said that the bridge will open in May.")
    assert one.kind == "indirect"
    assert 0.5 < one.confidence <= 1.0
    assert one.evidence == (("verb", "said"), ("place", "before"))


@pytest.mark.parametrize(
    "text",
    [
        "Li said " * 20_000,
        "Li said that it is so, " * 8_000,
        "according to Li, " * 10_000,
        "his claim that " * 10_000,
    ],
)
def test_a_sentence_without_an_end_gives_spans_inside_it(text: str) -> None:
    found = find_indirect(read_document(text), [], [])
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(
            st.sampled_from(
                ["“", "”", '"', "Li", "said", "told", "that", "the mayor", ":", ",", ".", "\n\n",
                 "he", "according to", "is", "’s", "his claim", "but", "goes", "-", "(", "by"]
            ),
            max_size=40,
        ).map(" ".join),
    )
)  # fmt: skip
def test_any_string_gives_valid_ordered_reports(text: str) -> None:
    found = reports(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.source
        assert 0 <= one.source[0] < one.source[1] <= len(text)


def test_a_sentence_that_breaks_off_behind_its_source_reports_nothing() -> None:
    assert reports("According to Ana Ruiz,\n\nIt rains.") == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Sen. Ana Ruiz (I-Vt.) said the bridge will open in May.", "Sen. Ana Ruiz", "said",
         "the bridge will open in May"),
        ("The Harbour Foundation notes the bridge is usually closed in May.",
         "The Harbour Foundation", "notes", "the bridge is usually closed in May"),
        ("But engineers note that the bridge is cold in winter.", "engineers", "note",
         "that the bridge is cold in winter"),
        ("Okoro claims he is worth ten billion.", "Okoro", "claims", "he is worth ten billion"),
        ("Ana Ruiz Says The Bridge Will Open In May.", "Ana Ruiz", "Says",
         "The Bridge Will Open In May"),
        ("After saying that the bridge was safe, the mayor left the town.", "the mayor", "saying",
         "that the bridge was safe"),
        ("Ruiz said she admires the engineers and praised the mayor.", "Ruiz", "said",
         "she admires the engineers"),
        ("The bridge will open in May, according to a recent report from the Harbour Board.",
         "the Harbour Board", "according", "The bridge will open in May"),
        ("Okoro said the plan was “a profoundly unwise and dangerous idea.”", "Okoro", "said",
         "the plan was “a profoundly unwise and dangerous idea.”"),
    ],
)  # fmt: skip
def test_reports_of_odd_shapes_are_found(text: str, source: str, cue: str, content: str) -> None:
    (one,) = reports(text)
    assert one.source
    assert one.cue
    found = (text[slice(*one.source)], text[slice(*one.cue)], text[one.start : one.end])
    assert found == (source, cue, content)


def test_what_has_hardly_words_of_its_own_is_left_to_the_quotation() -> None:
    assert reports("The plan is “profoundly unwise and dangerous,” said Okoro.") == []


def test_a_reporter_who_goes_on_reports_twice() -> None:
    text = "Okoro announced that he was leaving and vowed to come back."
    assert [text[one.start : one.end] for one in reports(text)] == [
        "that he was leaving",
        "to come back",
    ]
