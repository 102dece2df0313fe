"""How far a long extraction has come, on stderr, for somebody who waits at a terminal."""

from __future__ import annotations

import os
import sys
import time

_PATIENCE = 1.0
"""Seconds before anything is shown."""


class Progress:
    """A line on stderr that is rewritten. Shows nothing unless stderr is a terminal, stdout is
    not (there the articles themselves show progress), and more than a second has passed."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._shown = ""
        self._next = time.monotonic() + _PATIENCE
        self._wanted = (
            total > 1 and sys.stderr is not None and sys.stderr.isatty() and not os.isatty(1)
        )

    def at(self, done: int) -> None:
        """Say that ``done`` articles are finished, if it is time to."""
        if self._wanted and (now := time.monotonic()) >= self._next:
            self._next = now + 0.1
            self._draw(f"{done} of {self._total} articles")

    def clear(self) -> None:
        """Take the line away, before something else is written."""
        if self._shown:
            self._draw("")

    def _draw(self, line: str) -> None:
        sys.stderr.write("\r" + line.ljust(len(self._shown)) + ("" if line else "\r"))
        sys.stderr.flush()
        self._shown = line
