"""Bundled articles, torn and glued at random, still have a consistent analysis."""

from __future__ import annotations

import random
import sys
from functools import lru_cache
from pathlib import Path

import pytest

from newsreader.engine.analyse import analyse

for folder in ("seeds", "unit"):
    sys.path.append(str(Path(__file__).parents[1] / folder))

PIECES = """“|”|"|'|‘|’|«|»|„|``|''|“‘|’”|(|)|[|]|{|…|—|--|;|:|.|,|?|!|#|@|&|%|\\|<b>|*|_
he said|said|according to|told|that|who|“I”|they|it|his|her|the|of|a|NOVAK:|Q:|A:|Mr.|Sen.|(R-Wis.)
U.S.|O’|n’t|’s|3'4"|1,000|9,999,999,999|½|Ⅷ|१२|é|ß|İ|ŉ|ﬁ|Ǆ|😀|👩‍👩‍👧|שלום|مرحبا|中文|ไทย|RT @x:
http://a.b/c?d=“e”|— Ann Ross|- item|By Ann Ross|OSLO —|12|* * *"""
MARKS = [
    *PIECES.replace("\n", "|").split("|"),
    *("\n", "\n\n", "\r", "\u2028", "\x0c", "\x00", "\x1b[31m", "\ud800", "\u202e", "\u200b"),
    *("\ufeff", "\u0301", "\u00ad", "\u0489" * 5, "\t", "\xa0", " " * 50, "x" * 300, "1" * 400),
]


@lru_cache(maxsize=1)
def texts() -> list[str]:
    from seed_labels import FILES, read_seed

    return [read_seed(path).article.text for path in FILES]


def mutated(number: int) -> str:
    dice = random.Random(number)
    text = dice.choice(texts())
    for _ in range(dice.choice((1, 2, 4, 8, 30, 100))):
        start = dice.randrange(len(text) + 1)
        end = min(len(text), start + dice.choice((0, 1, 5, 20, 100, 500)))
        other = dice.choice(texts())
        at = dice.randrange(len(other))
        torn = dice.choice(
            (
                "",
                text[start:end] * 2,
                dice.choice(MARKS),
                f" {dice.choice(MARKS)} {text[start:end]}",
                other[at : at + dice.choice((5, 50, 500))],
                text[start:end].upper(),
                "".join(dice.choices(MARKS, k=dice.randrange(8))),
            )
        )
        text = text[:start] + torn + text[end:]
    return text[:20_000]


@pytest.mark.parametrize("number", range(100))
def test_a_torn_article_has_a_consistent_analysis(number: int) -> None:
    from analysis_checks import assert_consistent

    text = mutated(number)
    assert_consistent(text, analyse(text))
