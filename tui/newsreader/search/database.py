"""The SQLite side of an index: opening a file that may be anybody's, and its tables.

Driver errors become ``IndexFileError`` here, once; what is a bug stays one.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newsreader.errors import IndexFileError
from newsreader.search.matches import Superseded

if TYPE_CHECKING:
    import sqlite3

APPLICATION: Final = 0x4E575352
"""``NWSR`` in the file's header tells that it is ours."""
VERSION: Final = 1

_PATIENCE: Final = 5.0
"""Seconds to wait for another program that is writing."""
_CACHE: Final = 6_000
"""Kilobytes of pages kept in memory; the system keeps the rest of the file."""

# What is folded stands first in its row, where it is read without going through the rest. Its
# lines are the words, other forms of them, the speaker's words, and what filters look for.
_TABLES: Final = (
    """CREATE TABLE articles (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL,
        source TEXT NOT NULL, details TEXT NOT NULL)""",
    """CREATE TABLE quotes (
        id INTEGER PRIMARY KEY, folded TEXT NOT NULL, article INTEGER NOT NULL,
        position INTEGER NOT NULL, kind TEXT NOT NULL, speaker TEXT NOT NULL, text TEXT NOT NULL,
        places TEXT NOT NULL, details TEXT NOT NULL)""",
    "CREATE INDEX quotes_of_article ON quotes (article)",
    """CREATE TABLE words (
        field TEXT NOT NULL, word TEXT NOT NULL, count INTEGER NOT NULL, rough TEXT NOT NULL,
        PRIMARY KEY (field, word)) WITHOUT ROWID""",
    "CREATE INDEX words_by_sound ON words (field, rough)",
    """CREATE TABLE names (
        field TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, count INTEGER NOT NULL,
        PRIMARY KEY (field, name)) WITHOUT ROWID""",
    "CREATE INDEX names_by_count ON names (field, count DESC, name)",
    # Folded words are divided by ASCII alone, and none of them holds any but letters and digits.
    """CREATE VIRTUAL TABLE found USING fts5 (
        folded, content='quotes', content_rowid='id', detail=none, columnsize=0,
        prefix='1 2', tokenize='ascii')""",
)


def in_file(path: Path) -> sqlite3.Connection:
    """The index in the file at ``path``, made for its owner alone if there is none.

    Raises:
        IndexFileError: it is damaged, another program's, or cannot be read or written.
    """
    import sqlite3

    with readable(path):
        _expect_a_file(path)
        db = _connect(str(path))
        try:
            _expect_ours(db, path)
            db.execute("PRAGMA journal_mode = WAL")
            # After a crash of the machine the newest articles may have to be read again.
            db.execute("PRAGMA synchronous = NORMAL")
            if not _is_made(db):
                with writing(db):
                    if not _is_made(db):
                        _create(db)
        except (sqlite3.Error, IndexFileError):
            db.close()
            raise
    return db


def _expect_a_file(path: Path) -> None:
    """A plain file that can be written to, made if there is none. One that is there is not opened:
    to close it would end the locks that SQLite may have on it in this process."""
    reason = ""
    try:
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        os.close(os.open(os.path.realpath(path), flags, 0o600))
    except FileExistsError:
        if not path.is_file():
            reason = "it is no plain file"
        elif not os.access(path, os.R_OK | os.W_OK):
            reason = "permission denied"
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
    if reason:
        raise IndexFileError(f"{path}: cannot keep an index here: {reason}")


@contextlib.contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turns what SQLite says of the file into one line that tells what to do.

    Raises:
        Superseded: a statement was ended because a newer query came.
    """
    import sqlite3

    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
            raise Superseded from error
        if _is_bug(error):
            raise
        raise IndexFileError(f"{path}: {_told(error)}") from error


@contextlib.contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """All of it is kept or nothing, whatever happens to this process."""
    inside = db.in_transaction
    db.execute("SAVEPOINT part" if inside else "BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK TO part" if inside else "ROLLBACK")
        raise
    db.execute("RELEASE part" if inside else "COMMIT")


def _connect(where: str) -> sqlite3.Connection:
    import sqlite3

    db = sqlite3.connect(
        where, timeout=_PATIENCE, isolation_level=None, check_same_thread=False,
        cached_statements=256,
    )  # fmt: skip
    # A file from elsewhere must not run anything, and its pages are not believed.
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")
    db.execute(f"PRAGMA cache_size = -{_CACHE}")
    db.execute("PRAGMA temp_store = MEMORY")
    return db


def _create(db: sqlite3.Connection) -> None:
    for table in _TABLES:
        db.execute(table)
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def _is_made(db: sqlite3.Connection) -> bool:
    return bool(db.execute("PRAGMA user_version").fetchone()[0])


def _expect_ours(db: sqlite3.Connection, path: Path) -> None:
    """An empty file becomes ours; anything else must be already."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not (application or version or tables):
        return
    if application != APPLICATION:
        raise IndexFileError(f"{path}: this is another program's file; name a new one")
    if version > VERSION:
        raise IndexFileError(f"{path}: a newer newsreader wrote this index; update it")


def _is_bug(error: sqlite3.Error) -> bool:
    """Whether our own statement is wrong rather than the file."""
    name = getattr(error, "sqlite_errorname", "")
    return name in ("", "SQLITE_ERROR", "SQLITE_MISUSE", "SQLITE_RANGE")


def _told(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "another program is writing to this index; try again"
    if name.startswith("SQLITE_NOTADB"):
        return "this is no index; name a new file"
    if name.startswith("SQLITE_CORRUPT"):
        return "this index is damaged; remove it, and it is made again"
    if name.startswith("SQLITE_FULL"):
        return "the disk is full; the index is as it was"
    if name.startswith("SQLITE_READONLY"):
        return "this index cannot be written to; make it writable"
    return f"this index cannot be used: {str(error).lower()}"
