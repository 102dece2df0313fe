"""A program in a real pseudo-terminal, with every chunk of its output stamped on arrival.

Nothing is interpreted while measuring: the chunks are kept, and ``screens`` replays them
afterwards, so that reading never waits for a screen to be drawn.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from benchmarks.figures import resident_kib

_READ = 1 << 16
_POLL = 0.25


@dataclass(frozen=True, slots=True)
class Chunk:
    """What one read returned: seconds of ``time.perf_counter`` and the bytes."""

    at: float
    data: bytes


class Terminal:
    """Runs ``argv`` in a pseudo-terminal of ``columns`` x ``rows``; a context manager.

    ``started`` is the moment before the process was made. ``chunks`` grows with each read.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 40,
        env: Mapping[str, str],
        watch_memory: bool = False,
    ) -> None:
        self.chunks: list[Chunk] = []
        self.resident: list[int] = []
        """Resident KiB of the process after each chunk, if memory is watched."""
        self._watch_memory = watch_memory
        self._master, slave = pty.openpty()
        self.resize(columns, rows)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            list(argv),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(env),
            close_fds=True,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def press(self, keys: bytes) -> float:
        """Writes ``keys`` and returns the moment before."""
        moment = time.perf_counter()
        os.write(self._master, keys)
        return moment

    def resize(self, columns: int, rows: int) -> float:
        """Sets the terminal's size, which signals the program; returns the moment before."""
        moment = time.perf_counter()
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        return moment

    def read(self, timeout: float) -> bool:
        """Reads one chunk if it comes within ``timeout`` seconds; false at a silence or the end."""
        ready, _, _ = select.select([self._master], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self._master, _READ)
        except OSError:  # EIO: the other end is closed
            return False
        if not data:
            return False
        self.chunks.append(Chunk(time.perf_counter(), data))
        if self._watch_memory:
            self.resident.append(resident_kib(self.process.pid))
        return True

    def read_for(self, seconds: float) -> None:
        """Reads whatever comes in the next ``seconds``."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if not self.read(left) and self.process.poll() is not None:
                return

    def read_until_bytes(self, marker: bytes, limit: float) -> bool:
        """Reads until ``marker`` came in the bytes received from now on; false after ``limit``."""
        end = time.perf_counter() + limit
        tail = b""
        while (left := end - time.perf_counter()) > 0:
            if self.read(min(left, _POLL)):
                tail = tail[-len(marker) :] + self.chunks[-1].data
                if marker in tail:
                    return True
            elif self.process.poll() is not None:
                return False
        return False

    def read_until_quiet(self, quiet: float, limit: float) -> None:
        """Reads until nothing came for ``quiet`` seconds, at most ``limit`` seconds in all."""
        end = time.perf_counter() + limit
        while (left := end - time.perf_counter()) > 0:
            if not self.read(min(quiet, left)):
                return

    def children(self) -> list[int]:
        """The process's living child processes."""
        found: list[int] = []
        try:
            for task in Path(f"/proc/{self.process.pid}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            return found
        return found

    def wait_exit(self, limit: float) -> float:
        """Reads until the process has ended and returns that moment.

        Raises:
            TimeoutError: it still runs after ``limit`` seconds.
        """
        waiter = os.pidfd_open(self.process.pid)
        try:
            end = time.perf_counter() + limit
            open_ends = [waiter, self._master]
            while (left := end - time.perf_counter()) > 0:
                ready, _, _ = select.select(open_ends, [], [], left)
                moment = time.perf_counter()
                if waiter in ready:
                    self.process.wait()
                    return moment
                if self._master in ready and not self.read(0):
                    open_ends = [waiter]
        finally:
            os.close(waiter)
        raise TimeoutError(f"{self.process.args!r} did not end in {limit} s")

    def close(self) -> None:
        """Ends the process, what it started, and the pseudo-terminal; returns when all are gone, as
        a child that works on would slow down whatever is measured next."""
        group = self.process.pid
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)
        self.process.wait()
        with contextlib.suppress(ProcessLookupError):
            while True:
                os.killpg(group, 0)
                time.sleep(0.001)
        os.close(self._master)


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
