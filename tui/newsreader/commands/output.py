"""Writing data to standard output, all of it or an error."""

from __future__ import annotations

import os
from typing import Final

_STDOUT: Final = 1


def write_out(text: str) -> None:
    """Write ``text`` to standard output as UTF-8, at once.

    Goes to the file descriptor itself: nothing stays in a buffer that the interpreter would have
    to flush while it exits, and an unbuffered stdout cannot cut a line short.

    Raises:
        BrokenPipeError: the reader of the pipe is gone.
        OSError: the output is closed, or its disk is full.
    """
    rest = memoryview(text.encode("utf-8", "backslashreplace"))
    while rest:
        try:
            rest = rest[os.write(_STDOUT, rest) :]
        except BlockingIOError:  # a pipe that another program set to non-blocking
            import select

            select.select([], [_STDOUT], [])
