from hypothesis import given
from hypothesis import strategies as st

from newsreader.engine.analyse import analyse
from newsreader.engine.capitals import recased

ARTICLE = """THE OLD HARBOUR OF TURKU HAS BEEN CLOSED FOR GOOD, THE TOWN SAID ON TUESDAY.

“WE CANNOT MEND IT,” SAID MARIA OKORO, A SPOKESWOMAN FOR THE MINISTRY. “IT LEAKS.”

“IT WAS A BITTER DAY,” SHE TOLD REPORTERS.
"""


def test_words_of_the_language_get_their_lower_case_and_names_keep_a_capital() -> None:
    assert recased(ARTICLE).split("\n\n")[1] == (
        "“We cannot mend it,” said Maria Okoro, a spokeswoman for the ministry. “It leaks.”"
    )


def test_an_article_in_capitals_has_its_speakers() -> None:
    quotes = [one for one in analyse(ARTICLE).quotes if one.kind == "direct"]
    assert [one.speaker for one in quotes] == ["Maria Okoro"] * 3


def test_its_reasons_quote_what_is_printed() -> None:
    assert "“SAID MARIA OKORO” stands right after" in analyse(ARTICLE).quotes[-3].why


def test_a_text_with_a_headline_in_capitals_is_left_as_it_is() -> None:
    text = "HARBOUR CLOSED FOR GOOD\n\n" + "The old harbour of Turku is closed. " * 3
    assert recased(text) == text


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(recased(text)) == len(text)
    assert len(recased("THE MAYOR SAID THAT THE HARBOUR OF OSLO IS CLOSED. " + text)) == 51 + len(
        text
    )
