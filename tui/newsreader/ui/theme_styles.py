"""Styles made of a theme's variables, without a stylesheet.

A component class in CSS costs a good part of a millisecond before the first frame: it is parsed,
matched and resolved for each widget. What only ever names two colours is looked up here instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from newsreader.ui.themes import variables

if TYPE_CHECKING:
    from textual.app import App


def theme_style(
    app: App[object],
    colour: str,
    background: str,
    *,
    bold: bool | None = None,
    italic: bool | None = None,
    underline: bool | None = None,
) -> Style:
    """The style with the theme variables ``colour`` and ``background``, by their names."""
    theme = app.theme_variables
    own = variables(app.current_theme.dark)
    return Style(
        color=theme.get(colour) or own[colour],
        bgcolor=theme.get(background) or own[background],
        bold=bold,
        italic=italic,
        underline=underline,
    )
