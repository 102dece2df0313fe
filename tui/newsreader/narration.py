"""Lines on stderr. stdout is for data alone."""

from __future__ import annotations

import contextlib
import sys

from newsreader.text import safe_line


def say(message: str) -> None:
    """Print ``message`` as one line on stderr, made safe; silently nothing if it is closed."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"newsreader: {safe_line(message)}\n")
        sys.stderr.flush()
