"""``newsreader``: opens the app on the first article that can be read."""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Iterator, Sequence
from typing import TypedDict

from newsreader.article import Article
from newsreader.errors import NoTerminal, SourceError
from newsreader.narration import say
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
    """
    require_terminal()
    gc.disable()  # until the first frame, when the app turns it on again
    if not paths and _is_piped_in():
        paths = ["-"]
    sources, problems = find_sources(paths) if paths else (bundled_sources(), [])
    first, sources = _first_readable(sources, problems)
    if any(source.path is None for source in sources[1:]):
        _remember_standard_input()
    take_keys_from_terminal()
    code = 1
    if first is not None:
        from newsreader.ui.app import run

        with _drawing_on_terminal():
            code = run(sources, first, problems, **options)
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


@contextlib.contextmanager
def _drawing_on_terminal() -> Iterator[None]:
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
