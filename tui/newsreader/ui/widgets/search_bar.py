"""The line in which one types what one remembers of a quote."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual import events

from newsreader.search.completing import Completion
from newsreader.text import safe_line
from newsreader.ui.widgets.line_input import LineInput

_REMEMBERED = 100
"""Queries that are remembered."""


class SearchBar(LineInput):
    """The query, and at the right end which of how many matching quotes is in view.

    ``queries`` are those that were made before, the newest last; bars may share them.
    """

    @dataclass
    class Changed(LineInput.Changed):
        """The query changed."""

    @dataclass
    class Submitted(LineInput.Submitted):
        """``enter``: stay at the result in view."""

    @dataclass
    class Cancelled(LineInput.Cancelled):
        """``escape``: go back to where one was reading."""

    @dataclass
    class Moved(LineInput.Moved):
        """An arrow or page key: go ``delta`` results on."""

    def __init__(
        self,
        *,
        prompt: str = "/ ",
        queries: list[str] | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            prompt=prompt,
            hint="words of a quote, or who said it",
            invitation="Search the quotes",
            id=id,
            classes=classes,
        )
        self._offered: Completion | None = None
        self.queries = [] if queries is None else queries

    def show_matches(self, position: int, total: str) -> None:
        """Shows "3 of 41", or "no match" if ``total`` is ``"0"``."""
        found = total != "0"
        self.set_remark(f"{position} of {total}" if found else "no match", warns=not found)

    def clear_matches(self) -> None:
        """Shows nothing at the right end."""
        self.set_remark("")

    def offer(self, completion: Completion | None) -> None:
        """Shows behind the query what ``right`` completes its last word to."""
        if completion != self._offered:
            self._offered = completion
            self.refresh()

    def edit(self, event: events.Key) -> bool:
        """As ever, and ``right`` at the end takes what is offered."""
        if event.key == "right" and self._offered and self._at_end:
            self.set_value(self._offered.query)
            return True
        return super().edit(event)

    def action_submit(self) -> None:
        """Stays at the result in view, and remembers the query."""
        query = " ".join(self.value.split())
        if query:
            self.queries[:] = [each for each in self.queries if each != query][-_REMEMBERED:]
            self.queries.append(query)
        super().action_submit()

    def action_recall(self, back: int) -> None:
        """Puts an earlier query into the line: ``back`` many before the one that is there."""
        queries = self.queries
        at = queries.index(self.value) if self.value in queries else len(queries)
        if 0 <= at - back < len(queries):
            self._replace(queries[at - back])

    def _replace(self, query: str) -> None:
        self.set_value(query)
        self.post_message(self.Changed(self.value))

    @property
    def _at_end(self) -> bool:
        return not self._editor.selected and self._editor.cursor == len(self._editor.text)

    def _typed(self) -> list[Segment]:
        segments = super()._typed()
        if self._offered and self.has_focus and self._at_end:
            label = safe_line(self._offered.label)
            segments.append(Segment(f" → {label}", self._style_of("hint")))
        return segments
