import pytest
from marked_text import marked

from newsreader.article import Speaker
from newsreader.engine.document import Attribution
from newsreader.engine.people import People, resolve_people
from newsreader.engine.tokens import read_document


def people(text: str) -> People:
    return resolve_people(*marked(text))


def who(text: str) -> list[str | None]:
    return list(people(text).names)


def speaker(text: str, name: str) -> Speaker:
    return next(one for one in people(text).speakers if one.name == name)


def test_a_surname_is_the_person_named_in_full() -> None:
    assert who("P[Jens Stoltenberg] arrived. “We see it,” said {P[Stoltenberg]}.") == [
        "Jens Stoltenberg"
    ]


def test_a_full_name_that_comes_only_after_the_quotation_explains_it() -> None:
    assert who("“We see it,” said {P[Okoro]}.\n\nP[Maria Okoro] runs the port.") == ["Maria Okoro"]


def test_a_courtesy_title_is_part_of_no_name_and_no_role() -> None:
    text = "P[Vladimir Putin] spoke. “No,” said {Mr. P[Putin]}."
    assert who(text) == ["Vladimir Putin"]
    assert speaker(text, "Vladimir Putin").role is None


def test_titles_tell_a_couple_apart() -> None:
    text = (
        "P[Anna Berg] and P[Karl Berg] came. “Yes,” said {Mr. P[Berg]}.\n\n"
        "“No,” said {Mrs. P[Berg]}."
    )
    assert who(text) == ["Karl Berg", "Anna Berg"]


def test_a_title_of_the_other_gender_is_somebody_else() -> None:
    text = "P[Michelle Lund] waved. “Fine,” said {Mr. P[Lund]}."
    assert who(text) == ["Lund"]


def test_a_president_is_not_taken_for_the_spouse_named_in_full() -> None:
    text = (
        "P[Michelle Lund] waved to President P[Lund]. “Fine,” said {President P[Lund]}. "
        "Mr. P[Lund] left."
    )
    assert who(text) == ["Lund"]


def test_a_first_name_is_the_one_person_who_bears_it() -> None:
    assert who("P[Ingrid Solheim] laughed. “I was cold,” {P[Ingrid]} said.") == ["Ingrid Solheim"]


@pytest.mark.parametrize(
    ("full", "other"),
    [
        ("William Hart", "Bill Hart"),
        ("Robert C. “Bobby” Scott", "Bobby Scott"),
        ("John Miller", "J. Miller"),
        ("Ana Maria Silva", "Ana Silva"),
        ("Zoë O’Neill", "O'Neill"),
        ("JANE SMITH", "Smith"),
    ],
)
def test_forms_of_one_name_are_one_person(full: str, other: str) -> None:
    text = f"P[{full}] came. Then {{P[{other}]}} said: “Good day to you.”"
    assert len({one.name for one in people(text).speakers if one.kind == "person"}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George W. Lowell", "George H.W. Lowell"),
        ("Donald Pratt", "Donald Pratt Jr."),
        ("Ann Keller", "Paul Keller"),
    ],
)
def test_two_people_of_one_surname_stay_two(one: str, other: str) -> None:
    assert len(people(f"P[{one}] met P[{other}].").speakers) == 2


def test_a_surname_misspelled_by_one_letter_is_recognized() -> None:
    assert who("P[Leslie Wymark] waited. “They must,” {P[Wynark]} said.") == ["Leslie Wymark"]


def test_a_pronoun_takes_up_the_subject_not_the_one_spoken_of() -> None:
    text = "P[Ann Ross] criticised P[Julia Vane] on Monday. “It is late,” {she} said."
    assert who(text) == ["Ann Ross"]


def test_a_pronoun_passes_over_people_of_the_other_gender() -> None:
    text = "P[Ann Ross] met P[Peter Vane]. “It is late,” {he} said."
    assert who(text) == ["Peter Vane"]


def test_a_pronoun_passes_over_people_named_only_in_the_words_of_another() -> None:
    text = "P[Ann Ross] sighed. “Julia would not. P[Julia Vane] never does,” {she} said."
    assert who(text) == ["Ann Ross"]


