"""From place to place of an article on a map: which one is looked at, and what shows. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from newsreader.article import Place
from newsreader.text import safe_line
from newsreader.ui.maps.dots import shows_outlines
from newsreader.ui.maps.labels import Labels, arranged
from newsreader.ui.maps.moving import towards
from newsreader.ui.maps.window import STEP, Point, Window, around, world

_LEAST = {"continent": 75.0, "country": 22.0, "region": 11.0, "area": 15.0, "water": 15.0}
"""Degrees from north to south that are shown of a place of each kind, at least."""
_LEAST_AROUND_A_POINT = 6.0
_MOST_STEPS_BACK = 8
"""How much farther a map begins where there are no coasts or borders about its places."""


class Tour:
    """The places of an article, ``current`` the index of the one looked at, be it on the map or
    not; ``None`` if there are no places. ``resize`` comes first."""

    def __init__(self, places: Sequence[Place], start: int | None = None) -> None:
        self.places = places
        self.points = [point_of(place) for place in places]
        self.names = [safe_line(place.name) for place in places]
        self.there = [index for index, point in enumerate(self.points) if point]
        self.nowhere = [index for index, point in enumerate(self.points) if not point]
        first = self.there[0] if self.there else 0 if self.places else None
        self.current: int | None = first if start is None or start >= len(places) else start
        self._last = self.current if self.current in self.there else first
        """The place on the map that was looked at last."""
        self.window = world(1, 1)
        self._fits = True
        self._labels: tuple[Window, int | None, Labels] | None = None

    @cached_property
    def _all(self) -> list[Point]:
        return [point for point in self.points if point]

    def resize(self, width: int, height: int) -> None:
        """Makes the map so many cells; what it shows stays."""
        width, height = max(1, width), max(1, height)
        if (width, height) == (self.window.width, self.window.height):
            return
        if self._fits:
            self.window = self._around_all(width, height)
            return
        before = self.window
        whole = world(width, height, self._all)
        nearness = before.degrees * before.height / height
        if nearness >= whole.degrees or not self.there:
            self.window = whole
        else:
            self.window = Window(width, height, before.latitude, before.longitude, nearness)
            self._keep_in_view()

    def _around_all(self, width: int, height: int) -> Window:
        kinds = {self.places[index].kind for index in self.there}
        least = max((_LEAST.get(kind, _LEAST_AROUND_A_POINT) for kind in kinds), default=0.0)
        window = around(width, height, self._all, least)
        for _ in range(_MOST_STEPS_BACK):
            if shows_outlines(window):
                break
            middle = window.latitude, window.longitude
            window = window.zoomed(1 / STEP, middle, self._all)
        return window

    @property
    def labels(self) -> Labels:
        """What is written over the window."""
        known = self._labels
        if known is None or known[:2] != (self.window, self.current):
            labels = arranged(self.window, self.points, self.names, self.current)
            known = self._labels = (self.window, self.current, labels)
        return known[2]

    @property
    def outside(self) -> list[int]:
        """Places that are somewhere beyond the window's edges."""
        cell = self.window.cell
        return [i for i in self.there if (point := self.points[i]) and cell(point) is None]

    def go(self, direction: tuple[int, int]) -> None:
        """To the nearest place in a direction, ``(1, 0)`` north and ``(0, 1)`` east; from one
        that is nowhere back to where one was on the map."""
        if self.current in self.nowhere:
            found = self._last if self.there else None
        else:
            found = None if self.current is None else towards(self.points, self.current, direction)
        if found is not None:
            self.go_to(found)

    def step(self, delta: int) -> None:
        """To the next place in the article's order, or the previous one, around the end: those on
        the map first, then the others."""
        if self.current is not None:
            order = [*self.there, *self.nowhere]
            self.go_to(order[(order.index(self.current) + delta) % len(order)])

    def go_to(self, place: int) -> None:
        """To a place, which is brought into view if it is on the map."""
        self.current = place
        if self.points[place]:
            self._last = place
            self._keep_in_view()

    def zoom(self, steps: int) -> None:
        """Nearer by so many steps, around the place looked at, or farther."""
        self.window = self.window.zoomed(STEP**steps, self._here, self._all)
        self._fits = False

    def show_all(self) -> None:
        """All places as near as can be; if they show so already, the whole world."""
        near = self._around_all(self.window.width, self.window.height)
        whole = world(self.window.width, self.window.height, self._all)
        self._fits = self.window != near or near == whole
        self.window = near if self._fits else whole

    @property
    def _here(self) -> Point:
        point = None if self._last is None else self.points[self._last]
        return point or (self.window.latitude, self.window.longitude)

    def _keep_in_view(self) -> None:
        if not self._fits:
            self.window = self.window.holding(self._here, self._all)


def point_of(place: Place) -> Point | None:
    """Where a place is, if that is known."""
    if place.latitude is None or place.longitude is None or place.kind == "unresolved":
        return None
    return place.latitude, place.longitude
