"""Text that would take a terminal over, and its harmless twin of the same shape."""

from __future__ import annotations

from newsreader.text import safe

ATTACKS = {
    "ESC": "\x1b[31;7;5mred\x1b[0m",
    "screen": "\x1b[2J\x1b[H\x1bc",
    "modes": "\x1b[?1049l\x1b[?25l\x1b[?1003h",
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "link": "\x1b]8;;https://evil.example/\x1b\\here\x1b]8;;\x1b\\",
    "string": "\x1bP$qp\x1b\\\x1b_G\x1b\\\x1b^p\x1b\\",
    "C1": "\x9b31mred\x9d52;c;b3duZWQ=\x9c\x90q\x9c",
    "bidi": "\u202egnp.exe\u202c \u2066a\u2069 \u200f\u200e\u061c",
    "C0": "a\x08\x08b\x07c\x0bd\x0ce\x01f\x7fg\x0eh",
    "separators": "one\u2028two\u2029three\ufefffour",
}
"""Control sequences and characters by what they are."""

MARKUP = (
    "[sic] [He] [bold]b[/bold] [/] [/nothing] [[x]] \\[y] [link=file:///etc/passwd]l[/link] "
    "[@click=app.quit]x[/] [@click=app.bell()]y[/] [red on blue]z :smile: [$primary]p[/]"
)
"""Textual's and Rich's markup, to be read as written."""


def article(attack: str) -> str:
    """A news article with ``attack`` in its title, its byline, its prose, a quote, its speaker's
    name and a place's."""
    return (
        f"Harbour {attack} reopens\n\nBy Ada {attack} Moen\n3 May 2025\n\n"
        f"BERGEN, Norway — The harbour {attack} opened again on Saturday.\n\n"
        f"“We waited {attack} long enough,” said Kari {attack} Nordmann, the harbour master.\n\n"
        f"“So did the fish,” Nordmann added in Oslo {attack} on Sunday.\n"
    )


def harmless(text: str) -> str:
    """``text`` with each dangerous character replaced by the symbol that is shown for it."""
    return safe(text)
