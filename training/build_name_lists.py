"""Compiles ``engine/data/given_names.txt`` and ``family_names.txt`` from the package Faker.

    pip install Faker==40.63.0 && python training/build_name_lists.py

One folded name a line, from every locale that Faker has in Latin script, with the names of
``facts/more_names.txt`` added for the parts of the world that it lacks.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path
from typing import Any

from geonames import rows
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import PATH

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’-]{2,20}")


def strings(value: Any) -> set[str]:
    """Every string in a provider's attribute, whatever its shape."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return {text for key in value for text in strings(key)}
    if isinstance(value, (list, tuple, set)):
        return {text for item in value for text in strings(item)}
    return set()


def collect() -> tuple[set[str], set[str]]:
    """Given and family names of all locales."""
    import faker.providers.person as person

    given: set[str] = set()
    family: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            names = {
                name
                for text in strings(getattr(provider, attribute))
                if attribute.startswith(("first", "last", "family")) and "format" not in attribute
                for name in text.split()
                if _LATIN.fullmatch(name) and name[0].isupper()
            }
            (given if attribute.startswith("first") else family).update(names)
    for kind, listed in rows("more_names.txt"):
        (given if kind == "given" else family).update(listed.split())
    return given, family


def write(path: Path, names: set[str]) -> None:
    """Folded, sorted, one a line."""
    folded = sorted({word for name in names for word in fold(name).split() if len(word) > 1})
    path.write_text("\n".join(folded) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(folded)}")


def main() -> None:
    """Build both files."""
    given, family = collect()
    write(PATH.parent / "given_names.txt", given)
    write(PATH.parent / "family_names.txt", family)


if __name__ == "__main__":
    main()
