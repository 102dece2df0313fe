"""Why a source is taken for somebody: what the sentence says can be looked up in the article."""

import re

import pytest

from newsreader.article import Quote
from newsreader.engine.analyse import analyse

ARTICLE = """Harbour to close

By Nora Quist

Maria Okoro, a spokeswoman for the Ministry of Ports, spoke on Tuesday. “It leaks,” Okoro said.

“We cannot mend it,” she said. “It is old.”

The mayor of Turku, Jan Novak, was there. “A bitter day,” the mayor said.
“She told me, ‘I am sorry.’”

They had asked. “Nobody will pay,” it added.
"""


@pytest.fixture(scope="module")
def quotes() -> dict[str, Quote]:
    return {ARTICLE[one.start : one.end].rstrip(",.’"): one for one in analyse(ARTICLE).quotes}


def test_a_surname_is_spelt_out(quotes: dict[str, Quote]) -> None:
    assert quotes["It leaks"].why.endswith("; “Okoro” is Maria Okoro.")


def test_a_pronoun_says_where_its_person_was_named_last(quotes: dict[str, Quote]) -> None:
    assert quotes["We cannot mend it"].why == (
        "“she said” stands right after the quotation; "
        "“she” is taken to be Maria Okoro, last named “Okoro” in the paragraph before."
    )


def test_a_description_points_to_the_role_that_it_takes_up(quotes: dict[str, Quote]) -> None:
    assert quotes["A bitter day"].why.endswith(
        "“the mayor” is taken to be Jan Novak, whose role is given as “mayor of Turku”."
    )


def test_who_cannot_be_told_is_said_to_be_so(quotes: dict[str, Quote]) -> None:
    unknown = quotes["Nobody will pay"]
    assert unknown.speaker is None
    assert unknown.why.endswith("; whom or what “it” means could not be told.")


def test_cue_and_source_stand_in_the_sentence(quotes: dict[str, Quote]) -> None:
    for quote in quotes.values():
        for span in filter(None, (quote.source, quote.cue)):
            assert ARTICLE[slice(*span)] in quote.why


def test_where_somebody_was_last_named_is_before_the_source(quotes: dict[str, Quote]) -> None:
    for quote in quotes.values():
        named = re.search(r"last named “(.*?)” ", quote.why)
        if named is not None and quote.source is not None:
            assert named[1] in ARTICLE[: quote.source[0]]
