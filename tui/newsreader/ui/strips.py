"""Lines that are quick to make and to write: of the many that are drawn few are ever cut.

This leans on private parts of Textual 8: the attributes of its ``Strip``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsreader.remembered import Remembered

Part = tuple[str, Style]
"""Text and its style."""

_MOST = 1_000
"""Styles whose codes are kept."""


class LineStrip(Strip):
    """A whole line. What Textual keeps with a strip to cut and to filter it, which is most of what
    one costs, is made when something asks for it."""

    __slots__ = ()

    def __init__(self, segments: list[Segment], cells: int) -> None:
        self._segments = segments
        self._cell_length = cells
        self._render_cache: str | None = None

    def __getattr__(self, name: str) -> Any:
        written = self._render_cache
        super().__init__(self._segments, self._cell_length)
        self._render_cache = written
        return object.__getattribute__(self, name)


def joined(parts: Iterable[Part]) -> list[Segment]:
    """Texts and their styles as segments, those side by side that share a style as one."""
    segments = []
    run = ""
    before: Style | None = None
    for text, style in parts:
        if style is before:
            run += text
            continue
        if run:
            segments.append(Segment(run, before))
        run, before = text, style
    segments.append(Segment(run, before))
    return segments


class Writing:
    """Strips as a terminal takes them, with a style said once for all segments that share it: half
    of what Textual writes, and a terminal takes only some kilobytes at a time."""

    def __init__(self, system: ColorSystem) -> None:
        self.system = system
        self._codes: Remembered[int, tuple[Style | None, str]] = Remembered(_MOST)

    def of(self, strip: Strip) -> str:
        """How ``strip`` is written."""
        if strip._render_cache is not None:
            return strip._render_cache
        codes = self._codes
        parts = []
        last = "\x1b[0m"
        before = None
        for text, style, _ in strip._segments:
            if style is not before:
                before = style
                known = codes.get(id(style)) or self._learnt(style)
                if known[1] != last:
                    last = known[1]
                    parts.append(last)
            parts.append(text)
        parts.append("\x1b[0m")
        strip._render_cache = written = "".join(parts)
        return written

    def _learnt(self, style: Style | None) -> tuple[Style | None, str]:
        """``style``, which is kept so that no other takes its place in memory, and its code."""
        codes = Strip.render_ansi(style, self.system) if style is not None else ""
        known = (style, f"\x1b[0;{codes}m" if codes else "\x1b[0m")
        self._codes[id(style)] = known
        return known
