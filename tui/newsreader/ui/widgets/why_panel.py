"""Why the current quote was given to its speaker, below the article."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from newsreader.article import Quote, Speaker
from newsreader.text import safe_line
from newsreader.ui.layout import Wrapped, shown_text

_KINDS = {
    "direct": "verbatim",
    "mixed": "verbatim fragment",
    "indirect": "paraphrase, not verbatim",
}


class WhyPanel(Widget):
    """A rule, who said it with role and confidence, and the sentence that gives the reason."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "why-panel--rule",
        "why-panel--speaker",
        "why-panel--quiet",
    }

    DEFAULT_CSS = """
    WhyPanel {
        background: $surface;
        color: $foreground;

        & > .why-panel--rule { color: $quiet; }
        & > .why-panel--speaker { text-style: bold; }
        & > .why-panel--quiet { color: $quiet; }
    }
    """

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
        base = self.rich_style
        style = self.get_component_rich_style
        if y == 0:
            rule = "─ Why " + "─" * max(0, width - 6)
            segments = [Segment(rule, style("why-panel--rule"))]
        elif y == 1:
            segments = [
                Segment(f" {self._speaker}", style("why-panel--speaker")),
                Segment(self._about, style("why-panel--quiet")),
            ]
        else:
            lines = Wrapped(shown_text(self._why), max(1, width - 2)).drawn()
            segments = [Segment(f" {lines[y - 2]}" if y - 2 < len(lines) else "", base)]
        return Strip(segments).adjust_cell_length(max(0, width), base)
