"""Imports each module of newsreader alone, in a fresh child process; prints one JSON line each."""

from __future__ import annotations

import json
import os
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

import newsreader


def modules() -> list[str]:
    """All modules of the package but the one that runs it."""
    found = pkgutil.walk_packages(newsreader.__path__, "newsreader.", onerror=lambda name: None)
    return ["newsreader", *(each.name for each in found if not each.name.endswith("__main__"))]


def import_alone(name: str) -> dict[str, object]:
    """Imports ``name`` and tells what came with it and which files that were not code it opened."""
    opened: list[str] = []

    def note(event: str, details: tuple[object, ...]) -> None:
        if event == "open" and isinstance(details[0], str):
            opened.append(details[0])

    before = set(sys.modules)
    sys.addaudithook(note)
    try:
        __import__(name)
    except BaseException as error:
        return {"module": name, "error": repr(error), "loaded": [], "opened": []}
    code = (".py", ".pyc", ".so")
    data = [path for path in opened if not path.endswith(code) and Path(path).is_file()]
    return {
        "module": name,
        "error": None,
        "loaded": sorted(set(sys.modules) - before),
        "opened": data,
    }


def in_children(names: list[str]) -> Iterator[str]:
    """A JSON line for each module, each from a child that had imported none of them."""
    for name in names:
        read, write = os.pipe()
        if os.fork() == 0:
            os.close(read)
            with os.fdopen(write, "w") as out:
                json.dump(import_alone(name), out)
            os._exit(0)
        os.close(write)
        with os.fdopen(read) as answer:
            yield answer.read()
        os.wait()


if __name__ == "__main__":
    # `walk_packages` imports the packages it walks, so a child of its own lists them.
    if sys.argv[1:] == ["list"]:
        sys.stdout.write("\n".join(modules()))
    else:
        for line in in_children(sys.argv[1:]):
            sys.stdout.write(line + "\n")
