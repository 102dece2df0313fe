"""The terminal's driver: Textual's own, but quick about ``escape`` and about leaving.

Textual's input thread looks up only every tenth of a second, so that a lone escape key arrives up
to 200 ms late and quitting takes as long. This one sleeps until there is something to do.
"""

from __future__ import annotations

import contextlib
import os
import selectors
from codecs import getincrementaldecoder
from typing import Any

from textual._parser import ParseError
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver


class TerminalDriver(LinuxDriver):
    """``LinuxDriver`` whose input thread can be woken."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._wake_read, self._wake_write = os.pipe()

    def start_application_mode(self) -> None:
        """Takes over the terminal."""
        os.set_blocking(self._wake_read, False)
        with contextlib.suppress(BlockingIOError):
            os.read(self._wake_read, 64)
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
