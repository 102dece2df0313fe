"""The styles that the rows of a list are drawn in, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from newsreader.ui.theme_styles import Paint
from newsreader.ui.themes import speaker_colour

if TYPE_CHECKING:
    from newsreader.ui.widgets.line_list import LineList

_PAINTS = {
    "bar": Paint(background="selected"),
    "bar-blurred": Paint(background="current"),
    "count": Paint("quiet"),
    "dim": Paint("quiet"),
    "heading": Paint("quiet", bold=True),
    "italic": Paint(italic=True),
    "key": Paint("accent", bold=True),
    "mark": Paint("accent", bold=True),
    "match": Paint("match", bold=True, underline=True),
    "note": Paint("quiet", italic=True),
    "strong": Paint(bold=True),
    "warning": Paint("warning"),
}


class RowLooks(dict[str, Style]):
    """Styles by the names of looks in ``pane``, whose rows may have a bar laid ``over`` them. Each
    is made when it is first asked for."""

    def __init__(self, pane: LineList, over: str = "") -> None:
        super().__init__()
        self._pane = pane
        self._over = over

    def __missing__(self, look: str) -> Style:
        style = self._pane.base_style
        for name in f"{self._over} {look}".split():
            style += self._laid_over(name)
        self[look] = style
        return style

    def _laid_over(self, look: str) -> Style:
        app = self._pane.app
        if look.startswith("speaker-"):
            rank = int(look.removeprefix("speaker-"))
            return Style(color=speaker_colour(rank, app.current_theme.dark))
        return _PAINTS[look].style(app)
