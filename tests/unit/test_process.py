import os
import sys
import time
from pathlib import Path

import pytest

from newsreader.errors import AnalysisFailed
from newsreader.process import Limits, run_module

HERE = str(Path(__file__).parent)


@pytest.fixture(autouse=True)
def _children_find_the_runaways(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [HERE, os.environ.get("PYTHONPATH", "")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, known)))


def run(data: bytes, limits: Limits = Limits()) -> bytes:  # noqa: B008 (frozen)
    return run_module("runaways", data, limits)


def test_bytes_go_in_and_come_out_whatever_their_number() -> None:
    data = bytes(range(256)) * 20_000
    assert run(b"echo " + data) == data


def test_a_child_that_reads_late_still_gets_all_its_input() -> None:
    data = b"x" * 3_000_000
    for _ in range(3):
        assert len(run(b"echo " + data)) == len(data)


def test_endless_computing_is_ended_by_the_system() -> None:
    with pytest.raises(AnalysisFailed, match="took more than 1 seconds of computing"):
        run(b"spin", Limits(cpu_seconds=1, seconds=30))


def test_endless_waiting_is_ended_by_the_clock() -> None:
    begun = time.monotonic()
    with pytest.raises(AnalysisFailed, match="took more than 1 seconds"):
        run(b"sleep", Limits(seconds=1))
    assert time.monotonic() - begun < 10


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not enforce RLIMIT_AS")
def test_too_much_memory_is_an_error_that_says_so() -> None:
    with pytest.raises(AnalysisFailed, match="needed more than 512 MB of memory"):
        run(b"eat", Limits(megabytes=512))


def test_a_crash_is_one_line_and_its_traceback_stays_unseen(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(AnalysisFailed, match="failed with exit code 1"):
        run(b"crash")
    assert capfd.readouterr() == ("", "")


def test_cancelling_ends_the_child_at_once() -> None:
    begun = time.monotonic()
    with pytest.raises(AnalysisFailed, match="was cancelled"):
        run_module("runaways", b"sleep", Limits(), cancelled=lambda: True)
    assert time.monotonic() - begun < 10


def test_modules_lying_in_the_current_folder_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    (tmp_path / "runaways.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert run(b"echo x") == b"x"
    assert str(tmp_path) not in run(b"path ").decode().split("\n")
