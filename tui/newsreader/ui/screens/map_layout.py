"""Where the parts of the map's page stand, by the size of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout

from newsreader.ui.arrangement import Area

if TYPE_CHECKING:
    from textual.widget import Widget

_BESIDE = 110
_WIDE = 3
"""Columns from which on, and times a map is as wide as high with which, the mentions stand beside
it; below it otherwise."""
_PANEL = range(36, 49)
_ROWS = range(3, 12)
_LEGEND = 30
_APART = 70
"""Columns from which on a legend has room beside the mentions that stand below the map."""


class MapAreas(NamedTuple):
    """The rectangle of each part; none lies over another."""

    map: Area
    mentions: Area
    legend: Area
    footer: Area


def map_areas(width: int, height: int, *, legend: bool) -> MapAreas:
    """The parts on a page of ``width`` by ``height``; without room for a ``legend`` of its own
    the mentions' list is to show it."""
    footer = Area(0, height - 1, width, 1) if height >= 4 else Area()
    body = height - footer.height
    columns = max(_PANEL.start, min(width * 3 // 10, _PANEL.stop - 1))
    if width >= _BESIDE and width - columns >= _WIDE * body:
        rows = body * 2 // 5 if legend else 0
        left = width - columns
        key = Area(left, body - rows, columns, rows) if rows else Area()
        return MapAreas(Area(0, 0, left, body), Area(left, 0, columns, body - rows), key, footer)
    rows = min(max(_ROWS.start, min(body * 3 // 10 + 1, _ROWS.stop - 1)), body // 2)
    top = body - rows
    columns = _LEGEND if legend and width >= _APART else 0
    key = Area(width - columns, top, columns, rows) if columns and rows else Area()
    return MapAreas(Area(0, 0, width, top), Area(0, top, width - key.width, rows), key, footer)


class MapLayout(Layout):
    """Places the children that have the id of a field of ``MapAreas``."""

    name = "map"

    def __init__(self, *, legend: bool) -> None:
        self._legend = legend

    def areas(self, size: Size) -> MapAreas:
        """The parts on a page of ``size``."""
        return map_areas(size.width, size.height, legend=self._legend)

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Where each child stands on a page of ``size``."""
        areas = self.areas(size)
        placements = []
        for child in children:
            area = getattr(areas, child.id or "", None)
            if area is None:  # a tooltip, which Textual lays out by itself
                placements += VerticalLayout().arrange(parent, [child], size, greedy)
            elif area.width > 0 and area.height > 0:
                placements.append(WidgetPlacement(Region(*area), NULL_OFFSET, NULL_SPACING, child))
        return placements
