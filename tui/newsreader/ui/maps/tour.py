"""From place to place of an article on a map: which one is looked at, and what shows. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from newsreader.article import Place
from newsreader.text import safe_line
from newsreader.ui.maps.labels import Labels, arranged
from newsreader.ui.maps.moving import towards
from newsreader.ui.maps.window import STEP, Point, Window, around, world

_LEAST = {"continent": 75.0, "country": 22.0, "region": 11.0, "area": 15.0, "water": 15.0}
"""Degrees from north to south that are shown of a place of each kind, at least."""
_LEAST_AROUND_A_POINT = 6.0


class Tour:
    """The places of an article, ``current`` the index of the one looked at, ``None`` if none of
    them is anywhere. ``resize`` comes first."""

    def __init__(self, places: Sequence[Place], start: int | None = None) -> None:
        self.places = places
        self.points = [point_of(place) for place in places]
        self.names = [safe_line(place.name) for place in places]
        self.there = [index for index, point in enumerate(self.points) if point]
        self.nowhere = [index for index, point in enumerate(self.points) if not point]
        known = start if start in self.there else next(iter(self.there), None)
        self.current: int | None = known
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
        if nearness >= whole.degrees or self.current is None:
            self.window = whole
        else:
            self.window = Window(width, height, before.latitude, before.longitude, nearness)
            self._keep_in_view()

    def _around_all(self, width: int, height: int) -> Window:
        kinds = {self.places[index].kind for index in self.there}
        least = max((_LEAST.get(kind, _LEAST_AROUND_A_POINT) for kind in kinds), default=0.0)
        return around(width, height, self._all, least)

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
        """To the nearest place in a direction, ``(1, 0)`` north and ``(0, 1)`` east."""
        if self.current is not None:
            found = towards(self.points, self.current, direction)
            if found is not None:
                self.go_to(found)

    def step(self, delta: int) -> None:
        """To the next place in the article's order, or the previous one, around the end."""
        if self.current is not None:
            at = self.there.index(self.current)
            self.go_to(self.there[(at + delta) % len(self.there)])

    def go_to(self, place: int) -> None:
        """To a place that is on the map."""
        if place in self.there:
            self.current = place
            self._keep_in_view()

    def zoom(self, steps: int) -> None:
        """Nearer by so many steps, around the place looked at, or farther."""
        self.window = self.window.zoomed(STEP**steps, self._here, self._all)
        self._fits = False

    def show_world(self) -> None:
        """The whole world; if that shows already, all places as near as can be."""
        whole = world(self.window.width, self.window.height, self._all)
        self._fits = self.window == whole
        near = self._around_all(self.window.width, self.window.height)
        self.window = near if self._fits else whole

    @property
    def _here(self) -> Point:
        point = None if self.current is None else self.points[self.current]
        return point or (self.window.latitude, self.window.longitude)

    def _keep_in_view(self) -> None:
        if not self._fits:
            self.window = self.window.holding(self._here, self._all)


def point_of(place: Place) -> Point | None:
    """Where a place is, if that is known."""
    if place.latitude is None or place.longitude is None or place.kind == "unresolved":
        return None
    return place.latitude, place.longitude
