"""The baseline of start-up: the smallest Textual app that shows a line."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class OneLine(App[None]):
    """Shows one line."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("one line of text")


if __name__ == "__main__":
    OneLine().run()
