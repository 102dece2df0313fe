"""Packs names into fewer bytes: bytes that no name has stand for pieces that many have.

Byte pair encoding (Gage 1994) over UTF-8, each name apart, so that any name is unpacked alone by
looking up each of its bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

_ROUND = 8  # pairs replaced before counting anew
_LONGEST = 255  # bytes: a piece's and a name's length stand in one


def pack_names(names: Iterable[str]) -> tuple[list[bytes], dict[str, bytes]]:
    """What each of the 256 bytes stands for, and each name packed; the same for the same names."""
    ordered = sorted(set(names))
    data = b"\0".join(name.encode() for name in ordered)
    used = set(data)
    pieces = [bytes([byte]) for byte in range(256)]
    free = [byte for byte in range(1, 256) if byte not in used]
    while free:
        pairs = Counter(pairwise(data))
        taken: set[int] = {0}
        for (a, b), _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
            if len(taken) > 2 * _ROUND or not free:
                break
            if a in taken or b in taken or len(pieces[a] + pieces[b]) > _LONGEST:
                continue
            taken |= {a, b}
            code = free.pop(0)
            pieces[code] = pieces[a] + pieces[b]
            data = data.replace(bytes([a, b]), bytes([code]))
    packed = dict(zip(ordered, data.split(b"\0"), strict=True))
    for name, short in packed.items():
        if b"".join(pieces[byte] for byte in short) != name.encode() or len(short) > _LONGEST:
            raise SystemExit(f"{name}: cannot be packed")
    return pieces, packed
