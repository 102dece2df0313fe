"""The line one types into."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from panel_app import WidgetApp, lines
from rich.cells import cell_len
from textual.events import Paste
from textual.message import Message
from textual.pilot import Pilot

from newsreader.ui.widgets.line_editor import LineEditor
from newsreader.ui.widgets.search_bar import SearchBar

Check = Callable[["BarApp", Pilot[None]], Awaitable[None]]


class BarApp(WidgetApp):
    def __init__(self) -> None:
        self.bar = SearchBar()
        super().__init__(self.bar)

    def _keep(self, message: Message) -> None:
        self.seen.append(message)

    on_search_bar_changed = _keep
    on_search_bar_submitted = _keep
    on_search_bar_cancelled = _keep
    on_search_bar_moved = _keep


def run(check: Check, width: int = 40) -> None:
    async def go() -> None:
        app = BarApp()
        async with app.run_test(size=(width, 3)) as pilot:
            await pilot.pause()
            await check(app, pilot)

    asyncio.run(go())


def test_each_key_tells_the_new_query() -> None:
    async def check(app: BarApp, pilot: Pilot[None]) -> None:
        await pilot.press(*"fasé", "backspace")
        assert [message.query for message in app.of(SearchBar.Changed)] == [
            "f", "fa", "fas", "fasé", "fas",
        ]  # fmt: skip

    run(check)


def test_keys_that_edit_nothing_tell_nothing() -> None:
    async def check(app: BarApp, pilot: Pilot[None]) -> None:
        await pilot.press("backspace", "delete", "left", "home", "ctrl+w")
        assert app.seen == []

    run(check)


def test_arrows_pages_enter_and_escape_are_told() -> None:
    async def check(app: BarApp, pilot: Pilot[None]) -> None:
        await pilot.press("x", "down", "up", "pagedown", "pageup", "enter", "escape")
        assert [message.delta for message in app.of(SearchBar.Moved)] == [1, -1, 10, -10]
        assert [message.query for message in app.of(SearchBar.Submitted)] == ["x"]
        assert len(app.of(SearchBar.Cancelled)) == 1

    run(check)


@pytest.mark.parametrize(
    ("keys", "left", "right"),
    [
        (["ctrl+a", "X"], "Xone two", ""),
        (["home", "delete"], "ne two", ""),
        (["alt+b", "X"], "one Xtwo", ""),
        (["ctrl+left", "ctrl+left", "ctrl+right", "X"], "oneX two", ""),
        (["home", "alt+f", "X"], "oneX two", ""),
        (["ctrl+w"], "one ", ""),
        (["ctrl+u"], "", ""),
        (["home", "right", "ctrl+k"], "o", ""),
        (["ctrl+w", "ctrl+y", "ctrl+y"], "one twotwo", ""),
        (["home", "alt+d"], " two", ""),
        (["left", "left", "ctrl+d"], "one to", ""),
        (["home", "end", "X"], "one twoX", ""),
    ],
)
def test_editing_keys_do_what_hands_know(keys: list[str], left: str, right: str) -> None:
    async def check(app: BarApp, pilot: Pilot[None]) -> None:
        await pilot.press(*"one", "space", *"two", *keys)
        assert app.bar.value == left + right

    run(check)


def test_pasted_lines_become_one_and_steer_nothing() -> None:
    async def check(app: BarApp, pilot: Pilot[None]) -> None:
        app.bar.post_message(Paste("a crucial\n\tphase\x1b[31m"))
        await pilot.pause()
        assert app.bar.value == "a crucial phase␛[31m"

    run(check)


def test_a_huge_paste_is_cut() -> None:
    async def check(app: BarApp, pilot: Pilot[None]) -> None:
        app.bar.post_message(Paste("word " * 200_000))
        await pilot.pause()
        assert len(app.bar.value) == 500

    run(check)


def test_a_selected_query_is_replaced_by_what_is_typed() -> None:
    async def check(app: BarApp, pilot: Pilot[None]) -> None:
        app.bar.set_value("old words")
        app.bar.select_all()
        await pilot.press("n")
        assert app.bar.value == "n"
        app.bar.select_all()
        await pilot.press("right", "x")
        assert app.bar.value == "nx"

    run(check)


def test_the_terminals_cursor_stands_behind_what_was_typed() -> None:
    async def check(app: BarApp, pilot: Pilot[None]) -> None:
        await pilot.press(*"中国")
        assert app.cursor_position == (2 + 4, 0)
        await pilot.press("left")
        assert app.cursor_position == (2 + 2, 0)

    run(check)


def test_a_long_query_scrolls_so_that_the_cursor_shows() -> None:
    async def check(app: BarApp, pilot: Pilot[None]) -> None:
        app.bar.set_value("word " * 40 + "end")
        await pilot.press("x")
        assert "endx" in lines(app.bar)[0]
        assert app.cursor_position.x < 40
        await pilot.press("home")
        assert lines(app.bar)[0].startswith("/ word word")

    run(check)


def test_the_counter_stands_at_the_right_end() -> None:
    async def check(app: BarApp, pilot: Pilot[None]) -> None:
        await pilot.press("x")
        app.bar.show_matches(3, "41")
        assert lines(app.bar)[0].rstrip().endswith("3 of 41")
        app.bar.show_matches(1, "0")
        assert lines(app.bar)[0].rstrip().endswith("no match")
        app.bar.clear_matches()
        assert lines(app.bar)[0].rstrip() == "/ x"

    run(check)


@pytest.mark.parametrize("width", [1, 2, 5, 12, 40])
def test_the_line_has_exactly_its_width(width: int) -> None:
    async def check(app: BarApp, pilot: Pilot[None]) -> None:
        for text in ("", "word", "中国の指導者です" * 4):
            app.bar.set_value(text)
            app.bar.show_matches(3, "41")
            assert cell_len(lines(app.bar)[0]) == width

    run(check, width)


def test_a_click_puts_the_cursor_there() -> None:
    async def check(app: BarApp, pilot: Pilot[None]) -> None:
        await pilot.press(*"abcdef")
        await pilot.click(SearchBar, offset=(4, 0))
        await pilot.press("X")
        assert app.bar.value == "abXcdef"

    run(check)


_MOVES = [
    LineEditor.left, LineEditor.right, LineEditor.home, LineEditor.end, LineEditor.word_left,
    LineEditor.word_right, LineEditor.delete_left, LineEditor.delete_right, LineEditor.select_all,
    LineEditor.kill_word_left, LineEditor.kill_word_right, LineEditor.kill_to_start,
    LineEditor.kill_to_end, LineEditor.yank,
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(_MOVES), st.text(max_size=4)), max_size=30))
def test_the_cursor_is_always_in_the_text(steps: list[object]) -> None:
    editor = LineEditor()
    for step in steps:
        if isinstance(step, str):
            editor.insert(step)
        elif callable(step):
            step(editor)
        assert 0 <= editor.cursor <= len(editor.text)


def test_a_letter_and_its_accent_move_and_go_together() -> None:
    editor = LineEditor("xe\u0301y", 3)
    editor.left()
    assert editor.cursor == 1
    editor.right()
    editor.delete_left()
    assert editor.text == "xy"
