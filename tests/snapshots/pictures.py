"""Draws the app's screen as text that can be stored and compared: words first, then styles.

A picture is the rows as they read, then for each row its runs of cells of one style, each style
named by a letter that the legend at the end explains. So a changed word shows as a changed line
of words, and a changed colour as one line of the legend.
"""

from __future__ import annotations

from itertools import groupby
from string import ascii_lowercase
from zlib import crc32

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.app import App

_ATTRIBUTES = ("bold", "dim", "italic", "underline", "strike", "reverse", "blink")


def picture(app: App[None]) -> str:
    """What ``app`` shows now, as text ending in a new line."""
    rows = [list(strip) for strip in app.screen._compositor.render_strips()]
    words = ["".join(segment.text for segment in row).rstrip() for row in rows]
    looks = [[look for segment in row for look in _cells(segment)] for row in rows]
    names = _names(sorted({look for row in looks for look in row}))
    runs = [
        " ".join(f"{names[look]}{len(list(cells))}" for look, cells in groupby(row))
        for row in looks
    ]
    legend = [f"{name}: {look}" for look, name in names.items()]
    parts = ["\n".join(words), "\n".join(_folded(runs)), "\n".join(legend)]
    return "\n\n=== styles ===\n\n".join(parts[:2]) + f"\n\n=== legend ===\n\n{parts[2]}\n"


def _cells(segment: Segment) -> list[str]:
    return [] if segment.control else [_look(segment.style)] * segment.cell_length


def _look(style: Style | None) -> str:
    style = style or Style()
    set_attributes = [name for name in _ATTRIBUTES if getattr(style, name)]
    return " ".join([_colour(style.color), "on", _colour(style.bgcolor), *set_attributes])


def _colour(colour: Color | None) -> str:
    return "default" if colour is None or colour.is_default else colour.get_truecolor().hex


def _names(looks: list[str]) -> dict[str, str]:
    """Three letters for each look, made from it, so that a new look renames no other."""
    names: dict[str, str] = {}
    for look in looks:
        number = crc32(look.encode())
        while (name := _letters(number)) in names.values():
            number += 1
        names[look] = name
    return names


def _letters(number: int) -> str:
    count = len(ascii_lowercase)
    return "".join(ascii_lowercase[number // count**place % count] for place in range(3))


def _folded(rows: list[str]) -> list[str]:
    """Equal rows that follow one another as one, with their number."""
    folded = []
    at = 1
    for row, same in groupby(rows):
        count = len(list(same))
        where = f"{at}" if count == 1 else f"{at}-{at + count - 1}"
        folded.append(f"{where}: {row}")
        at += count
    return folded
