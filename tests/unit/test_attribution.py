import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsreader.engine.attribution import attribute
from newsreader.engine.document import Attribution
from newsreader.engine.names import find_names
from newsreader.engine.quotations import find_quotations
from newsreader.engine.tokens import read_document


def attributions(text: str) -> list[Attribution]:
    doc = read_document(text)
    return attribute(doc, find_quotations(text), find_names(doc))


def sources(text: str) -> list[str | None]:
    return [text[slice(*one.source)] if one.source else None for one in attributions(text)]


def cues(text: str) -> list[str | None]:
    return [text[slice(*one.cue)] if one.cue else None for one in attributions(text)]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“The bridge opens in May,” Mayor Ana Ruiz said.", "Mayor Ana Ruiz", "said"),
        ("Mayor Ana Ruiz said, “The bridge opens in May.”", "Mayor Ana Ruiz", "said"),
        ("“The bridge opens in May,” said Ruiz.", "Ruiz", "said"),
        ("Ruiz told reporters: “The bridge opens in May.”", "Ruiz", "told"),
        ("“We are done here,” Okoro told Li.", "Okoro", "told"),
        ("According to Ruiz, “the bridge opens in May.”", "Ruiz", "According"),
        ("“It is safe for now”, according to a spokeswoman.", "a spokeswoman", "according"),
        ("Ruiz called the plan “a disgrace to the town” on Monday.", "Ruiz", "called"),
        ("“Not again,” the two-term senator muttered.", "the two-term senator", "muttered"),
        ("“We will not wait,” said her spokesman.", "her spokesman", "said"),
        ("“Nothing at all,” he said.", "he", "said"),
        ("The statement read: “We regret the accident.”", "The statement", "read"),
        ("“It is over,” Li tweeted on Friday.", "Li", "tweeted"),
        ("The union wrote that “no worker was asked about it”.", "The union", "wrote"),
        ("“Stop the trains!” the crowd shouted.", "the crowd", "shouted"),
        ("“Stop the trains!” Li shouted.", "Li", "shouted"),
        ("NATO expects a “major offensive” in spring", "NATO", "expects"),
        ("‘We have waited long enough,’ said Okoro.", "Okoro", "said"),
        ('"We have waited long enough," said Okoro.', "Okoro", "said"),
        ("“I ran,” I said.", "I", "said"),
    ],
)
def test_the_source_and_the_cue_beside_a_quotation_are_found(
    text: str, source: str, cue: str
) -> None:
    assert (sources(text), cues(text)) == ([source], [cue])


def test_whoever_belongs_to_somebody_speaks_for_themselves() -> None:
    assert sources("“It was never rude to anybody,” said its inventor.") == ["its inventor"]


def test_a_name_in_apposition_belongs_to_the_source() -> None:
    assert sources("“It opens in May,” said the mayor, Ana Ruiz.") == ["the mayor, Ana Ruiz"]


def test_a_role_before_the_verb_does_not_hide_the_subject() -> None:
    text = "“This must end now,” Li, the finance minister of Ruritania, said on Monday."
    assert (sources(text), cues(text)) == (["Li"], ["said"])


def test_a_quotation_split_by_its_cue_has_one_source_and_cue() -> None:
    text = "“The bridge,” said Ruiz, “will open in May.”"
    assert (sources(text), cues(text)) == (["Ruiz", "Ruiz"], ["said", "said"])


def test_a_quotation_after_the_verbs_colon_stays_with_the_subject() -> None:
    text = "“It is a brutal act”, said the Norwegian about the images: “It is horrible to see.”"
    assert sources(text) == ["the Norwegian", "the Norwegian"]


def test_a_quotation_after_a_sentence_about_somebody_is_carried_to_them() -> None:
    text = "Ruiz also spoke to the council on Tuesday. “Nobody will pay for it. It will open soon.”"
    assert sources(text) == ["Ruiz"]


def test_the_next_sentence_in_marks_goes_on_with_the_source() -> None:
    assert sources("“We will not wait,” said Okoro. “The money is there.”") == ["Okoro", "Okoro"]


