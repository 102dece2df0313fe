"""The baseline of key presses: the smallest Textual app that echoes a key."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class OneInput(App[None]):
    """Shows one input."""

    def compose(self) -> ComposeResult:
        """The input, which takes the focus."""
        yield Input()


if __name__ == "__main__":
    OneInput().run()
