"""From place to place with the arrows."""

import pytest

from newsreader.article import Place
from newsreader.ui.maps.dots import drawn
from newsreader.ui.maps.moving import towards
from newsreader.ui.maps.tour import Tour
from newsreader.ui.maps.window import Point

NORTH, SOUTH, WEST, EAST = (1, 0), (-1, 0), (0, -1), (0, 1)
KYIV, MOSCOW, BRUSSELS, FIJI, SAMOA = 0, 1, 2, 3, 4
POINTS: list[Point | None] = [
    (50.45, 30.52),
    (55.75, 37.62),
    (50.85, 4.35),
    (-18.1, 178.4),
    (-13.8, -171.8),
    None,
]


def test_an_arrow_goes_to_the_nearest_place_in_its_direction() -> None:
    assert towards(POINTS, KYIV, WEST) == BRUSSELS
    assert towards(POINTS, KYIV, EAST) == MOSCOW
    assert towards(POINTS, BRUSSELS, EAST) == KYIV


def test_what_lies_far_aside_is_gone_to_if_nothing_lies_ahead() -> None:
    assert towards(POINTS, BRUSSELS, SOUTH) == KYIV
    assert towards(POINTS, MOSCOW, NORTH) is None


def test_east_goes_on_across_the_date_line() -> None:
    assert towards(POINTS, FIJI, EAST) == SAMOA
    assert towards(POINTS, SAMOA, WEST) == FIJI


def test_places_on_one_spot_can_all_be_reached() -> None:
    points: list[Point | None] = [(1.0, 1.0), (1.0, 1.0), (1.0, 1.0), (5.0, 1.0)]
    assert [towards(points, 0, EAST), towards(points, 1, EAST)] == [1, 2]
    assert [towards(points, 2, WEST), towards(points, 1, WEST)] == [1, 0]
    assert towards(points, 0, NORTH) == 3


def places() -> list[Place]:
    named = zip("ABCDEF", POINTS, strict=True)
    return [
        Place(name, "city" if point else "unresolved", None, *(point or (None, None)))
        for name, point in named
    ]


def test_a_tour_goes_round_in_the_articles_order_and_comes_to_what_is_nowhere_last() -> None:
    tour = Tour([places()[5], *places()[:5]])
    tour.resize(80, 16)
    seen = []
    for _ in range(7):
        seen.append(tour.current)
        tour.step(1)
    assert seen == [1, 2, 3, 4, 5, 0, 1]
    assert tour.nowhere == [0]


def test_an_arrow_leads_from_what_is_nowhere_back_to_where_one_was_on_the_map() -> None:
    tour = Tour(places())
    tour.resize(80, 16)
    tour.go_to(FIJI)
    tour.go_to(5)
    assert tour.current == 5
    tour.go(NORTH)
    assert tour.current == FIJI


def test_a_tour_begins_where_it_is_told_or_else_at_the_first_place_on_the_map() -> None:
    assert Tour(places(), 3).current == 3
    assert Tour(places(), 5).current == 5
    assert Tour([places()[5], *places()]).current == 1
    assert Tour(places()[5:]).current == 0
    assert Tour([]).current is None


@pytest.mark.parametrize("size", [(80, 16), (152, 48)])
@pytest.mark.parametrize("point", [(38.5, -98.0), (0.0, -30.0), (-90.0, 0.0), (90.0, 0.0)])
def test_a_map_of_a_place_far_from_coasts_and_borders_begins_with_some_in_view(
    point: tuple[float, float], size: tuple[int, int]
) -> None:
    tour = Tour([Place("Wichita", "city", None, *point)])
    tour.resize(*size)
    dots = drawn(tour.window)
    assert sum(map(bool, dots.coasts)) + sum(map(bool, dots.borders)) >= sum(size) / 2
    assert tour.outside == []


def test_all_places_are_in_view_until_one_zooms_and_the_one_looked_at_is_always() -> None:
    tour = Tour(places())
    tour.resize(80, 16)
    assert tour.outside == []
    tour.zoom(7)
    assert BRUSSELS in tour.outside
    tour.go_to(BRUSSELS)
    assert BRUSSELS not in tour.outside
    tour.show_all()
    assert tour.outside == []
    tour.show_all()
    assert tour.window.across >= 360
    tour.show_all()
    assert tour.outside == []


def test_a_new_size_keeps_what_shows() -> None:
    tour = Tour(places())
    tour.resize(80, 16)
    tour.zoom(3)
    before = tour.window
    tour.resize(160, 32)
    assert abs(tour.window.down - before.down) < 0.01
    assert tour.window.cell((50.45, 30.52)) is not None