def test_a_quotation_over_paragraphs_has_the_source_of_its_end() -> None:
    text = "“The first night was the worst.\n\n“The second was better,” said Novak."
    assert sources(text) == ["Novak", "Novak"]


def test_a_dialogue_alternates() -> None:
    text = (
        "“Are you coming?” asked Okoro.\n\n“Not today,” said Li.\n\n"
        "“When, then?”\n\n“Tomorrow, if it stops raining.”"
    )
    assert sources(text) == ["Okoro", "Li", "Okoro", "Li"]


def test_questions_in_a_row_under_one_open_mark_are_no_dialogue() -> None:
    text = (
        "“Nobody asks them anything,” said Ben Okoro.\n\nAna Ruiz wrote a letter:\n\n"
        "“Who will pay for the bridge?\n\n“Who will cross it?\n\n“Who wanted it?”"
    )
    assert sources(text) == ["Ben Okoro", "Ana Ruiz", "Ana Ruiz", "Ana Ruiz"]


def test_a_quotation_in_a_quotation_has_a_source_of_its_own() -> None:
    text = "Okoro said: “Li told me ‘go home and rest’ and then he left.”"
    assert sources(text) == ["Okoro", "Li"]


@pytest.mark.parametrize("who", ["He", "I"])
def test_whom_a_pronoun_means_inside_a_quotation_is_not_guessed(who: str) -> None:
    text = f"Okoro said: “{who} told Li ‘go home and rest’ and then he left.”"
    assert sources(text) == ["Okoro", None]


@pytest.mark.parametrize("surname", ["Sharp", "Black", "Will", "Blunt"])
def test_a_surname_that_is_also_a_word_speaks_at_the_start_of_a_sentence(surname: str) -> None:
    text = f"The letter by Adam {surname} was short.\n\n{surname} wrote: “Nobody asked us first.”"
    assert sources(text) == [surname]


def test_a_word_is_no_surname_without_a_name_before_it() -> None:
    assert sources("The letter was short.\n\nWill anybody say “yes, of course” to it?") != ["Will"]


def test_a_capital_after_a_quoted_comma_is_a_name() -> None:
    assert sources("“We lost the farm,” Sharp said.") == ["Sharp"]


def test_a_part_that_names_its_own_speaker_keeps_it_though_a_mark_was_left_open() -> None:
    text = "“We are done here,” Okoro said. “The bridge is safe.\n\n“It is not safe,” Li said."
    assert sources(text)[2] == "Li"


@pytest.mark.parametrize(
    "text",
    [
        "Mike “The Hammer” Novak won again.",
        "The so-called “smart city” has no trains.",
        "He read “The Old Man and the Sea” twice.",
        "Okoro wrote “The Long River” in 1990.",
    ],
)
def test_nicknames_scare_quotes_and_titles_are_nobodys_words(text: str) -> None:
    assert sources(text) == [None]


def test_a_sign_says_what_is_written_on_it() -> None:
    assert sources("The sign read “Closed for Repairs” in red.") == ["The sign"]


def test_a_label_before_marks_names_the_speaker() -> None:
    assert sources("Mayor: “We were not told anything”") == ["Mayor"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It opens in May,” said Ruiz.", "direct"),
        ("“It is a crucial phase of the war”, said Ruiz.", "direct"),
        ("Ruiz said it was “a crucial phase of the war”.", "mixed"),
        ("Ruiz called it “a disgrace” on Monday.", "mixed"),
    ],
)
def test_whole_sentences_are_direct_and_fragments_mixed(text: str, kind: str) -> None:
    assert [one.kind for one in attributions(text)] == [kind]


def test_turns_of_a_transcript_are_direct_quotations_of_all_but_the_interviewer() -> None:
    text = (
        "INTERVIEWER: How did it begin?\n\nRUIZ: With a letter. I read it twice.\n\n"
        "INTERVIEWER: And then?\n\nRUIZ: Then I called the engineer."
    )
    assert sources(text) == [None, "RUIZ", None, "RUIZ"]
    assert {one.kind for one in attributions(text)} == {"direct"}


