"""Reads the labelled articles of PolNeAR (brat standoff) and says which answers agree with them."""

import importlib.util
import pathlib
from typing import Any, NamedTuple

Span = tuple[int, int]


class Gold(NamedTuple):
    """One labelled attribution: spans in code points."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]


class LabelledArticle(NamedTuple):
    """A text with its attributions."""

    stem: str
    text: str
    golds: list[Gold]


def scorer(folder: pathlib.Path) -> Any:
    """The module ``score.py`` of the labelled set that ``folder`` (``…/quotes/train``) is in."""
    path = folder.parents[1] / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_articles(folder: pathlib.Path) -> list[LabelledArticle]:
    """Every labelled article of ``folder``, sorted by name."""
    score = scorer(folder)
    return [
        LabelledArticle(
            path.stem,
            score.read_text(path.with_suffix(".txt")),
            [Gold(g["source"], g["cue"], g["content"]) for g in score.read_ann(path)],
        )
        for path in sorted(folder.glob("*.ann"))
    ]


def overlap(x: Span, y: Span) -> int:
    """Code points that both spans hold."""
    return max(0, min(x[1], y[1]) - max(x[0], y[0]))
