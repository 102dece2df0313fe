"""Styles made of a theme's variables, without a stylesheet.

A component class in CSS costs a good part of a millisecond before the first frame: it is parsed,
matched and resolved for each widget. What only ever names a colour or two is looked up here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from newsreader.ui.themes import variables

if TYPE_CHECKING:
    from textual.app import App


class Paint(NamedTuple):
    """A style that names its colours by theme variables; what is empty shows what lies under."""

    colour: str = ""
    background: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False

    def style(self, app: App[object]) -> Style:
        """The style in the theme that ``app`` has now."""
        return Style(
            color=_colour(app, self.colour),
            bgcolor=_colour(app, self.background),
            bold=self.bold or None,
            italic=self.italic or None,
            underline=self.underline or None,
            reverse=self.reverse or None,
        )


def _colour(app: App[object], name: str) -> str | None:
    if not name:
        return None
    return app.theme_variables.get(name) or variables(app.current_theme.dark)[name]
