"""``newsreader``: opens the app on the first article that can be read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

from newsreader.article import Article
from newsreader.errors import NoTerminal, SourceError
from newsreader.narration import say
from newsreader.sources import Source, bundled_sources, find_sources, read_source


def read(paths: Sequence[str], *, measure: int | None = None, theme: str | None = None) -> int:
    """Open the app on ``paths``, or on the bundled articles, and return its exit code: 1 if some
    articles could not be opened, with a line for each on stderr once the terminal is free again.

    Raises:
        NoTerminal: there is none, or one that cannot draw.
    """
    require_terminal()
    sources, problems = find_sources(paths) if paths else (bundled_sources(), [])
    first, sources = _first_readable(sources, problems)
    take_keys_from_terminal()
    code = 1
    if first is not None:
        options = {"measure": measure, "theme": theme}
        run = import_module("newsreader.ui.app").run
        given = {name: value for name, value in options.items() if value is not None}
        code = run(sources, first, problems, **given)
    for problem in problems:
        say(str(problem))
    return code or (1 if problems else 0)


def _first_readable(
    sources: list[Source], problems: list[SourceError]
) -> tuple[Article | None, list[Source]]:
    """The first article that can be read and the sources from it on; the reasons of those before
    it go to ``problems``."""
    for number, source in enumerate(sources):
        try:
            return read_source(source), sources[number:]
        except SourceError as problem:
            problems.append(problem)
    return None, []


def require_terminal() -> None:
    """Make sure that there is a terminal that can draw.

    Raises:
        NoTerminal: stdout is no terminal, or ``TERM`` says that it cannot draw.
    """
    instead = "for text or data use: newsreader extract PATH"
    if not os.isatty(1):
        raise NoTerminal(f"standard output is no terminal to draw on; {instead}")
    term = os.environ.get("TERM", "")
    if term in ("", "dumb"):
        state = "is not set" if not term else "is dumb"
        raise NoTerminal(f"this terminal cannot draw (TERM {state}); {instead}")


def take_keys_from_terminal() -> None:
    """Make ``/dev/tty`` standard input where that is a pipe or a file, as pagers do.

    Raises:
        NoTerminal: there is no terminal to take keys from.
    """
    if os.isatty(0):
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_CLOEXEC)
    except OSError as error:
        raise NoTerminal(
            "no terminal to take keys from; for text or data use: newsreader extract PATH"
        ) from error
    os.dup2(terminal, 0)
    os.close(terminal)
