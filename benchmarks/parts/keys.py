"""From a key press to its drawn effect: moving, quotes, searching as one types, and the map."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.articles import LARGE, SMALL, Shape, made_up
from benchmarks.figures import Figure, milliseconds, percentile
from benchmarks.program import (
    COLUMNS,
    ONE_INPUT,
    ROWS,
    article_file,
    environment,
    first_frame,
    open_newsreader,
    wait_analysed,
)
from benchmarks.screens import Replay, settled
from benchmarks.session import Session, View
from benchmarks.terminal import Terminal

_BOUND = 16.0  # milliseconds
_BASELINE_KEYS = 60
_OPENS = "m opens the map"
"""A page of its own, with coasts that were never drawn before: reported, not bound."""
_DOWN, _UP, _ENTER, _ESC, _BACKSPACE = b"\x1b[B", b"\x1b[A", b"\r", b"\x1b", b"\x7f"
_LEFT, _RIGHT = b"\x1b[D", b"\x1b[C"


@dataclass(slots=True)
class _Taken:
    """Seconds by kind of key, and how many presses of that kind changed nothing."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    idle: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, seconds: float | None) -> None:
        self.seconds.setdefault(kind, [])
        if seconds is None:
            self.idle[kind] = self.idle.get(kind, 0) + 1
        else:
            self.seconds[kind].append(seconds)


def measure() -> list[Figure]:
    """An article of 5 KB, one of 1 MB analysed, and one of 1 MB while it is analysed."""
    baseline = _baseline()
    figures = _summary("one-line Textual app with an Input", {"letter": baseline}, {}, None, None)
    for shape, name in ((SMALL, "5 KB"), (LARGE, "1 MB")):
        with open_newsreader(article_file(shape)) as terminal:
            first_frame(terminal)
            wait_analysed(terminal)
            session = Session(terminal)
            taken = _reading(session, shape)
            _mapping(session, taken)
        figures += _summary(f"{name} analysed", taken.seconds, taken.idle, _BOUND, baseline)
    taken = _while_analysing()
    figures += _summary("1 MB, analysing", taken.seconds, taken.idle, _BOUND, baseline)
    return figures


def _baseline() -> list[float]:
    """Letters typed into an empty Input."""
    with Terminal(ONE_INPUT, env=environment()) as terminal:
        terminal.read_for(1.0)
        screen = Replay(COLUMNS, ROWS)
        settled(screen, terminal.chunks, lambda shown: None)
        taken = []
        for _ in range(_BASELINE_KEYS):
            before = len(terminal.chunks)
            pressed = terminal.press(b"a")
            terminal.read(1.0)
            terminal.read_until_quiet(0.05, 0.3)
            at = settled(screen, terminal.chunks[before:], lambda shown: shown.text())
            if at is not None:
                taken.append(at - pressed)
        return taken


def _reading(session: Session, shape: Shape) -> _Taken:
    """Every kind of key in an article whose analysis is done."""
    taken = _Taken()
    everything = session.article_cells
    for kind, key in _moves(8):
        taken.add(kind, session.time(key, session.words_in_view))
    for kind, key in (("] next quote", b"]"), ("[ previous quote", b"[")):
        for _ in range(16):
            taken.add(kind, session.time(key, everything))
    for query in _queries(shape):
        taken.add("/ search", session.time(b"/", _whole(session), first=True))
        for letter in query:
            taken.add("letter of a search", session.time(letter.encode(), everything))
        for _ in range(2):
            taken.add("backspace", session.time(_BACKSPACE, everything))
        for key in (_DOWN, _DOWN, _DOWN, _UP):
            taken.add("arrow in results", session.time(key, everything))
        taken.add("enter", session.time(_ENTER, everything))
        for _ in range(3):
            taken.add("n next match", session.time(b"n", everything))
        session.time(b"/", _whole(session), first=True)
        session.time(query[0].encode(), everything)
        taken.add("esc", session.time(_ESC, everything))
    return taken


