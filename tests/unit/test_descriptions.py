"""Whom a description takes up, and what follows from one in the running text."""

from __future__ import annotations

from marked_text import marked

from newsreader.engine.people import resolve_people


def who(text: str) -> list[str | None]:
    return list(resolve_people(*marked(text)).names)


def test_an_age_is_the_person_of_that_age() -> None:
    text = (
        "P[Emily Tran], 34, and P[Oscar Lund], 52, met. “A bang,” {the 34-year-old} said. "
        "“Nothing,” said {the 52}-year-old."
    )
    assert who(text) == ["Emily Tran", "Oscar Lund"]


def test_an_age_before_a_name_is_remembered_too() -> None:
    text = "P[Ann Ross] met 34-year-old baker P[Emily Tran]. “A bang,” {the 34-year-old} said."
    assert who(text) == ["Emily Tran"]


def test_the_running_text_turns_to_somebody_by_a_description() -> None:
    text = (
        "Prime Minister P[Aino Salmela] met P[Petra Halko].\n\n“No,” {P[Halko]} said.\n\n"
        "The prime minister left at noon. “I will be back,” {she} said."
    )
    assert who(text) == ["Petra Halko", "Aino Salmela"]


def test_my_neighbour_is_the_author_s_and_not_the_author() -> None:
    text = "A year without a car\n\nBy Nora Quist\n\n“You will,” {my neighbour} told me."
    assert who(text) == ["Nora Quist’s neighbour"]


def test_initials_before_a_turn_are_the_person_s() -> None:
    assert who("P[Yusuf Demir] met us.\n\n{YD}: “Forty, more or less.”") == ["Yusuf Demir"]


def test_somebody_s_spokesman_is_not_that_somebody() -> None:
    text = "P[Ann Ross] left. “She is well,” said {her spokesman}."
    assert who(text) == ["Ann Ross’s spokesman"]


def test_a_campaign_is_named_after_its_owner() -> None:
    text = (
        "P[Ann Ross] left. “We will win,” said {the P[Ross] campaign}. “Soon,” said {her campaign}."
    )
    assert set(who(text)) == {"Ross campaign"}


def test_the_company_is_the_one_that_was_said_to_be_a_company() -> None:
    text = "O[Nordkraft], the power company, cut the supply. “We regret it,” {the company} said."
    assert who(text) == ["Nordkraft"]
    far = text.replace("supply.", "supply. " + "It rained and snowed. " * 40)
    assert who(far) == ["the company"]


def test_a_given_name_of_women_and_men_bars_neither_pronoun() -> None:
    for pronoun in ("she", "he"):
        assert who(f"P[Jan Brewer] sat. “No,” {{{pronoun}}} said.") == ["Jan Brewer"]


def test_of_two_who_are_as_much_in_focus_it_is_the_later_one() -> None:
    text = (
        "“One,” said {P[Karl Berg]}.\n\n“Two,” said {P[Peter Vane]}.\n\n"
        "P[Berg] nodded, and so did the others.\n\nP[Vane] disagreed.\n\n“Three,” {he} said."
    )
    assert who(text)[2] == "Peter Vane"


def test_a_name_with_a_verb_of_its_own_behind_according_to_is_no_apposition() -> None:
    text = "According to {the ministry}, P[Jan Novak] led by “a street and a half”."
    assert who(text) == ["the ministry"]
    text = "According to {the mayor}, P[Jan Novak], it rained for “a street and a half”."
    assert who(text) == ["Jan Novak"]


def test_somebody_without_a_name_with_whom_a_sentence_begins_is_in_focus() -> None:
    text = "Mayor P[Lena Horvath] came. “A good day,” {she} said.\n\n"
    woman = "A woman in the queue shook her head. “I have waited since four,” {she} said."
    assert who(text + woman) == ["Lena Horvath", "a woman in the queue"]
    driver = "Her driver held the door. “Nobody slept,” {he} told the crowd."
    assert who(text + driver) == ["Lena Horvath", "Lena Horvath’s driver"]
    mayor = "The mayor left early. “I was tired,” {she} said."
    assert who(text + mayor) == ["Lena Horvath", "Lena Horvath"]


def test_somebody_in_a_clause_of_its_own_takes_no_pronoun_from_who_the_sentence_is_about() -> None:
    text = (
        "P[Lev Gagua] saw the game at a neighbour’s, because the neighbour was asleep. "
        "“I saw you win,” {he} said."
    )
    assert who(text) == ["Lev Gagua"]


def test_who_tells_the_story_is_nobody_else_in_it() -> None:
    text = (
        "By Nora Quist\n\nMy mother kept bees. I feared them.\n\n“They know you,” {she} said.\n\n"
        "“So?” {I} asked."
    )
    assert who(text) == ["Nora Quist’s mother", "Nora Quist"]


def test_who_says_i_without_a_byline_is_the_author() -> None:
    text = "I walked home with my dog. “No,” {I} said.\n\n“Yes,” said {my sister}."
    assert who(text) == ["the author", "the author’s sister"]


def test_a_single_i_is_not_enough_to_make_an_author() -> None:
    assert who("The bell rang. “No,” {I} said, the note read.") == [None]


def test_party_and_state_behind_a_name_and_a_title_in_the_plural_tell_who_is_meant() -> None:
    text = (
        "Sens. P[Dale Whitlock], R-Kan., and P[Marta Estrada], D-N.M., spoke. “Slow,” "
        "{P[Whitlock]} said.\n\nThe Kansan embraced P[Estrada]. “No,” {the New Mexico Democrat} "
        "said. “Two years,” {the two-term senator} added."
    )
    assert who(text) == ["Dale Whitlock", "Marta Estrada", "Marta Estrada"]


def test_a_title_in_the_plural_ends_with_its_list() -> None:
    doc = marked("Govs. P[Ann Ross] and P[Ed Lund] met P[Jan Novak].")
    roles = {one.name: one.role for one in resolve_people(*doc).speakers}
    assert roles == {"Ann Ross": "Governor", "Ed Lund": "Governor", "Jan Novak": None}


def test_who_is_somebodys_husband_has_them_for_a_wife() -> None:
    text = (
        "P[Selin Aydin] jumped. Her husband P[Murat] caught her. “She is heavy,” {he} said.\n\n"
        "“Leave that out,” {his wife} said."
    )
    assert who(text) == ["Murat", "Selin Aydin"]
    text = "P[Ana Ruiz]’s son, P[Jan Novak], sang. “He sings,” said {P[Novak]’s mother}."
    assert who(text) == ["Ana Ruiz"]


def test_a_relative_pronoun_takes_up_the_noun_beside_it() -> None:
    text = "P[Kemal Aksoy] met the hotel’s owner, {who} said he was “heartbroken”."
    assert who(text) == ["the hotel’s owner"]


def test_the_holder_of_one_office_is_not_called_by_another() -> None:
    text = "Minister P[Kemal Aksoy] spoke. “No,” {he} said.\n\n{The governor} wrote: “Yes.”"
    assert who(text) == ["Kemal Aksoy", "the governor"]


def test_the_ethiopian_is_who_is_said_to_be_from_there() -> None:
    text = (
        "P[Lena Bos] won. “At last,” {P[Bos]} said.\n\nP[Bos] trains with her sister under "
        "P[Tesfaye Abera], a former baker from Ethiopia. “Run,” {the Ethiopian} said."
    )
    assert who(text) == ["Lena Bos", "Tesfaye Abera"]
