"""Measures newsreader against named baselines in one run and prints a table.

    python -m benchmarks.run [--write] [PART...]

Exit code 1 when a bound is not kept.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import platform
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.figures import Figure, table
from benchmarks.program import ROOT, scratch

PARTS = ("start", "extract", "large", "keys", "quit", "engine", "places", "linear", "search")
_PAGE = ROOT / "docs" / "benchmarks.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the parts named on the command line, or all."""
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--write", action="store_true", help=f"write {_PAGE.relative_to(ROOT)}")
    options = parser.parse_args(arguments)
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")

    gc.disable()  # a collection in the middle of a measurement would be counted as the program's
    figures: list[Figure] = []
    try:
        for part in options.parts or PARTS:
            print(f"{part} …", file=sys.stderr, flush=True)
            figures += importlib.import_module(f"benchmarks.parts.{part}").measure()
    finally:
        shutil.rmtree(scratch(), ignore_errors=True)
    print(table(figures))
    if options.write:
        _write(_PAGE, figures)
    return 0 if all(figure.passes for figure in figures) else 1


def _write(page: Path, figures: Sequence[Figure]) -> None:
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    text = (
        "# Benchmarks\n\n"
        "Written by `make bench ARGS=--write`. Every ratio comes from one run in which the two\n"
        "sides took turns; `measured` and `against` give medians. How each is taken is in\n"
        "`benchmarks/parts/`.\n\n"
        f"{date.today().isoformat()}, Python {platform.python_version()}, "
        f"{os.cpu_count()} cores, load average {load}.\n\n"
        f"{table(figures)}\n"
    )
    page.parent.mkdir(exist_ok=True)
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
