"""Reads what ``probe.py`` wrote down."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SOURCE = ROOT / "tui" / "newsreader"


@dataclass(frozen=True)
class Event:
    """An import (``what`` is a module) or the opening of a file (``what`` is its path)."""

    at: float
    kind: str
    what: str


def probe(report: Path, *arguments: str) -> tuple[str, ...]:
    """The command that runs newsreader on ``arguments`` and writes ``report``."""
    return (sys.executable, str(HERE / "probe.py"), str(report), *arguments)


def read_report(report: Path, until: float = float("inf")) -> list[Event]:
    """The events before ``until``."""
    events = []
    for line in report.read_text(encoding="utf-8").splitlines():
        at, kind, what = line.split(" ", 2)
        if float(at) <= until:
            events.append(Event(float(at), kind, what))
    return events


def loaded(events: list[Event], packages: set[str]) -> set[str]:
    """Which of ``packages`` (top-level or dotted) were imported, or read from ``site-packages``.

    ``importlib.import_module`` raises no import event, so the files count as well.
    """
    found = set()
    for event in events:
        for package in packages:
            if event.kind == "import":
                if event.what == package or event.what.startswith(package + "."):
                    found.add(package)
            elif f"/{package.replace('.', '/')}/" in event.what.partition("site-packages")[2]:
                found.add(package)
    return found


def opened_under(events: list[Event], folder: Path) -> list[str]:
    """The data files (no code) below ``folder`` that were opened."""
    return [
        event.what
        for event in events
        if event.kind == "open"
        and event.what.startswith(f"{folder}/")
        and "__pycache__" not in event.what
        and not event.what.endswith(".py")
        and not Path(event.what).is_dir()
    ]
