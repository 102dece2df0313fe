"""Compares the confidence that is stated with the share that is right, in tenths.

Whether a quotation's source is right is what the scorer beside the labelled text counts as
precision; whether its speaker is right, what it counts for the names of persons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

TENTHS = 10
FEW = 30
"""Quotations below which a tenth says nothing."""
TOLERANCE = 0.05


class Stated(NamedTuple):
    """One answer: of which kind, how sure, and whether it is right."""

    kind: str
    confidence: float
    right: bool


class Tenth(NamedTuple):
    """The answers of which the stated confidence lies in one tenth."""

    low: float
    answers: int
    stated: float
    right: float

    @property
    def off(self) -> bool:
        """Whether enough answers differ from what was stated by more than is tolerated."""
        return self.answers >= FEW and abs(self.right - self.stated) > TOLERANCE


def tenths(answers: Iterable[Stated]) -> list[Tenth]:
    """The tenths that hold any answers, lowest first; 1.0 belongs to the last."""
    cells: dict[int, list[Stated]] = {}
    for one in answers:
        cells.setdefault(min(int(one.confidence * TENTHS), TENTHS - 1), []).append(one)
    return [
        Tenth(
            number / TENTHS,
            len(cell),
            sum(one.confidence for one in cell) / len(cell),
            sum(one.right for one in cell) / len(cell),
        )
        for number, cell in sorted(cells.items())
    ]


def expected_error(rows: list[Tenth]) -> float:
    """The expected calibration error: the mean difference, weighed by the number of answers."""
    total = sum(row.answers for row in rows)
    return sum(row.answers * abs(row.right - row.stated) for row in rows) / max(1, total)


def table(title: str, answers: list[Stated]) -> str:
    """The tenths as lines of text; those that are off are marked."""
    rows = tenths(answers)
    lines = [f"{title}: {len(answers)}, expected calibration error {expected_error(rows):.3f}"]
    for row in rows:
        difference = row.right - row.stated
        mark = " *" if row.off else ""
        lines.append(
            f"  {row.low:.1f}  {row.answers:5}  stated {row.stated:.3f}  right {row.right:.3f}"
            f"  {difference:+.3f}{mark}"
        )
    return "\n".join(lines)


def judged(score: Any, gold: list[Any], text: str, quotes: Iterable[Any]) -> Iterator[Stated]:
    """Every quotation or statement of one article that was given a source, judged as the scorer
    does: ``score`` is its module, ``gold`` what its ``read_ann`` yields, ``quotes`` are objects
    of the contract."""
    for quote in quotes:
        span = (quote["start"], quote["end"])
        if quote["source"] is None or len(score.words(text[slice(*span)])) < score.MIN_WORDS:
            continue
        yield Stated(quote["kind"], quote["confidence"], agrees(score, gold, text, quote))


def agrees(score: Any, gold: list[Any], text: str, quote: Any) -> bool:
    """Whether the labels give the quotation or statement that source; for one without a source,
    whether they give it none."""
    start, end = quote["start"], quote["end"]
    if quote["kind"] == "indirect":
        fits = [g for g in gold if g["content"] and _likeness(score, (start, end), g["content"])]
    else:
        least = 0.5 * (end - start)
        fits = [
            g for g in gold if any(score.overlap((start, end), s) >= least for s in g["content"])
        ]
    if quote["source"] is None:
        return not any(g["source"] for g in fits)
    source = tuple(quote["source"])
    return any(score.same_source(text, source, g["source"]) for g in fits)


def named(score: Any, wanted: list[Any], quotes: Iterable[Any]) -> Iterator[Stated]:
    """The labelled quotations by persons of one article that were given to somebody; right is
    who is named in full."""
    said = [quote for quote in quotes if quote["kind"] != "indirect" and quote["speaker"]]
    for want in wanted:
        if want["kind"] != "person":
            continue
        alt = want.get("alt", [])
        names = [want["speaker"], *(alt if isinstance(alt, list) else [alt])]
        span = (want["start"], want["end"])
        for quote in said:
            if score.overlap((quote["start"], quote["end"]), span) >= 0.5 * (span[1] - span[0]):
                right = any(score.same_name(quote["speaker"], name) for name in names)
                yield Stated(quote["kind"], quote["confidence"], right)
                break


def _likeness(score: Any, span: tuple[int, int], content: list[tuple[int, int]]) -> bool:
    """Whether the two share half of what either holds."""
    both = sum(score.overlap(span, s) for s in content)
    either = span[1] - span[0] + sum(b - a for a, b in content) - both
    return bool(either and both / either >= 0.5)
