"""An article's analysis as its reader corrected it, and the corrections that made it so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsreader.article import Analysis, Article
from newsreader.errors import NewsreaderError

if TYPE_CHECKING:
    from newsreader.corrections.store import CorrectionStore
    from newsreader.corrections.values import Correction


class Told(NamedTuple):
    """What came of it: a line for the user; ``problem`` is the error's own line if one kept it
    from being stored."""

    line: str
    problem: str = ""


class CorrectedArticle:
    """What the engine ``found`` in ``article``, with the corrections that are stored for it.

    ``analysis`` is the corrected one. A correction that cannot be stored holds as long as this
    does, and is stored with the next one that can be.
    """

    def __init__(self, article: Article, found: Analysis) -> None:
        self.analysis = found
        self._text = article.text
        self._found = found
        self._stored: list[Correction] = []
        self._unstored: list[Correction] = []
        self._store: CorrectionStore | None = None
        self._hash = ""

    def loading(self) -> Iterator[Told | None]:
        """Applies what is stored, in steps of a few milliseconds. Yields what there is to say of
        it, mostly nothing."""
        from newsreader.corrections.store import CorrectionStore, content_hash

        yield None
        self._store = CorrectionStore()
        self._hash = content_hash(self._text)
        yield None
        problem = self._load()
        yield Told(f"Corrections not read: {_reason(problem)}", problem) if problem else None
        if self._stored:
            import newsreader.corrections.applying  # noqa: F401

            yield None
        self._apply()

    @property
    def unsaved(self) -> bool:
        """Whether a correction is yet to be stored."""
        return bool(self._unstored)

    def add(self, correction: Correction) -> None:
        """Applies ``correction``; ``save`` is still to come."""
        self._unstored.append(correction)
        self._apply()

    def save(self) -> Told:
        """Stores what is not stored yet, and applies what another newsreader stored meanwhile."""
        made = [*self._stored, *self._unstored]
        problem = self._store_all()
        if made != [*self._stored, *self._unstored]:
            self._apply()
        if problem:
            return Told(f"Not saved, holds until you leave: {_reason(problem)}", problem)
        return Told(f"Saved: {made[-1].describe(self._text)}")

    def undo(self) -> tuple[Correction | None, Told]:
        """Takes the last correction back: which one that was, and what there is to say."""
        undone: Correction | None
        if self._unstored:
            undone = self._unstored.pop()
        else:
            assert self._store is not None
            try:
                undone = self._store.undo(self._hash)
            except NewsreaderError as error:
                return None, Told(f"Not undone: {_reason(str(error))}", str(error))
            self._load()
        if undone is None:
            return None, Told("There is no correction to undo.")
        self._apply()
        return undone, Told(f"Undone: {undone.describe(self._text)}")

    def _store_all(self) -> str:
        """Stores what is not stored yet, oldest first; the problem if that can't be."""
        assert self._store is not None
        try:
            while self._unstored:
                self._store.add(self._hash, self._unstored[0])
                self._stored.append(self._unstored.pop(0))
        except NewsreaderError as error:
            return str(error)
        self._load()
        return ""

    def _load(self) -> str:
        """Reads what is stored, perhaps by another newsreader too; the problem if it can't be."""
        assert self._store is not None
        try:
            self._stored = self._store.load(self._hash)
        except NewsreaderError as error:
            return str(error)
        return ""

    def _apply(self) -> None:
        made = [*self._stored, *self._unstored]
        if not made:
            self.analysis = self._found
            return
        from newsreader.corrections.applying import apply

        self.analysis = apply(self._text, self._found, made)


def _reason(problem: str) -> str:
    """``problem`` without the long path at its beginning, for which the footer has no room."""
    path, colon, reason = problem.partition(": ")
    return reason if colon and "/" in path else problem
