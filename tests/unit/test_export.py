import csv
import html
import io
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsreader.article import Analysis, Article, Place, Quote, Speaker
from newsreader.engine.analyse import analyse
from newsreader.export import writer
from newsreader.export.contract import dumps
from newsreader.export.markdown import escape
from newsreader.export.plain import columns, wrap
from newsreader.text import is_safe, safe_line

TEXT = "“We go,” said Ada.\n\n“It\n\nholds,” said Bo."
ARTICLE = Article("0123456789abcdef", "a.txt", TEXT, title="A *title*", url="https://x.example")
ANALYSIS = Analysis(
    (
        Quote(
            1, 7, "direct", "Ada Merritt", (14, 17), (9, 13), 0.91234567, "“said Ada” stands after."
        ),
        Quote(21, 31, "direct", None, None, None, 0.4, ""),
    ),
    (
        Speaker("Ada Merritt", "person", "mayor", ((14, 17),), (0,)),
        Speaker("Bo", "person", None, ((38, 40),), ()),
    ),
    (Place("Kyiv", "city", "UA", 50.45, 30.52, 703448, ((0, 1), (2, 3))),),
)

anything = st.text(alphabet=st.characters(codec=None), max_size=80)
markup = st.text(alphabet="ab1 2.)-+=*_`#>[]()<&;:/!|~\\^${}@\n\twWhtps", max_size=60)


def written(format: str, article: Article = ARTICLE, analysis: Analysis = ANALYSIS) -> str:
    form = writer(format, with_text=True)
    return form.head() + form.article(article, analysis) + form.foot()


def test_confidence_is_rounded_and_spans_are_pairs() -> None:
    quote = json.loads(written("jsonl"))["quotes"][0]
    assert quote["confidence"] == 0.9123
    assert quote["source"] == [14, 17]


def test_places_are_called_locations_as_the_contract_has_it() -> None:
    assert json.loads(written("jsonl"))["locations"] == [
        {
            "name": "Kyiv",
            "kind": "city",
            "country": "UA",
            "latitude": 50.45,
            "longitude": 30.52,
            "geonameid": 703448,
            "mentions": [[0, 1], [2, 3]],
        }
    ]


@given(anything)
def test_json_round_trips_and_is_one_harmless_line(text: str) -> None:
    line = dumps({"text": text})
    assert json.loads(line) == {"text": text}
    assert is_safe(line)
    assert len(line.splitlines()) == 1
    line.encode("utf-8")


def test_json_keeps_the_letters_of_all_languages() -> None:
    assert dumps("Київ “東京” 👩‍👩‍👧") == '"Київ “東京” 👩‍👩‍👧"'


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='“”"‘’ Ada Bo said.,\n\x1b\u202eÉ👩', max_size=200))
def test_every_quotes_text_is_the_slice_that_its_offsets_name(text: str) -> None:
    article = Article("0", None, text)
    found = json.loads(written("jsonl", article, analyse(text)))
    assert found["text"] == text
    for quote in found["quotes"]:
        assert quote["text"] == text[quote["start"] : quote["end"]]
        for span in (quote["source"], quote["cue"]):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
    for entry in found["speakers"] + found["locations"]:
        for start, end in entry["mentions"]:
            assert 0 <= start < end <= len(text)


def test_json_and_json_lines_hold_the_same() -> None:
    assert json.loads(written("json")) == [json.loads(written("jsonl"))]


@given(anything, anything)
def test_csv_round_trips_in_safe_form_and_runs_nothing(title: str, name: str) -> None:
    article = Article("0", name, TEXT, title=title)
    rows = list(csv.DictReader(io.StringIO(written("csv", article), newline="")))
    assert len(rows) == 2
    assert all(is_safe(cell) for cell in rows[0].values())
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in rows[0].values())
    assert rows[0]["title"].removeprefix("'").replace("'", "") == _shown(title).replace("'", "")


def _shown(text: str) -> str:
    from newsreader.text import safe

    return safe(text)


@given(st.one_of(markup, anything))
def test_untrusted_text_is_no_markup_in_a_report(words: str) -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(escape(words))
    inside = re.fullmatch(r"(?:<p>(.*)</p>\n)?", shown, re.DOTALL)
    assert inside, shown
    assert "<" not in (inside[1] or "")
    assert html.unescape(inside[1] or "") == " ".join(safe_line(words).split())


