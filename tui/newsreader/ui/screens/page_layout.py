"""Lays out a page of a list in a column in the middle, without asking styles or boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout

if TYPE_CHECKING:
    from textual.widget import Widget

COLUMN = 100
"""Cells that the column takes at most."""


class PageLayout(Layout):
    """``line`` on the first row, ``footer`` on the last if there is room, ``list`` between."""

    name = "page"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Where each child stands on a page of ``size``."""
        known = {child.id: child for child in children}
        width, height = min(size.width, COLUMN), size.height
        left = (size.width - width) // 2
        above = 1 if "line" in known else 0
        below = 1 if height >= 4 else 0
        areas = {
            "line": Region(left, 0, width, min(1, height)),
            "list": Region(left, above, width, max(0, height - above - below)),
            "footer": Region(0, height - 1, size.width, below),
        }
        placements = []
        for child in children:
            area = areas.get(child.id or "")
            if area is None:  # a tooltip, which Textual lays out by itself
                placements += VerticalLayout().arrange(parent, [child], size, greedy)
            elif area.width > 0 and area.height > 0:
                placements.append(WidgetPlacement(area, NULL_OFFSET, NULL_SPACING, child))
        return placements
