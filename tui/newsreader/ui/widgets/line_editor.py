"""The state of a one-line editor: text, cursor and the changes that keys make. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import split_graphemes


@dataclass
class LineEditor:
    """``cursor`` is an offset in code points, never inside a grapheme after a movement.

    ``selected`` means that the whole text is selected: what is typed next replaces it.
    """

    text: str = ""
    cursor: int = 0
    selected: bool = False
    killed: str = ""

    def insert(self, text: str) -> None:
        """Puts ``text`` at the cursor, or in place of a selected text."""
        if self.selected:
            self.clear()
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)

    def clear(self) -> None:
        """Empties the line."""
        self.text, self.cursor, self.selected = "", 0, False

    def select_all(self) -> None:
        """Selects the whole text, the cursor at its end."""
        self.cursor = len(self.text)
        self.selected = bool(self.text)

    def left(self) -> None:
        """One grapheme to the left."""
        self._move(self._before(self.cursor))

    def right(self) -> None:
        """One grapheme to the right."""
        self._move(self.after(self.cursor))

    def home(self) -> None:
        """To the beginning."""
        self._move(0)

    def end(self) -> None:
        """To the end."""
        self._move(len(self.text))

    def word_left(self) -> None:
        """To the beginning of this word or the one before."""
        self._move(self._word_before(self.cursor))

    def word_right(self) -> None:
        """To the end of this word or the one after."""
        self._move(self._word_after(self.cursor))

    def delete_left(self) -> None:
        """Deletes the grapheme before the cursor, or a selected text."""
        self._delete(self._before(self.cursor), self.cursor)

    def delete_right(self) -> None:
        """Deletes the grapheme after the cursor, or a selected text."""
        self._delete(self.cursor, self.after(self.cursor))

    def kill_word_left(self) -> None:
        """Deletes back to the beginning of a word and remembers it."""
        self._kill(self._word_before(self.cursor), self.cursor)

    def kill_word_right(self) -> None:
        """Deletes to the end of a word and remembers it."""
        self._kill(self.cursor, self._word_after(self.cursor))

    def kill_to_start(self) -> None:
        """Deletes all before the cursor and remembers it."""
        self._kill(0, self.cursor)

    def kill_to_end(self) -> None:
        """Deletes all after the cursor and remembers it."""
        self._kill(self.cursor, len(self.text))

    def yank(self) -> None:
        """Puts back what was last killed."""
        self.insert(self.killed)

    def _move(self, cursor: int) -> None:
        self.selected = False
        self.cursor = cursor

    def _delete(self, start: int, end: int) -> None:
        if self.selected:
            self.clear()
            return
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start

    def _kill(self, start: int, end: int) -> None:
        if self.selected:
            start, end = 0, len(self.text)
        if start < end:
            self.killed = self.text[start:end]
        self._delete(start, end)

    def _before(self, cursor: int) -> int:
        if self.text[:cursor].isascii():
            return max(0, cursor - 1)
        return max(
            (start for start, _, _ in split_graphemes(self.text)[0] if start < cursor), default=0
        )

    def after(self, cursor: int) -> int:
        """Where the grapheme that begins at ``cursor`` ends."""
        if self.text.isascii():
            return min(len(self.text), cursor + 1)
        return min(
            (end for _, end, _ in split_graphemes(self.text)[0] if end > cursor),
            default=len(self.text),
        )

    def _word_before(self, cursor: int) -> int:
        while cursor and not self.text[cursor - 1].isalnum():
            cursor -= 1
        while cursor and self.text[cursor - 1].isalnum():
            cursor -= 1
        return cursor

    def _word_after(self, cursor: int) -> int:
        while cursor < len(self.text) and not self.text[cursor].isalnum():
            cursor += 1
        while cursor < len(self.text) and self.text[cursor].isalnum():
            cursor += 1
        return cursor
