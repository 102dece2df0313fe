"""What a stream of bytes tells a terminal to do, apart from printing.

Sequences by ECMA-48: ESC with intermediates, CSI, and the strings OSC, DCS, SOS, PM, APC.
"""

from __future__ import annotations

import re

_SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c|$)"  # strings
    r"|\x1b[ -/]*[0-Z\\`-~]"  # others
    r"|\x1b"  # one that nothing follows
)
_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
_POSITION = re.compile(r"\x1b\[[\d;]*([A-HJKXdfr])")
_PICTURE = re.compile(r"\x1b\[[\d;]*m")


def sequences(data: bytes) -> set[str]:
    """The escape sequences of ``data``, each kind once.

    Where the cursor goes and which colours are drawn depends on how many frames a busy machine
    gets drawn, so moves are reduced to their final letter and colours to ``m``.
    """
    text = data.decode("utf-8")
    kinds = set()
    for sequence in _SEQUENCE.findall(text):
        move = _POSITION.fullmatch(sequence)
        if move:
            kinds.add(f"\x1b[{move[1]}")
        elif _PICTURE.fullmatch(sequence):
            kinds.add("\x1b[m")
        else:
            kinds.add(sequence)
    return kinds


def steering(data: bytes) -> set[str]:
    """Characters of ``data`` outside its sequences that a terminal obeys rather than prints: C0
    but for tab, new line and return; DEL; C1; bidirectional controls."""
    return set(_STEERING.findall(_SEQUENCE.sub("", data.decode("utf-8"))))
