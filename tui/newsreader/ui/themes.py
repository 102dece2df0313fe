"""The two themes, and the colours that tell speakers apart.

Every text colour keeps a contrast of at least 4.5 to the backgrounds it is drawn on (tested).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.theme import Theme

DARK = "newsreader-dark"
LIGHT = "newsreader-light"

_SPEAKERS_DARK = (
    "#8ab4f8",
    "#f2a65a",
    "#8fd18b",
    "#e58fb3",
    "#c3a6ff",
    "#5fd0c5",
    "#e0cf6a",
    "#f28b82",
)
_SPEAKERS_LIGHT = (
    "#1a56b0",
    "#8f4600",
    "#1f6b2b",
    "#a3246b",
    "#6a3cb5",
    "#00666a",
    "#6a5700",
    "#b3261e",
)


def speaker_colour(rank: int, dark: bool) -> str:
    """Hex colour of the speaker who stands at ``rank`` in ``Analysis.speakers``."""
    colours = _SPEAKERS_DARK if dark else _SPEAKERS_LIGHT
    return colours[rank % len(colours)]


def themes() -> tuple[Theme, Theme]:
    """Dark and light."""
    from textual.theme import Theme

    dark = Theme(
        name=DARK,
        dark=True,
        primary="#8ab4f8",
        secondary="#5fd0c5",
        accent="#f0c674",
        warning="#f2a65a",
        error="#f28b82",
        success="#8fd18b",
        foreground="#dcdfe4",
        background="#15171c",
        surface="#1b1e25",
        panel="#252a33",
        variables=variables(dark=True),
    )
    light = Theme(
        name=LIGHT,
        dark=False,
        primary="#1a56b0",
        secondary="#00666a",
        accent="#8a4b00",
        warning="#8f4600",
        error="#b3261e",
        success="#1f6b2b",
        foreground="#202329",
        background="#fcfbf8",
        surface="#f3f1eb",
        panel="#e6e3da",
        variables=variables(dark=False),
    )
    return dark, light


def variables(dark: bool) -> dict[str, str]:
    """Theme variables beyond Textual's own: what the article pane draws with.

    ``quiet`` is secondary text; ``current`` lies under the current quote, ``lit`` under what the
    side panel lights up, ``match`` under the letters that a search matched.
    """
    if dark:
        return {
            "quiet": "#9aa1ad",
            "thumb": "#4a5160",
            "current": "#2b3342",
            "lit": "#3a3420",
            "match": "#f0c674",
            "match-text": "#15171c",
            "selected": "#3d4f73",
        }
    return {
        "quiet": "#5c616b",
        "thumb": "#b9b5aa",
        "current": "#e3ebf8",
        "lit": "#f8ecc4",
        "match": "#8a4b00",
        "match-text": "#ffffff",
        "selected": "#c3d5f2",
    }
