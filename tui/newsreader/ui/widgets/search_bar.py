"""The line in which one types what one remembers of a quote."""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.search.matches import counted
from newsreader.ui.widgets.line_input import LineInput


class SearchBar(LineInput):
    """The query, and at the right end which of how many matching quotes is in view."""

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

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(
            prompt="/ ",
            hint="words of a quote, or who said it",
            invitation="Search the quotes",
            id=id,
            classes=classes,
        )

    def show_matches(self, position: int, total: int) -> None:
        """Shows "3 of 41", or "no match" if ``total`` is 0."""
        self.set_remark(f"{position} of {counted(total)}" if total else "no match", warns=not total)

    def clear_matches(self) -> None:
        """Shows nothing at the right end."""
        self.set_remark("")