def test_i_inside_a_quotation_is_its_speaker() -> None:
    doc, names, _ = marked("P[Ann Ross] said: “And I told them ‘go home now’ twice.”")
    start = doc.text.index("And")
    inner = doc.text.index("go home")
    i = doc.text.index("I told")
    said = Attribution(start, doc.text.index("”"), "direct", (0, 8), None, 1.0)
    nested = Attribution(inner, inner + 11, "direct", (i, i + 1), None, 1.0)
    assert resolve_people(doc, names, [said, nested]).names == ("Ann Ross", "Ann Ross")


def test_i_in_the_running_text_is_whose_byline_it_is() -> None:
    text = "A walk along the wall\n\nBy Nora Quist\n\n“Who goes there,” {I} called to the guard."
    assert who(text) == ["Nora Quist"]


def test_a_nationality_takes_up_the_person_in_focus() -> None:
    text = "According to P[Jens Stoltenberg], it goes on. “It is crucial,” said {the Norwegian}."
    assert who(text) == ["Jens Stoltenberg"]


def test_a_role_finds_its_bearer_over_the_one_in_focus() -> None:
    text = (
        "Mayor P[Ola Dahl] opened the bridge. P[Eva Moe] watched him. “It holds,” said {the mayor}."
    )
    assert who(text) == ["Ola Dahl"]


def test_places_in_a_description_keep_two_senators_apart() -> None:
    text = (
        "Texas Sen. P[Tom Rusk] spoke. P[Ida Wells], a Florida senator, listened to P[Tom Rusk]. "
        "“Enough of it,” said {the Florida senator}."
    )
    assert who(text) == ["Ida Wells"]


def test_a_source_without_a_name_keeps_its_description() -> None:
    found = speaker("“They are moving,” said {a Western official}.", "a Western official")
    assert found.kind == "unnamed"
    assert found.quotes == (0,)


def test_a_description_beside_a_name_is_the_named_one() -> None:
    text = "“They left,” said P[Jan Novak], {a historian}, on Monday."
    assert who(text) == ["Jan Novak"]


@pytest.mark.parametrize(
    "text",
    [
        "“They left,” said P[Ola Dahl] (D-N.C.), {P[Ross]’s opponent}, on Monday.",
        "{P[Ross]’s niece}, state Del. P[Ola Dahl], said: “They left.”",
        "“They left,” said Sen. P[Ola Dahl], {R-Wis}., on Monday.",
        "{Spokesman} P[Ola Dahl] said: “They left.”",
    ],
)
def test_titles_and_parties_may_stand_between_description_and_name(text: str) -> None:
    assert who(text) == ["Ola Dahl"]


def test_the_person_is_the_head_of_a_long_source_not_the_names_inside_it() -> None:
    text = "“Yes,” said {a spokesman for P[Ann Ross], P[Jan Novak]}."
    assert who(text) == ["Jan Novak"]
    text = "“Yes,” said {a spokesman for P[Ann Ross]}."
    assert who(text) == ["a spokesman for Ann Ross"]


def test_an_acronym_in_parentheses_is_the_organization() -> None:
    text = "The O[Harbour Workers Union] (O[HWU]) met. “We strike,” {the O[HWU]} wrote."
    assert who(text) == ["Harbour Workers Union"]


def test_the_ministry_is_the_ministry_named_before() -> None:
    text = "The O[Ministry of Ports] met. “It is closed,” {the ministry} said."
    assert who(text) == ["Ministry of Ports"]


def test_a_statement_speaks_for_who_issued_it() -> None:
    text = "“It is closed,” said {a statement from the O[Ministry of Ports]}."
    assert who(text) == ["Ministry of Ports"]


def test_a_brother_is_the_other_one_of_the_surname() -> None:
    text = (
        "P[Karl Berg] runs the port and P[Erik Berg] the union. “No,” said {P[Karl Berg]}.\n\n"
        "“Yes,” said {his brother}."
    )
    assert who(text) == ["Karl Berg", "Erik Berg"]


def test_a_sister_is_no_brother_and_of_two_brothers_none_is_chosen() -> None:
    text = "P[Karl Berg] met P[Erik Berg]. “No,” said {P[Karl Berg]}.\n\n“Yes,” said {his sister}."
    assert who(text) == ["Karl Berg", "Karl Berg’s sister"]
    text = (
        "P[Karl Berg], P[Erik Berg] and P[Peter Berg] met. “No,” said {P[Karl Berg]}.\n\n"
        "“Yes,” said {his brother}."
    )
    assert who(text) == ["Karl Berg", "Karl Berg’s brother"]


