"""``newsreader``: opens the app on the first article that can be read."""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Sequence
from typing import TypedDict

from newsreader.article import Article
from newsreader.commands.terminal import (
    drawing_on_terminal,
    open_keyboard,
    require_terminal,
    take_keys_from,
)
from newsreader.errors import DataError, SourceError
from newsreader.narration import invite_typing, say
from newsreader.sources import Source, bundled_sources, find_sources, read_source


class Options(TypedDict, total=False):
    """What the app may be told; what is missing has its default."""

    measure: int
    theme: str


def read(paths: Sequence[str], options: Options) -> int:
    """Open the app on ``paths``, or on the bundled articles, and return its exit code: 1 if some
    articles could not be opened, with a line for each on stderr once the terminal is free again.

    An article is also read from standard input if ``-`` is among ``paths``, or if there are none
    and something is piped in.

    Raises:
        NoTerminal: there is none, or one that cannot draw.
        DataError: the bundled articles are missing.
    """
    require_terminal()
    keyboard = open_keyboard()
    gc.disable()  # until the first frame, when the app turns it on again
    if not paths and _is_piped_in():
        paths = ["-"]
    sources, problems = find_sources(paths) if paths else (bundled_sources(), [])
    if not (sources or problems):
        raise DataError("the articles that come with newsreader are missing; reinstall it")
    invite_typing(sources)
    notes: list[str] = []
    first, sources = _first_readable(sources, problems, notes)
    if any(source.path is None for source in sources[1:]):
        _remember_standard_input()
    take_keys_from(keyboard)
    code = 1
    if first is not None:
        from newsreader.ui.app import run

        with drawing_on_terminal():
            code = run(sources, first, problems, notes, **options)
    for line in (*notes, *problems):
        say(str(line))
    return code or (1 if problems else 0)


def _first_readable(
    sources: list[Source], problems: list[SourceError], notes: list[str]
) -> tuple[Article | None, list[Source]]:
    """The first article that can be read and the sources from it on; the reasons of those before
    it go to ``problems``."""
    for number, source in enumerate(sources):
        try:
            return read_source(source, notes), sources[number:]
        except SourceError as problem:
            problems.append(problem)
    return None, []


def _is_piped_in() -> bool:
    import stat

    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def _remember_standard_input() -> None:
    """Read it before the keyboard takes its place; ``sources`` keeps what was there."""
    with contextlib.suppress(SourceError):
        read_source(Source(None))
