"""Arguments to sources: folders are walked, nothing is read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from newsreader.errors import MissingFile, NoArticles, SourceError, UnreadableFile
from newsreader.sources.source import Source

ENDINGS = (".txt", ".md", ".html", ".htm")
"""What counts as an article in a folder. A file that is named itself may end in anything."""


def find_sources(paths: Iterable[str]) -> tuple[list[Source], list[SourceError]]:
    """One source for each file among ``paths`` and for each article in its folders, and one error
    for each path where there is none. ``-`` is standard input. Folders are walked in the order of
    their names, links followed, hidden files and folders left out."""
    sources: list[Source] = []
    problems: list[SourceError] = []
    for path in paths:
        if path == "-":
            sources.append(Source(None))
            continue
        try:
            is_folder = _is_folder(path)
        except (OSError, ValueError) as error:
            problems.append(cannot_open(path, error))
            continue
        if is_folder:
            _walk(path, sources, problems)
        else:
            sources.append(Source(path))
    return sources, problems


def bundled_sources() -> list[Source]:
    """The articles that come with newsreader, in the order of the numbers they begin with."""
    package = Path(__file__).parent.parent
    # In the wheel they lie inside the package, in a clone at its root.
    for folder in (package / "seeds", package.parent.parent / "seeds"):
        if folder.is_dir():
            sources, _ = find_sources([str(folder)])
            return [one for one in sources if Path(one.name).name[:2].isdigit()]
    return []


def cannot_open(path: str, error: OSError | ValueError) -> SourceError:
    """The operating system's reason why ``path`` cannot be opened, as one of ours."""
    path = path or '""'
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return MissingFile(path, "no such file or folder", "check the spelling")
    if isinstance(error, PermissionError):
        return UnreadableFile(path, "permission denied", "make it readable with chmod u+r")
    reason = error.strerror if isinstance(error, OSError) else None
    return UnreadableFile(path, (reason or str(error)).lower(), "check the path")


def _is_folder(path: str) -> bool:
    import stat

    return stat.S_ISDIR(Path(path).stat().st_mode)


def _walk(folder: str, sources: list[Source], problems: list[SourceError]) -> None:
    """Depth first without recursion, each folder once, however links lead back to it."""
    found = len(sources)
    complaints = len(problems)
    seen: set[tuple[int, int]] = set()
    pending: list[os.DirEntry[str] | str] = [folder]
    while pending:
        entry = pending.pop()
        path = entry if isinstance(entry, str) else entry.path
        try:
            if not isinstance(entry, str) and not _leads_to_folder(entry):
                sources.append(Source(path))
                continue
            about = Path(path).stat()
            if (about.st_dev, about.st_ino) in seen:
                continue
            seen.add((about.st_dev, about.st_ino))
            with os.scandir(path) as entries:
                inside = sorted((e for e in entries if _is_wanted(e)), key=lambda e: e.name)
        except OSError as error:
            problems.append(cannot_open(path, error))
            continue
        pending.extend(reversed(inside))
    if len(sources) == found and len(problems) == complaints:
        wanted = "no .txt, .md or .html files in this folder"
        problems.append(NoArticles(folder, wanted, "name the files themselves"))


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    # Asked of the folder and not of each file, unless it is a link, which may lead nowhere.
    return _is_folder(entry.path) if entry.is_symlink() else entry.is_dir()


def _is_wanted(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return False
    if entry.name.lower().endswith(ENDINGS):
        return True
    try:
        return entry.is_dir()
    except OSError:
        return False
