"""Lines on stderr. stdout is for data alone."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from newsreader.text import safe_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsreader.sources import Source


def say(message: str) -> None:
    """Print ``message`` as one line on stderr, made safe; silently nothing if it is closed."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"newsreader: {safe_line(message)}\n")
        sys.stderr.flush()


def invite_typing(sources: Sequence[Source]) -> None:
    """Say what is waited for where an article is to come from standard input, and that is a
    keyboard."""
    if any(source.path is None for source in sources) and os.isatty(0):
        say("type or paste an article, then press ctrl+d at the start of a line")
