"""How the measured programs are started, and what newsreader's screen shows when it is ready."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from functools import lru_cache
from pathlib import Path

from benchmarks.articles import FIRST_WORDS, Shape, made_up
from benchmarks.screens import Box, Replay, first_shown
from benchmarks.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent
BASELINES = Path(__file__).parent / "baselines"

COLUMNS, ROWS = 120, 40
NEWSREADER = (sys.executable, "-m", "newsreader")
ONE_LINE = (sys.executable, str(BASELINES / "one_line.py"))
ONE_INPUT = (sys.executable, str(BASELINES / "one_input.py"))

SIDEBAR = "Speakers"
SEARCH_BAR = "/ Search"

# What would make a run differ from a user's, or two runs from each other.
_UNSET = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NO_COLOR", "COLUMNS", "LINES")


@lru_cache(maxsize=1)
def scratch() -> Path:
    """A folder for this run, also the home of whatever the programs store."""
    return Path(tempfile.mkdtemp(prefix="newsreader-bench-"))


@lru_cache(maxsize=1)
def environment() -> dict[str, str]:
    """The environment of every measured program: a plain terminal and empty XDG folders."""
    env = {name: value for name, value in os.environ.items() if name not in _UNSET}
    env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        env[f"XDG_{kind}_HOME"] = str(scratch() / kind.lower())
    return env


@lru_cache(maxsize=8)
def article_file(shape: Shape) -> Path:
    """The made-up article of ``shape`` as a file."""
    path = scratch() / f"article-{shape.size}-{shape.quotes}.txt"
    path.write_text(made_up(shape), encoding="utf-8")
    return path


def open_newsreader(*arguments: str | Path, watch_memory: bool = False) -> Terminal:
    """newsreader on ``arguments``, in a terminal of ``COLUMNS`` x ``ROWS``."""
    return Terminal(
        (*NEWSREADER, *map(str, arguments)), env=environment(), watch_memory=watch_memory
    )


def shows_newsreader(replay: Replay, words: str = FIRST_WORDS) -> bool:
    """Whether article text, sidebar and search bar are all on the screen."""
    text = replay.text()
    return words in text and SIDEBAR in text and SEARCH_BAR in text


def article_box(replay: Replay) -> Box | None:
    """Cells that hold nothing but article text, found by where the text begins; ``None`` if it
    is not on the screen. Narrower than the pane, so that a scroll bar is never part of it."""
    for line in replay.lines():
        if (left := line.find(FIRST_WORDS)) >= 0:
            return Box(left, 2, left + 56, ROWS - 5)
    return None


class NotShown(Exception):
    """A program never drew what was waited for; the message holds its last screen."""


def first_frame(terminal: Terminal, words: str = FIRST_WORDS, limit: float = 30.0) -> float:
    """Seconds from the process's start to the first frame with text, sidebar and search bar.

    Raises:
        NotShown: it was not drawn within ``limit`` seconds.
    """
    terminal.read_until_bytes(words.split()[0].encode(), limit)
    terminal.read_for(0.25)
    replay = Replay(COLUMNS, ROWS)
    at = first_shown(replay, terminal.chunks, lambda shown: shows_newsreader(shown, words))
    if at is None:
        raise NotShown(f"no first frame of newsreader:\n{replay.text()}")
    return at - terminal.started


def wait_analysed(terminal: Terminal, limit: float = 300.0) -> None:
    """Reads until the program has no child process any more: its analysis is done and drawn.

    Raises:
        NotShown: it still has one after ``limit`` seconds.
    """
    terminal.read_for(0.5)
    end = time.perf_counter() + limit
    while terminal.children():
        if time.perf_counter() > end:
            raise NotShown(f"the analysis did not end in {limit} s")
        terminal.read_for(0.1)
    terminal.read_until_quiet(0.3, 5.0)
