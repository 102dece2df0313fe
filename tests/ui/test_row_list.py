"""What every list does: headings that stay, few rows drawn anew, wheel and scroll bar."""

from __future__ import annotations

from panel_app import ARTICLE, PanelApp, analysis, lines, run_panel
from textual.events import MouseScrollDown
from textual.message import Message
from textual.pilot import Pilot

from newsreader.ui.widgets.side_panel import SidePanel


def test_the_heading_of_what_is_in_view_stays_on_the_first_line() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        app.panel.show_analysis(ARTICLE, analysis(places=60))
        await pilot.press("end")
        drawn = lines(app.panel)
        assert "Places 60" in drawn[0]
        assert drawn[-1].startswith("▌")

    run_panel(check, (34, 10))


def test_moving_the_highlight_draws_two_rows_anew() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        app.panel.show_analysis(ARTICLE, analysis(places=30))
        app.panel.focus_places()
        await pilot.press("down")
        await pilot.pause()
        app.panel.highlight((app.panel.highlighted or 0) - 1)
        drawn = {y for region in app.panel._repaint_regions for y in region.line_range}
        assert len(drawn) == 2

    run_panel(check, (34, 30))


def test_the_wheel_and_the_scroll_bar_move_the_list() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        app.panel.show_analysis(ARTICLE, analysis(places=60))
        await pilot.pause()
        app.panel.post_message(_wheel(app))
        await pilot.pause()
        assert app.panel.top == 3
        await pilot.mouse_down(SidePanel, offset=(33, 9))
        await pilot.pause()
        assert "Town 59" in lines(app.panel)[-1]

    run_panel(check, (34, 10))


def _wheel(app: PanelApp) -> Message:
    return MouseScrollDown(app.panel, 1, 1, 0, 0, 0, False, False, False)
