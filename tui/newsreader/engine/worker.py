"""``python -m newsreader.engine.worker``: analyses one article in a process that can be killed.

Standard input holds one line of JSON, ``{"text": …, "title": [start, end] or null}``. Standard
output gets lines of JSON of a few kilobytes each, so that who reads them is never held up:
``{"quotes": […]}``, ``{"speakers": […]}``, ``{"places": […]}`` as often as needed, each item the
fields of its class in order, and at the end ``{"done": true}`` or ``{"failed": "one line"}``.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsreader.process import Limits, limit_resources

if TYPE_CHECKING:
    from newsreader.article import Analysis

LIMITS = Limits(cpu_seconds=120, megabytes=2048)

_BATCH = 4096
"""Characters of a line, beyond which a new one is begun."""


def main() -> int:
    """Reads the article, prints what it yields. 0 if it went well."""
    # Ended by the system when it runs away, and behind the app in the queue for the processor.
    limit_resources(LIMITS)
    os.nice(5)
    order = json.loads(sys.stdin.buffer.readline())
    title = order.get("title")
    try:
        analyse = import_module("newsreader.engine.analyse").analyse
        analysis = analyse(order["text"], tuple(title) if title else None)
    except MemoryError:
        _print({"failed": "this article needs more memory than the engine may use"})
        return 1
    except Exception as error:
        _print({"failed": f"the engine failed: {type(error).__name__}: {error}"})
        return 1
    for line in encoded(analysis):
        sys.stdout.write(line + "\n")
    _print({"done": True})
    return 0


def encoded(analysis: Analysis) -> Iterator[str]:
    """``analysis`` as lines of JSON, without the last one."""
    quotes = (
        [q.start, q.end, q.kind, q.speaker, q.source, q.cue, q.confidence, q.why]
        for q in analysis.quotes
    )
    speakers = ([s.name, s.kind, s.role, s.mentions, s.quotes] for s in analysis.speakers)
    places = (
        [p.name, p.kind, p.country, p.latitude, p.longitude, p.geonameid, p.mentions]
        for p in analysis.places
    )
    yield from _batches("quotes", quotes)
    yield from _batches("speakers", speakers)
    yield from _batches("places", places)


def _batches(key: str, items: Iterable[list[Any]]) -> Iterator[str]:
    batch: list[str] = []
    size = 0
    for item in items:
        batch.append(json.dumps(item, separators=(",", ":")))
        size += len(batch[-1])
        if size > _BATCH:
            yield f'{{"{key}":[{",".join(batch)}]}}'
            batch, size = [], 0
    if batch:
        yield f'{{"{key}":[{",".join(batch)}]}}'


def _print(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        code = main()
    except (BrokenPipeError, KeyboardInterrupt):
        code = 1
    # Nothing is left to tidy up: who started it may have gone.
    os._exit(code)
