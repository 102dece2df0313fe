"""The words around what matched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsreader.ui.widgets.row_line import Piece, RowLine, cells, cut, head, wrapped
from newsreader.ui.widgets.snippet import lit, snippet

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"


def _text(lines: list[list[Piece]]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


def _span(word: str) -> tuple[int, int]:
    return LONG.index(word), LONG.index(word) + len(word)


def test_a_text_that_fits_is_shown_whole() -> None:
    assert _text(snippet("a crucial phase", [(2, 9)], 20, 2)) == ["a crucial phase"]


def test_a_match_in_the_first_lines_needs_no_jump() -> None:
    assert _text(snippet(LONG, [_span("two")], 20, 2))[0].startswith("one two three")


def test_a_match_far_on_is_shown_with_words_before_it() -> None:
    drawn = _text(snippet(LONG, [_span("eleven")], 20, 2))
    assert drawn[0].startswith("…")
    assert "eleven" in " ".join(drawn)
    assert "ten eleven" in " ".join(drawn)


def test_a_match_at_the_end_fills_the_line_with_what_stands_before() -> None:
    drawn = _text(snippet(LONG, [_span("fifteen")], 40, 1))
    assert drawn == ["…eleven twelve thirteen fourteen fifteen"]


def test_lines_break_between_words_and_the_last_one_is_cut_with_an_ellipsis() -> None:
    assert _text(snippet(LONG, [], 12, 2)) == ["one two ", "three four …"]


def test_wide_characters_count_for_two_cells() -> None:
    drawn = snippet("中国の指導者は語った。" * 5, [(0, 2)], 10, 2)
    assert [cells(line) <= 10 for line in drawn] == [True, True]


def test_matched_letters_have_a_look_of_their_own() -> None:
    assert lit("crucial", [(0, 4)], "strong") == [
        Piece("cruc", "strong match"),
        Piece("ial", "strong"),
    ]


def test_what_steers_a_terminal_is_shown_as_a_symbol() -> None:
    assert _text(snippet("a\x1b[31mb\nc", [], 20, 1)) == ["a␛[31mb c"]


_LETTERS = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 9)), max_size=4)


@given(st.text(max_size=90), _LETTERS, st.integers(0, 30), st.integers(0, 3))
def test_no_snippet_is_wider_or_longer_than_its_room(
    text: str, letters: list[tuple[int, int]], width: int, lines: int
) -> None:
    spans = []
    for start, size in sorted(letters):
        if start < len(text) and (not spans or start >= spans[-1][1]):
            spans.append((start, min(len(text), start + size)))
    drawn = snippet(text, spans, width, lines)
    assert len(drawn) <= lines
    assert all(cells(line) <= width for line in drawn)


@given(st.lists(st.text(max_size=12), max_size=4), st.text(max_size=8), st.integers(0, 30))
def test_a_line_always_fills_its_width_exactly(left: list[str], right: str, width: int) -> None:
    line = RowLine(tuple(Piece(text) for text in left), (Piece(right),) if right else ())
    assert cells(line.fitted(width)) == width


@given(st.text(max_size=40), st.integers(1, 30))
def test_wrapped_lines_lose_no_visible_character(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(max_size=30), st.integers(0, 20))
def test_a_head_is_a_beginning_that_fits(text: str, width: int) -> None:
    assert text.startswith(head(text, width))
    assert cells(cut([Piece(text)], width)) <= max(width, 0)
