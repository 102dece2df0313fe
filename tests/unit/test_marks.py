from hypothesis import given
from hypothesis import strategies as st

from newsreader.article import Analysis, Article, Place, Quote, Speaker
from newsreader.ui.marks import CURRENT_INDIRECT, DIRECT, INDIRECT, Marks
from newsreader.ui.spans import SpanIndex

TEXT = "x" * 100


def marks(*quotes: Quote, places: tuple[tuple[int, int], ...] = ()) -> Marks:
    speakers = (Speaker("A", "person", quotes=(0,)), Speaker("B", "person", quotes=(1,)))
    found = Analysis(quotes, speakers, (Place("P", "city", mentions=places),))
    return Marks(Article("0", None, TEXT), found)


SPAN = st.tuples(st.integers(0, 90), st.integers(1, 30)).map(lambda p: (p[0], sum(p)))


@given(st.lists(SPAN, max_size=6), st.lists(SPAN, max_size=4), SPAN)
def test_pieces_cover_a_line_once_in_order(
    quotes: list[tuple[int, int]], lit: list[tuple[int, int]], line: tuple[int, int]
) -> None:
    drawn = marks(*(Quote(a, b, "direct") for a, b in sorted(quotes)))
    drawn.lit = SpanIndex(lit)
    pieces = drawn.pieces(*line)
    assert "".join(TEXT[a:b] for a, b, _ in pieces) == TEXT[slice(*line)]
    assert all(a < b for a, b, _ in pieces)


def test_each_kind_of_quote_has_its_own_mark_in_the_gutter() -> None:
    drawn = marks(Quote(10, 20, "direct", "A"), Quote(30, 40, "indirect", "B"))
    assert drawn.gutter(0, 9).glyph == " "
    assert drawn.gutter(5, 25).glyph == DIRECT
    assert drawn.gutter(30, 35).glyph == INDIRECT
    drawn.current = 1
    assert drawn.gutter(25, 35).glyph == CURRENT_INDIRECT
    assert drawn.gutter(35, 40).glyph == INDIRECT
    assert drawn.gutter(35, 40).current


def test_a_place_inside_a_quote_is_both() -> None:
    drawn = marks(Quote(10, 30, "direct", "A"), places=((15, 20),))
    looks = {(a, b): look for a, b, look in drawn.pieces(0, 50)}
    assert looks[15, 20].place
    assert looks[15, 20].rank == looks[10, 15].rank == 0
    assert not looks[20, 30].place


def test_stepping_begins_at_the_reading_position() -> None:
    drawn = marks(Quote(10, 20, "direct", "A"), Quote(30, 40, "direct", "B"))
    assert drawn.step(0, 1) == 0
    assert drawn.step(25, 1) == 1
    assert drawn.step(25, -1) == 0
    assert drawn.step(50, 1) is None


def test_stepping_goes_on_from_the_current_quote() -> None:
    drawn = marks(Quote(10, 20, "direct", "A"), Quote(30, 40, "direct", "B"))
    assert drawn.step(0, 1, current=0) == 1
    assert drawn.step(0, -1, current=1) == 0
    assert drawn.step(0, -1, current=0) is None


def test_the_innermost_quote_is_the_one_that_is_clicked() -> None:
    drawn = marks(Quote(10, 40, "indirect", "A"), Quote(20, 30, "direct", "B"))
    assert drawn.quote_at(25) == 1
    assert drawn.quote_at(15) == 0
    assert drawn.quote_at(45) is None
