"""Which part of the world a map shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.ui.maps.window import STEP, around, world

POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
SIZES = st.tuples(st.integers(20, 160), st.integers(4, 50))
FIJI, SAMOA, ANCHORAGE, TOKYO = (-18.1, 178.4), (-13.8, -171.8), (61.2, -149.9), (35.7, 139.7)


@given(SIZES, st.lists(POINTS, min_size=1, max_size=12), st.sampled_from([0.0, 6.0, 75.0]))
def test_every_place_is_in_the_window_around_all(
    size: tuple[int, int], points: list[tuple[float, float]], least: float
) -> None:
    window = around(*size, points, least)
    assert [point for point in points if window.cell(point) is None] == []


@given(SIZES, st.lists(POINTS, min_size=1, max_size=12))
def test_every_place_is_on_the_map_of_the_world(
    size: tuple[int, int], points: list[tuple[float, float]]
) -> None:
    window = world(*size, points)
    assert window.across >= 360
    assert [point for point in points if window.cell(point) is None] == []


@given(SIZES, st.lists(POINTS, min_size=1, max_size=6), st.integers(-8, 14), st.data())
def test_zooming_keeps_the_place_in_view_that_it_is_about(
    size: tuple[int, int], points: list[tuple[float, float]], steps: int, data: st.DataObject
) -> None:
    here = data.draw(st.sampled_from(points))
    window = around(*size, points, 6.0).zoomed(STEP**steps, here, points)
    assert window.cell(here) is not None
    assert window.degrees <= world(*size, points).degrees


@given(SIZES, st.lists(POINTS, min_size=2, max_size=6), st.integers(0, 14))
def test_going_to_a_place_brings_it_into_view(
    size: tuple[int, int], points: list[tuple[float, float]], steps: int
) -> None:
    window = around(*size, points, 6.0).zoomed(STEP**steps, points[0], points)
    assert window.holding(points[1], points).cell(points[1]) is not None


@given(SIZES, POINTS)
def test_a_place_alone_stands_in_the_middle_unless_a_pole_is_near(
    size: tuple[int, int], point: tuple[float, float]
) -> None:
    window = around(*size, [point], 6.0)
    cell = window.cell(point)
    assert cell is not None
    assert window.across >= 360 or abs(cell[0] - size[0] // 2) <= 1
    if -50 < point[0] < 78 and window.down < 12:
        assert abs(cell[1] - size[1] // 2) <= 1


@pytest.mark.parametrize("points", [[FIJI, SAMOA], [ANCHORAGE, TOKYO]])
def test_places_on_both_sides_of_the_date_line_stand_side_by_side(
    points: list[tuple[float, float]],
) -> None:
    window = around(80, 16, points, 6.0)
    assert window.across < 200
    west, east = (window.dot(point)[0] for point in sorted(points, key=lambda p: -p[1]))
    assert 0 <= west < east < 160


def test_a_degree_north_is_as_long_as_a_degree_east_where_the_places_are() -> None:
    window = around(80, 16, [(60.0, 10.0), (60.0, 11.0)], 6.0)
    (left, _), (right, top) = window.dot((60.0, 5.0)), window.dot((60.0, 15.0))
    _, bottom = window.dot((55.0, 15.0))
    # Five degrees of latitude are as long as ten of longitude at sixty degrees north.
    assert abs((right - left) - (bottom - top)) <= 2


def test_the_smallest_window_is_no_larger_than_its_places_ask_for() -> None:
    window = around(100, 20, [(48.9, 2.4), (52.5, 13.4)], 1.0)
    assert window.across < 30
