from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.sources import Source, read_source
from newsreader.sources.markdown import read_markdown


def plain(text: str) -> str:
    return read_markdown(text).text.rstrip("\n")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("One *two* **three** `four`", "One two three four"),
        ("A [link](http://x.example \"t\") and <http://y.example>", "A link and http://y.example"),
        ("![The bridge](b.png) stands", "The bridge stands"),
        ("soft\nbreak\n\nnext", "soft break\n\nnext"),
        ("hard\\\nbreak", "hard\nbreak"),
        ("- one\n- two\n  - inner\n- three", "• one\n• two\n  • inner\n• three"),
        ("- one\n\n- two", "• one\n\n• two"),
        ("3. one\n4. two", "3. one\n4. two"),
        ("> “We go,” she said.", "“We go,” she said."),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("```\ncode <b>\n```", "code <b>"),
        ("a <b>bold</b> word", "a bold word"),
        ("<div>\nraw <i>words</i>\n</div>\n\nend", "raw words\n\nend"),
        ("a <!-- hidden --> b\n\n<!-- all\nhidden -->", "a  b"),
        ("fish &amp; chips, \\*starred\\*", "fish & chips, *starred*"),
        ("Heading\n=======\n\n---\n\nText", "Heading\n\nText"),
        ("“He [sic] said [He] [@click=x]go[/]”", "“He [sic] said [He] [@click=x]go[/]”"),
    ],
)  # fmt: skip
def test_markup_goes_and_words_stay(written: str, read: str) -> None:
    assert plain(written) == read


def test_the_first_heading_is_the_title_and_begins_the_text() -> None:
    page = read_markdown("# Bridge *closes*\n\nText")
    assert (page.title, page.text) == ("Bridge closes", "Bridge closes\n\nText\n")


def test_a_later_heading_is_no_title() -> None:
    assert read_markdown("Text\n\n# Heading").title == ""


def test_the_yaml_header_tells_title_byline_date_and_address() -> None:
    page = read_markdown(
        '---\ntitle: "Bridge: closed"\nauthors:\n  - Mara Quill\n  - Ida Roe\ndate: 2022-04-12\n'
        "url: https://x.example/a\nlang: en-GB\ntags: [a, b]\n---\nText\n"
    )
    assert page.text == "Bridge: closed\n\nText\n"
    assert page.byline == "Mara Quill, Ida Roe"
    assert (page.published, page.url, page.language) == ("2022-04-12", "https://x.example/a", "en")


def test_an_address_that_is_not_of_the_web_is_dropped() -> None:
    assert read_markdown("---\nurl: javascript:alert(1)\n---\nText").url is None


def test_rules_that_never_end_are_text() -> None:
    assert plain("---\ntitle: x") == "title: x"


def test_the_article_knows_its_title_span_and_iso_date(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ndate: 12 April 2022\nauthor: Mara Quill\n---\n# Closed\n\nText", "utf-8")
    article = read_source(Source(str(path)))
    assert article.text[slice(*article.title_span or (0, 0))] == "Closed"
    assert (article.byline, article.published) == ("Mara Quill", "2022-04-12")


def test_long_markdown_is_read_like_short(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Title\n\n" + "Some *words* that are many.\n\n" * 5000, encoding="utf-8")
    article = read_source(Source(str(path)))
    assert article.title == "Title"
    assert article.text == "Title\n\n" + "\n\n".join(["Some words that are many."] * 5000) + "\n"


def test_markdown_that_exhausts_its_parser_is_shown_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.sources.markdown._MOST_SECONDS", 2)
    path = tmp_path / "a.md"
    text = "some words\n\n" + "[" * 3_000_000
    path.write_text(text, encoding="utf-8")
    notes: list[str] = []
    assert read_source(Source(str(path)), notes).text == text
    [note] = notes
    assert note.startswith(f"{path}: reading this Markdown ")


@given(st.text(alphabet="ab *_`[]()<>!#-+>|\\\n\t1.&;:~\"'", max_size=200))
def test_any_markdown_is_read(text: str) -> None:
    assert isinstance(read_markdown(text).text, str)
