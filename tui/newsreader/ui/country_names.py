"""Countries by their usual English names, from ``ui/data/country_names.txt``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_PATH = Path(__file__).parent / "data" / "country_names.txt"


def country_name(code: str | None) -> str:
    """The name of the country with an ISO 3166 alpha-2 code; the code itself if no name is known,
    or the names can't be read."""
    return _names().get(code, code) if code else ""


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    try:
        lines = _PATH.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return dict(line.split(" ", 1) for line in lines if " " in line)
