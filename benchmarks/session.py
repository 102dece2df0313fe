"""A program at work: presses keys and says how long each took to be drawn."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from benchmarks.program import COLUMNS, ROWS, NotShown, article_box
from benchmarks.screens import Box, Replay, changed, settled
from benchmarks.terminal import Terminal

View = Callable[[Replay], Hashable]

# Seconds: the longest wait for a first answer, the silence that ends an answer, its longest
# duration, and the silence before a key is pressed.
_PATIENCE = 1.0
_QUIET = 0.12
_LIMIT = 3.0
_REST = 0.03


class Session:
    """Follows ``terminal`` from its first chunk on; ``screen`` shows what it shows now."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.screen = Replay(COLUMNS, ROWS)
        self._fed = 0
        self.catch_up()
        box = article_box(self.screen)
        if box is None:
            raise NotShown(f"no article text:\n{self.screen.text()}")
        self.box = box
        self.whole = Box(0, 0, COLUMNS, ROWS)

    def catch_up(self) -> None:
        """Draws what came since, without timing it."""
        for chunk in self.terminal.chunks[self._fed :]:
            self.screen.feed(chunk.data)
        self._fed = len(self.terminal.chunks)

    def rest(self) -> None:
        """Lets the program come to rest and draws what it wrote."""
        self.terminal.read_until_quiet(_REST, _LIMIT)
        self.catch_up()

    def words_in_view(self, screen: Replay) -> str:
        """The letters and digits of the article pane: without marks that analysis may add."""
        return "".join(filter(str.isalnum, screen.text(self.box)))

    def article_cells(self, screen: Replay) -> Hashable:
        """Text and styles of the article pane, with the text of everything else."""
        return screen.text(), screen.styles(self.box)

    def search_line(self, screen: Replay) -> Hashable:
        """The text of the rows below the article, where the search bar stands."""
        return screen.text(Box(0, self.box.bottom, COLUMNS, ROWS))

    def time(self, keys: bytes, view: View, *, first: bool = False) -> float | None:
        """Seconds from writing ``keys`` to the last change of ``view`` they caused, or to the
        ``first``; ``None`` if it did not change."""
        self.rest()
        pressed = self.terminal.press(keys)
        return self._until(pressed, view, first)

    def page(self, key: bytes) -> list[float]:
        """``time`` of a key that moves the text, as a list of one or none."""
        taken = self.time(key, self.words_in_view)
        return [] if taken is None else [taken]

    def resize(self, columns: int, rows: int) -> list[float]:
        """Seconds from a new size to its last drawn effect, as a list of one or none."""
        self.rest()
        resized = self.terminal.resize(columns, rows)
        self.screen.resize(columns, rows)
        taken = self._until(resized, lambda screen: screen.text(), False)
        return [] if taken is None else [taken]

    def _until(self, moment: float, view: View, first: bool) -> float | None:
        if self.terminal.read(_PATIENCE):
            self.terminal.read_until_quiet(_QUIET, _LIMIT)
        chunks = self.terminal.chunks[self._fed :]
        self._fed = len(self.terminal.chunks)
        at = (changed if first else settled)(self.screen, chunks, view)
        return None if at is None else at - moment
