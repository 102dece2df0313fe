"""Installs newsreader from this clone into new environments and runs what was installed.

    python tests/packaging/check_install.py [PYTHON...]

Without arguments: every interpreter from 3.11 on that is found and starts. Needs the network, as
`pip install` does. Exit code 1 when anything fails.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.program import COLUMNS, ROWS, shows_newsreader  # noqa: E402
from benchmarks.screens import Replay, first_shown  # noqa: E402
from benchmarks.terminal import Terminal  # noqa: E402

_OLDEST = (3, 11)
_ARTICLE = "“We go now,” Mayor Ana Silva said in Paris.\n"


def interpreters() -> list[str]:
    """One interpreter of each version that starts, from ``PATH`` and from pyenv's folder."""
    names = [f"python3.{minor}" for minor in range(_OLDEST[1], 20)]
    found = [path for name in names if (path := shutil.which(name))]
    versions = Path.home() / ".pyenv" / "versions"
    found += [str(path) for path in sorted(versions.glob("3.*/bin/python"))]
    working: dict[tuple[int, int], str] = {}
    for path in found:
        version = _version(path)
        if version is not None and version >= _OLDEST:
            working.setdefault(version, path)
    return [working[version] for version in sorted(working)]


def _version(python: str) -> tuple[int, int] | None:
    code = "import ensurepip, sys; print(*sys.version_info[:2])"
    done = subprocess.run((python, "-c", code), capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    major, minor = done.stdout.split()
    return int(major), int(minor)


def check(python: str, folder: Path) -> None:
    """Copies the clone's tracked files, installs from the copy, removes it, and runs.

    Raises:
        subprocess.CalledProcessError, AssertionError: something does not work.
    """
    clone, venv, work = folder / "clone", folder / "venv", folder / "work"
    subprocess.run(("git", "clone", "--quiet", "--depth", "1", f"file://{ROOT}", clone), check=True)
    subprocess.run((python, "-m", "venv", venv), check=True)
    pip = (venv / "bin" / "python", "-m", "pip", "install", "--quiet", "-c", "constraints.txt")
    subprocess.run((*pip, "."), cwd=clone, check=True)
    shutil.rmtree(clone)
    work.mkdir()
    (work / "a.txt").write_text(_ARTICLE, encoding="utf-8")
    os.chdir(work)
    for command in ((venv / "bin" / "newsreader",), (venv / "bin" / "python", "-m", "newsreader")):
        _check_extract([str(part) for part in command])
        _check_app([str(part) for part in command])
    subprocess.run((venv / "bin" / "python", "-m", "pip", "--quiet", "check"), check=True)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"TERM": "xterm-256color"}


def _check_extract(command: list[str]) -> None:
    done = subprocess.run(
        (*command, "extract", "a.txt"),
        env=_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["quotes"][0]["speaker"] == "Ana Silva", done.stdout


def _check_app(command: list[str]) -> None:
    with Terminal(command, env=_environment(), columns=COLUMNS, rows=ROWS) as terminal:
        terminal.read_until_bytes(b"Stoltenberg", 30.0)
        terminal.read_for(0.5)
        terminal.press(b"q")
        terminal.wait_exit(5.0)
    replay = Replay(COLUMNS, ROWS)
    shown = first_shown(
        replay, terminal.chunks, lambda screen: shows_newsreader(screen, "Stoltenberg")
    )
    assert shown is not None, replay.text()
    assert terminal.process.returncode == 0, terminal.process.returncode


def main() -> int:
    """Checks each interpreter and says so."""
    pythons = sys.argv[1:] or interpreters()
    for python in pythons:
        with tempfile.TemporaryDirectory(prefix="newsreader-install-") as folder:
            check(python, Path(folder))
            os.chdir(ROOT)
        sys.stdout.write(f"{python}: installs and runs without the clone\n")
        sys.stdout.flush()
    return 0 if pythons else 1


if __name__ == "__main__":
    sys.exit(main())
