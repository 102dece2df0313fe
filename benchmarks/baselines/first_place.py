"""Looks one place up in a fresh process, by the gazetteer or by SQLite; prints the processor's
seconds from before the import to the place, and the bytes of memory that reading every place adds.

    python -m benchmarks.baselines.first_place [SQLITE_FILE]
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

NAME = "Lodwar"
QUERY = "SELECT place.* FROM name JOIN place USING (number) WHERE name.folded = ?"


def main() -> None:
    """Print seconds and bytes."""
    before = _resident()
    begin = time.process_time()
    if len(sys.argv) > 1:
        import sqlite3

        rows = sqlite3.connect(sys.argv[1]).execute(QUERY, (NAME.lower(),)).fetchall()
        found = bool(rows)
        seconds = time.process_time() - begin
    else:
        from newsreader.engine.gazetteer import gazetteer

        found = gazetteer().entry(gazetteer().find(NAME)[0].number).name == NAME
        seconds = time.process_time() - begin
        for match in gazetteer():
            assert match.name
    assert found
    sys.stdout.write(f"{seconds} {_resident() - before}\n")


def _resident() -> int:
    """The resident memory of this process in bytes, mapped files in it; 0 where unknown."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * 4096


if __name__ == "__main__":
    main()
