"""What was drawn piece by piece is what is drawn anew: frames write only what changed, and nothing
stale may stay behind."""

import random

import pytest

from benchmarks.program import COLUMNS, NEWSREADER, ROWS, environment, wait_analysed
from benchmarks.screens import Box, Replay
from benchmarks.terminal import Terminal

KEYS = (
    *(b"j", b"k", b" ", b"b", b"G", b"g", b"]", b"]", b"[", b"n", b"N", b"s", b"p", b"\t", b"\t"),
    *(b"\x1b[B", b"\x1b[A", b"\r", b"/war\r", b"/the\x1b", b"/cruciel", b"\x7f", b"\x1b", b"\x1b"),
    *(b"w", b"t", b"+", b"-", b"?", b"o"),
)
PARTS = Box(0, 0, COLUMNS, ROWS - 1)
"""All but the last row, where messages come and go with time."""


def _rest(terminal: Terminal, screen: Replay, fed: int) -> int:
    terminal.read_until_quiet(0.25, 5.0)
    while terminal.children():  # an article is being analysed
        terminal.read_for(0.1)
    terminal.read_until_quiet(0.25, 5.0)
    for chunk in terminal.chunks[fed:]:
        screen.feed(chunk.data)
    return len(terminal.chunks)


@pytest.mark.parametrize("seed", range(2))
def test_after_any_keys_the_screen_is_as_if_drawn_anew(seed: int) -> None:
    rng = random.Random(seed)
    screen = Replay(COLUMNS, ROWS)
    pressed: list[bytes] = []
    with Terminal(NEWSREADER, env=environment(), columns=COLUMNS, rows=ROWS) as terminal:
        terminal.read_until_bytes(b"Stoltenberg", 30.0)
        wait_analysed(terminal)
        fed = _rest(terminal, screen, 0)
        for _ in range(3):
            for key in rng.choices(KEYS, k=8):
                pressed.append(key)
                terminal.press(key)
                terminal.read_for(0.03)
            fed = _rest(terminal, screen, fed)
            piecemeal = screen.text(PARTS), screen.styles(PARTS)
            terminal.resize(COLUMNS - 1, ROWS)
            fed = _rest(terminal, screen, fed)
            terminal.resize(COLUMNS, ROWS)
            fed = _rest(terminal, screen, fed)
            anew = screen.text(PARTS), screen.styles(PARTS)
            assert piecemeal[0] == anew[0], pressed
            assert piecemeal[1] == anew[1], pressed
