"""Options and surroundings of the whole suite."""

import contextlib
import os
import signal
import tempfile

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-snapshots",
        action="store_true",
        help="store the pictures of the app as they are now (tests/snapshots)",
    )


def pytest_configure(config: pytest.Config) -> None:
    # What the app draws follows the terminal's colours; not those of the one that runs this.
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    # Nor may the corrections of whoever runs this be read, or changed.
    folder = tempfile.TemporaryDirectory(prefix="newsreader-tests-")
    config.add_cleanup(folder.cleanup)
    os.environ["XDG_DATA_HOME"] = folder.name
    # A shell that runs the suite in the background has all its children ignore ctrl+c.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        with contextlib.suppress(ValueError):  # not in the main thread
            signal.signal(signal.SIGINT, signal.default_int_handler)
