"""The Makefile finds an interpreter that really works."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.reports import ROOT

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def stub(folder: Path, name: str, body: str) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


def chosen(path: str) -> str:
    """The interpreter that the Makefile picks when ``PATH`` is ``path``."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHON", "MAKEFLAGS")}
    done = subprocess.run(
        (
            "make",
            "--no-print-directory",
            "-C",
            str(ROOT),
            "--eval",
            "show: ; @echo $(PYTHON)",
            "show",
        ),
        env=env | {"PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_a_stub_that_exists_but_fails_is_passed_over(tmp_path: Path) -> None:
    stub(tmp_path, "python3.13", "exit 127")
    stub(tmp_path, "python3.12", f'exec "{sys.executable}" "$@"')
    assert chosen(f"{tmp_path}:/usr/bin:/bin") == "python3.12"


def test_an_interpreter_that_is_too_old_is_passed_over(tmp_path: Path) -> None:
    for name in ("python3.13", "python3.12", "python3.11", "python3"):
        stub(tmp_path, name, "exit 1")
    stub(tmp_path, "python", f'exec "{sys.executable}" "$@"')
    assert chosen(f"{tmp_path}:/usr/bin:/bin") == "python"


def test_without_an_interpreter_make_says_what_is_needed(tmp_path: Path) -> None:
    for name in ("python3.13", "python3.12", "python3.11", "python3", "python"):
        stub(tmp_path, name, "exit 1")
    done = subprocess.run(
        ("make", "-C", str(ROOT), f"VENV={tmp_path}/venv", "run"),
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "Python 3.11" in done.stderr
