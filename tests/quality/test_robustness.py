"""What disturbs one place of an article leaves the rest of it as it was.

Measured on the bundled articles: of the quotations in marks of an undisturbed article, the share
that is still found with the same speaker.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest
from disturbances import EVERY

from newsreader.engine.analyse import analyse

sys.path.append(str(Path(__file__).parents[1] / "seeds"))

FLOOR = 0.96
LOWER = {
    "two apostrophes": 0.94,  # brief turns of a dialogue that only their order tells
    "LaTeX marks": 0.94,
    "all in capitals": 0.80,  # names are told by what words are not
    "closing mark lost": 0.92,  # its own quotation is one of some twenty
    "opening mark lost": 0.92,
    "wrapped lines, pages": 0.90,  # a number inside a quotation makes it another
    "no paragraphs": 0.75,  # an interview is none any more
    "+ bidi": 0.93,  # it names somebody, whom a pronoun behind it may mean
    "+ byline": 0.95,
    "+ transcript": 0.95,
}


@lru_cache(maxsize=1)
def articles() -> dict[str, str]:
    from seed_labels import FILES, read_seed

    return {path.stem: read_seed(path).article.text for path in FILES}


def said(text: str) -> Counter[tuple[str, str]]:
    """The quotations in marks, by their letters and digits, with their speakers in lower case."""
    return Counter(
        (re.sub(r"[\W_]+", "", text[one.start : one.end]).lower(), (one.speaker or "").lower())
        for one in analyse(text).quotes
        if one.kind != "indirect"
    )


@lru_cache(maxsize=1)
def undisturbed() -> dict[str, Counter[tuple[str, str]]]:
    return {name: said(text) for name, text in articles().items()}


@pytest.mark.parametrize("name", EVERY)
def test_the_rest_of_an_article_stays_as_it_was(name: str) -> None:
    total = same = 0
    for number, (article, text) in enumerate(articles().items()):
        before = undisturbed()[article]
        total += before.total()
        same += (before & said(EVERY[name](text, number))).total()
    assert same >= LOWER.get(name, FLOOR) * total
