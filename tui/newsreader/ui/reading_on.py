"""Reads the further articles while the first one is being read by the user."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from contextvars import Context, copy_context
from threading import Event, Thread

from newsreader.article import Article
from newsreader.errors import SourceError
from newsreader.sources import Source, read_source

Told = Callable[[int, "Article | SourceError", list[str]], None]
"""Called on the event loop with the number of a source, what came of it, and what to know of it."""


class BackgroundReader:
    """A thread that reads sources one after the other. It never holds up the end of the app."""

    def __init__(self, sources: Sequence[tuple[int, Source]], told: Told) -> None:
        self._sources = sources
        self._told = told
        self._stopped = Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._context = Context()

    def start(self) -> None:
        """Begins to read; returns at once."""
        self._loop = asyncio.get_running_loop()
        # What is told continues in the app, so it needs the app's context, which a thread has not.
        self._context = copy_context()
        Thread(target=self._run, name="reader", daemon=True).start()

    def stop(self) -> None:
        """Reads nothing further."""
        self._stopped.set()

    def _run(self) -> None:
        assert self._loop is not None
        for number, source in self._sources:
            if self._stopped.is_set():
                return
            result: Article | SourceError
            notes: list[str] = []
            try:
                result = read_source(source, notes)
            except SourceError as problem:
                result = problem
            with contextlib.suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(
                    self._tell, number, result, notes, context=self._context
                )

    def _tell(self, number: int, result: Article | SourceError, notes: list[str]) -> None:
        if not self._stopped.is_set():
            self._told(number, result, notes)
