"""Why the current quote was given to its speaker, below the article."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from newsreader.article import Quote, Speaker
from newsreader.text import safe_line
from newsreader.ui.layout import Wrapped, shown_text
from newsreader.ui.theme_styles import Paint

_TEXT = Paint("foreground", "surface")
_QUIET = Paint("quiet", "surface")
_SPEAKER = Paint("foreground", "surface", bold=True)
_KINDS = {
    "direct": "verbatim",
    "mixed": "verbatim fragment",
    "indirect": "paraphrase, not verbatim",
}


class WhyPanel(Widget):
    """A rule, who said it with role and confidence, and the sentence that gives the reason."""

    DEFAULT_CSS = "WhyPanel { background: $surface; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._speaker = ""
        self._about = ""
        self._why = ""

    def show(self, quote: Quote | None, speaker: Speaker | None) -> None:
        """Explains ``quote``, given to ``speaker``."""
        if quote is None:
            self._speaker, self._about = "No quote is chosen", ""
            self._why = "Press ] to go to the next quote, or click on one."
        else:
            self._speaker = safe_line(quote.speaker or "Speaker unknown")
            role = f" · {safe_line(speaker.role)}" if speaker and speaker.role else ""
            sure = f" · {round(quote.confidence * 100)} % sure" if quote.speaker else ""
            self._about = f"{role} · {_KINDS[quote.kind]}{sure}"
            self._why = safe_line(quote.why)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The rule, the speaker, then the sentence."""
        width = self.size.width
        base = _TEXT.style(self.app)
        quiet = _QUIET.style(self.app)
        if y == 0:
            segments = [Segment("─ Why " + "─" * max(0, width - 6), quiet)]
        elif y == 1:
            speaker = _SPEAKER.style(self.app)
            segments = [Segment(f" {self._speaker}", speaker), Segment(self._about, quiet)]
        else:
            lines = Wrapped(shown_text(self._why), max(1, width - 2)).drawn()
            segments = [Segment(f" {lines[y - 2]}" if y - 2 < len(lines) else "", base)]
        return Strip(segments).adjust_cell_length(max(0, width), base)
