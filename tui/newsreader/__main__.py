"""``newsreader`` and ``python -m newsreader``: the process around the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and return its exit code: 130 after ctrl+c."""
    try:
        from newsreader.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
