"""A pane of lines that scrolls and draws its own scroll bar in its last column."""

from __future__ import annotations

from functools import lru_cache
from typing import Self

from rich.style import Style
from textual import events
from textual.color import Color
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from newsreader.ui.strips import LineStrip, Part, joined
from newsreader.ui.theme_styles import Paint

THUMB = "▐"
_BLACK = Color(0, 0, 0)
"""What filters take for the background; every segment here names its own."""
_WHEEL = 3


@lru_cache(maxsize=8)
def thumb(height: int, lines: int, top: int) -> range | None:
    """The rows of a pane of ``height`` that the thumb covers when ``top`` of ``lines`` is first;
    none if all lines show."""
    if height <= 1 or lines <= height:
        return None
    size = max(1, height * height // lines)
    first = round((height - size) * min(top, lines - height) / (lines - height))
    return range(first, first + size)


class LineList(ScrollView, can_focus=True):
    """Scrolls over ``lines`` lines, ``top`` on the first row; a subclass draws in ``draw_line``.

    Its place on the screen does not depend on its lines, so nothing here asks for a layout.
    """

    DEFAULT_CSS = """
    LineList { overflow: hidden; background: $surface; color: $foreground; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.lines = 0
        self.top = 0
        self._dragging = False
        self._drawn_rows: dict[int, Strip] = {}
        self._drawn_size = Size(0, 0)
        self._styles: tuple[Style, Style] | None = None

    def draw_line(self, y: int, width: int) -> list[Part]:
        """The row ``y`` of the pane in exactly ``width`` cells: texts and their styles."""
        raise NotImplementedError

    def set_lines(self, lines: int) -> None:
        """Says how many lines there are."""
        self.lines = lines
        self.set_reactive(Widget.virtual_size, Size(self.size.width, lines))

    def scroll_to_line(self, line: int) -> None:
        """Brings ``line`` to the first row, or as near as the end allows."""
        top = float(max(0, min(line, self.lines - self.size.height)))
        self.set_reactive(Widget.scroll_target_y, top)
        self.scroll_y = top

    @property
    def allow_vertical_scroll(self) -> bool:
        """Wheel and keys may scroll it although it draws its own scroll bar."""
        return True

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draws all lines anew."""
        top = round(new_value)
        if top != self.top:
            self.top = top
            self.refresh()

    @property
    def base_style(self) -> Style:
        """The pane's own colours; resolved once for each theme, as that is slow."""
        return self._resolved_styles()[0]

    def notify_style_update(self) -> None:
        """Forgets the resolved styles when the theme or the stylesheet changes."""
        self._styles = None
        self._drawn_rows.clear()
        super().notify_style_update()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No style depends on the focus, so none is looked up anew."""

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draws ``regions`` anew, or everything."""
        if regions:
            for region in regions:
                for y in region.line_range:
                    self._drawn_rows.pop(y, None)
        else:
            self._drawn_rows.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def filtered(self, strips: list[Strip]) -> list[Strip]:
        """``strips`` as the filters leave them that would change anything: nothing is drawn here
        in the sixteen colours of a terminal, so they need not be looked for, in every segment."""
        for each in self.get_line_filters():
            if not isinstance(each, ANSIToTruecolor):
                strips = [strip.apply_filter(each, _BLACK) for strip in strips]
        return strips

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of ``crop``; those that were not refreshed are as they were."""
        size = self.size
        if self._drawn_size != size:
            self._drawn_size = size
            self._drawn_rows.clear()
        rows = self._drawn_rows
        if missing := [y for y in crop.line_range if y not in rows]:
            strips = self.filtered([self._row(y, size) for y in missing])
            rows.update(zip(missing, strips, strict=True))
        strips = [rows[y] for y in crop.line_range]
        if crop.x or crop.width < size.width:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """A row with the scroll bar's cell at its end."""
        return self._row(y, self.size)

    def _row(self, y: int, size: Size) -> Strip:
        width, height = size
        if width <= 0:
            return Strip([])
        base, bar = self._resolved_styles()
        covered = thumb(height, self.lines, self.top)
        end = (THUMB, bar) if covered is not None and y in covered else (" ", base)
        return LineStrip(joined([*self.draw_line(y, width - 1), end]), width)

    def _resolved_styles(self) -> tuple[Style, Style]:
        if self._styles is None:
            base = self.rich_style
            self._styles = (base, base + Paint("thumb").style(self.app))
        return self._styles

    def refresh_rows(self, first: int, count: int) -> None:
        """Draws ``count`` lines from ``first`` on anew, if they are in view."""
        self.refresh(Region(0, first - self.top, self.size.width, count))

    def on_scroll_bar(self, x: int) -> bool:
        """Whether the scroll bar is drawn in column ``x``."""
        return x == self.size.width - 1 and self.lines > self.size.height

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes hold of the scroll bar."""
        if self.on_scroll_bar(event.x):
            event.stop()
            self._dragging = True
            self.capture_mouse()
            self._drag(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drags the scroll bar."""
        if self._dragging:
            event.stop()
            self._drag(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Lets go of the scroll bar."""
        if self._dragging:
            event.stop()
            self._dragging = False
            self.release_mouse()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Some lines on."""
        event.stop()
        event.prevent_default()
        self.scroll_to_line(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Some lines back."""
        event.stop()
        event.prevent_default()
        self.scroll_to_line(self.top - _WHEEL)

    def _drag(self, y: int) -> None:
        height = self.size.height
        self.scroll_to_line(round((self.lines - height) * y / max(1, height - 1)))
