"""Draws frames faster than Textual does for any screen, for a screen of a few parts side by side.

Textual cuts every line of every widget at the edges of all widgets, for each frame, and draws a
few milliseconds after the last message. Here the changed lines of the changed parts are written as
they are, at once, and those that look as they did are left alone. As soon as anything lies over
anything else (a notification) Textual's own way is taken.

This leans on private parts of Textual 8 (its compositor, ``_dirty_widgets``,
``_repaint_required``), which is why it stands apart: with ``Screen`` in the place of
``FrameScreen``, and its few methods doing nothing, the app works as before and is slower.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from rich.color import ColorSystem
from rich.control import Control
from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip

from newsreader.ui.strips import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from rich.console import Console, ConsoleOptions, RenderResult
    from textual.widget import Widget

    from newsreader.ui.live_search import LiveSearch

Result = TypeVar("Result")

_PAUSE = 0.001
"""Seconds between two steps of work."""


class LinesUpdate(CompositorUpdate):
    """Whole lines of widgets: place in cells of the screen, strip, and how it is written."""

    def __init__(self, lines: list[tuple[int, int, Strip, str]]) -> None:
        self.lines = lines

    def render_segments(self, console: Console) -> str:
        """What is written to the terminal."""
        return "".join(f"\x1b[{y + 1};{x + 1}H{written}" for x, y, _, written in self.lines)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for x, y, strip, _ in self.lines:
            yield Control.move_to(x, y).segment
            yield from strip


class FrameCompositor(Compositor):
    """Writes lines of widgets as they are, where no widget lies over another."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[tuple[int, int], str] = {}
        self._flat_for: Any = None
        self._parts: list[tuple[Widget, Region]] | None = None
        self._writing: Writing | None = None
        self.whole = False

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Everything, Textual's way."""
        self.whole = True
        self._shown.clear()
        return super().render_full_update(simplify)

    def render_partial_update(self) -> ChopsUpdate | None:
        """The lines that changed."""
        parts = self._side_by_side()
        if parts is None:
            self._shown.clear()
            return super().render_partial_update()
        dirty, self._dirty_regions = self._dirty_regions, set()
        lines: list[tuple[int, int, Strip, str]] = []
        shown = self._shown
        for widget, region in parts:
            rows: Collection[int] = ()
            for one in dirty:
                if common := one.intersection(region):
                    rows = {*rows, *common.line_range} if rows else common.line_range
            if not rows:
                continue
            written = self._written_for(widget)
            x, first, last = region.x, min(rows), max(rows)
            crop = Region(0, first - region.y, region.width, last - first + 1)
            for y, strip in enumerate(widget.render_lines(crop), first):
                if y not in rows:
                    continue
                line = written(strip)
                if shown.get((x, y)) != line:
                    shown[x, y] = line
                    lines.append((x, y, strip, line))
        return LinesUpdate(lines) if lines else None  # type: ignore[return-value]

    def _written_for(self, widget: Widget) -> Callable[[Strip], str]:
        """How strips are written to the terminal of ``widget``."""
        system = widget.app.console._color_system or ColorSystem.TRUECOLOR
        if self._writing is None or self._writing.system is not system:
            self._writing = Writing(system)
        return self._writing.of

    def _side_by_side(self) -> list[tuple[Widget, Region]] | None:
        """The widgets and where they stand, ``None`` if one covers another."""
        visible = self.visible_widgets
        if visible is not self._flat_for:
            self._flat_for = visible
            found = [
                (widget, region)
                for widget, (region, clip) in visible.items()
                if widget is not self.root and clip.intersection(region)
            ]
            whole = all(
                visible[widget][1].contains_region(region)
                and not any(region.overlaps(other) for _, other in found[:at])
                for at, (widget, region) in enumerate(found)
            )
            self._parts = found if whole else None
        return self._parts


class FrameScreen(Screen[Result]):
    """A screen whose parts cover it, side by side. ``live`` are its searches, if it has any."""

    live: LiveSearch | None = None

    BLANK: ClassVar[bool] = True
    # What has the focus is told by the parts themselves; the screen needn't be painted for it.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._compositor = FrameCompositor()
        self._just_made = True

    def update_node_styles(self, animate: bool = True) -> None:
        """Looks all styles up anew, unless the screen was only just made with them."""
        if self._just_made:
            self._just_made = False
        else:
            super().update_node_styles(animate)

    def draw(self) -> None:
        """Draws what has changed, now; what must be laid out first waits for Textual's turn."""
        if not self.is_current or self._layout_required or self.app._batch_count:
            return
        for widget in self.children:
            if widget._repaint_required and not widget._layout_required:
                widget._repaint_required = False
                self._dirty_widgets.add(widget)
        if self._dirty_widgets and not self._repaint_required:
            self._compositor.update_widgets(self._dirty_widgets)
            self._compositor_refresh()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """As ever, but a new layout draws what it moved, and not everything once more after it."""
        return super().refresh(
            *regions, repaint=repaint and not layout, layout=layout, recompose=recompose
        )

    def _compositor_refresh(self) -> None:
        """Draws what has changed; when that was everything, nothing is left to be drawn."""
        if self.app._batch_count:  # it would be thought drawn and not be
            self._repaint_required = True
            return
        compositor = self._compositor
        assert isinstance(compositor, FrameCompositor)
        compositor.whole = False
        super()._compositor_refresh()
        if compositor.whole:
            self._repaint_required = False

    async def open_page(
        self, page: FrameScreen[Any], done: Callable[[Any], None] | None = None
    ) -> None:
        """Shows ``page`` over this screen once it is whole, not each step of its making. ``done``
        is called with its result when it closes."""
        with self.app.batch_update():
            await self.app.push_screen(page, done)
        page.refresh()

    def in_steps(self, steps: Iterator[None], done: Callable[[], None] | None = None) -> None:
        """Does work in small pieces, the first one now; between them keys have their turn."""

        async def further() -> None:
            # A timer of Textual's drops a tick that is late, and with it all that was to follow.
            await asyncio.sleep(_PAUSE)
            for _ in steps:
                await asyncio.sleep(_PAUSE)
            if done is not None:
                done()

        if next(steps, self) is not self:
            # Begun only if the app has not ended by then; mypy finds no result type for it.
            self.run_worker(further)  # type: ignore[arg-type]
        elif done is not None:
            done()

    @property
    def leaving(self) -> bool:
        """Whether one leaves the line that one types in once a search is answered."""
        return self.live is not None and self.live.leaving

    def typed(self, query: str) -> None:
        """The line that one types in holds ``query`` now."""

    def lay_out(self) -> None:
        """Places the parts anew and draws everything, now."""
        self._clear_arrangement_cache()
        self._refresh_layout()

    def focus_now(self, widget: Widget) -> None:
        """Moves the focus without waiting for messages about it to arrive."""
        before = self.focused
        self.set_focus(widget, scroll_visible=False)
        if before is not None and before is not widget:
            before.has_focus = False
            before.refresh()
        widget.has_focus = True
        widget.refresh()