def test_a_mark_that_opens_a_turn_quotes_nothing_of_its_own() -> None:
    text = "“RUIZ: It is late.\n\n“LI: Is it “too” late?\n\n“RUIZ: No.”"
    assert [text[one.start : one.end] for one in attributions(text)] == [
        "It is late.",
        "Is it “too” late?",
        "too",
        "No.”",
    ]


def test_the_words_of_a_turn_stand_after_its_label() -> None:
    text = "OKORO: Come in.\nLI: Thank you."
    assert [text[one.start : one.end] for one in attributions(text)] == ["Come in.", "Thank you."]


def test_a_single_label_is_no_transcript() -> None:
    assert attributions("UPDATE: The road is open again.") == []
    assert attributions("RUIZ: The road is open again.") == []


def test_notes_are_no_transcript() -> None:
    assert attributions("PHOTO: The dam.\n\nUPDATE: The road is open again.") == []


def test_question_and_answer_have_no_known_speaker() -> None:
    assert sources("Q: How did it begin?\n\nA: With a letter.") == [None, None]


def test_confidence_is_a_probability_and_a_plain_case_is_sure() -> None:
    (one,) = attributions("“The bridge opens in May,” Ruiz said.")
    assert 0.9 < one.confidence <= 1.0


def test_the_evidence_names_how_the_source_was_found() -> None:
    (one,) = attributions("“The bridge opens in May,” said Ruiz.")
    assert one.evidence[0] == ("inverted", "said")


@pytest.mark.parametrize(
    "text",
    [
        "“a,” said Li. " * 4_000,
        "“a “b " * 8_000,
        "Li said " * 30_000 + "“go on.”",
        "“go.” " * 8_000,
        "Li's " * 50_000 + "“x y z” said",
        "LI: a\n\n" * 20_000,
    ],
)
def test_a_large_article_that_repeats_itself_gets_ordered_spans(text: str) -> None:
    found = attribute(read_document(text), find_quotations(text), [])
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


def test_an_unlabelled_paragraph_between_turns_goes_on_with_the_turn() -> None:
    text = "OKORO: It was late.\n\nThe river was high.\n\nLI: We left."
    assert sources(text) == ["OKORO", "OKORO", "LI"]


@pytest.mark.parametrize(
    "text",
    ["“The dam is safe for now.” — Ana Ruiz", "“The dam is safe for now.”\n\n— Ana Ruiz, mayor"],
)
def test_a_signature_after_a_dash_is_the_source(text: str) -> None:
    assert sources(text) == ["Ana Ruiz"]


def test_a_guillemet_quotation_split_by_its_cue_has_one_source() -> None:
    text = "« She came alone », the archivist Paul Marin recalled, « and asked for a map. »"
    assert sources(text) == ["the archivist Paul Marin"] * 2


def test_turns_go_on_after_a_question_was_answered() -> None:
    text = (
        "“Would you like it back?” the mayor asked.\n\n“Would you give it back?”\n\n"
        "“No.”\n\n“Then go home.”\n\nNobody spoke."
    )
    said = "“So,” Li said.\n\n" + text
    assert sources(said) == ["Li", "the mayor", "Li", "the mayor", "Li"]


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(
            st.sampled_from(
                ["“", "”", '"', "‘", "’", "Li", "said", "told", "that", "the mayor", ":", ",", ".",
                 "\n\n", "he", "according to", "A:", "’s", "his claim", "n't", "«", "»", "?", "by"]
            ),
            max_size=40,
        ).map(" ".join),
    )
)  # fmt: skip
@example("ACCORDING TO“0“0")
def test_any_string_gives_valid_ordered_attributions(text: str) -> None:
    found = attributions(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert 0.0 <= one.confidence <= 1.0
        assert one.evidence
        for span in (one.source, one.cue):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        assert one.source or not one.cue
