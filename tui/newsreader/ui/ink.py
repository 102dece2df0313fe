"""Turns what a stretch of text is into the style it is drawn in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from newsreader.ui.themes import speaker_colour, variables

if TYPE_CHECKING:
    from textual.app import App

NOBODY = -1
"""The rank of a quote whose speaker is unknown."""


class Look(NamedTuple):
    """What a stretch of text is. ``rank`` is the speaker's, ``None`` outside quotes."""

    tone: str = "text"
    rank: int | None = None
    indirect: bool = False
    current: bool = False
    place: bool = False
    lit: bool = False
    evidence: bool = False
    match: bool = False
    selected: bool = False

    def under(self, over: Look) -> Look:
        """This look with ``over`` laid over it, which hides only what it has itself."""
        rank, indirect = over[1:3] if over.rank is not None else self[1:3]
        marks = (mine or its for mine, its in zip(self[3:], over[3:], strict=True))
        return Look(over.tone if over.tone != "text" else self.tone, rank, indirect, *marks)


PLAIN = Look()


class Ink:
    """Styles for one theme, each made once.

    Without colours every difference is an attribute: the current quote is bold, what is lit is
    reversed, places are underlined, matched letters are both bold and reversed. Without
    ``shades``, in the sixteen colours of a plain terminal, backgrounds that are near to the
    page's own look the same as it; there the first two are told by attributes as well.
    """

    def __init__(
        self, theme: Mapping[str, str], *, dark: bool, colour: bool = True, shades: bool = True
    ) -> None:
        self._dark = dark
        self._colour = colour
        self._flat = not (colour and shades)
        self._theme = {**variables(dark), **theme}
        self._styles: dict[Look, Style] = {}
        self._gutters: dict[tuple[int | None, bool], Style] = {}
        self.base = self.style(PLAIN)
        self.quiet = self._of(color="quiet", bgcolor="background")
        self.thumb = self._of(color="thumb", bgcolor="background")

    def style(self, look: Look) -> Style:
        """The style of article text that is ``look``."""
        style = self._styles.get(look)
        if style is None:
            style = self._styles[look] = self._made(look)
        return style

    def placed(self, look: Look, x: int, y: int) -> Style:
        """``style(look)`` that also says where its text begins: code point ``x`` of line ``y``."""
        return self.style(look) + Style.from_meta({"offset": (x, y)})

    def gutter(self, rank: int | None, current: bool) -> Style:
        """The style of the mark beside a quote."""
        key = (rank, current)
        style = self._gutters.get(key)
        if style is None:
            colour = self._theme["accent"] if current else self._speaker(rank)
            style = self._plain(color=colour, bgcolor=self._theme["background"], bold=current)
            self._gutters[key] = style
        return style

    def _made(self, look: Look) -> Style:
        theme = self._theme
        colour = theme["foreground"]
        background = theme["background"]
        bold = look.tone == "title"
        italic = look.indirect
        underline = look.place
        reverse = False
        if look.tone == "quiet":
            colour = theme["quiet"]
        if look.rank is not None:
            colour = self._speaker(look.rank)
        if look.current:
            background = theme["current"]
        if look.lit:
            background = theme["background"] if self._flat else theme["lit"]
            reverse = self._flat
        if look.current and self._flat:
            bold = True
        if look.evidence:
            bold = underline = True
            colour = theme["accent"]
        if look.match:
            bold = True
            colour, background = theme["match-text"], theme["match"]
            reverse = not self._colour
        if look.selected:
            background = theme["background"] if self._flat else theme["selected"]
            colour = theme["foreground"]
            reverse = self._flat
        return self._plain(
            color=colour,
            bgcolor=background,
            bold=bold or None,
            italic=italic or None,
            underline=underline or None,
            reverse=reverse or None,
        )

    def _speaker(self, rank: int | None) -> str:
        if rank is None or rank == NOBODY:
            return self._theme["foreground"]
        return speaker_colour(rank, self._dark)

    def _of(self, *, color: str, bgcolor: str) -> Style:
        return self._plain(color=self._theme[color], bgcolor=self._theme[bgcolor])

    def _plain(
        self,
        *,
        color: str,
        bgcolor: str,
        bold: bool | None = None,
        italic: bool | None = None,
        underline: bool | None = None,
        reverse: bool | None = None,
    ) -> Style:
        return Style(
            color=color if self._colour else None,
            bgcolor=bgcolor if self._colour else None,
            bold=bold,
            italic=italic,
            underline=underline,
            reverse=reverse,
        )


def ink_for(app: App[object]) -> Ink:
    """The ink for the theme and the terminal that ``app`` has now."""
    return Ink(
        app.theme_variables,
        dark=app.current_theme.dark,
        colour=not app.no_color,
        shades=app.console.color_system not in ("standard", "windows"),
    )
