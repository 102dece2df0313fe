import pytest
from analysis_checks import assert_consistent
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.engine.analyse import analyse

WORDS = """“|”|"|‘|’|'|«|»|„| |. |, |: | (|) |he said|she said|said|according to|told|that|who|“I”
they|it|Jens Stoltenberg|Stoltenberg|Mr. |Mrs. |Ann|Ann Ross|ROSS:|Jr.|NATO|the Norwegian|(NATO)
the minister|her spokesman|a spokesman for|Secretary General|Paris|Jordan|in |Georgia|’s|D.|Gov. |
the letter|a statement|the Ross campaign|two aides|of the ministry|é|東京|😀|1,000|U.S.|O’Neill|-
R-Wis.|--|…"""
PIECES = st.sampled_from(
    [*WORDS.replace("\n", "|").split("|"), "\n", "\n\n", "\u202e", "\x1b[31m", "\ud800", "\0"]
)

ARTICLE = (
    "Harbour to close\n\nBy Nora Quist\n\nThe harbour of Turku closes in May, said Maria Okoro, a "
    "spokeswoman for the Ministry of Ports (MOP). “It is old,” she said. “It leaks.”\n\nMayor Jan "
    "Novak, who had asked for money, called it “a bitter day”. Mr. Novak said that the town would "
    "wait.\n\n“Nobody waits for ever,” the ministry said.\n\nROSS: “Not even me.”\n\n"
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_string_yields_a_consistent_analysis(text: str) -> None:
    assert_consistent(text, analyse(text))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_jumble_of_news_yields_a_consistent_analysis(text: str) -> None:
    assert_consistent(text, analyse(text))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_an_article_cut_and_spliced_anywhere_yields_a_consistent_analysis(
    data: st.DataObject,
) -> None:
    text = ARTICLE
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        upto = data.draw(st.integers(at, min(len(text), at + 40)))
        text = text[:at] + data.draw(PIECES) + text[upto:]
    assert_consistent(text, analyse(text))


@settings(max_examples=60, deadline=None)
@given(st.integers(-5, 400), st.integers(-5, 400))
def test_any_title_span_is_taken(start: int, end: int) -> None:
    assert_consistent(ARTICLE, analyse(ARTICLE, (start, end)))


def test_the_stages_come_together() -> None:
    analysis = analyse(ARTICLE)
    speakers = {speaker.name: speaker for speaker in analysis.speakers}
    assert speakers["Maria Okoro"].role == "spokeswoman for the Ministry of Ports"
    assert speakers["Jan Novak"].role == "Mayor"
    said = {ARTICLE[quote.start : quote.end]: quote.speaker for quote in analysis.quotes}
    assert said["It is old,"] == said["It leaks."] == "Maria Okoro"
    assert said["a bitter day"] == "Jan Novak"
    assert said["Nobody waits for ever,"] == "Ministry of Ports"
    assert [place.name for place in analysis.places] == ["Turku"]


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in analyse(text).quotes]


def test_a_paraphrase_holds_the_fragments_in_marks_that_stand_in_it() -> None:
    text = "Ann Ross said that the harbour was “old and leaking” and that it would close."
    assert_consistent(text, analyse(text))
    assert found(text) == [
        ("indirect", "that the harbour was “old and leaking” and that it would close"),
        ("mixed", "old and leaking"),
    ]


def test_what_says_little_more_than_a_fragment_is_no_paraphrase() -> None:
    text = "Ann Ross expects a “bitter winter” in Oslo."
    assert found(text) == [("mixed", "bitter winter")]


def test_a_paraphrase_holds_no_whole_sentences_in_marks() -> None:
    text = "Ann Ross said that it was late and added: “We will close the harbour in May.”"
    assert_consistent(text, analyse(text))
    assert ("direct", "We will close the harbour in May.") in found(text)


def test_a_dateline_is_nobodys_words() -> None:
    text = (
        "OSLO, Norway — The old harbour has been closed for good, Mayor Ann Ross said on Tuesday."
    )
    assert found(text)[0][1].startswith("The old harbour")


def test_a_paraphrase_begins_behind_its_source() -> None:
    text = "According to the harbour minister, Ann Ross, the port will close in May."
    assert found(text) == [("indirect", "the port will close in May")]


ADVERSARIAL = {
    "quotation marks": lambda n: '"' * (100 * n),
    "opening marks": lambda n: "“" * (100 * n),
    "marks in marks": lambda n: "“‘" * (20 * n) + "word" + "’”" * (20 * n),
    "a chain of capitals": lambda n: "Berg " * (50 * n),
    "a word without end": lambda n: "a" * (2000 * n),
    "commas": lambda n: "Ann, " * (60 * n),
    "people": lambda n: "".join(
        f"“It is {i},” said A{i}x Berg{i}, the minister. " for i in range(4 * n)
    ),
    "pronouns": lambda n: "“No way,” he said. " * (10 * n),
    "reports of reports": lambda n: "He said that he said that " * (8 * n),
    "abbreviations": lambda n: "U.S." * (100 * n),
    "parentheses": lambda n: "(" * (100 * n) + "x" + ")" * (100 * n),
    "blank lines": lambda n: "\n\n" * (300 * n) + "x",
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_hostile_text_yields_a_consistent_analysis(name: str) -> None:
    text = ADVERSARIAL[name](20)
    assert_consistent(text, analyse(text))
