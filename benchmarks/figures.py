"""Figures, their bounds, and the table that shows them."""

from __future__ import annotations

import gc
import math
import os
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One result. ``unit`` is ``x`` for a ratio; ``bound`` is the most it may be, if it has one,
    or with ``least`` the least.

    ``measured`` and ``against`` say in words what stands on either side of the ratio.
    """

    part: str
    what: str
    value: float
    unit: str
    bound: float | None
    measured: str
    against: str = ""
    least: bool = False

    @property
    def passes(self) -> bool:
        """Whether the bound, if there is one, is kept."""
        if self.bound is None:
            return True
        return self.value >= self.bound if self.least else self.value <= self.bound


def interleaved(
    repetitions: int, measures: Sequence[Callable[[], float]], *, warm_up: int = 1
) -> list[list[float]]:
    """Samples of each measure, taken in turn so that noise of the machine falls on all alike.

    The first ``warm_up`` rounds are thrown away: they write byte code and fill the page cache.
    """
    samples: list[list[float]] = [[] for _ in measures]
    for repetition in range(-warm_up, repetitions):
        gc.collect()
        for taken, measure in zip(samples, measures, strict=True):
            value = measure()
            if repetition >= 0:
                taken.append(value)
    return samples


def ratio(
    part: str,
    what: str,
    samples: Sequence[float],
    baseline: Sequence[float],
    *,
    bound: float | None,
    against: str,
) -> Figure:
    """The ratio of two medians of seconds."""
    ours, theirs = statistics.median(samples), statistics.median(baseline)
    return Figure(
        part,
        what,
        ours / theirs,
        "x",
        bound,
        f"{milliseconds(ours)} of {len(samples)}",
        f"{against}, {milliseconds(theirs)}",
    )


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that at least ``share`` of all do not exceed (nearest rank)."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def milliseconds(seconds: float) -> str:
    """Seconds as milliseconds in words."""
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def table(figures: Sequence[Figure]) -> str:
    """A Markdown table of ``figures``, aligned for reading in a terminal too."""
    rows = [("part", "what", "figure", "bound", "", "measured", "against")]
    for figure in figures:
        sign = ">=" if figure.least else "<="
        bound = "" if figure.bound is None else f"{sign} {figure.bound:g} {figure.unit}"
        verdict = "" if figure.bound is None else ("pass" if figure.passes else "FAIL")
        value = f"{figure.value:.2f}" if abs(figure.value) < 100 else f"{figure.value:,.0f}"
        rows.append(
            (
                figure.part,
                figure.what,
                f"{value} {figure.unit}",
                bound,
                verdict,
                figure.measured,
                figure.against,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def resident() -> float:
    """Megabytes of this process that are in memory."""
    return resident_kib(os.getpid()) * 1024 / 1e6


def resident_kib(pid: int) -> int:
    """Resident set of process ``pid`` in KiB, 0 if it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024
