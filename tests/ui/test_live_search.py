import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from itertools import pairwise

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget

from newsreader.search.matches import Superseded
from newsreader.ui import live_search
from newsreader.ui.live_search import LiveSearch, between_searches

Body = Callable[[LiveSearch], Awaitable[None]]


def ask_in_an_app(body: Body) -> None:
    class Asking(App[None]):
        def compose(self) -> ComposeResult:
            yield Widget()

    async def run() -> None:
        app = Asking()
        async with app.run_test():
            live = LiveSearch(app.query_one(Widget))
            try:
                await body(live)
            finally:
                live.stop()

    asyncio.run(run())


async def until(holds: Callable[[], object]) -> None:
    for _ in range(2_000):
        if holds():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("never happened")


def test_what_is_found_soon_is_shown_before_the_key_is_dealt_with() -> None:
    async def body(live: LiveSearch) -> None:
        shown: list[str] = []
        tries = (live.ask(lambda wanted: "found", shown.append) for _ in range(50))
        assert any(tries)  # a busy machine may be late for some
        assert shown == ["found"] * len(shown) != []
        assert not live.at_work

    ask_in_an_app(body)


def test_what_is_found_late_is_shown_when_it_comes_and_what_waited_for_it_is_done_then() -> None:
    async def body(live: LiveSearch) -> None:
        shown: list[str] = []
        gate = threading.Event()
        assert not live.ask(lambda wanted: str(gate.wait(20)), shown.append)
        live.then(lambda: shown.append("and then"))
        assert shown == []
        assert not live.leaving
        live.then(lambda: None, leaves=True)
        assert live.leaving
        gate.set()
        await until(lambda: not live.at_work)
        assert not live.leaving
        assert shown == ["True", "and then"]
        live.then(lambda: shown.append("at once"))
        assert shown[2:] == ["at once"]

    ask_in_an_app(body)


def test_only_the_newest_is_looked_for_and_shown() -> None:
    async def body(live: LiveSearch) -> None:
        looked: list[int] = []
        ended: list[int] = []
        shown: list[int] = []

        def search(number: int, wanted: Callable[[], bool]) -> int:
            looked.append(number)
            while number < 9:
                if not wanted():
                    ended.append(number)
                    raise Superseded
            return number

        for number in range(10):
            live.ask(lambda wanted, number=number: search(number, wanted), shown.append, wait=False)
            if not number:
                await until(lambda: looked)
        await until(lambda: not live.at_work)
        assert shown == [9]
        assert looked == [*ended, 9]
        assert len(looked) < 10
        assert live.given_up == 9

    ask_in_an_app(body)


def test_a_search_that_takes_long_is_told_of() -> None:
    async def body(live: LiveSearch) -> None:
        told: list[str] = []
        gate = threading.Event()
        live.ask(lambda wanted: gate.wait(20), lambda found: None, lambda: told.append("slow"))
        await until(lambda: told)
        gate.set()
        await until(lambda: not live.at_work)
        assert told == ["slow"]

    ask_in_an_app(body)


def test_a_bug_in_a_search_is_not_lost_in_its_thread() -> None:
    async def body(live: LiveSearch) -> None:
        live.ask(lambda wanted: 1 // 0, lambda found: None)
        await until(lambda: not live.at_work)

    with pytest.raises(ZeroDivisionError):
        ask_in_an_app(body)


def test_no_thread_is_left_when_it_stops() -> None:
    async def body(live: LiveSearch) -> None:
        live.ask(lambda wanted: None, lambda found: None)
        live.stop()
        await until(lambda: all(each.name != "search" for each in threading.enumerate()))

    ask_in_an_app(body)


def test_an_index_is_not_changed_while_it_is_searched() -> None:
    changed: list[int] = []
    searching = [True]

    def changing() -> Iterator[None]:
        for number in range(3):
            changed.append(number)
            yield

    steps = between_searches(changing(), lambda: searching[0])
    for _ in range(5):
        next(steps)
    assert changed == [0]
    searching[0] = False
    list(steps)
    assert changed == [0, 1, 2]


def test_meanwhile_steps_are_taken_and_a_search_comes_between_them() -> None:
    async def body(live: LiveSearch) -> None:
        taken: list[object] = []

        def steps() -> Iterator[None]:
            for number in range(1_000_000):
                taken.append(number)
                yield

        live.meanwhile(steps)
        await until(lambda: len(taken) > 3)
        live.ask(lambda wanted: "found", taken.append, wait=False)
        await until(lambda: "found" in taken)
        after = len(taken)
        await until(lambda: len(taken) > after)

    ask_in_an_app(body)


def test_steps_are_taken_again_while_one_searches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_search, "_AGAIN", 0.02)
    monkeypatch.setattr(live_search, "_AWAKE", 0.2)

    async def body(live: LiveSearch) -> None:
        begun: list[float] = []

        def steps() -> Iterator[None]:
            begun.append(time.monotonic())
            yield

        live.meanwhile(steps)
        await until(lambda: len(begun) > 2)
        await asyncio.sleep(0.5)
        rested = len(begun)
        await asyncio.sleep(0.2)
        assert len(begun) == rested
        live.ask(lambda wanted: None, lambda found: None)
        await until(lambda: len(begun) > rested)
        assert min(second - first for first, second in pairwise(begun)) >= 0.02

    ask_in_an_app(body)


def test_steps_that_fail_are_given_up_and_searches_go_on() -> None:
    async def body(live: LiveSearch) -> None:
        shown: list[str] = []

        def steps() -> Iterator[None]:
            yield
            shown.append("failed")
            raise OSError

        live.meanwhile(steps)
        await until(lambda: shown)
        live.ask(lambda wanted: "found", shown.append, wait=False)
        await until(lambda: shown == ["failed", "found"])

    ask_in_an_app(body)
