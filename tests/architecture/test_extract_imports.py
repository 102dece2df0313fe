"""What ``newsreader extract`` loads over its whole run."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.architecture.reports import Event, loaded, probe, read_report

ARTICLE = "A headline\n\n“We go now,” the mayor, Ana Silva, said in Paris.\n"


@pytest.fixture(scope="module", params=["jsonl", "json", "csv", "md", "text"])
def events(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Event]:
    """Imports and opened files of a whole run in each format."""
    folder = tmp_path_factory.mktemp("extract")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    report = folder / "report"
    command = probe(report, "extract", "--format", request.param, str(folder / "article.txt"))
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert "We go now" in done.stdout
    if request.param == "jsonl":
        assert json.loads(done.stdout)["quotes"][0]["text"].startswith("We go now")
    return read_report(report)


def test_extract_never_loads_the_app_nor_what_draws(events: list[Event]) -> None:
    assert loaded(events, {"textual", "rich", "newsreader.ui"}) == set()


def test_extract_of_plain_text_loads_no_parser_network_or_search(events: list[Event]) -> None:
    heavy = {"lxml", "trafilatura", "urllib3", "http.client", "numpy", "rapidfuzz", "asyncio"}
    assert loaded(events, heavy) == set()


def test_extract_of_html_does_not_load_the_app(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    words = "<p>“We go now,” the mayor, Ana Silva, said in Paris on Monday morning.</p>" * 8
    page.write_text(f"<html><body><article><h1>A headline</h1>{words}</article></body></html>")
    report = tmp_path / "report"
    done = subprocess.run(probe(report, "extract", str(page)), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert loaded(read_report(report), {"textual", "rich", "newsreader.ui"}) == set()
