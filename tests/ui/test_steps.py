import asyncio
import sys
import threading
from collections.abc import Iterator

import pytest
from textual.widget import Widget

from newsreader.ui.frames import FrameScreen
from tests.ui.panel_app import WidgetApp

JOBS = 40
STEPS = 20


@pytest.fixture
def busy_machine() -> Iterator[None]:
    """Another thread takes the interpreter all the time, and keeps it for a few milliseconds."""
    interval = sys.getswitchinterval()
    ended = threading.Event()

    def work() -> None:
        while not ended.is_set():
            sum(range(200_000))

    thread = threading.Thread(target=work)
    sys.setswitchinterval(1e-5)
    thread.start()
    yield
    ended.set()
    thread.join()
    sys.setswitchinterval(interval)


def steps(taken: list[int], job: int) -> Iterator[None]:
    for _ in range(STEPS):
        taken[job] += 1
        yield


@pytest.mark.usefixtures("busy_machine")
def test_every_step_is_taken_however_busy_the_machine_is() -> None:
    taken = [0] * JOBS
    ended: list[int] = []

    async def run() -> None:
        app = WidgetApp(Widget())
        async with app.run_test():
            screen: FrameScreen[None] = FrameScreen()
            await app.push_screen(screen)
            for job in range(JOBS):
                screen.in_steps(steps(taken, job), lambda job=job: ended.append(job))
            for _ in range(1_200):
                if len(ended) == JOBS:
                    return
                await asyncio.sleep(0.05)

    asyncio.run(run())
    assert taken == [STEPS] * JOBS
    assert sorted(ended) == list(range(JOBS))
