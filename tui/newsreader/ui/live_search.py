"""Searches while somebody types: a thread that looks for the newest query only.

Keys never wait for a search. What it finds in a few milliseconds is shown in the same frame as the
letter that was typed, and otherwise later, if nothing else was asked for meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newsreader.search.matches import MOST, RANKED, Found, Superseded
from newsreader.ui.frames import FrameScreen

if TYPE_CHECKING:
    from textual.widget import Widget

    from newsreader.search.completing import Completion
    from newsreader.search.index import QuoteIndex

Answer = TypeVar("Answer")
Wanted = Callable[[], bool]
"""Whether what is being searched for is still the newest."""

_PATIENCE = 0.0095
"""Seconds that the event loop waits for an answer; the search has the interpreter meanwhile."""
_PAUSE = 0.002
"""Seconds between the steps of what is done meanwhile, in which others have the interpreter."""
_AGAIN, _AWAKE = 3.0, 60.0
"""Seconds until that is done again, and after a search for how long."""
_SMALL = 5_000
"""Quotes of which as many as one may want are ranked, not just as many as are told apart."""
_LONG = 1.0
"""Seconds after which it is said that a search is under way."""


def _nothing() -> None: ...


def _raise(trouble: Exception) -> None:
    raise trouble


@dataclass(slots=True, eq=False)
class _Asked:
    """One search. ``answer`` shows what was found."""

    search: Callable[[Wanted], Callable[[], None]]
    answer: Callable[[], None] = _nothing
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)
    context: Context = field(default_factory=copy_context)
    trouble: Exception | None = None
    done: Event = field(default_factory=Event)
    late: bool = False
    timer: asyncio.TimerHandle | None = None
    after: list[Callable[[], None]] = field(default_factory=list)
    leaves: bool = False


class LiveSearch:
    """Answers what is asked on behalf of ``widget``, one thing at a time, the newest. It counts
    what was ``asked``, and what of that was ``given_up`` before it was shown."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._queue: SimpleQueue[_Asked | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._newest: _Asked | None = None
        self._steps: Callable[[], Iterator[None]] | None = None
        self._spare: Iterator[None] | None = None
        self._due = 0.0
        self.asked = self.given_up = 0

    @property
    def at_work(self) -> bool:
        """Whether an answer is yet to come."""
        return self._newest is not None

    @property
    def leaving(self) -> bool:
        """Whether one is yet to leave, ``then``."""
        return self._newest is not None and self._newest.leaves

    def ask(
        self,
        search: Callable[[Wanted], Answer],
        show: Callable[[Answer], None],
        slow: Callable[[], None] = _nothing,
        *,
        wait: bool = True,
    ) -> bool:
        """Has ``search`` made in place of whatever is under way, and ``show`` called on the event
        loop with what it found: at once if it is there in no time, for which the loop may
        ``wait``. Whether it was.

        ``search`` may end with ``Superseded`` when it is no longer wanted. ``slow`` is called if it
        takes long.
        """
        self.drop()
        self.asked += 1
        asked = _Asked(lambda wanted: partial(show, search(wanted)))
        self._newest = asked
        self._queue.put(asked)
        self._begin()
        if not asked.done.wait(_PATIENCE if wait else 0):
            asked.late = True
            if not asked.done.is_set():
                asked.timer = asked.loop.call_later(_LONG, slow)
                return False
        self._show(asked)
        return True

    def meanwhile(self, steps: Callable[[], Iterator[None]]) -> None:
        """Takes ``steps`` of a few milliseconds in the thread while nothing is searched for, and
        again from time to time as long as one searches. If they fail they are given up: the
        searches will tell."""
        self._steps = steps
        self._begin()

    def then(self, act: Callable[[], None], *, leaves: bool = False) -> None:
        """Calls ``act`` when the search that is under way is shown, if it ever is; or else now.
        Whether one ``leaves`` the line by that, so that further keys are not for it."""
        if self._newest is None:
            act()
        else:
            self._newest.after.append(act)
            self._newest.leaves |= leaves

    def drop(self) -> None:
        """Gives up the search that is under way."""
        asked, self._newest = self._newest, None
        if asked is None:
            return
        self.given_up += 1
        if asked.timer is not None:
            asked.timer.cancel()

    def stop(self) -> None:
        """Ends the thread, without waiting for it."""
        self.drop()
        self._queue.put(None)

    def _show(self, asked: _Asked) -> None:
        if asked is not self._newest:
            return
        self._newest = None
        if asked.timer is not None:
            asked.timer.cancel()
        if asked.trouble is not None:
            raise asked.trouble
        asked.answer()
        for act in asked.after:
            act()

    def _arrived(self, asked: _Asked) -> None:
        try:
            self._show(asked)
            screen = self._widget.screen
            if isinstance(screen, FrameScreen):  # which draws at once, not in Textual's turn
                screen.draw()
        except Exception as trouble:  # goes on where the app hears of it
            self._widget.call_later(_raise, trouble)

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._run, name="search", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            self._answer(asked)

    def _next(self) -> _Asked | None:
        awake = monotonic() + _AWAKE
        while self._steps and (self._spare or monotonic() < awake):
            pause = _PAUSE if self._spare else self._due - monotonic()
            with contextlib.suppress(Empty):
                return self._queue.get(timeout=max(pause, _PAUSE))
            self._spare = self._spare or self._steps()
            try:
                next(self._spare)
            except StopIteration:
                self._spare, self._due = None, monotonic() + _AGAIN
            except Exception:
                self._spare = self._steps = None
        return self._queue.get()

    def _answer(self, asked: _Asked) -> None:
        def wanted() -> bool:
            return asked is self._newest

        if wanted():
            try:
                asked.answer = asked.search(wanted)
            except Superseded:
                return
            except Exception as trouble:
                asked.trouble = trouble
        asked.done.set()
        if asked.late and wanted():
            with contextlib.suppress(RuntimeError):  # the loop has ended
                asked.loop.call_soon_threadsafe(self._arrived, asked, context=asked.context)


def between_searches(steps: Iterator[None], searching: Callable[[], bool]) -> Iterator[None]:
    """Takes ``steps`` of changing an index only while nobody is ``searching`` it: they would have
    to wait for the end of that, and the keys with them."""
    for _ in steps:
        yield
        while searching():
            yield


class Looked(NamedTuple):
    """What a query found, and what its last word may become."""

    found: Found = Found()
    offered: Completion | None = None


def look_up(index: QuoteIndex, query: str, wanted: Wanted, shown: int) -> Looked:
    """Searches ``index``, and makes the ``shown`` first matches ready to be drawn.

    Raises:
        Superseded: it is no longer ``wanted``.
    """
    found = index.find(query, MOST if len(index) <= _SMALL else RANKED, wanted=wanted)
    index.read(found.matches[:shown])
    for match in found.matches[:shown]:
        if not wanted():
            raise Superseded
        match.letters  # noqa: B018 - looked for now and kept
    return Looked(found, next(iter(index.complete(query, 1)), None))
