"""What training/ has fitted, read from ``engine/data/``."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from newsreader.errors import DataError

_FOLDER = Path(__file__).parent / "data"

T = TypeVar("T")


def read_fitted(name: str, made: Callable[[Any], T]) -> T:
    """What ``made`` makes of the JSON in ``data/NAME.json.gz``.

    Raises:
        DataError: the file is missing or damaged, or is not what ``made`` expects.
    """
    try:
        return made(json.loads(gzip.decompress((_FOLDER / f"{name}.json.gz").read_bytes())))
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{name}.json.gz: {error}; reinstall newsreader") from error
