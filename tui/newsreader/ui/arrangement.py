"""Where the parts of the reading screen stand. Pure: sizes in, rectangles out."""

from __future__ import annotations

from typing import NamedTuple

NARROW = 80
"""Below this many columns the side panel folds away."""

_PANEL = range(26, 35)
_LINES, _BROAD = 92, 72
_STRIP = 8
_UNFOLDED = 14
_WHY = 5


class Area(NamedTuple):
    """A rectangle in cells; without width or height it isn't drawn."""

    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0


class Arrangement(NamedTuple):
    """The rectangle of each part; none lies over another."""

    article: Area
    panel: Area
    why: Area
    search: Area
    footer: Area


def is_narrow(width: int) -> bool:
    """Whether the side panel is folded at this width."""
    return width < NARROW


def arrange(
    width: int,
    height: int,
    *,
    panel_open: bool = False,
    results: bool = False,
    why: bool = False,
    broad: bool = False,
) -> Arrangement:
    """The parts at a screen of ``width`` by ``height``.

    ``panel_open`` opens the folded panel, ``results`` says that it shows what a search found,
    ``why`` that the reason for the current quote's speaker is shown. A ``broad`` panel takes what
    the lines of an article leave.
    """
    search = Area(0, height - (2 if height >= 4 else 1), width, 1) if height >= 2 else Area()
    footer = Area(0, height - 1, width, 1) if height >= 4 else Area()
    body = height - search.height - footer.height
    if is_narrow(width):
        column, panel = Area(0, 0, width, body), Area()
        if results or panel_open:
            # Below the article, so that what is pointed out in it can be seen. The reason has to
            # wait: for three parts there is no room.
            rows = min(_STRIP if results else _UNFOLDED, body // 2)
            column = column._replace(height=body - rows)
            panel = Area(0, body - rows, width, rows) if rows else panel
            why = False
    else:
        columns = max(_PANEL.start, min(width * 28 // 100, _PANEL.stop - 1))
        if broad:
            columns = max(columns, min(width - _LINES, _BROAD))
        panel = Area(0, 0, columns, body)
        column = Area(columns, 0, width - columns, body)
    rows = min(_WHY, column.height // 2) if why else 0
    article = column._replace(height=column.height - rows)
    note = column._replace(y=column.height - rows, height=rows) if rows else Area()
    return Arrangement(article, panel, note, search, footer)