def test_a_relative_just_spoken_of_is_in_focus() -> None:
    text = (
        "P[Peter Berg] sailed home.\n\n“No,” said {P[Robin Lund]}.\n\nIt snowed. The road was "
        "white. P[Anna Berg] did not wait. She ran to the port and kissed her brother.\n\n"
        "“It was cold,” {he} said."
    )
    assert who(text) == ["Robin Lund", "Peter Berg"]
    text = (
        "P[Peter Berg] sailed.\n\nBy clerk P[Jan Lund]’s book it rained. “No,” {P[Lund]} said. "
        "“Snow,” {P[Lund]} said.\n\nP[Anna Berg] did not wait. She turned the sign and drove "
        "far to fetch her brother.\n\n“It was cold,” {he} said."
    )
    assert who(text)[-1] == "Peter Berg"


def test_a_paragraph_that_tells_what_somebody_does_goes_on_about_them() -> None:
    text = (
        "P[Karl Berg] sailed. P[Jan Novak] watched. “He was quick,” {P[Novak]} said.\n\n"
        "After that P[Berg] looked up. He is old and has a dog. “So,” {he} said."
    )
    assert who(text) == ["Jan Novak", "Karl Berg"]


def test_a_label_in_capitals_is_the_person_it_names() -> None:
    assert who("P[Ann Ross] sat down.\n\n{ROSS}: “I like it here.”") == ["Ann Ross"]


def test_nobody_is_guessed_for_you_or_without_source() -> None:
    assert who("“Go,” {you} said.") == [None]
    assert who("The sign read “keep out of here”.") == [None]


def test_the_body_decides_whose_words_a_headline_quotes() -> None:
    doc, names, attributions = marked(
        "{O[NATO]}: “It is a crucial phase”\n\n“It is a crucial phase”, said {P[Jens Stoltenberg]}."
    )
    doc = read_document(doc.text, (0, 31))
    found = resolve_people(doc, names, attributions)
    assert found.names == ("Jens Stoltenberg", "Jens Stoltenberg")
    assert found.inferred == {0: "repeated"}


def test_those_who_speak_most_come_first_and_those_only_mentioned_last() -> None:
    text = (
        "P[Ann Ross] met P[Ola Dahl]. “One,” said {P[Dahl]}. “Two,” {P[Dahl]} said. "
        "P[Eva Moe] saw P[Moe] and P[Ross]. “Three,” said {P[Eva Moe]}. P[Tor Lie] slept."
    )
    assert [one.name for one in people(text).speakers] == [
        "Ola Dahl",
        "Eva Moe",
        "Ann Ross",
        "Tor Lie",
    ]


def test_a_pronoun_in_somebody_s_words_says_nothing_of_their_gender() -> None:
    text = (
        "P[Anna Berg] left. P[Iorek Lund] stayed. “She was late,” {P[Lund]} said. “Now,” {he} said."
    )
    assert who(text) == ["Iorek Lund", "Iorek Lund"]


@pytest.mark.parametrize(
    "turn",
    [
        "P[Karl Berg] thanked them.",
        "P[Karl Berg], a sailor of many years and seas, was late.",
        "The others tell that P[Karl Berg] also sings.",
    ],
)
def test_a_paragraph_that_turns_to_somebody_goes_on_about_them(turn: str) -> None:
    text = f"“It rains,” said {{P[Jan Novak]}}.\n\n{turn} “So it does,” {{he}} said."
    assert who(text) == ["Jan Novak", "Karl Berg"]


def test_the_subject_of_a_main_clause_takes_over_from_that_of_the_clause_before_it() -> None:
    text = (
        "“Why?” asked {P[Ann Ross]}. When P[Ross] frowned, P[Julia Vane] seized the map. "
        "“This is ours,” {she} said."
    )
    assert who(text) == ["Ann Ross", "Julia Vane"]


def test_a_pronoun_before_anybody_is_named_is_the_first_whom_the_text_turns_to() -> None:
    text = "“I had no idea,” {he} said on Monday.\n\nDriver P[Pavel Dvorak] had followed his map."
    assert who(text) == ["Pavel Dvorak"]
    text = "“I had no idea,” {he} said on Monday.\n\nDriver P[Anna Dvorak] had followed her map."
    assert who(text) == [None]
