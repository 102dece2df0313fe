"""Every error a user can cause.

    NewsreaderError
    ├── SourceError              one article could not be read; the others go on
    │   ├── MissingFile
    │   ├── UnreadableFile
    │   ├── EmptyArticle
    │   ├── NotText              binary data
    │   ├── WrongEncoding
    │   ├── NoArticles           a folder that holds none
    │   └── NotAnArticle         HTML without an article in it, or too deep to parse
    ├── NoTerminal               the app needs one; `newsreader extract` does not
    ├── CannotWrite              standard output takes no more: closed, or its disk is full
    ├── CorrectionError          corrections cannot be read or kept; the file is as it was
    ├── IndexFileError           a file that keeps an index is damaged, locked or another program's
    ├── NoHome                   there is no folder for what belongs to the user
    ├── AnalysisFailed           the worker process died, ran out of time or of memory
    └── DataError                a file of engine/data/ is missing or damaged

A message names the file, line or address and says what to do next, in one line. Anything else
that is raised is a bug and stays a traceback.
"""

from __future__ import annotations


class NewsreaderError(Exception):
    """Root of the tree. ``str(error)`` is one line; it may hold untrusted text (a file's name)."""


class SourceError(NewsreaderError):
    """An article could not be read. ``name`` is the path as the user gave it."""

    def __init__(self, name: str, problem: str, advice: str = "") -> None:
        self.name = name
        self.problem = problem
        self.advice = advice
        super().__init__(f"{name}: {problem}" + (f"; {advice}" if advice else ""))


class MissingFile(SourceError):
    """Nothing stands at this path."""


class UnreadableFile(SourceError):
    """The path exists but cannot be read: permissions, an I/O error, a socket."""


class EmptyArticle(SourceError):
    """The file holds nothing but white space."""


class NotText(SourceError):
    """The file is binary."""


class WrongEncoding(SourceError):
    """The bytes are text in no encoding that could be told."""


class NoArticles(SourceError):
    """A folder without .txt, .md or .html files."""


class NotAnArticle(SourceError):
    """HTML in which no article text was found."""


class NoTerminal(NewsreaderError):
    """Standard output or the keyboard is no terminal that the app can draw on."""


class CannotWrite(NewsreaderError):
    """Standard output takes no more: it is closed, or its disk is full."""


class CorrectionError(NewsreaderError):
    """A file of corrections is damaged, or cannot be read or written. It is left as it was."""


class IndexFileError(NewsreaderError):
    """A file that keeps an index of quotes cannot be read or written."""


class NoHome(NewsreaderError):
    """There is no folder to keep data in: no home, and XDG_DATA_HOME is not set."""


class AnalysisFailed(NewsreaderError):
    """The engine's process did not finish: killed, out of time, out of memory."""


class DataError(NewsreaderError):
    """A data file that ships with newsreader is missing or damaged: reinstall."""
