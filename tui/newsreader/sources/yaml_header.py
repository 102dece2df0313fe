"""The few lines between ``---`` and ``---`` at the head of a Markdown file, read simply."""

from __future__ import annotations

from typing import Final

_NAMES: Final = {
    "title": "title",
    "headline": "title",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "by": "byline",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "source": "url",
    "lang": "language",
    "language": "language",
}
_MOST_LINES: Final = 100


def split_header(text: str) -> tuple[dict[str, str | None], str]:
    """What the YAML header says, by the names of ``Draft``'s fields, and the text after it. Only
    ``key: value`` lines and lists of plain values are understood; the rest is passed over."""
    if not text.startswith("---\n"):
        return {}, text
    lines = text[:20_000].split("\n", _MOST_LINES)[1:]
    for count, line in enumerate(lines):
        if line.rstrip() in ("---", "..."):
            size = 4 + sum(len(one) + 1 for one in lines[: count + 1])
            return _read(lines[:count]), text[size:].lstrip("\n")
    return {}, text


def _read(lines: list[str]) -> dict[str, str | None]:
    about: dict[str, str | None] = {}
    name: str | None = None
    for line in lines:
        item = line.strip()
        if item.startswith("- ") and name:
            about[name] = ", ".join(filter(None, (about.get(name), _plain(item[2:]))))
            continue
        key, colon, value = line.partition(":")
        name = _NAMES.get(key.strip().lower()) if colon and not line[:1].isspace() else None
        if name and name in about:
            name = None
        if name and value.strip():
            about[name] = _plain(value)
    return about


def _plain(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_plain(item) for item in value[1:-1].split(","))
    for mark in "\"'":
        if len(value) > 1 and value.startswith(mark) and value.endswith(mark):
            return value[1:-1]
    return value
