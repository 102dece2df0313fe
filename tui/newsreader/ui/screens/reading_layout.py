"""Lays the reading screen out by ``ui.arrangement``, without asking styles or boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout

from newsreader.ui.arrangement import Arrangement, arrange

if TYPE_CHECKING:
    from textual.widget import Widget


class ReadingLayout(Layout):
    """Places the children that have the id of an ``Arrangement``'s field."""

    name = "reading"

    def __init__(self) -> None:
        self.panel_open = False
        self.results = False
        self.why = False
        self.broad = False

    def change(self, size: Size, **parts: bool) -> bool:
        """Opens and closes parts; whether that moves anything in a screen of ``size``."""
        before = self._areas(size)
        for part, state in parts.items():
            setattr(self, part, state)
        return self._areas(size) != before

    def _areas(self, size: Size) -> Arrangement:
        return arrange(
            size.width,
            size.height,
            panel_open=self.panel_open,
            results=self.results,
            why=self.why,
            broad=self.broad,
        )

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Where each child stands in a screen of ``size``."""
        areas = self._areas(size)
        placements = []
        for child in children:
            area = getattr(areas, child.id or "", None)
            if area is None:  # a tooltip, which Textual lays out by itself
                placements += VerticalLayout().arrange(parent, [child], size, greedy)
            elif area.width > 0 and area.height > 0:
                region = Region(*area)
                placements.append(WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, child))
        return placements
