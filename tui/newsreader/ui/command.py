"""What a command is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Where = Literal["everywhere", "article", "list", "search", "map"]
"""``everywhere``: on the reading screen, whatever has the focus (a key that the search bar types
is typed there); ``article``, ``list`` and ``search``: in that part only; ``map``: on the map's
page, where ``list`` is the list of mentions."""


@dataclass(frozen=True, slots=True)
class Command:
    """``keys`` are Textual key names, the first one is shown; ``footer`` is a word or two, empty
    for what the footer leaves out; ``palette`` is off for what makes no sense without its key."""

    id: str
    keys: str
    title: str
    help: str
    action: str
    where: Where = "everywhere"
    footer: str = ""
    palette: bool = True

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The keys as people write them, such as ``ctrl+p``, ``PgDn``, ``[``."""
        return tuple(_NAMES.get(key, key) for key in self.keys.split(","))


_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
}
