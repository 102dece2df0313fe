"""Names on a map: none over another, none forgotten."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsreader.ui.maps.labels import NUMBERS, SPARE, Labels, arranged
from newsreader.ui.maps.window import Point, Window, around

NAMES = st.text("abcdefgh -éß東京", min_size=1, max_size=24)
# Some close together, as the places of an article are.
NEAR = st.tuples(st.floats(50, 51), st.floats(30, 31))
FAR = st.tuples(st.floats(-60, 80), st.floats(-180, 180))
PLACES = st.lists(st.tuples(st.one_of(NEAR, FAR, st.none()), NAMES), min_size=1, max_size=30)
SIZES = st.tuples(st.integers(10, 120), st.integers(3, 40))


def labelled(
    size: tuple[int, int], places: list[tuple[Point | None, str]], first: int | None = None
) -> tuple[Window, Labels]:
    points = [point for point, _ in places]
    window = around(*size, [point for point in points if point], 6.0)
    return window, arranged(window, points, [name for _, name in places], first)


@given(SIZES, PLACES)
def test_no_two_names_or_marks_share_a_cell_and_all_are_on_the_map(
    size: tuple[int, int], places: list[tuple[Point | None, str]]
) -> None:
    window, labels = labelled(size, places)
    cells = [spot.cell for spot in labels.spots]
    for label in labels.labels:
        column, row = label.cell
        cells += [(column + i, row) for i in range(cell_len(label.text))]
    assert len(cells) == len(set(cells))
    assert all(0 <= x < window.width and 0 <= y < window.height for x, y in cells)


@given(SIZES, PLACES)
def test_names_in_a_row_have_a_free_cell_between_them(
    size: tuple[int, int], places: list[tuple[Point | None, str]]
) -> None:
    _, labels = labelled(size, places)
    taken = {
        (label.cell[0] + i, label.cell[1]): label.place
        for label in labels.labels
        for i in range(cell_len(label.text))
    }
    for (column, row), place in taken.items():
        assert taken.get((column + 1, row), place) == place


@given(SIZES, PLACES)
def test_every_place_that_is_somewhere_is_named_on_the_map_or_in_the_legend(
    size: tuple[int, int], places: list[tuple[Point | None, str]]
) -> None:
    _, labels = labelled(size, places)
    named = {label.place for label in labels.labels} | {place for _, place in labels.numbered}
    assert named == {index for index, (point, _) in enumerate(places) if point}


@given(SIZES, PLACES)
def test_a_number_stands_for_one_spot_only(
    size: tuple[int, int], places: list[tuple[Point | None, str]]
) -> None:
    _, labels = labelled(size, places)
    numbers = [spot.number for spot in labels.spots if spot.number]
    plain = [number for number in numbers if number != SPARE]
    assert plain == list(NUMBERS[: len(plain)])


@given(SIZES, PLACES, st.data())
def test_the_place_looked_at_is_named_on_the_map_wherever_no_marks_are_in_the_way(
    size: tuple[int, int], places: list[tuple[Point | None, str]], data: st.DataObject
) -> None:
    there = [index for index, (point, _) in enumerate(places) if point]
    if not there:
        return
    first = data.draw(st.sampled_from(there))
    nameless = [(at, name if i == first else "") for i, (at, name) in enumerate(places)]
    fits = any(label.place == first for label in labelled(size, nameless, first)[1].labels)
    _, labels = labelled(size, places, first)
    assert any(label.place == first for label in labels.labels) == fits


@given(SIZES, PLACES, st.data())
def test_numbers_stay_as_they_are_when_one_looks_at_another_place(
    size: tuple[int, int], places: list[tuple[Point | None, str]], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(places) - 1))
    _, before = labelled(size, places)
    _, labels = labelled(size, places, first)
    for one, other in zip(before.spots, labels.spots, strict=True):
        assert one.cell == other.cell
        assert one.number in ("", other.number)


def test_a_name_that_is_long_is_cut_to_a_third_of_the_map() -> None:
    window = around(60, 16, [(50.0, 30.0)], 6.0)
    names = ["Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"]
    (label,) = arranged(window, [(50.0, 30.0)], names).labels
    assert label.text == "Llanfairpwllgwyngyl…"


def test_in_a_crowd_the_place_looked_at_takes_the_room_of_other_names() -> None:
    points: list[Point | None] = [(50.0, 30.0 + i / 3) for i in range(9)]
    names = [f"Place {i}" for i in range(9)]
    window = around(40, 10, [point for point in points if point], 6.0)
    for first in range(9):
        labels = arranged(window, points, names, first)
        assert names[first] in [label.text for label in labels.labels]


def test_a_name_in_a_crowd_gets_a_number_and_the_more_important_ones_their_names() -> None:
    names = ["Kyiv", "Bucha", "Irpin", "Brussels"]
    points: list[Point | None] = [(50.45, 30.52), (50.55, 30.21), (50.52, 30.25), (50.85, 4.35)]
    labels = arranged(around(60, 16, [p for p in points if p], 6.0), points, names)
    assert {label.text for label in labels.labels} >= {"Kyiv", "Brussels"}
    assert {names[place] for _, place in labels.numbered} >= {"Bucha", "Irpin"}
