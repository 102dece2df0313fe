"""Has an article analysed by the engine's own process, without ever holding up the app."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from newsreader.article import Analysis, Article, Place, Quote, Span, Speaker

_CHUNK = 16_384
"""Bytes handled at once: about a millisecond's work."""


class AnalysisJob:
    """The analysis of one article.

    ``done`` is called with the whole analysis, or else ``failed`` with one line; neither after
    ``cancel``. Everything happens on the event loop, in pieces of about a millisecond.
    """

    def __init__(
        self,
        article: Article,
        done: Callable[[Analysis], None],
        failed: Callable[[str], None],
    ) -> None:
        self._article = article
        self._done = done
        self._failed = failed
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._order = b""
        self._sent = 0
        self._buffer = b""
        self._quotes: list[Quote] = []
        self._speakers: list[Speaker] = []
        self._places: list[Place] = []

    @property
    def process(self) -> int | None:
        """The number of the process, while it is at work."""
        return None if self._process is None else self._process.pid

    def starting(self) -> Iterator[None]:
        """Starts the process, in steps."""
        self._loop = asyncio.get_running_loop()
        article = self._article
        order = {"text": article.text, "title": article.title_span}
        self._order = json.dumps(order).encode("ascii") + b"\n"
        yield
        if self._cancelled:
            return
        try:
            self._process = process = _spawn()
        except OSError as error:
            self._failed(f"The engine could not be started: {error.strerror}")
            return
        assert process.stdin is not None
        assert process.stdout is not None
        os.set_blocking(process.stdin.fileno(), False)
        os.set_blocking(process.stdout.fileno(), False)
        self._loop.add_writer(process.stdin.fileno(), self._write)
        self._loop.add_reader(process.stdout.fileno(), self._read)

    def cancel(self) -> None:
        """Ends the process, if it runs, and leaves nothing of it behind."""
        self._cancelled = True
        process, self._process = self._process, None
        if process is None or self._loop is None:
            return
        for pipe, remove in (
            (process.stdin, self._loop.remove_writer),
            (process.stdout, self._loop.remove_reader),
        ):
            if pipe is not None and not pipe.closed:
                remove(pipe.fileno())
                with contextlib.suppress(OSError):
                    pipe.close()
        process.kill()
        process.wait()

    def _write(self) -> None:
        process = self._process
        if process is None or process.stdin is None or self._loop is None:
            return
        try:
            self._sent += os.write(
                process.stdin.fileno(), self._order[self._sent : self._sent + 65_536]
            )
        except BlockingIOError:
            return
        except OSError:
            self._sent = len(self._order)
        if self._sent >= len(self._order):
            self._loop.remove_writer(process.stdin.fileno())
            with contextlib.suppress(OSError):
                process.stdin.close()
            self._order = b""

    def _read(self) -> None:
        process = self._process
        if process is None or process.stdout is None:
            return
        try:
            chunk = os.read(process.stdout.fileno(), _CHUNK)
        except BlockingIOError:
            return
        except OSError:
            chunk = b""
        if not chunk:
            self._end("The engine stopped: the article took too long or too much memory")
            return
        *lines, self._buffer = (self._buffer + chunk).split(b"\n")
        for line in lines:
            self._take(json.loads(line))

    def _take(self, line: dict[str, Any]) -> None:
        if "failed" in line:
            self._end(str(line["failed"]))
        elif "done" in line:
            analysis = Analysis(tuple(self._quotes), tuple(self._speakers), tuple(self._places))
            self.cancel()
            self._done(analysis)
        for start, end, kind, speaker, source, cue, confidence, why in line.get("quotes", ()):
            self._quotes.append(
                Quote(start, end, kind, speaker, _span(source), _span(cue), confidence, why)
            )
        for name, kind, role, mentions, quotes in line.get("speakers", ()):
            self._speakers.append(Speaker(name, kind, role, _spans(mentions), tuple(quotes)))
        for name, kind, country, latitude, longitude, number, mentions in line.get("places", ()):
            self._places.append(
                Place(name, kind, country, latitude, longitude, number, _spans(mentions))
            )

    def _end(self, line: str) -> None:
        if self._process is not None:
            self.cancel()
            self._failed(line)


def _spawn() -> subprocess.Popen[bytes]:
    package_root = str(Path(__file__).parents[2])
    path = os.pathsep.join(filter(None, (package_root, os.environ.get("PYTHONPATH"))))
    # -P: what lies in the folder one happens to be in is never imported.
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "newsreader.engine.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
        bufsize=0,
    )


def _span(pair: list[int] | None) -> Span | None:
    return None if pair is None else (pair[0], pair[1])


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple([(start, end) for start, end in pairs])
