"""Runs the program as its users do: a process with bytes in and bytes out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

PROGRAM = (sys.executable, "-m", "newsreader")
PATIENCE = 60

ARTICLE = """\
Bridge at Lowfield to close for nine months

By Mara Quill
12 April 2022

The council of Lowfield voted on Tuesday to close the old bridge, its leader said.

“We had no choice,” said Ada Merritt, the leader of the council. “The bridge is dangerous.”
"""


def newsreader(
    *arguments: str | Path | bytes, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Runs ``newsreader ARGUMENTS`` with ``given`` on standard input."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        input=given,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=PATIENCE,
        check=False,
    )


def extracted(*arguments: str | Path | bytes, given: bytes = b"") -> list[dict[str, Any]]:
    """The objects that ``newsreader extract ARGUMENTS`` prints, which must go well."""
    done = newsreader("extract", *arguments, given=given)
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def complaints(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The lines on stderr, each of which must be newsreader's own."""
    lines = done.stderr.decode("utf-8").splitlines()
    assert all(line.startswith("newsreader: ") for line in lines), lines
    return [line.removeprefix("newsreader: ") for line in lines]
