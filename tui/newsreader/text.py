"""Makes untrusted text safe to show, without moving an offset.

Every replacement is one code point for one code point, so a span into the original is the same
span into the safe text, and what was there stays visible as a symbol.
"""

from __future__ import annotations

from functools import lru_cache

_REPLACEMENT = 0xFFFD

# Code points that steer a terminal or reorder what is drawn, beyond C0, DEL and C1.
# Bidirectional controls: Unicode Standard Annex 9, section 2.
_STEERING = (
    *range(0x202A, 0x202F),  # embeddings, overrides, pop
    *range(0x2066, 0x206A),  # isolates, pop
    0x061C,  # Arabic letter mark
    0x200E,  # left-to-right mark
    0x200F,  # right-to-left mark
    0x2028,  # line separator
    0x2029,  # paragraph separator
    0xFEFF,  # zero width no-break space
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    *range(0xE0000, 0xE0080),  # tags: invisible text
)


@lru_cache(maxsize=1)
def _table() -> dict[int, int]:
    table = {c: 0x2400 + c for c in range(0x20) if c not in (0x09, 0x0A)}
    table[0x7F] = 0x2421
    table.update(dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT))
    table.update(dict.fromkeys(_STEERING, _REPLACEMENT))
    table.update(dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT))
    return table


def safe(text: str) -> str:
    """``text`` with every control, escape, C1, surrogate and bidi control code point replaced by
    one visible symbol; new lines and tabs stay. Same length as ``text``."""
    return text.translate(_table())


def safe_line(text: str) -> str:
    """``safe`` for what must stay on one line (titles, file names, errors): new lines and tabs
    become spaces. Same length as ``text``."""
    if text.isprintable():  # as almost all is, and soon seen
        return text
    return safe(text).replace("\n", " ").replace("\t", " ")


def is_safe(text: str) -> bool:
    """Whether ``safe(text) == text``."""
    return safe(text) == text
