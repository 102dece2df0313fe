"""What a terminal showed, and when: replays stamped chunks through a terminal emulator."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

import pyte

from benchmarks.terminal import Chunk

# Sequences the emulator would print as text: private parameters (< = >) and intermediates ($).
_UNKNOWN = re.compile(rb"\x1b\[[<=>][0-9;:]*[ -/]*[@-~]|\x1b\[\??[0-9;:]*[ -/]+[@-~]")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:<=>?]*[ -/]*)?\Z")

_FRAME_GAP = 0.003  # seconds


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of cells, the right and lower edge exclusive."""

    left: int
    top: int
    right: int
    bottom: int


class Replay:
    """A screen of ``columns`` x ``rows`` that is fed the bytes a program wrote."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""

    def feed(self, data: bytes) -> None:
        """Draws ``data``; a sequence cut off at its end waits for the next."""
        data = self._held + data
        unfinished = _UNFINISHED.search(data)
        self._held = unfinished.group() if unfinished else b""
        if self._held:
            data = data[: -len(self._held)]
        self._stream.feed(_UNKNOWN.sub(b"", data))

    def resize(self, columns: int, rows: int) -> None:
        """Makes the screen another size, as the terminal was."""
        self._screen.resize(rows, columns)

    def lines(self) -> list[str]:
        """The rows as text."""
        return list(self._screen.display)

    def text(self, box: Box | None = None) -> str:
        """The rows, or those of ``box``, joined by new lines."""
        lines = self.lines()
        if box is not None:
            lines = [line[box.left : box.right] for line in lines[box.top : box.bottom]]
        return "\n".join(lines)

    def styles(self, box: Box) -> tuple[tuple[str, str, bool, bool, bool], ...]:
        """Colours, bold, underline and reverse of every cell of ``box``, row by row."""
        buffer = self._screen.buffer
        return tuple(
            (cell.fg, cell.bg, cell.bold, cell.underscore, cell.reverse)
            for row in range(box.top, box.bottom)
            for cell in (buffer[row][column] for column in range(box.left, box.right))
        )


Shows = Callable[[Replay], bool]


def first_shown(replay: Replay, chunks: Iterable[Chunk], shows: Shows) -> float | None:
    """The arrival of the first chunk after which ``shows`` holds, or ``None``.

    All the chunks are fed, so ``replay`` ends as the terminal did.
    """
    found: float | None = None
    for chunk in chunks:
        replay.feed(chunk.data)
        if found is None and shows(replay):
            found = chunk.at
    return found


def settled(
    replay: Replay, chunks: Iterable[Chunk], view: Callable[[Replay], Hashable]
) -> float | None:
    """When ``view`` took the value it has after the last chunk; ``None`` if it never changed."""
    last = view(replay)
    at: float | None = None
    for chunk in chunks:
        replay.feed(chunk.data)
        now = view(replay)
        if now != last:
            last, at = now, chunk.at
    return at


def changed(
    replay: Replay, chunks: Iterable[Chunk], view: Callable[[Replay], Hashable]
) -> float | None:
    """When the first frame that changed ``view`` was complete; ``None`` if it never changed.

    A frame arrives in several chunks; one that follows sooner than ``_FRAME_GAP`` is its part.
    """
    first = view(replay)
    at: float | None = None
    complete = False
    for chunk in chunks:
        replay.feed(chunk.data)
        if complete:
            continue
        if at is not None and chunk.at - at < _FRAME_GAP:
            at = chunk.at
        elif at is not None:
            complete = True
        elif view(replay) != first:
            at = chunk.at
    return at
