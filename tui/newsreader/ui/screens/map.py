"""The map of the world with an article's places, and the sentences that mention them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeGuard

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.layout import Layout

from newsreader.article import Place, Span
from newsreader.errors import DataError
from newsreader.ui.commands import bindings, footer_commands
from newsreader.ui.frames import FrameScreen
from newsreader.ui.maps.dots import drawn
from newsreader.ui.maps.land import country, land
from newsreader.ui.maps.tour import Tour
from newsreader.ui.screens.map_layout import MapLayout
from newsreader.ui.widgets.footer import FooterLine
from newsreader.ui.widgets.map_rows import MENTION_LINES, legend_rows, mention_rows, nowhere_line
from newsreader.ui.widgets.map_view import Ground, MapView
from newsreader.ui.widgets.row_list import RowList
from newsreader.ui.widgets.side_rows import sentence

if TYPE_CHECKING:
    from newsreader.ui.widgets.row_line import Row


_TALL = 16
"""Rows of the list from which on a sentence has twice the lines."""


class Visited(NamedTuple):
    """Where one left the map for the article: a place's index and one of its mentions."""

    place: int
    mention: Span


class MapScreen(FrameScreen[Visited | None]):
    """Shows ``places`` of an article with ``text``, looking at the one of index ``start`` if it is
    on the map. The result is the mention to go to, or ``None``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("map"),
        Binding("ctrl+c,ctrl+q", "app.quit", "Quit", show=False),
    ]
    AUTO_FOCUS = "#map"

    def __init__(self, text: str, places: Sequence[Place], start: int | None = None) -> None:
        super().__init__()
        self._text = text
        self.tour = Tour(places, start)
        self.map = MapView(self.tour, id="map")
        self.mentions = RowList(id="mentions")
        self.legend = RowList(id="legend")
        self.footer = FooterLine(id="footer")
        self._map_layout = MapLayout(legend=len(places) > 1)
        self._shown: tuple[object, ...] = ()
        self._legend: tuple[object, ...] = ()

    @property
    def layout(self) -> Layout:
        """The map, and the mentions beside or below it."""
        return self._map_layout

    def compose(self) -> ComposeResult:
        """The four parts."""
        yield self.map
        yield self.mentions
        yield self.legend
        yield self.footer

    def on_mount(self) -> None:
        """Says what the keys do."""
        self.footer.show(footer_commands("map"))

    @on(events.Resize)
    def _resized(self) -> None:
        self.show()

    def show(self) -> None:
        """Draws where the tour is now."""
        area = self._map_layout.areas(self.size).map
        self.tour.resize(area.width, area.height - bool(self.tour.nowhere))
        self.map.show(self._ground(), nowhere_line(self.tour, area.width))
        self._show_rows(legend_rows(self.tour))

    def _ground(self) -> Ground | None:
        tour = self.tour
        looked_at = None if tour.current is None else tour.places[tour.current]
        is_country = looked_at is not None and looked_at.kind == "country"
        code = looked_at.country if looked_at and is_country else None
        try:
            within = country(tour.window, code) if code else b""
            return Ground(drawn(tour.window), land(tour.window), within)
        except DataError as error:
            self.footer.say(str(error), warns=True)
            return None

    def _show_rows(self, legend: list[Row]) -> None:
        tour = self.tour
        areas = self._map_layout.areas(self.size)
        apart = areas.legend.width > 0
        values = [row.value for row in legend]
        around = () if apart else values
        shown = (tour.current, areas.mentions, around)
        if shown != self._shown:
            kept = self.mentions.highlighted if shown[:2] == self._shown[:2] else None
            lines = MENTION_LINES * (1 + (areas.mentions.height >= _TALL))
            rows = mention_rows(tour, self._text, areas.mentions.width - 2, lines)
            if not apart and len(tour.places) > 1:
                rows += [sentence(""), *legend]
            self.mentions.set_rows(rows, kept)
            self._shown = shown
        if apart:
            if (state := (values, tour.labels.numbered)) != self._legend:
                self.legend.set_rows(legend, top=self.legend.top)
                self._legend = state
            here = ("place", tour.current)
            self.legend.highlight(values.index(here) if here in values else None, tell=False)

    # What the keys do

    def action_towards(self, north: int, east: int) -> None:
        """To the nearest place in a direction."""
        self.tour.go((north, east))
        self.show()

    def action_step(self, delta: int) -> None:
        """To the next place in the article's order, or the previous one."""
        self.tour.step(delta)
        self.show()

    def action_zoom(self, steps: int) -> None:
        """Nearer or farther."""
        self.tour.zoom(steps)
        self.show()

    def action_all(self) -> None:
        """Back to where all places are, or the whole world."""
        self.tour.show_all()
        self.show()

    def action_mention(self, delta: int) -> None:
        """To the next mention of the place, or the previous one."""
        rows = [i for i, row in enumerate(self.mentions.rows) if _is_mention(row.value)]
        at = self.mentions.highlighted
        if at in rows:
            self.mentions.highlight(rows[(rows.index(at) + delta) % len(rows)])
        elif rows:
            self.mentions.highlight(rows[0])

    def action_visit(self) -> None:
        """To the mention in the article."""
        value = self.mentions.highlighted_value
        if self.focused is self.legend:
            self.legend.action_choose()
        elif self.tour.current is not None and _is_mention(value):
            self.dismiss(Visited(self.tour.current, value[1]))

    def action_turn(self, delta: int) -> None:
        """Moves the keys on from the map to the mentions, to the legend, and to the map again."""
        parts = [part for part in (self.map, self.mentions, self.legend) if part.size]
        at = parts.index(self.focused) if self.focused in parts else 0
        part = parts[(at + delta) % len(parts)]
        if isinstance(part, RowList) and part.highlighted is None:
            part.action_first()
        self.focus_now(part)

    def action_close(self) -> None:
        """Back to the article."""
        self.dismiss(None)

    async def action_help(self) -> None:
        """Shows the keys of the map."""
        from newsreader.ui.screens.help import HelpScreen

        await self.open_page(HelpScreen("map"))

    # What the parts tell

    @on(MapView.Clicked)
    def _place_clicked(self, event: MapView.Clicked) -> None:
        self.tour.go_to(event.place)
        self.show()

    @on(MapView.Wheeled)
    def _wheeled(self, event: MapView.Wheeled) -> None:
        self.action_zoom(event.steps)

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()
        if event.row_list is self.legend:
            self._look_at(event.value)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if _is_mention(event.value):
            self.action_visit()
        else:
            self._look_at(event.value)
            self.mentions.action_first()
            self.focus_now(self.mentions)

    def _look_at(self, value: object) -> None:
        match value:
            case ("place", int(place)):
                self.tour.go_to(place)
                self.show()

    @on(FooterLine.Clicked)
    async def _footer_clicked(self, event: FooterLine.Clicked) -> None:
        event.stop()
        await self.run_action(event.command.action)


def _is_mention(value: object) -> TypeGuard[tuple[str, Span]]:
    return isinstance(value, tuple) and value[0] == "mention"
