"""The panel beside the article, in an app of its own."""

from __future__ import annotations

import pytest
from panel_app import ARTICLE, PanelApp, analysis, lines, run_panel
from rich.cells import cell_len
from textual.message import Message
from textual.pilot import Pilot

from newsreader.article import Analysis
from newsreader.ui.widgets.side_panel import SidePanel


def test_speakers_come_first_then_those_only_mentioned_then_places() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        text = "\n".join(lines(app.panel))
        order = [
            "Speakers 2", "Jens Stoltenberg", "NATO Secretary General", "李[red]克強",
            "Only mentioned 2", "Josep Borrell", "○ NATO", "Places 3", "Town 0 Ukraine",
        ]  # fmt: skip
        places = [text.index(part) for part in order]
        assert places == sorted(places)

    run_panel(check)


def test_a_speaker_shows_how_many_quotes_at_the_right_end() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        drawn = next(line for line in lines(app.panel) if "Stoltenberg" in line)
        assert drawn.rstrip().endswith(" 2")
        assert cell_len(drawn) == 34

    run_panel(check)


@pytest.mark.parametrize("size", [(34, 20), (12, 5), (3, 2), (1, 1), (90, 8)])
def test_every_line_has_exactly_the_width_of_the_panel(size: tuple[int, int]) -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        for query in ("", "crucial", "中国", "red", "nothing at all"):
            if query:
                app.search(query)
            assert {cell_len(line) for line in lines(app.panel)} == {size[0]}

    run_panel(check, size)


def test_the_highlight_has_a_mark_and_skips_headings() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        marked = []
        for _ in range(8):
            marked.append(next(line for line in lines(app.panel) if line.startswith("▌")))
            await pilot.press("down")
        assert [name.split()[1] for name in marked] == [
            "Jens", "李[red]克強", "Unknown", "Josep", "NATO", "Town", "Town", "Town",
        ]  # fmt: skip

    run_panel(check, (34, 30))


def test_moving_says_whom_it_came_to_and_enter_says_who_was_chosen() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        await pilot.press("j", "k", "enter", "enter", "end", "enter")
        assert _as_fields(app.seen) == [
            ("PersonHighlighted", "李[red]克強"),
            ("PersonHighlighted", "Jens Stoltenberg"),
            ("PersonChosen", "Jens Stoltenberg"),
            ("PersonChosen", "Jens Stoltenberg"),
            ("PlaceHighlighted", 2),
            ("PlaceChosen", 2),
        ]

    run_panel(check)


def _as_fields(messages: list[Message]) -> list[tuple[str, object]]:
    return [
        (
            type(message).__name__,
            getattr(message, "name", getattr(message, "index", getattr(message, "quote", None))),
        )
        for message in messages
    ]


def test_a_click_chooses_what_is_under_it_and_a_heading_is_no_choice() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        await pilot.click(SidePanel, offset=(5, 0))
        assert app.seen == []
        await pilot.click(SidePanel, offset=(5, 3))
        assert _as_fields(app.seen)[-1] == ("PersonChosen", "李[red]克強")

    run_panel(check)


def test_results_show_speaker_words_and_position_and_light_the_letters() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        app.search("crucail")
        await pilot.pause()
        drawn = lines(app.panel)
        assert drawn[0].split() == ["Quotes", "1", "of", "1"]
        assert "Jens Stoltenberg" in drawn[1]
        assert "crucial phase" in drawn[2]
        lit = [
            segment.text
            for segment in app.panel.render_line(2)
            if segment.style and segment.style.bold and segment.style.underline
        ]
        assert lit[0] == "cruc"

    run_panel(check)


def test_leaving_results_comes_back_to_where_the_list_was() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        await pilot.press("end")
        before = lines(app.panel)
        app.search("crucial")
        await pilot.pause()
        assert lines(app.panel) != before
        app.panel.leave_results()
        await pilot.pause()
        assert lines(app.panel) == before

    run_panel(check, (34, 8))


def test_moving_among_results_says_so_and_counts_along() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        app.search("jens")
        app.panel.move_result(1)
        await pilot.pause()
        assert _as_fields(app.seen) == [("ResultHighlighted", 1)]
        assert "2 of 2" in lines(app.panel)[0]
        app.panel.move_result(1)
        await pilot.pause()
        assert len(app.seen) == 1
        assert app.panel.current_result == 1

    run_panel(check)


def test_no_match_says_so_with_the_query_as_it_was_typed() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        app.search("[qqq]zzz")
        assert "No quote matches “[qqq]zzz”." in "\n".join(lines(app.panel))
        app.panel.move_result(1)
        assert app.panel.current_result is None

    run_panel(check)


def test_untrusted_text_is_shown_and_steers_nothing() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        app.search("see red")
        await pilot.pause()
        text = "\n".join(lines(app.panel))
        assert "\x1b" not in text
        assert "␛[31mred" in text
        assert "[bold]" in text

    run_panel(check, (50, 20))


def test_analysing_and_failing_are_said() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        app.panel.show_analysing("half of it")
        assert "Reading the article…" in lines(app.panel)[1]
        assert "half of it" in lines(app.panel)[2]
        app.panel.show_failed("The engine ran out of memory")
        assert "The engine ran out of memory" in " ".join(" ".join(lines(app.panel)).split())

    run_panel(check)


def test_nobody_quoted_is_said() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        app.panel.show_analysis(ARTICLE, Analysis())
        assert "Nobody is quoted." in lines(app.panel)[1]

    run_panel(check)


def test_a_new_analysis_keeps_the_highlight_on_the_same_person() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        await pilot.press("down", "down", "down")
        app.panel.show_analysis(ARTICLE, analysis(places=40))
        assert app.panel.highlighted_value == ("person", "Josep Borrell")

    run_panel(check)


def test_keys_go_to_the_speakers_or_to_the_places() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        app.panel.focus_places()
        assert app.panel.highlighted_value == ("place", 0)
        app.panel.focus_speakers()
        assert app.panel.highlighted_value == ("person", "Jens Stoltenberg")

    run_panel(check)


def test_in_a_wide_low_panel_a_result_takes_one_line() -> None:
    async def check(app: PanelApp, pilot: Pilot[None]) -> None:
        app.search("crucial")
        await pilot.pause()
        drawn = lines(app.panel)
        assert "Jens Stoltenberg" in drawn[1]
        assert "crucial phase" in drawn[1]

    run_panel(check, (78, 8))
