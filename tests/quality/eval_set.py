"""The labelled text that quality is measured on: never part of the repository."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from newsreader.article import Analysis
from newsreader.engine.analyse import analyse

ROOT = Path(os.environ.get("NEWSREADER_EVAL") or Path(__file__).parents[3] / "shared" / "eval")

needs_eval = pytest.mark.skipif(
    not (ROOT / "score.py").is_file(),
    reason=f"no labelled text at {ROOT}; set NEWSREADER_EVAL to where it is",
)


@lru_cache(maxsize=1)
def scorer() -> Any:
    """The scorer that lies beside the labelled text, as a module."""
    spec = importlib.util.spec_from_file_location("newsreader_score", ROOT / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def predicted(name: str, text: str, analysis: Analysis) -> str:
    """One line of what ``newsreader extract --format jsonl --with-text`` prints."""
    return json.dumps(
        {
            "article": {"id": name, "path": f"{name}.txt"},
            "text": text,
            "quotes": [
                {
                    "start": quote.start,
                    "end": quote.end,
                    "kind": quote.kind,
                    "speaker": quote.speaker,
                    "source": quote.source,
                }
                for quote in analysis.quotes
            ],
            "locations": [
                {
                    "name": place.name,
                    "latitude": place.latitude,
                    "longitude": place.longitude,
                    "mentions": place.mentions,
                }
                for place in analysis.places
            ],
        }
    )


def quote_figures(folder: Path) -> dict[str, Any]:
    """The scorer's figures for the development articles."""
    gold = ROOT / "quotes" / "dev"
    lines = [
        predicted(path.stem, text, analyse(text))
        for path in sorted(gold.glob("*.txt"))
        for text in [path.read_bytes().decode()]
    ]
    pred = folder / "quotes.jsonl"
    pred.write_text("\n".join(lines), encoding="utf-8")
    speakers = ROOT / "quotes" / "dev-speakers.json"
    figures: dict[str, Any] = scorer().score_quotes(
        SimpleNamespace(gold=gold, pred=pred, speakers=speakers)
    )[0]
    return figures


def place_figures(folder: Path, name: str) -> dict[str, Any]:
    """The scorer's figures for ``places/NAME.jsonl``."""
    gold = ROOT / "places" / f"{name}.jsonl"
    articles = [json.loads(line) for line in gold.read_text(encoding="utf-8").split("\n") if line]
    pred = folder / f"{name}.jsonl"
    pred.write_text(
        "\n".join(predicted(one["id"], one["text"], analyse(one["text"])) for one in articles),
        encoding="utf-8",
    )
    figures: dict[str, Any] = scorer().score_places(SimpleNamespace(gold=gold, pred=pred))[0]
    return figures
