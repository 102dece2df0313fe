"""``newsreader`` and ``python -m newsreader``: the process around the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and return its exit code. Nothing that a user causes ends in a
    traceback: ctrl+c is 130, and a closed pipe ends quietly."""
    try:
        from newsreader.cli import run

        # Data is UTF-8 whatever the locale says; what cannot be encoded is spelled out.
        if sys.stdout is not None:
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        try:
            code = run(sys.argv[1:])
        except SystemExit as stop:  # argparse, after --help or an error
            code = stop.code if isinstance(stop.code, int) else 0
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _let_go_of_stdout()
        return 0


def _let_go_of_stdout() -> None:
    """Point stdout at nothing, so that the interpreter's last flush has nothing to complain of."""
    import os

    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.close(nothing)


if __name__ == "__main__":
    sys.exit(main())
