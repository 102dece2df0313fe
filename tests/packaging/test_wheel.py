"""The wheel works without the clone. Built offline; ``make wheel-check`` installs it for real."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from benchmarks.program import COLUMNS, ROWS, environment, shows_newsreader
from benchmarks.screens import Replay, first_shown
from benchmarks.terminal import Terminal
from tests.architecture.reports import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)),
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files in a folder that is not the clone."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def env(unpacked: Path) -> dict[str, str]:
    return environment() | {"PYTHONPATH": str(unpacked)}


def test_the_wheel_holds_every_file_of_the_package_and_every_bundled_article(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    source = ROOT / "tui"
    files = {
        str(path.relative_to(source))
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and "egg-info" not in str(path)
    }
    files |= {f"newsreader/seeds/{path.name}" for path in (ROOT / "seeds").glob("[0-9]*")}
    assert files - packed == set()


def test_the_wheel_holds_nothing_but_the_package_and_its_metadata(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"newsreader"}


def test_the_wheel_carries_licence_and_data_credits(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name.rpartition("/")[2] for name in archive.namelist()}
    assert {"LICENSE", "NOTICE"} <= names


def test_the_wheel_takes_a_few_megabytes(wheel: Path) -> None:
    assert wheel.stat().st_size < 16_000_000


def test_the_unpacked_wheel_extracts(unpacked: Path, env: dict[str, str], tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("“We go now,” Mayor Ana Silva said in Paris.\n", encoding="utf-8")
    code = "import newsreader, sys; sys.stdout.write(newsreader.__file__)"
    where = subprocess.run(
        (sys.executable, "-c", code), env=env, cwd=tmp_path, capture_output=True, text=True
    )
    assert where.stdout.startswith(str(unpacked))
    done = subprocess.run(
        (sys.executable, "-m", "newsreader", "extract", str(article)),
        env=env,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["quotes"][0]["speaker"] == "Ana Silva"


def test_the_unpacked_wheel_opens_the_app_on_its_bundled_articles(
    env: dict[str, str], tmp_path: Path
) -> None:
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        with Terminal((sys.executable, "-m", "newsreader"), env=env) as terminal:
            terminal.read_until_bytes(b"Stoltenberg", 30.0)
            terminal.read_for(0.5)
    finally:
        os.chdir(before)
    replay = Replay(COLUMNS, ROWS)
    shown = first_shown(
        replay, terminal.chunks, lambda screen: shows_newsreader(screen, "Stoltenberg")
    )
    assert shown is not None, replay.text()
