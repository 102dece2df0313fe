"""Why the current quote was given to its speaker, below the article."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from newsreader.article import Quote, Speaker
from newsreader.text import safe_line
from newsreader.ui.commands import COMMANDS
from newsreader.ui.sureness import UNKNOWN, in_words, mark
from newsreader.ui.theme_styles import Paint
from newsreader.ui.widgets.footer import FooterLine
from newsreader.ui.widgets.row_line import Piece, cut, wrapped

_TEXT = Paint("foreground", "surface")
_QUIET = Paint("quiet", "surface")
_SPEAKER = Paint("foreground", "surface", bold=True)
_KEY = Paint("accent", "surface")
_RULE = 30
"""Cells of a rule that has room for a key."""
_KINDS = {
    "direct": "verbatim",
    "mixed": "verbatim fragment",
    "indirect": "paraphrase, not verbatim",
}


class WhyPanel(Widget):
    """A rule, who said it and how sure that is, and the sentence that gives the reason."""

    DEFAULT_CSS = "WhyPanel { background: $surface; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._command = next(command for command in COMMANDS if command.id == "correct")
        self._speaker = ""
        self._about = ""
        self._why = ""

    def show(self, quote: Quote | None, speaker: Speaker | None) -> None:
        """Explains ``quote``, given to ``speaker``."""
        if quote is None:
            self._speaker, self._about = "No quote is chosen", ""
            self._why = "Press ] to go to the next quote, or click on one."
        else:
            sign = mark(quote) if quote.speaker or quote.corrected else ""
            self._speaker = f"{safe_line(quote.speaker or UNKNOWN)} {sign}".rstrip()
            role = safe_line(speaker.role) if speaker and speaker.role else ""
            # The role last: it is the longest, and what may be cut.
            about = filter(None, (in_words(quote), _KINDS[quote.kind], role))
            self._about = "".join(f" · {part}" for part in about)
            self._why = safe_line(quote.why)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The rule, the speaker, then the sentence."""
        width = self.size.width
        base = _TEXT.style(self.app)
        quiet = _QUIET.style(self.app)
        room = max(1, width - 2)
        if y == 0:
            key = self._key(width)
            rule = "─" * max(0, width - 6 - len(key) - (1 if key else 0))
            segments = [Segment(f"─ Why {rule}", quiet)]
            if key:
                segments += [Segment(key, _KEY.style(self.app)), Segment("─", quiet)]
            return Strip(segments).adjust_cell_length(max(0, width), base)
        # What is said of the speaker has a second line if it needs one.
        heads = wrapped(self._speaker + self._about, room)
        if len(heads) > 2:
            heads[1:] = [" ".join(heads[1:])]
        if y <= len(heads):
            name = len(self._speaker) if y == 1 else 0
            pieces = cut([Piece(heads[y - 1][:name], "name"), Piece(heads[y - 1][name:])], room)
            segments = [Segment(" ", base)]
            segments += [
                Segment(text, _SPEAKER.style(self.app) if look else quiet) for text, look in pieces
            ]
        else:
            segments = [Segment(self._reason(y - 1 - len(heads), room), base)]
        return Strip(segments).adjust_cell_length(max(0, width), base)

    def on_click(self, event: events.Click) -> None:
        """A click on the key that the rule shows is as good as the key."""
        width = self.size.width
        if event.y == 0 and event.x >= width - 1 - len(self._key(width)) and self._key(width):
            event.stop()
            self.post_message(FooterLine.Clicked(self._command))

    def _key(self, width: int) -> str:
        """The key that corrects what the panel tells, if there is anything to correct."""
        shown = f" {self._command.shown_keys[0]} {self._command.footer} "
        return shown if self._about and width >= _RULE else ""

    def _reason(self, number: int, room: int) -> str:
        """The line ``number`` of the sentence; the last one there is room for takes the rest."""
        lines = wrapped(self._why, room)
        if number >= len(lines):
            return ""
        last = self.size.height - 2 - len(wrapped(self._speaker + self._about, room)[:2])
        text = " ".join(lines[number:]) if number == last else lines[number]
        return " " + "".join(piece.text for piece in cut([Piece(text)], room))
