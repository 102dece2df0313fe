"""Paragraphs of ``labelled/*.txt``, written for this project, and how well places are read in
them."""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from newsreader.article import Place
from newsreader.engine.analyse import analyse

LABELLED = Path(__file__).parent / "labelled"


@dataclass(frozen=True, slots=True)
class Label:
    """A place that a person marked. ``country`` is empty for what lies in none or in several;
    ``unknown`` tells that the gazetteer need not have it."""

    start: int
    end: int
    kind: str
    country: str
    unknown: bool


@dataclass(slots=True)
class Outcome:
    """How many places were right, and every error in one line."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the mentions found, the share that is a place."""
        return self.counts["right"] / max(1, self.counts["found"])

    @property
    def recall(self) -> float:
        """Of the places, the share found."""
        return self.counts["hit"] / max(1, self.counts["places"])

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    @property
    def resolved(self) -> float:
        """Of the found places that the gazetteer should know, the share put in the right country
        and of a kind that fits."""
        return self.counts["resolved"] / max(1, self.counts["to resolve"])

    @property
    def misplaced(self) -> float:
        """Of the found places, the share put in a country where they are not."""
        return self.counts["misplaced"] / max(1, self.counts["hit"])


def paragraphs(name: str = "places") -> list[tuple[str, list[Label]]]:
    """The texts of ``labelled/NAME.txt`` without their marks, with the places marked in them."""
    lines = (LABELLED / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [_unmarked(line) for line in lines if line and line[0] != "#"]


def _unmarked(line: str) -> tuple[str, list[Label]]:
    text = ""
    labels = []
    for plain, name, kind, country in re.findall(
        r"([^\[\]]*)(?:\[([^|\]]*)\|([^|\]]*)\|([^|\]]*)\]|$)", line
    ):
        text += plain
        if name:
            code = country.rstrip("?").strip("-")
            labels.append(
                Label(len(text), len(text) + len(name), kind, code, country.endswith("?"))
            )
        text += name
    return text, labels


# What a kind may be called: a shop's quarter is a city to GeoNames, a mountain range an area.
_LIKE = {
    "district": {"district", "city"},
    "area": {"area", "region", "facility"},
    "region": {"region", "area"},
    "facility": {"facility", "city", "area", "district"},
}


def outcome(article: list[tuple[str, list[Label]]]) -> Outcome:
    """Reads each text by itself and compares."""
    result = Outcome()
    for text, labels in article:
        found = [(a, b, place) for place in analyse(text).places for a, b in place.mentions]
        for label in labels:
            _judge(result, text, label, found)
        for a, b, _ in found:
            result.counts["found"] += 1
            if any(a < label.end and label.start < b for label in labels):
                result.counts["right"] += 1
            else:
                result.errors.append(f"wrong   {text[a:b]}  in  {text[max(0, a - 40) : b + 30]}")
    return result


def _judge(result: Outcome, text: str, label: Label, found: list[tuple[int, int, Place]]) -> None:
    counts = result.counts
    counts["places"] += 1
    hits = [(a, b, p) for a, b, p in found if a < label.end and label.start < b]
    name = text[label.start : label.end]
    where = f"{name}  in  {text[max(0, label.start - 40) : label.end + 30]}"
    if not hits:
        result.errors.append(f"missed  {where}")
        return
    counts["hit"] += 1
    counts["exact"] += any((a, b) == (label.start, label.end) for a, b, _ in hits)
    place = hits[0][2]
    known = place.latitude is not None
    wrong = known and bool(label.country) and place.country not in (label.country, None)
    counts["misplaced"] += wrong
    if not label.unknown:
        counts["to resolve"] += 1
        fits = place.kind in _LIKE.get(label.kind, {label.kind})
        right = known and not wrong and fits
        counts["resolved"] += right
        if not right:
            result.errors.append(f"far     {place.name} {place.kind} {place.country}: {where}")
    elif wrong:
        result.errors.append(f"far     {place.name} {place.kind} {place.country}: {where}")


def main() -> None:
    """Print the figures and every error, of the file named or of ``places.txt``."""
    one = outcome(paragraphs(*sys.argv[1:]))
    lines = [*one.errors, str(dict(one.counts))]
    lines += [
        f"{name} {getattr(one, name):.3f}"
        for name in ("precision", "recall", "f1", "resolved", "misplaced")
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