def _mapping(session: Session, taken: _Taken) -> None:
    """Every kind of key on the map of the article's places."""
    everything = _whole(session)
    for _ in range(2):
        taken.add(_OPENS, session.time(b"m", everything))
        for kind, keys in (
            ("place by place on the map", (b"]", b"]", b"]", b"[") * 2),
            ("arrow on the map", (_LEFT, _DOWN, _RIGHT, _RIGHT, _UP, _LEFT, _DOWN, _RIGHT)),
            ("nearer, farther", (b"+", b"+", b"+", b"+", b"-", b"-", b"-", b"-", b"-")),
            ("0 all", (b"0", b"0", b"0")),
            ("in the list beside the map", (b"\t", b"j", b"\t", b"j", b"j", b"j", b"\t")),
        ):
            for key in keys:
                taken.add(kind, session.time(key, everything))
        taken.add("esc from the map", session.time(_ESC, everything))


def _while_analysing() -> _Taken:
    """Moving and typing while the worker process runs. The analysis does not last, so the article
    is opened anew for each group of keys; a press counts if it still runs after it."""
    taken = _Taken()
    for group in (_moving, _typing, _moving, _typing):
        with open_newsreader(article_file(LARGE)) as terminal:
            first_frame(terminal)
            session = Session(terminal)
            for kind, key, view, first in group(session):
                seconds = session.time(key, view, first=first)
                if not terminal.children():
                    break
                taken.add(kind, seconds)
    return taken


def _moving(session: Session) -> Iterator[tuple[str, bytes, View, bool]]:
    for kind, key in _moves(3):
        yield kind, key, session.words_in_view, False


def _typing(session: Session) -> Iterator[tuple[str, bytes, View, bool]]:
    yield "/ search", b"/", _whole(session), True
    for letter in _queries(LARGE)[3]:
        yield "letter of a search (echo)", letter.encode(), session.search_line, False
    for _ in range(4):
        yield "backspace (echo)", _BACKSPACE, session.search_line, False


def _moves(times: int) -> Iterator[tuple[str, bytes]]:
    """Keys that move the text, so many of each kind that it never comes to an end."""
    yield from [("j line down", b"j")] * 2 * times
    yield from [("k line up", b"k")] * times
    yield from [("down arrow", _DOWN)] * times
    yield from [("up arrow", _UP)] * times
    yield from [("space page down", b" "), ("b page up", b"b")] * times


def _whole(session: Session) -> View:
    return lambda screen: (screen.text(), screen.styles(session.whole))


def _queries(shape: Shape) -> list[str]:
    """The beginnings of quotations far apart, some with a letter missing, and common words."""
    quotations = re.findall("“([^”]{24})", made_up(shape))
    begun = [quotations[len(quotations) * part // 8] for part in range(1, 7)]
    broken = [one[:5] + one[6:12] for one in begun[:3]]
    return [*broken, *(one[:10].lower() for one in begun[3:]), "that the", "with for"]


def _summary(
    where: str,
    seconds: dict[str, list[float]],
    idle: dict[str, int],
    bound: float | None,
    baseline: list[float] | None,
) -> list[Figure]:
    """A figure for each kind of key, then one over all presses but those that open a page."""
    figures = []
    pooled = [taken for kind, each in seconds.items() if kind != _OPENS for taken in each]
    kinds = dict(seconds)
    if len(seconds) > 1:
        kinds["all keys"] = pooled
    for kind, samples in kinds.items():
        if not samples:
            figures.append(
                Figure("keys", f"{where}: {kind}", float("inf"), "ms", bound, "no effect")
            )
            continue
        p50, p95 = percentile(samples, 0.5), percentile(samples, 0.95)
        nothing = f", {idle[kind]} without effect" if kind in idle else ""
        against = (
            ""
            if baseline is None
            else f"{p95 / percentile(baseline, 0.95):.1f}x an Input's echo, p95"
        )
        figures.append(
            Figure(
                "keys",
                f"{where}: {kind}, p95",
                p95 * 1000,
                "ms",
                None if kind == _OPENS else bound,
                f"p50 {milliseconds(p50)}, max {milliseconds(max(samples))} "
                f"of {len(samples)}{nothing}",
                against,
            )
        )
    return figures
