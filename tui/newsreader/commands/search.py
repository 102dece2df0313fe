"""``newsreader search``: the quotes of articles that a query means, best first, on stdout."""

from __future__ import annotations

import gc
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from newsreader import __version__
from newsreader.article import Quote
from newsreader.commands.corrected import corrected_or_not
from newsreader.commands.output import write_out
from newsreader.commands.progress import Progress
from newsreader.errors import AnalysisFailed, CorrectionError, DataError, NoHome, SourceError
from newsreader.narration import invite_typing, say
from newsreader.search.entries import entries_of, origin_of
from newsreader.search.index import Match, QuoteIndex
from newsreader.sources import Source, find_sources, read_source

if TYPE_CHECKING:
    from newsreader.export.results import Result

_STDIN: Final = "-"


def search(
    query: str,
    paths: Sequence[str],
    format: str,
    *,
    limit: int,
    index: str | None = None,
    corrections: bool = True,
) -> int:
    """Print the best ``limit`` quotes under ``paths`` for ``query`` in ``format``. With the file
    ``index`` only what is new or has changed is read, and without ``paths`` all of it is searched;
    problems go to stderr, one line each.

    Returns:
        0, or 1 if some article could not be read or analysed, or its corrections not be read.

    Raises:
        CannotWrite: stdout is closed or its disk full.
        IndexFileError: the index can't be read or written, or is another program's.
    """
    gc.disable()
    quotes = QuoteIndex(path=Path(index) if index is not None else None)
    try:
        reading = _Reading(quotes, kept=index is not None, corrections=corrections)
        sources, problems = find_sources(paths)
        for problem in problems:
            say(str(problem))
        invite_typing(sources)
        keys = reading.read(sources)
        reading.forget_missing(paths, keys)
        found = quotes.find(query, limit, among=keys if paths else None)
        from newsreader.export.results import written

        results = [_result(match) for match in found.matches]
        write_out(written(results, found.counted, format))
    finally:
        quotes.close()
    return 1 if problems or reading.failed else 0


class _Reading:
    """Puts into ``quotes`` what is not there as it is now."""

    def __init__(self, quotes: QuoteIndex, *, kept: bool, corrections: bool) -> None:
        self._quotes = quotes
        self._kept = kept
        self._corrections = corrections
        self._corrected = corrected_or_not(corrections)
        self._stamps = quotes.stamps() if kept else {}
        self.failed = False

    def read(self, sources: Sequence[Source]) -> list[str]:
        """The keys of all that could be read, now or before."""
        keys: list[str] = []
        progress = Progress(len(sources))
        try:
            for number, source in enumerate(sources):
                progress.at(number)
                if number == 1:
                    gc.freeze()
                    gc.enable()
                key = _key(source)
                if self._known(source, key):
                    keys.append(key)
                    continue
                notes: list[str] = []
                if self._put(source, key, notes):
                    keys.append(key)
                for note in notes:
                    progress.clear()
                    say(note)
        finally:
            progress.clear()
        return keys

    def forget_missing(self, paths: Sequence[str], keys: Sequence[str]) -> None:
        """Takes out what is no longer in the folders among ``paths``."""
        if not self._kept:
            return
        present = set(keys)
        folders = [Path(path).absolute() for path in paths if path != _STDIN]
        for key in self._stamps:
            if key in present or key == _STDIN:
                continue
            inside = any(folder == Path(key) or folder in Path(key).parents for folder in folders)
            if inside and not Path(key).exists():
                self._quotes.remove(key)

    def _known(self, source: Source, key: str) -> bool:
        """Whether the index has the file as it is now, with its corrections."""
        kept = self._stamps.get(key, "").split()
        if source.path is None or len(kept) != len(_STAMP):
            return False
        stamp = self._stamp(source, kept[_STAMP.index("content")])
        return stamp is not None and stamp.split() == kept

    def _put(self, source: Source, key: str, notes: list[str]) -> bool:
        """Reads and analyses ``source``; whether it could."""
        from newsreader.corrections.store import content_hash
        from newsreader.engine.analyse import analyse
        from newsreader.export.contract import as_object, dumps

        before = self._stamp(source, "")
        try:
            article = read_source(source, notes)
            analysis = analyse(article.text, article.title_span)
        except (SourceError, AnalysisFailed, DataError) as problem:
            named = isinstance(problem, SourceError)
            notes.append(str(problem) if named else f"{source.name}: {problem}")
            self.failed = True
            return False
        try:
            analysis = self._corrected(article, analysis, source.name, notes)
        except CorrectionError as problem:
            notes.append(f"{problem}; {source.name} is searched without corrections")
            self.failed = True
        content = content_hash(article.text)
        stamp = self._stamp(source, content) or ""
        # Written to while it was read: it is read again the next time.
        if before is None or stamp.split()[:3] != before.split()[:3]:
            stamp = ""
        told = as_object(article, analysis)

        def details(number: int, quote: Quote) -> str:
            return dumps({k: v for k, v in told["quotes"][number].items() if k != "text"})

        origin = origin_of(article, key, stamp, dumps(told["article"]))
        entries = list(entries_of(article, analysis, details))
        self._quotes.replace(origin, entries)
        return True

    def _stamp(self, source: Source, content: str) -> str | None:
        """What tells one state of an article from another, words apart by spaces: ``_STAMP``."""
        if source.path is None:
            return ""
        try:
            about = Path(source.path).stat()
        except (OSError, ValueError):
            return None
        parts = (__version__, about.st_size, about.st_mtime_ns, content or "-")
        return " ".join(map(str, (*parts, self._corrections_of(content))))

    def _corrections_of(self, content: str) -> str:
        from newsreader.corrections.store import CorrectionStore

        if not (self._corrections and content):
            return "none"
        try:
            kept = CorrectionStore().load(content)
        except (CorrectionError, NoHome):
            return "unreadable"
        if not kept:
            return "none"
        from hashlib import sha256

        return sha256(repr(kept).encode("utf-8", "backslashreplace")).hexdigest()[:16]


_STAMP: Final = ("version", "size", "changed", "content", "corrections")


def _key(source: Source) -> str:
    return _STDIN if source.path is None else str(Path(source.path).absolute())


def _result(match: Match) -> Result:
    from newsreader.export.results import Result

    entry, origin = match.record()
    quote: dict[str, Any] = {}
    for name, value in json.loads(entry.details).items():
        quote[name] = value
        if name == "end":
            quote["text"] = entry.text
    start = entry.position
    matched = [(start + first, start + last) for first, last in match.letters]
    return Result(
        match.score, json.loads(origin.details), quote, matched, list(match.speaker_letters)
    )
