"""How extraction ends: closed pipes, full disks, ctrl+c, and no traceback in any of them."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.program import ARTICLE, PATIENCE, PROGRAM, complaints, newsreader


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(ARTICLE * 8, encoding="utf-8")
    return tmp_path


def start(*arguments: str | Path, **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [*PROGRAM, "extract", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options
    )


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "md", "text"])
def test_a_closed_pipe_ends_quietly(folder: Path, form: str, unbuffered: str) -> None:
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with start("--format", form, folder, env=environment) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(1)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(PATIENCE) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", [["extract", "PATH"], ["--help"], ["--version"]])
def test_a_full_disk_is_one_line_and_code_one(folder: Path, command: list[str]) -> None:
    arguments = [str(folder) if word == "PATH" else word for word in command]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    [line] = done.stderr.decode().splitlines()
    assert line == "newsreader: cannot write to standard output: no space left on device"


def test_a_closed_stdout_is_one_line(folder: Path) -> None:
    shell = f"{sys.executable} -m newsreader extract {folder} >&-"
    done = subprocess.run(["sh", "-c", shell], stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr == b"newsreader: standard output is closed\n"


def test_a_closed_stderr_changes_nothing_but_its_lines(folder: Path) -> None:
    shell = f"{sys.executable} -m newsreader extract {folder}/00.txt {folder}/no.txt 2>&-"
    done = subprocess.run(["sh", "-c", shell], stdout=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1


def test_articles_come_out_one_by_one(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b"
    first.write_text(ARTICLE, encoding="utf-8")
    source, sink = os.pipe()
    with start(first, f"/dev/fd/{source}", pass_fds=[source]) as running:
        os.close(source)
        assert running.stdout
        assert running.stdout.readline().startswith(b'{"schema": 1')
        os.write(sink, ARTICLE.encode())
        os.close(sink)
        assert running.stdout.readline().startswith(b'{"schema": 1')
        assert running.wait(PATIENCE) == 0
    assert not second.exists()


def test_ctrl_c_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    first = tmp_path / "a.txt"
    first.write_text(ARTICLE, encoding="utf-8")
    source, sink = os.pipe()
    with start(first, f"/dev/fd/{source}", pass_fds=[source]) as running:
        os.close(source)
        assert running.stdout
        assert running.stderr
        running.stdout.readline()  # now it waits for the second article
        running.send_signal(signal.SIGINT)
        assert running.wait(PATIENCE) == 130
        assert running.stderr.read() == b""
        assert running.stdout.read() == b""
    os.close(sink)


def test_nothing_of_the_app_is_loaded() -> None:
    code = (
        "import sys; from newsreader.cli import run; run(['extract', '-']);"
        "print([m for m in sys.modules if m.split('.')[0] in"
        " ('textual', 'rich', 'lxml', 'trafilatura', 'charset_normalizer', 'markdown_it',"
        " 'subprocess', 'asyncio')], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=ARTICLE.encode(), capture_output=True, check=True
    )
    assert done.stderr == b"[]\n"


def watched(*arguments: str | Path, slow: tuple[int, int] | None = None) -> tuple[bytes, bytes]:
    """stdout and stderr of an extraction whose stderr alone is a terminal. ``slow`` is a pipe
    among its arguments, into which an article comes a while after the first one came out."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, "extract", *arguments],
        stdout=subprocess.PIPE,
        stderr=theirs,
        pass_fds=slow[:1] if slow else (),
    ) as running:
        os.close(theirs)
        assert running.stdout
        output = running.stdout.readline()
        if slow:
            time.sleep(1.3)
            os.write(slow[1], ARTICLE.encode())
            os.close(slow[1])
        output += running.stdout.read()
    narration = b""
    while select.select([ours], [], [], 0.2)[0]:
        try:
            narration += os.read(ours, 65536)
        except OSError:  # the terminal was hung up
            break
    os.close(ours)
    return output, narration


def test_progress_is_shown_after_a_second_and_taken_away(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    pipe = os.pipe()
    output, narration = watched(
        tmp_path / "a.txt", f"/dev/fd/{pipe[0]}", tmp_path / "a.txt", slow=pipe
    )
    os.close(pipe[0])
    assert len(output.splitlines()) == 3
    line = b"2 of 3 articles"
    assert narration == b"\r" + line + b"\r" + b" " * len(line) + b"\r"


def test_a_quick_extraction_shows_no_progress(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert watched(tmp_path / "a.txt")[1] == b""


def test_a_note_of_trouble_names_each_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    done = newsreader("extract", tmp_path / "a.txt", tmp_path / "b.txt")
    assert sorted(complaints(done)) == [
        f"{tmp_path}/a.txt: is empty; there is nothing to read in it",
        f"{tmp_path}/b.txt: no such file or folder; check the spelling",
    ]
