"""Rules of the house that a reader of the repository relies on."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.architecture.reports import ROOT

LONGEST = 300
# Where packages come from is the business of whoever installs.
REGISTRY = re.compile(r"(?:extra-)?index-url|find-links|pythonhosted|pypi\.(?:org|python)|/simple/")


def tracked(*patterns: str) -> list[Path]:
    """Files that git knows, or, outside a checkout, those that stand there."""
    done = subprocess.run(
        ("git", "ls-files", "-z", *patterns), cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_python_file_is_longer_than_three_hundred_lines() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in tracked("*.py", "*.tcss")
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_no_file_names_a_package_registry() -> None:
    here = Path(__file__)
    found = []
    for path in tracked():
        if path == here or path.suffix in (".png", ".xz", ".gz", ".bin", ".svg", ".crfsuite"):
            continue
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {hit.group()}" for hit in REGISTRY.finditer(text)]
    assert found == []


def test_every_package_and_module_has_a_docstring() -> None:
    bare = []
    for path in tracked("tui/*.py", "benchmarks/*.py"):
        text = path.read_text(encoding="utf-8").lstrip()
        if not text.startswith(('"""', 'r"""', "#!")):
            bare.append(str(path.relative_to(ROOT)))
    assert bare == []


def test_ci_runs_the_command_that_the_readme_gives() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^exec make test$", script, re.MULTILINE)
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_no_two_test_files_share_a_name() -> None:
    names = [path.name for path in tracked("tests/*.py") if path.name.startswith("test_")]
    assert {name for name in names if names.count(name) > 1} == set()
