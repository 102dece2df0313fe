"""A program in a real pseudo-terminal: what it shows, every byte it sent, what it left behind."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

import pyte

PATIENCE = 40.0
"""Seconds until something that must happen counts as missing; generous for a busy machine."""

NEWSREADER = (sys.executable, "-m", "newsreader")

_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_KEYBOARD_PUSHED = re.compile(rb"\x1b\[>\d*u")  # the kitty keyboard protocol
_ON_AT_FIRST = {"7", "25"}  # lines wrap, the cursor shows
_TICK = 0.25


class Session:
    """Runs ``argv`` as the leader of a new session on a new terminal; a context manager.

    ``screen`` is what a person would see, ``sent`` all bytes so far. Nothing here sleeps for a
    fixed time: every wait ends with what it waits for.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 100,
        rows: int = 30,
        env: dict[str, str] | None = None,
        stdin: bytes | None = None,
        home: Path | None = None,
    ) -> None:
        self.sent = bytearray()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._master, self._slave = os.openpty()
        self._set_size(columns, rows)
        self.attributes_before = termios.tcgetattr(self._slave)
        self.process = subprocess.Popen(
            list(argv),
            stdin=self._slave if stdin is None else subprocess.PIPE,
            stdout=self._slave,
            stderr=self._slave,
            env=environment(home) | (env or {}),
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        if stdin is not None and self.process.stdin is not None:
            self.process.stdin.write(stdin)
            self.process.stdin.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._master)
        os.close(self._slave)

    @property
    def lines(self) -> list[str]:
        """The rows on screen, without what is blank at their ends."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def shown(self) -> str:
        """The whole screen with every run of white space as one space: words wrap anywhere."""
        return " ".join(" ".join(self.lines).split())

    def press(self, keys: str | bytes) -> None:
        """Type ``keys``."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def wait_for(self, wanted: str | Callable[[], bool]) -> None:
        """Read until ``wanted`` is on screen, or is true of it.

        Raises:
            AssertionError: it did not happen; the message is the screen.
        """
        until = time.monotonic() + PATIENCE
        while True:
            if wanted in self.shown if isinstance(wanted, str) else wanted():
                return
            if time.monotonic() > until or (not self._read(_TICK) and self._is_over()):
                name = repr(wanted) if isinstance(wanted, str) else wanted.__name__
                raise AssertionError(f"never came: {name}; the screen is\n" + "\n".join(self.lines))

    def wait_until_gone(self, words: str) -> None:
        """Read until ``words`` are no longer on screen."""
        self.wait_for(lambda: words not in self.shown)

    def settle(self, quiet: float = 0.3) -> None:
        """Read until nothing has come for ``quiet`` seconds."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self._read(quiet):
            pass

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size, of which the program hears by a signal."""
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    def signal(self, number: signal.Signals) -> None:
        """Send ``number`` to the program alone."""
        self.process.send_signal(number)

    def wait_exit(self) -> int:
        """Read until the program has ended; its exit code, or minus the signal that ended it."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < until, "still runs\n" + "\n".join(self.lines)
            self._read(_TICK)
        while self._read(0.0):
            pass
        return self.process.returncode

    def family(self) -> list[int]:
        """Processes of this session that live, the program itself left out."""
        return [pid for pid in _in_session(self.process.pid) if pid != self.process.pid]

    def kill(self, pid: int) -> None:
        """Kill a process of this session outright."""
        assert pid in self.family()
        os.kill(pid, signal.SIGKILL)

    def modes_left_on(self) -> set[str]:
        """What the program changed in the terminal and did not change back: modes such as
        ``1049h`` (other screen), ``25l`` (no cursor), ``2004h`` (bracketed paste)."""
        state: dict[str, bool] = {}
        for numbers, letter in _MODE.findall(bytes(self.sent)):
            for number in numbers.decode().split(";"):
                state[number] = letter == b"h"
        changed = {f"{mode}{'h' if on else 'l'}" for mode, on in state.items()}
        left = {mode for mode in changed if (mode[:-1] in _ON_AT_FIRST) == (mode[-1] == "l")}
        if len(_KEYBOARD_PUSHED.findall(self.sent)) > self.sent.count(b"\x1b[<u"):
            left.add("keyboard")
        return left

    def attributes(self) -> list[object]:
        """The terminal's line discipline now, as ``attributes_before``."""
        return termios.tcgetattr(self._slave)

    def _is_over(self) -> bool:
        return self.process.poll() is not None and not self._read(0.0)

    def _read(self, timeout: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], timeout)
        if not ready:
            return False
        data = os.read(self._master, 1 << 16)
        self.sent += data
        self._stream.feed(data)
        return True

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def environment(home: Path | None = None) -> dict[str, str]:
    """An environment of a plain terminal, with nothing of ours but the path to the package."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    kept |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    return kept | {"HOME": str(home or "/nonexistent")}


def _take_terminal() -> None:
    fcntl.ioctl(1, termios.TIOCSCTTY, 0)


def _in_session(leader: int) -> list[int]:
    found: list[int] = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            after_name = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(after_name[3]) == leader and after_name[0] != "Z":
            found.append(int(entry.name))
    return found
