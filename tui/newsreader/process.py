"""Work that may run away, in a child process that can be stopped.

A thread is no protection: ``re`` and C parsers hold the interpreter lock. The child has a limit on
its processor time and memory from its first instruction on, and the parent watches the clock.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newsreader.errors import AnalysisFailed

if TYPE_CHECKING:
    from subprocess import Popen

# -c and not -m, which would look for modules in the folder that the user happens to be in.
_START: Final = (
    "import sys; sys.path.append(sys.argv[1]); from newsreader.process import _child; _child()"
)
_OUT_OF_MEMORY: Final = 77
_INTERVAL: Final = 0.1  # seconds between looks at the clock and at whether we still should


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: processor seconds, seconds on the clock, and megabytes of address
    space (best effort on macOS, which does not enforce it)."""

    cpu_seconds: int = 20
    seconds: float = 30.0
    megabytes: int = 1024


def run_module(
    module: str,
    data: bytes,
    limits: Limits,
    cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """Call ``main()`` of ``module`` in a child with ``data`` on its standard input.

    ``cancelled`` is asked ten times a second. Nothing that the child prints to stderr is shown.

    Returns:
        What it wrote to standard output.

    Raises:
        AnalysisFailed: it ran out of time or memory, was cancelled, or died.
    """
    import subprocess

    root = str(Path(__file__).parent.parent)
    numbers = (str(limits.cpu_seconds), str(limits.megabytes))
    try:
        child = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, root, module, *numbers],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,  # ctrl+c is ours to handle, not the child's to complain of
        )
    except OSError as error:
        raise AnalysisFailed(f"cannot start {sys.executable}: {error.strerror}") from error
    with child:
        try:
            output = _converse(child, data, limits, cancelled)
            code = child.wait(limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise AnalysisFailed(f"took more than {limits.seconds:.0f} seconds") from error
        finally:
            if child.poll() is None:
                child.kill()
    _check(code, limits)
    return output


def _converse(
    child: Popen[bytes], data: bytes, limits: Limits, cancelled: Callable[[], bool]
) -> bytes:
    """Write ``data`` and read the answer at the same time, until the child closes its output.

    ``Popen.communicate`` cannot do it: called again after a timeout, it forgets its input.
    """
    import os
    import time
    from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector

    assert child.stdin is not None
    assert child.stdout is not None
    os.set_blocking(child.stdin.fileno(), False)
    deadline = time.monotonic() + limits.seconds
    rest = memoryview(data)
    pieces: list[bytes] = []
    with DefaultSelector() as selector:
        selector.register(child.stdin, EVENT_WRITE)
        selector.register(child.stdout, EVENT_READ)
        while True:
            for key, _ in selector.select(_INTERVAL):
                if key.fileobj is child.stdout:
                    if not (piece := os.read(key.fd, 1 << 16)):
                        return b"".join(pieces)
                    pieces.append(piece)
                    continue
                with contextlib.suppress(BlockingIOError):
                    try:
                        rest = rest[os.write(key.fd, rest[: 1 << 16]) :]
                    except BrokenPipeError:  # it has died; its exit code tells why
                        rest = rest[:0]
                if not rest:
                    selector.unregister(child.stdin)
                    child.stdin.close()
            if cancelled():
                raise AnalysisFailed("was cancelled")
            if time.monotonic() > deadline:
                raise AnalysisFailed(f"took more than {limits.seconds:.0f} seconds")


def _check(code: int, limits: Limits) -> None:
    import signal

    if code == 0:
        return
    if code == _OUT_OF_MEMORY:
        raise AnalysisFailed(f"needed more than {limits.megabytes} MB of memory")
    if code == -signal.SIGXCPU:
        raise AnalysisFailed(f"took more than {limits.cpu_seconds} seconds of computing")
    how = f"was ended by signal {-code}" if code < 0 else f"failed with exit code {code}"
    raise AnalysisFailed(how)


def limit_resources(limits: Limits) -> None:
    """Put this process under ``limits``, as far as the system has them; never raises them."""
    try:
        import resource
    except ImportError:  # not on this system
        return
    bounds = (
        ("RLIMIT_CPU", limits.cpu_seconds),
        ("RLIMIT_AS", limits.megabytes << 20),
        ("RLIMIT_CORE", 0),
    )
    for name, bound in bounds:
        with contextlib.suppress(AttributeError, OSError, ValueError):  # not on every system
            kind = getattr(resource, name)
            _, hard = resource.getrlimit(kind)
            bound = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
            resource.setrlimit(kind, (bound, hard))


def _child() -> None:
    from importlib import import_module

    _, _, module, cpu_seconds, megabytes = sys.argv
    limit_resources(Limits(cpu_seconds=int(cpu_seconds), megabytes=int(megabytes)))
    try:
        import_module(module).main()
    except MemoryError:
        sys.exit(_OUT_OF_MEMORY)
