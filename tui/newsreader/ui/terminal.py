"""The terminal's driver: Textual's own, but quick about ``escape``, drawing and leaving.

Textual's input thread looks up only every tenth of a second, so that a lone escape key arrives up
to 200 ms late and quitting takes as long; and what it draws goes through a second thread, for
whose turn it has to wait. This driver sleeps until there is something to do, and writes at once
what the terminal takes at once.
"""

from __future__ import annotations

import contextlib
import os
import select
import selectors
from codecs import getincrementaldecoder
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any

from textual._parser import ParseError
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

_PATIENCE = 0.004
"""Seconds to wait for a terminal that is busy before a thread does the waiting."""


class TerminalWriter:
    """Writes to the terminal without waiting for it.

    What a slow terminal does not take at once is written by a thread, in order. Stands in for
    Textual's ``WriterThread``.
    """

    def __init__(self, file: Any) -> None:
        self._slow = file.fileno()
        # The same terminal, opened anew: not waiting there leaves the shell's own descriptor alone.
        self._quick = -1
        with contextlib.suppress(OSError):
            name = os.ttyname(self._slow)
            self._quick = os.open(name, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        self._queue: SimpleQueue[bytes | None] = SimpleQueue()
        self._lock = Lock()
        self._waiting = 0
        self._thread: Thread | None = None

    def start(self) -> None:
        """Nothing to start until the terminal is slow."""

    def write(self, text: str) -> None:
        """Writes ``text``."""
        data = text.encode("utf-8", "replace")
        with self._lock:
            if not self._waiting:
                data = data[self._written_now(data) :]
            if not data:
                return
            self._waiting += 1
        if self._thread is None:
            self._thread = Thread(target=self._run, name="terminal-writer", daemon=True)
            self._thread.start()
        self._queue.put(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def stop(self) -> None:
        """Waits until everything is written."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None
        if self._quick >= 0:
            os.close(self._quick)
            self._quick = -1

    def _written_now(self, data: bytes) -> int:
        if self._quick < 0:
            return 0
        done = 0
        until = get_time() + _PATIENCE
        with contextlib.suppress(OSError):
            while done < len(data):
                try:
                    done += os.write(self._quick, data[done:])
                except BlockingIOError:
                    # A terminal takes some kilobytes at a time and is ready again in no time.
                    left = until - get_time()
                    if left <= 0 or not select.select((), (self._quick,), (), left)[1]:
                        break
        return done

    def _run(self) -> None:
        while (data := self._queue.get()) is not None:
            # A terminal that has gone takes nothing any more; that ends by SIGHUP, not here.
            with contextlib.suppress(OSError):
                while data:
                    data = data[os.write(self._slow, data) :]
            with self._lock:
                self._waiting -= 1


class TerminalDriver(LinuxDriver):
    """``LinuxDriver`` whose input thread can be woken and whose output isn't queued."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_read, False)

    def start_application_mode(self) -> None:
        """Takes over the terminal."""
        with contextlib.suppress(BlockingIOError):
            os.read(self._wake_read, 64)
        vars(linux_driver)["WriterThread"] = TerminalWriter
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def disable_input(self) -> None:
        """Ends the input thread at once."""
        # The byte stays in the pipe, so that the thread doesn't sleep again before it is told.
        os.write(self._wake_write, b"x")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Waits for input and sends it on as events."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake_read, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = selector.select(self._patience(parser))
                if any(key.fileobj == self.fileno for key, _ in ready):
                    data = os.read(self.fileno, 4096)
                    if not data:
                        break
                    for event in parser.feed(decode(data)):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        with contextlib.suppress(EOFError, ParseError):
            list(parser.feed(""))

    @staticmethod
    def _patience(parser: XTermParser) -> float | None:
        """Seconds until a sequence that was begun counts as typed; ``None`` if there is none."""
        due = parser._timeout_time
        return None if due is None else max(0.0, due - get_time())
