"""Corrections kept while processes are killed, get in each other's way, or may not write."""

import fcntl
import os
import resource
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newsreader.corrections.store import CorrectionStore, content_hash
from newsreader.corrections.values import Correction, Given, NotQuotation
from newsreader.errors import CorrectionError

HASH = content_hash("An article.")
EACH: list[Correction] = [Given((0, 5), "Ada"), NotQuotation((3, 7))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "corrections"


def file_of(folder: Path) -> Path:
    return folder / f"{HASH}.json"


def in_child(work: Callable[[], None]) -> int:
    """Runs ``work`` in a process of its own; the number of that process."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return child


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def must_fail(store: CorrectionStore, problem: str) -> None:
    with pytest.raises(CorrectionError, match=problem) as caught:
        store.add(HASH, EACH[1])
    assert "\n" not in str(caught.value)


def test_a_folder_that_may_not_be_written_to_keeps_what_it_has() -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        folder = Path(name) / "corrections"
        store = CorrectionStore(folder)
        store.add(HASH, EACH[0])
        folder.chmod(0o555)
        file_of(folder).chmod(0o444)
        (folder / ".lock").unlink()

        def as_a_stranger() -> None:
            if os.geteuid() == 0:
                os.setuid(65534)
            must_fail(store, f"{folder}: corrections cannot be kept in this folder .permission")
            assert store.load(HASH) == EACH[:1]

        def as_one_who_may_not_look() -> None:
            if os.geteuid() == 0:
                os.setuid(65534)
            must_fail(store, "permission denied")
            with pytest.raises(CorrectionError, match="permission denied"):
                store.load(HASH)

        assert ended(in_child(as_a_stranger)) == 0
        folder.chmod(0o000)
        assert ended(in_child(as_one_who_may_not_look)) == 0
        folder.chmod(0o700)
        assert store.load(HASH) == EACH[:1]


def test_a_disk_that_takes_no_more_keeps_the_old_file(folder: Path) -> None:
    store = CorrectionStore(folder)
    store.add(HASH, EACH[0])
    before = file_of(folder).read_bytes()

    def on_a_full_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 10, len(before) + 10))
        must_fail(store, "could not be kept .file too large.; make room")

    assert ended(in_child(on_a_full_disk)) == 0
    assert file_of(folder).read_bytes() == before
    assert sorted(each.name for each in folder.iterdir()) == [".lock", f"{HASH}.json"]
    store.add(HASH, EACH[1])
    assert store.load(HASH) == EACH[:2]


def test_a_process_killed_while_it_writes_leaves_the_old_file_or_the_new(folder: Path) -> None:
    store = CorrectionStore(folder)
    long = "x" * 20_000
    rounds = 40
    for number in range(rounds):
        kept = len(store.load(HASH))
        told, telling = os.pipe()

        def write_on(kept: int = kept, telling: int = telling) -> None:
            for at in range(kept, 10_000):
                store.add(HASH, Given((at, at + 1), long))
                os.write(telling, b".")

        child = in_child(write_on)
        os.close(telling)
        time.sleep(0.004 + 0.0007 * number)
        os.kill(child, signal.SIGKILL)
        assert ended(child) == -signal.SIGKILL
        confirmed = 0
        while some := os.read(told, 1 << 16):
            confirmed += len(some)
        os.close(told)
        found = store.load(HASH)
        assert found == [Given((at, at + 1), long) for at in range(len(found))]
        assert kept + confirmed <= len(found) <= kept + confirmed + 1
        while len(found) > 20:
            store.undo(HASH)
            found.pop()
    store.add(HASH, EACH[0])
    assert sorted(each.name for each in folder.iterdir()) == [".lock", f"{HASH}.json"]


def test_processes_that_add_at_once_lose_nothing(folder: Path) -> None:
    def add(writer: int) -> None:
        for number in range(25):
            CorrectionStore(folder).add(HASH, Given((number, 100), f"writer {writer}"))

    children = [in_child(lambda writer=writer: add(writer)) for writer in range(4)]  # type: ignore[misc]
    assert [ended(child) for child in children] == [0] * 4
    found = CorrectionStore(folder).load(HASH)
    assert len(found) == 100
    for writer in range(4):
        of_one = [each for each in found if each == Given(each.span, f"writer {writer}")]
        assert of_one == [Given((number, 100), f"writer {writer}") for number in range(25)]


def test_one_that_holds_the_lock_for_long_does_not_hold_up_the_others_for_ever(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsreader.corrections.store._PATIENCE", 0.05)
    store = CorrectionStore(folder)
    store.add(HASH, EACH[0])
    with (folder / ".lock").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(CorrectionError, match="another newsreader is writing"):
            store.add(HASH, EACH[1])
        assert store.load(HASH) == EACH[:1]
    store.add(HASH, EACH[1])
    assert store.load(HASH) == EACH[:2]
