"""From place to place with the arrows. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.ui.maps.window import Point

_ASIDE = 2.0
"""How much farther a degree aside counts than one ahead."""


def towards(points: Sequence[Point | None], current: int, direction: tuple[int, int]) -> int | None:
    """The nearest place in a direction, ``(1, 0)`` north and ``(0, 1)`` east; what lies farther
    aside than ahead only if there is nothing else. East and west go round the world.

    Places in the same spot follow one another in their order before one leaves it: towards the
    north and the west backwards.
    """
    start = points[current]
    if start is None:
        return None
    found = []
    for place, point in enumerate(points):
        if point is None or place == current:
            continue
        north = point[0] - start[0]
        east = (point[1] - start[1] + 180) % 360 - 180
        ahead = north * direction[0] + east * direction[1]
        aside = abs(north * direction[1]) + abs(east * direction[0])
        if ahead > 0 or (ahead == aside == 0 and _follows(place, current, direction)):
            found.append((aside > ahead, ahead + _ASIDE * aside, abs(place - current), place))
    return min(found)[-1] if found else None


def _follows(place: int, current: int, direction: tuple[int, int]) -> bool:
    forward = direction in ((-1, 0), (0, 1))
    return place > current if forward else place < current
