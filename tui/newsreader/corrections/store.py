"""Keeps corrections: a file for each article, named by the hash of its words.

A file is written whole beside the old one and then takes its place, so a crash at any moment leaves
the old or the new one. Who writes holds a lock on the folder and reads the file again first, so two
running programs never lose each other's corrections. A damaged file is never written over.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import stat
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from newsreader.corrections.json_form import as_json, from_json
from newsreader.corrections.values import Correction
from newsreader.errors import CorrectionError, NoHome

SCHEMA: Final = 1

_LARGEST: Final = 16_000_000
"""Bytes of a file of corrections, beyond which it is not ours."""

_PATIENCE: Final = 2.0
"""Seconds to wait for another program that is writing; it takes milliseconds."""

_LOCK: Final = ".lock"
_UNFINISHED: Final = ".unfinished"


def content_hash(text: str) -> str:
    """SHA-256 of the text's UTF-8 in hexadecimal: the same words, the same corrections. It begins
    with ``Article.id``."""
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class CorrectionStore:
    """The corrections of all articles, in ``folder`` or, without one, in the user's data folder.

    Every method may raise ``CorrectionError``, one line that names the file, after which the file
    is as it was.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._given = folder

    def load(self, text_hash: str) -> list[Correction]:
        """The corrections of the article with this ``content_hash``, oldest first."""
        try:
            path = self._folder() / _file_name(text_hash)
        except NoHome:
            return []  # nothing can have been kept
        return _read(path, text_hash)

    def add(self, text_hash: str, correction: Correction) -> None:
        """Keep ``correction`` after the others. It is on the disk when this returns."""
        folder = self._own_folder()
        path = folder / _file_name(text_hash)
        with _locked(folder):
            _write(path, text_hash, [*_read(path, text_hash), correction])

    def undo(self, text_hash: str) -> Correction | None:
        """Take back the last correction and return it; ``None`` if there is none."""
        if not self.load(text_hash):
            return None
        folder = self._own_folder()
        path = folder / _file_name(text_hash)
        with _locked(folder):
            kept = _read(path, text_hash)
            if not kept:
                return None
            last = kept.pop()
            _write(path, text_hash, kept)
        return last

    def _folder(self) -> Path:
        if self._given is not None:
            return self._given
        from newsreader.paths import data_folder

        return data_folder() / "corrections"

    def _own_folder(self) -> Path:
        """The folder, made with those above it if need be, for its owner alone."""
        try:
            folder = self._folder()
        except NoHome as error:
            raise CorrectionError(f"corrections cannot be kept: {error}") from error
        try:
            missing = [each for each in (folder, *folder.parents) if not each.exists()]
            for each in reversed(missing):
                each.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise _failed(folder, "this folder for corrections cannot be made", error) from error
        return folder


def _file_name(text_hash: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", text_hash):
        raise ValueError(f"no content hash: {text_hash!r}")
    return f"{text_hash}.json"


def _read(path: Path, text_hash: str) -> list[Correction]:
    try:
        content = _bytes(path)
        if content is None:
            return []
    except OSError as error:
        raise _failed(path, "these corrections cannot be read", error) from error
    try:
        return _decoded(json.loads(content.decode("utf-8")), text_hash, path)
    except (ValueError, RecursionError) as error:
        raise CorrectionError(
            f"{path}: this file of corrections is damaged; repair it or move it away"
        ) from error


def _bytes(path: Path) -> bytes | None:
    """What the file holds; ``None`` if there is none.

    Raises:
        OSError: it cannot be read.
        CorrectionError: it is no file, or far too large.
    """
    try:
        # A pipe at this path must not keep us waiting.
        number = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    with os.fdopen(number, "rb") as file:
        state = os.fstat(number)
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
            raise CorrectionError(f"{path}: this is no file of corrections; move it away")
        return file.read(_LARGEST)


def _decoded(value: Any, text_hash: str, path: Path) -> list[Correction]:
    match value:
        case {"schema": int(schema)} if schema > SCHEMA:
            raise CorrectionError(f"{path}: a newer newsreader wrote these corrections; update it")
        case {"schema": 1, "article": str(article), "corrections": [*entries]}:
            if article == text_hash:
                return [from_json(entry) for entry in entries]
    raise ValueError("not what newsreader writes")


def _write(path: Path, text_hash: str, corrections: Sequence[Correction]) -> None:
    """Replace the file by one with ``corrections``, or remove it if there are none."""
    unfinished = path.with_name(_UNFINISHED)
    try:
        if corrections:
            _write_whole(unfinished, _encoded(text_hash, corrections))
            unfinished.replace(path)
        else:
            path.unlink(missing_ok=True)
        _sync(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise _failed(path, "the correction could not be kept", error) from error


def _encoded(text_hash: str, corrections: Sequence[Correction]) -> bytes:
    """One correction a line, for people who look inside. Pure ASCII."""
    entries = ",\n  ".join(json.dumps(as_json(each)) for each in corrections)
    head = f'"schema": {SCHEMA},\n "article": "{text_hash}"'
    return f'{{{head},\n "corrections": [\n  {entries}\n ]}}\n'.encode("ascii")


def _write_whole(path: Path, content: bytes) -> None:
    """Make a new file for its owner alone, with ``content`` on the disk."""
    path.unlink(missing_ok=True)  # of a program that was killed while it wrote
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Put the folder's entries on the disk, where its file system can."""
    number = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        with contextlib.suppress(OSError):
            os.fsync(number)
    finally:
        os.close(number)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock. The system gives it back if we are killed."""
    import fcntl

    path = folder / _LOCK
    try:
        number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK, 0o600)
    except OSError as error:
        raise _failed(folder, "corrections cannot be kept in this folder", error) from error
    try:
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise CorrectionError(
                        f"{path}: another newsreader is writing corrections; try again"
                    ) from None
                time.sleep(0.005)
            except OSError as error:
                raise _failed(folder, "corrections cannot be kept in this folder", error) from error
        yield
    finally:
        os.close(number)


def _failed(path: Path, problem: str, error: OSError) -> CorrectionError:
    reason = (error.strerror or str(error)).lower()
    return CorrectionError(f"{path}: {problem} ({reason}); {_advice(error)}")


def _advice(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "make room for it and try again"
    return "see who may read and write there"
