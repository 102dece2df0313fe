from hypothesis import given
from hypothesis import strategies as st

from newsreader.ui.spans import SpanIndex, word_around

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda p: (p[0], p[0] + p[1]))
)


@given(SPANS, st.integers(0, 80), st.integers(1, 20))
def test_exactly_the_spans_that_share_a_character_are_found(
    spans: list[tuple[int, int]], start: int, size: int
) -> None:
    index = SpanIndex(spans)
    found = [index[i] for i in index.overlapping(start, start + size)]
    assert found == sorted(span for span in spans if span[0] < start + size and span[1] > start)


@given(SPANS, st.integers(0, 80))
def test_the_last_span_that_starts_at_or_before_an_offset_is_found(
    spans: list[tuple[int, int]], offset: int
) -> None:
    index = SpanIndex(spans)
    before = [span for span in sorted(spans) if span[0] <= offset]
    assert index.at_or_before(offset) == len(before) - 1


def test_a_word_keeps_its_apostrophe_and_hyphen_but_not_the_quotation_mark() -> None:
    text = "‘Don’t mother-in-law’ me"
    assert [text[a:b] for a, b in (word_around(text, text.index(x)) for x in ("n’", "in-"))] == [
        "Don’t",
        "mother-in-law",
    ]
    assert word_around(text, 0) == (0, 1)
