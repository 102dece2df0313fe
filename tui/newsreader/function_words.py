"""Function words of several languages, from ``data/function_words.txt``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from newsreader.errors import DataError


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """Language code to its function words, in lower case.

    Raises:
        DataError: the file is missing or damaged.
    """
    path = Path(__file__).parent / "data" / "function_words.txt"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: {error}; reinstall newsreader") from error
    words: dict[str, list[str]] = {}
    language = ""
    for line in lines:
        if line.startswith("["):
            language = line.strip("[] ")
            words[language] = []
        elif not line.startswith("#"):
            words[language].extend(line.split())
    return {code: frozenset(entries) for code, entries in words.items()}
