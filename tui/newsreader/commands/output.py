"""Writing data to standard output, all of it or an error."""

from __future__ import annotations

import os
import sys
from typing import Final

from newsreader.errors import CannotWrite

_STDOUT: Final = 1


def write_out(text: str) -> None:
    """Write ``text`` to standard output as UTF-8, at once.

    Goes to the file descriptor itself: nothing stays in a buffer that the interpreter would have
    to flush while it exits, and an unbuffered stdout cannot cut a line short.

    Raises:
        BrokenPipeError: the reader of the pipe is gone.
        CannotWrite: the output is closed, or its disk is full.
    """
    if sys.stdout is None:  # closed from the start: its number may by now be another file's
        raise CannotWrite("standard output is closed")
    rest = memoryview(text.encode("utf-8", "backslashreplace"))
    while rest:
        try:
            rest = rest[os.write(_STDOUT, rest) :]
        except BlockingIOError:  # a pipe that another program set to non-blocking
            import select

            select.select([], [_STDOUT], [])
        except BrokenPipeError:
            raise
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise CannotWrite(f"cannot write to standard output: {reason}") from error
