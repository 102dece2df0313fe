"""Lines that are quick to make are strips like any other."""

from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsreader.ui.strips import LineStrip, Writing, joined

PLAIN, RED, BOLD = Style(), Style(color="red"), Style(bold=True)
PARTS = st.lists(
    st.tuples(st.text(alphabet="ab 漢é", max_size=4), st.sampled_from((PLAIN, RED, BOLD)))
)


def cells(segments: list[Segment]) -> list[tuple[str, Style | None]]:
    return [(letter, segment.style) for segment in segments for letter in segment.text]


@given(PARTS)
def test_joined_parts_are_the_same_letters_in_the_same_styles(
    parts: list[tuple[str, Style]],
) -> None:
    assert cells(joined([*parts, (" ", PLAIN)])) == [
        (letter, style) for text, style in [*parts, (" ", PLAIN)] for letter in text
    ]


def test_neighbours_of_one_style_are_joined() -> None:
    parts = [("a", RED), ("b", RED), ("", BOLD), ("c", PLAIN)]
    assert joined(parts) == [Segment("ab", RED), Segment("c", PLAIN)]


def test_a_line_is_cut_divided_and_styled_as_any_strip() -> None:
    segments = [Segment("ab漢", RED), Segment("cd", BOLD)]
    line, strip = LineStrip(segments, 6), Strip(segments, 6)
    assert line == strip
    assert line.crop(1, 5) == strip.crop(1, 5)
    assert line.divide([2, 6]) == strip.divide([2, 6])
    assert line.apply_style(BOLD) == strip.apply_style(BOLD)
    assert line.adjust_cell_length(9) == strip.adjust_cell_length(9)
    assert Strip.join([line, strip]) == Strip.join([strip, strip])
    assert line.link_ids == strip.link_ids
    assert (line.cell_length, line.cell_count) == (strip.cell_length, strip.cell_count)


def test_a_style_is_written_once_for_all_that_share_it() -> None:
    line = LineStrip([Segment("a", RED), Segment("b", Style(color="red")), Segment("c", PLAIN)], 3)
    assert Writing(ColorSystem.TRUECOLOR).of(line) == "\x1b[0;31mab\x1b[0mc\x1b[0m"


def test_more_styles_than_are_remembered_are_written_as_they_are() -> None:
    writing = Writing(ColorSystem.TRUECOLOR)
    for red in range(200):
        for blue in range(10):
            style = Style(color=f"rgb({red},0,{blue})")
            line = LineStrip([Segment("a", style)], 1)
            assert writing.of(line) == f"\x1b[0;38;2;{red};0;{blue}ma\x1b[0m"
