"""Runs newsreader and writes down, with the time of each, what it imports and which files it opens.

    python probe.py REPORT [ARGUMENT...]

A line of the report is ``SECONDS KIND WHAT``: seconds of ``time.perf_counter`` (one clock for all
processes), kind ``import`` or ``open``. Nothing of newsreader is changed: the interpreter's audit
events tell.
"""

from __future__ import annotations

import os
import sys
import time

_report = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)


def _note(event: str, details: tuple[object, ...]) -> None:
    if event in ("import", "open"):
        what = ascii(str(details[0]))[1:-1]  # a codec here would be imported by what it reports
        os.write(_report, f"{time.perf_counter():.6f} {event} {what}\n".encode("ascii"))


sys.addaudithook(_note)

from newsreader.__main__ import main  # noqa: E402

sys.argv[0] = "newsreader"
sys.exit(main())
