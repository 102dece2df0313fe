import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import NotAnArticle
from newsreader.sources import Source, read_source
from newsreader.sources.bare_page import read_bare_page
from newsreader.sources.html import read_page
from newsreader.sources.kinds import declared_encoding, looks_like_page
from newsreader.sources.markup import DEEPEST, clean_page, tag_pattern

PAGE = """\
<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Council votes – Example News</title>
<meta name="author" content="Mara Quill">
<meta property="article:published_time" content="2022-04-05T10:00:00Z">
<link rel="canonical" href="https://example.org/bridge">
<script>var words = "<div>not said by anybody</div>";</script><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Council votes to close the “old bridge”</h1>
<p>The council of Exeter voted on Tuesday to close the bridge, its leader said. “We had no choice
[sic],” said Ada Merritt, who leads the council. The vote was close, and several members left.</p>
<p>“It is a <b>crucial</b> &amp; long phase,” she added.<br>“Nobody&#39;s happy.” According to the
report, the bridge will need nine months of work and cost two million pounds.</p>
<blockquote><p>The bridge was built in 1778 &mdash; nobody has touched it since.</p></blockquote>
<ul><li>One thing that has to happen first</li><li>Another thing that has to happen</li></ul>
</article><div id="comments"><p>A comment by a stranger that nobody wants to read here.</p></div>
<footer>Copyright Example News</footer></body></html>
"""


def test_an_article_is_its_title_and_body_and_nothing_around_them() -> None:
    notes: list[str] = []
    page = read_page(PAGE, "a.html", notes)
    assert notes == []
    assert page.text.startswith("Council votes to close the “old bridge”\n\nThe council of Exeter")
    for words in (
        "“We had no choice [sic],” said Ada Merritt",
        "“It is a crucial & long phase,” she added.\n“Nobody's happy.” According to the report",
        "\n\nThe bridge was built in 1778 — nobody has touched it since.\n\n",
        "• One thing that has to happen first\n• Another thing",
    ):
        assert words in page.text
    for words in ("Home", "Sport", "color", "not said", "Copyright", "stranger"):
        assert words not in page.text


def test_metadata_become_the_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    article = read_source(Source(str(path)))
    assert article.title == article.text[slice(*article.title_span or (0, 0))]
    assert (article.byline, article.published) == ("Mara Quill", "2022-04-05")
    assert (article.url, article.language) == ("https://example.org/bridge", "en")


def test_a_short_page_keeps_its_paragraphs() -> None:
    notes: list[str] = []
    page = "<title>Note</title><body><h1>Note</h1><p>Two &lt;words&gt;<p>“We go,” said Ada."
    assert read_page(page, "a.html", notes).text == "Note\n\nTwo <words>\n\n“We go,” said Ada.\n"
    assert notes == []


def test_a_page_without_an_article_gives_all_its_text_and_says_so() -> None:
    notes: list[str] = []
    page = read_page("<div>" * 300 + "Two words" + "</div>" * 300, "a.html", notes)
    assert page.text == "Two words\n"
    assert notes == ["a.html: no article stands out in this page; all its text is shown"]


@pytest.mark.parametrize("page", ["<html></html>", "<script>x</script>", "<html><img src=a>"])
def test_a_page_without_text_is_no_article(page: str) -> None:
    with pytest.raises(NotAnArticle, match="no article text in this page"):
        read_page(page, "a.html", [])


def test_the_marks_of_a_q_element_are_drawn_and_soft_hyphens_dropped() -> None:
    page = PAGE.replace("its leader", "its <q>lea&shy;der</q>\u200b").replace("Ada", "A&#173;da")
    text = read_page(page, "a.html", []).text
    assert "its “leader” said" in text
    assert "said Ada Merritt" in text


def test_references_to_control_characters_become_symbols() -> None:
    page = PAGE.replace("its leader", "its&#27;[31m &#x1b; &#0; &#155; \x1b leader")
    text = read_page(page, "a.html", []).text
    assert "its␛[31m ␛ � › ␛ leader" in text


HOSTILE = {
    "nested": "<div>" * 200_000 + "some words" + "</div>" * 200_000,
    "inline": "<b>" * 300_000 + "some words",
    "tables": "<table><tr><td>" * 60_000 + "some words",
    "breaks": "<p>some words" + "<br>" * 250_000 + "more",
    "broken lines": "<p>" + "some words<br>" * 70_000,
    "paragraphs": "<p>some words" * 80_000,
    "lists": "<ul><li>some words" * 50_000,
    "entities": '<!DOCTYPE html [<!ENTITY a "some words"><!ENTITY b "&a;&a;">]><p>some words'
    + "&b;" * 200_000,
    "less than": "some words" + "<" * 1_000_000,
    "half tags": "some words" + "<a" * 500_000,
    "half comments": "some words" + "<!--" * 250_000,
    "half cdata": "some words" + "<![CDATA[" * 100_000,
    "half attributes": "some words" + '<a href="' * 100_000,
    "attributes": "<div " + "a=b " * 200_000 + ">some words",
    "one name": "some words<" + "a" * 1_000_000,
    "scripts": "some words<p>" + "<script>x</script>" * 50_000,
    "half scripts": "some words<p>" + "<script>" * 100_000,
    "ampersands": "some words " + "&" * 1_000_000,
    "references": "some words " + "&#27;" * 200_000,
    "end tags": "some words" + "</div>" * 150_000,
    "links": "<a href=x>some words</a> " * 40_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_page_is_an_article_or_a_clear_error_in_time(kind: str) -> None:
    begun = time.monotonic()
    text = read_page("<html><body>" + HOSTILE[kind], "a.html", []).text
    assert "some words" in text
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize("kind", HOSTILE)
def test_cleaning_and_reading_all_text_take_linear_time(kind: str) -> None:
    def seconds(page: str) -> float:
        begun = time.process_time()
        read_bare_page(clean_page(page))
        return time.process_time() - begun

    page = HOSTILE[kind]
    assert seconds(page) < 30 * seconds(page[: len(page) // 8]) + 1


@given(st.text(alphabet="<>/abdivp!-&#;27x\"'= \n\x1b", max_size=300))
def test_any_page_is_cleaned(page: str) -> None:
    clean = clean_page(page)
    assert "\x1b" not in clean
    assert isinstance(read_bare_page(clean).text, str)


def test_no_page_nests_deeper_than_the_parser_bears() -> None:
    clean = clean_page("<div><p>" * 5000 + "x" + "</div>" * 5000)
    depth = deepest = 0
    for match in tag_pattern().finditer(clean):
        if match[2] == "div":
            depth += -1 if match[1] else 1
            deepest = max(deepest, depth)
    assert deepest == DEEPEST
    assert depth == 0


def test_unclosed_paragraphs_and_items_are_no_nesting() -> None:
    page = "<ul>" + "<li><p>x" * 5000 + "</ul>"
    assert clean_page(page) == page


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="KOI8-R">', "koi8-r"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
            "windows-1251",
        ),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b"<p>none", None),
    ],
)
def test_the_declared_encoding(head: bytes, encoding: str | None) -> None:
    assert declared_encoding(head) == encoding


@pytest.mark.parametrize("text", ["<!doctype HTML>", " \n<html>", '<?xml version="1.0"?><html>'])
def test_pages_are_known_by_their_start(text: str) -> None:
    assert looks_like_page(text)


@pytest.mark.parametrize("text", ["<b>Bold</b> claim", "The <html> tag", ""])
def test_texts_that_mention_markup_are_no_pages(text: str) -> None:
    assert not looks_like_page(text)
