"""The bundled articles and what a reader should find in each, written by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsreader.article import Article
from newsreader.sources import find_sources, read_source

SEEDS = Path(__file__).parents[2] / "seeds"
FILES = sorted(path for path in SEEDS.iterdir() if path.is_file())


@dataclass(frozen=True)
class Seed:
    """A bundled article as newsreader reads it, with its labels in the form of ``extract``."""

    name: str
    article: Article
    front: dict[str, str | None]
    quotes: list[dict[str, Any]]
    speakers: list[dict[str, Any]]
    locations: list[dict[str, Any]]


def read_seed(path: Path) -> Seed:
    """Read an article of ``seeds/`` and ``seeds/expected/`` beside it."""
    sources, problems = find_sources([str(path)])
    assert not problems
    labels = json.loads((SEEDS / "expected" / f"{path.stem}.json").read_text(encoding="utf-8"))
    return Seed(
        path.stem,
        read_source(sources[0]),
        labels["article"],
        labels["quotes"],
        labels["speakers"],
        labels["locations"],
    )
