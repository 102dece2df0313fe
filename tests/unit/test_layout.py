from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.ui.layout import Wrapped, shown_text, wrap

WORDS = st.text(alphabet="ab c\n\t“é漢字👍👩\u200d\ufe0f\u0301한\x1b\u202e-", max_size=300)


def lines(text: str, width: int) -> list[str]:
    page = Wrapped(shown_text(text), width)
    return [page.text[slice(*page.span(line))] for line in range(len(page))]


@given(WORDS, st.integers(2, 40))
@example("aa \ufe0f", 2)  # a space that is drawn with what follows it
def test_no_line_is_wider_than_the_measure(text: str, width: int) -> None:
    for line in lines(text, width):
        if "\t" not in line:
            assert cell_len(line) <= width


@given(WORDS, st.integers(1, 40))
def test_lines_hold_every_character_that_can_be_seen_in_order(text: str, width: int) -> None:
    shown = shown_text(text)
    assert len(shown.text) == len(text)
    kept = "".join("".join(lines(text, width)).split())
    assert kept == "".join(shown.text.split())


@given(WORDS, st.integers(1, 40))
def test_line_starts_grow_and_begin_at_zero(text: str, width: int) -> None:
    starts = wrap(shown_text(text), width)
    assert starts[0] == 0
    assert all(a <= b for a, b in pairwise(starts))


@given(WORDS, st.integers(2, 40))
def test_a_cell_and_its_offset_are_inverse(text: str, width: int) -> None:
    page = Wrapped(shown_text(text), width)
    for line in range(len(page)):
        start, end = page.span(line)
        for offset in range(start, end):
            cell = page.cell_of(offset)
            found = page.offset_at(line, cell)
            assert found <= offset or page.cell_of(found) == cell


def test_words_stay_whole_when_they_fit() -> None:
    assert lines("one two three", 8) == ["one two", "three"]


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert lines("abcdefghij k", 4) == ["abcd", "efgh", "ij k"]


def test_spaces_at_a_break_do_not_indent_the_next_line() -> None:
    assert lines("one.   two", 6) == ["one.", "two"]


def test_wide_characters_break_between_each_other() -> None:
    assert lines("漢字漢字漢字", 5) == ["漢字", "漢字", "漢字"]


def test_a_family_emoji_is_never_cut() -> None:
    family = "👩\u200d👩\u200d👧"
    assert lines(f"aa {family}{family}", 4) == ["aa", family + family]


def test_a_text_cut_to_seventy_columns_is_set_in_whole_paragraphs() -> None:
    words = " ".join(f"word{i:03}" for i in range(60))
    cut = "\n".join(lines(words, 70))
    assert lines(cut, 100) == lines(words, 100)


def test_short_lines_stay_apart() -> None:
    poem = "Roses are red,\nviolets are blue and long,\nso."
    assert lines(poem, 80) == poem.split("\n")


def test_paragraphs_without_a_blank_line_between_them_are_set_apart() -> None:
    text = "\n".join(["a " * 200 + "end"] * 2)
    assert lines(text, 84).count("") == 1


def test_a_control_character_is_drawn_as_its_symbol() -> None:
    assert lines("a\x1b[31mb", 80) == ["a␛[31mb"]


def test_a_megabyte_is_wrapped_whole() -> None:
    text = "It is a crucial phase of the war, said the Norwegian.\n\n" * 20_000
    assert len(wrap(shown_text(text), 84)) == 40_001
