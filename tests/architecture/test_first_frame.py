"""What is loaded when the first frame of the real app stands in a real pseudo-terminal."""

import os
from pathlib import Path

import pytest

from benchmarks.program import COLUMNS, ROWS, shows_newsreader
from benchmarks.screens import Replay, first_shown
from benchmarks.terminal import Terminal
from tests.architecture.reports import SOURCE, Event, loaded, opened_under, probe, read_report

NETWORK = {"urllib3", "requests", "http.client", "urllib.request", "httpx", "ftplib", "certifi"}
HTML = {"lxml", "trafilatura", "bs4", "html5lib", "htmldate", "justext", "courlan"}
FEEDS = {"feedparser"}
NUMERIC = {"numpy", "scipy", "pandas"}
ENGINE = {"pycrfsuite", "rapidfuzz"}
OTHER = {"sqlite3", "charset_normalizer", "dateparser", "babel", "regex"}

WORDS = "Opening words of a plain article."


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> list[Event]:
    """Imports and opened files up to the arrival of the first frame."""
    folder = tmp_path_factory.mktemp("first-frame")
    article = folder / "article.txt"
    article.write_text(f"A headline\n\n{WORDS} “We go,” Ana Silva said.\n" * 3, encoding="utf-8")
    report = folder / "report"
    env = os.environ | {"TERM": "xterm-256color", "XDG_CONFIG_HOME": str(folder)}
    with Terminal(probe(report, str(article)), env=env, columns=COLUMNS, rows=ROWS) as terminal:
        terminal.read_until_bytes(WORDS.split()[0].encode(), 30.0)
        terminal.read_for(1.0)
    replay = Replay(COLUMNS, ROWS)
    at = first_shown(replay, terminal.chunks, lambda shown: shows_newsreader(shown, WORDS))
    assert at is not None, f"no first frame:\n{replay.text()}"
    return read_report(report, until=at)


def test_the_report_holds_what_the_first_frame_needs(events: list[Event]) -> None:
    assert loaded(events, {"textual", "rich", "newsreader.ui"}) == {
        "textual",
        "rich",
        "newsreader.ui",
    }


@pytest.mark.parametrize(
    "packages", [NETWORK, HTML, FEEDS, NUMERIC, ENGINE, OTHER], ids=lambda p: sorted(p)[0]
)
def test_the_first_frame_loads_none_of(packages: set[str], events: list[Event]) -> None:
    assert loaded(events, packages) == set()


def test_the_first_frame_loads_no_engine_module_but_the_way_to_its_worker(
    events: list[Event],
) -> None:
    imported = {event.what for event in events if event.kind == "import"}
    engine = {name for name in imported if name.startswith("newsreader.engine.")}
    assert engine == set()


def test_the_first_frame_looks_for_no_corrections(events: list[Event]) -> None:
    kept = {"newsreader.paths", "newsreader.corrections.store", "newsreader.corrections.applying"}
    assert loaded(events, kept) == set()


def test_the_first_frame_opens_no_engine_data(events: list[Event]) -> None:
    assert opened_under(events, SOURCE / "engine") == []


def test_the_first_frame_opens_no_data_but_stylesheets_and_front_matter_words(
    events: list[Event],
) -> None:
    unexpected = [
        path
        for path in opened_under(events, SOURCE)
        if not path.endswith(".tcss") and Path(path).parent != SOURCE / "data"
    ]
    assert unexpected == []
