"""Articles that were really written: labelled ones where they lie, else the bundled ones."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.program import ROOT

_SEEDS = ("*.txt", "*.md")


def real_articles() -> tuple[str, list[str]]:
    """What they are, in words, and their texts.

    The labelled ones are those of ``quotes/dev`` in ``$NEWSREADER_EVAL``, or in ``shared/eval``
    beside the clone.
    """
    labelled = Path(os.environ.get("NEWSREADER_EVAL") or ROOT.parent / "shared" / "eval")
    paths = sorted((labelled / "quotes" / "dev").glob("*.txt"))
    what = "labelled articles"
    if not paths:
        paths = sorted(path for kind in _SEEDS for path in (ROOT / "seeds").glob(kind))
        what = "bundled articles"
    return f"{len(paths)} {what}", [path.read_bytes().decode() for path in paths]
