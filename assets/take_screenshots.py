"""Draws the pictures that the README shows, from the app as it is.

make screenshot
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PICTURES: dict[str, tuple[str, ...]] = {
    "screenshot": ("reading",),
    "search": ("search",),
    "map": ("map", "plus", "plus"),
}
"""The screen of each picture, and the keys after those that lead there."""
_FONTS = "DejaVu Sans Mono, Menlo, Consolas, monospace"


def main() -> None:
    """Reads and searches the first bundled article, goes to its map, and writes what shows."""
    sys.path.insert(0, str(_HERE.parent))
    os.environ.pop("NO_COLOR", None)
    os.environ["COLORTERM"] = "truecolor"
    from newsreader.ui.themes import DARK
    from tests.snapshots.running import export

    for name, (screen, *keys) in _PICTURES.items():
        svg = _for_readme(export(screen, (112, 32), DARK, *keys))
        (_HERE / f"{name}.svg").write_text(svg, encoding="utf-8")


def _for_readme(svg: str) -> str:
    """A picture in a README fetches no fonts, and must not lose a run's last space."""
    svg = re.sub(r"@font-face {.*?}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: ?Fira Code[^;]*", f"font-family: {_FONTS}", svg)
    return svg.replace("<text ", '<text xml:space="preserve" ')


if __name__ == "__main__":
    main()
