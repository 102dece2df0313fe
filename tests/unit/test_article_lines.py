"""Lines of an article as they are drawn."""

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.strip import Strip

from newsreader.article import Analysis, Article, Place, Quote, Speaker
from newsreader.ui.article_lines import LineDrawing
from newsreader.ui.ink import Ink
from newsreader.ui.layout import shown_text
from newsreader.ui.marks import Marks
from newsreader.ui.page import Page
from newsreader.ui.spans import SpanIndex

WORDS = st.text(alphabet="ab c\n\t“é漢👩\u200d\u0301-", max_size=200)
SPANS = st.lists(
    st.tuples(st.integers(0, 190), st.integers(1, 60)).map(lambda p: (p[0], sum(p))), max_size=5
)
INK = Ink(dict.fromkeys(("foreground", "background", "accent", "selected"), "#112233"), dark=True)


def cells(strip: Strip) -> list[tuple[str, Style | None]]:
    return [(letter, segment.style) for segment in strip for letter in segment.text]


def drawing(
    text: str, quotes: list[tuple[int, int]], places: list[tuple[int, int]], *, placed: bool = False
) -> tuple[Page, LineDrawing]:
    article = Article("0", None, text, title="A title")
    marks = Marks(
        article,
        Analysis(
            tuple(Quote(a, b, "direct", "A") for a, b in sorted(quotes)),
            (Speaker("A", "person", quotes=(0,)),),
            (Place("P", "city", mentions=tuple(places)),),
        ),
    )
    marks.current = 0 if quotes else None
    marks.matches = SpanIndex((a + 1, b + 2) for a, b in quotes)
    page = Page(article, shown_text(text), 20)
    return page, LineDrawing(page, marks, INK, 2, 30, placed=placed)


@given(WORDS, SPANS, SPANS, st.booleans())
def test_lines_drawn_together_look_as_each_drawn_alone(
    text: str, quotes: list[tuple[int, int]], places: list[tuple[int, int]], placed: bool
) -> None:
    page, pen = drawing(text, quotes, places, placed=placed)
    wanted = [(line, (" ", INK.thumb)) for line in range(len(page) + 2)]
    for together, one in zip(pen.lines(wanted), wanted, strict=True):
        alone = pen.lines([one])[0]
        assert cells(together) == cells(alone)
        assert together.cell_length == alone.cell_length == 31


def test_only_a_line_in_quotes_has_a_mark() -> None:
    _, pen = drawing("He said:\n“Yes.”\nAnd left.", [(9, 15)], [])
    drawn = [strip.text.rstrip() for strip in pen.lines([(n, (" ", INK.base)) for n in range(5)])]
    assert drawn == ["    A title", "", "    He said:", " ?▶ “Yes.”", "    And left."]


def test_what_is_placed_says_where_in_the_text_it_is() -> None:
    _, pen = drawing("He said:\n“Yes.”", [(11, 14)], [], placed=True)
    strip = pen.lines([(3, (" ", INK.base))])[0]
    told = [style.meta.get("offset") for text, style, _ in strip if style and text.strip()]
    assert told[-4:] == [(0, 3), (2, 3), (3, 3), (5, 3)]
