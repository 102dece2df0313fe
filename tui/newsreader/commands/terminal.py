"""The terminal that the app draws on and takes keys from, whatever the shell redirected."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Final

from newsreader.errors import NoTerminal

_INSTEAD: Final = "for text or data use: newsreader extract PATH"


def require_terminal() -> None:
    """Make sure that there is a terminal that can draw.

    Raises:
        NoTerminal: stdout is no terminal, or ``TERM`` says that it cannot draw.
    """
    if not os.isatty(1):
        raise NoTerminal(f"standard output is no terminal to draw on; {_INSTEAD}")
    term = os.environ.get("TERM", "")
    if term in ("", "dumb"):
        state = "is dumb" if term else "is not set"
        raise NoTerminal(f"this terminal cannot draw (TERM {state}); {_INSTEAD}")
    if sys.__stderr__ is None:
        raise NoTerminal(f"standard error, on which the app draws, is closed; {_INSTEAD}")


def open_keyboard() -> int | None:
    """A descriptor of the terminal's keyboard, or ``None`` if standard input is it already.

    Raises:
        NoTerminal: there is no terminal to take keys from.
    """
    if os.isatty(0):
        return None
    try:
        return os.open("/dev/tty", os.O_RDWR | os.O_CLOEXEC)
    except OSError as error:
        raise NoTerminal(f"no terminal to take keys from; {_INSTEAD}") from error


def take_keys_from(keyboard: int | None) -> None:
    """Make ``keyboard`` standard input, once what was there has been read, as pagers do."""
    if keyboard is not None:
        os.dup2(keyboard, 0)
        os.close(keyboard)


@contextlib.contextmanager
def drawing_on_terminal() -> Iterator[None]:
    """Textual draws on stderr. Where that is no terminal (``2>errors.log``), let it be the one
    that stdout is, and give stderr back afterwards."""
    if os.isatty(2):
        yield
        return
    kept = os.dup(2)
    os.dup2(1, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