@given(markup)
def test_a_report_has_the_same_structure_whatever_the_title(title: str) -> None:
    def structure(title: str) -> list[str]:
        article = Article("0", "a.txt", TEXT, title=title or "a", byline=title or "a")
        parsed = MarkdownIt("commonmark").parse(written("md", article))
        return [token.type for token in parsed]

    if title.strip():
        assert structure(title) == structure("Plain title")


def test_a_report_groups_quotes_under_their_speakers() -> None:
    report = written("md")
    assert "# A \\*title\\*\n" in report
    assert "### Ada Merritt, mayor: 1 quote, 1 mention\n\n> “We go,”\n" in report
    assert "### Speaker unknown\n\n> “It”\n" not in report  # one quote, two paragraphs
    assert "> “It\n>\n> holds,”\n" in report
    assert "## Places\n\n- Kyiv (city, UA): 2 mentions\n" in report


def test_plain_text_reads_from_top_to_bottom() -> None:
    assert written("text") == (
        "A *title*\nFile: a.txt\nAddress: https://x.example\n\n2 quotes.\n\n"
        "1. Ada Merritt (direct, 91% sure):\n   “We go,”\n   Why: “said Ada” stands after.\n\n"
        "2. Speaker unknown (direct, 40% sure):\n   “It holds,”\n\n"
        "Speakers:\nAda Merritt, mayor: 1 quote, 1 mention\n\n"
        "Mentioned:\nBo: 1 mention\n\nPlaces:\nKyiv (city, UA): 2 mentions\n"
    )


CORRECTED = Analysis(
    (
        Quote(1, 7, "direct", "Ada", None, None, 1.0, "You gave this to Ada.", corrected=True),
        Quote(21, 31, "direct", "Bo", None, None, 0.4, "“Bo” stands after."),
    ),
    (
        Speaker("Ada", "person", None, (), (0,)),
        Speaker("Bo", "person", None, ((38, 40),), (1,), corrected=True),
    ),
)


def test_only_what_was_corrected_has_the_key_and_has_it_last() -> None:
    found = json.loads(written("jsonl", ARTICLE, CORRECTED))
    assert [list(quote)[-1] for quote in found["quotes"]] == ["corrected", "why"]
    assert [list(speaker)[-1] for speaker in found["speakers"]] == ["quotes", "corrected"]
    assert found["quotes"][0]["corrected"] is found["speakers"][1]["corrected"] is True
    assert found["schema"] == 1
    assert "corrected" not in written("jsonl")


def test_rows_tell_a_corrected_quote_from_one_whose_speaker_was_corrected() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", ARTICLE, CORRECTED))))
    marks = [(row["corrected"], row["speaker_corrected"]) for row in rows]
    assert marks == [("true", ""), ("", "true")]


def test_reports_say_corrected_in_place_of_how_sure_the_engine_is() -> None:
    plain = written("text", ARTICLE, CORRECTED)
    assert "1. Ada (direct, corrected):\n" in plain
    assert "2. Bo (direct, 40% sure):\n" in plain
    assert "Speakers:\nAda: 1 quote\nBo: 1 quote, 1 mention, corrected\n" in plain
    report = written("md", ARTICLE, CORRECTED)
    assert "> (direct, corrected, at 1) You gave this to Ada.\n" in report
    assert "### Bo: 1 quote, 1 mention, corrected\n" in report


@given(anything)
def test_wrapped_lines_hold_all_words_within_eighty_columns(text: str) -> None:
    lines = wrap(text, indent="  ")
    assert " ".join(" ".join(lines).split()) == " ".join(safe_line(text).split())
    for line in lines:
        assert columns(line) <= 80 or len(line.split()) == 1


def test_wide_letters_count_twice() -> None:
    assert columns("東京 Tokyo") == 10
    assert max(columns(line) for line in wrap("東京 " * 100)) <= 80


@pytest.mark.parametrize("format", ["jsonl", "json", "csv", "md", "text"])
def test_an_article_that_yields_nothing_is_written_too(format: str) -> None:
    assert is_safe(written(format, Article("0", None, "x"), Analysis()))
