"""What happens to articles on their way to a reader, done to a text on purpose.

Each disturbance takes a text and a number that says where, and gives the disturbed text.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

Disturb = Callable[[str, int], str]

INSERTED = {
    "headline in capitals": "HARBOUR TO CLOSE AS COUNCIL CALLS LAST SUMMER ‘THE WORST’",
    "opening curly mark": "“The rest of this paragraph was lost when the page was scanned",
    "opening straight mark": '"The rest of this paragraph was lost when the page was scanned',
    "opening single mark": "‘The rest of this paragraph was lost when the page was scanned",
    "closing mark alone": "the rest of which was lost when the page was scanned.”",
    "straight mark inside": 'The board is 12" wide and cost 40 pounds" at the time.',
    "inches": "The door measures 6' 2\" by 3' 1\", the plan says.",
    "list": "- a new roof\n- a better boiler: £4,000\n- “quiet” windows\n* paint",
    "numbered list": "1. Close the gate.\n2. Wait for the bell.\n3) Open the gate.",
    "tweet": (
        "RT @portwatch: Can’t believe this. “Closed” again?! #harbour https://t.co/aB3dE9 "
        "— Port Watch (@portwatch) May 2, 2025"
    ),
    "caption": "Photograph: A ferry in the old harbour last May. (AP Photo/Jo Berg)",
    "dateline": "OSLO, Norway (AP) — The harbour was closed on Monday.",
    "byline": "By Nora Quist and Tom Vale\nStaff writers",
    "read more": "Read more: Ten things to know about the harbour",
    "advertisement": "Advertisement\n\nStory continues below",
    "copyright": "© 2025 The Harbour Press Ltd. All rights reserved. Not to be published.",
    "table": "Port | Ships | Tons\nTurku | 12 | 4,000\nOslo | 9 | 3,100",
    "tabs": "Port\tShips\tTons\nTurku\t12\t4,000\nOslo\t9\t3,100",
    "page number": "- 4 -",
    "rule": "* * *",
    "transcript": (
        "QUIST: Is it closed?\n\nVALE: It has been closed since May.\n\n"
        "QUIST: Will it open?\n\nVALE: No."
    ),
    "long word": "x" * 3000,
    "marks without words": '“”““””"""\'\'``«»‹›',
    "other scripts": "港は「閉鎖」された。الميناء «مغلق» الآن. Порт «закрыт».",
    "emoji": "😀👩‍👩‍👧‍👦🏴‍☠️ 🎉🎉",
    "bidi": "\u202eNora Quist said\u202c “\u2067the port\u2069 \u200bis shut” \u200f\u200e",
    "quotation of nobody": "“Closed until further notice”",
    "link": "https://example.org/a?b=“c”&d='e'#f",
}


def breaks(text: str) -> list[int]:
    """Where a paragraph ends, the headline's and the last one's left out."""
    return [match.start() for match in re.finditer(r"\n\n", text)][1:-1]


def inserted(words: str) -> Disturb:
    """``words`` as a paragraph of their own."""

    def disturb(text: str, number: int) -> str:
        places = breaks(text)
        at = places[number % len(places)]
        return f"{text[:at]}\n\n{words}{text[at:]}"

    return disturb


def _wrap(text: str, width: int, between: str = "\n") -> str:
    return "\n\n".join(
        between.join(textwrap.wrap(part, width, break_on_hyphens=False))
        for part in text.split("\n\n")
    )


def _paged(text: str, number: int) -> str:
    lines = _wrap(text, 64).split("\n")
    out: list[str] = []
    for i, line in enumerate(lines, 1):
        out.append(line)
        if (i + number) % 30 == 0 and line:
            out += ["", f"{i // 30 + 1}", ""]
    return "\n".join(out)


def _hyphenated(text: str, number: int) -> str:
    lines = _wrap(text, 60 + number).split("\n")
    for i in range(len(lines) - 1):
        word = lines[i + 1].partition(" ")[0]
        if i % 4 == 0 and word.isalpha() and word.islower() and len(word) > 6 and lines[i]:
            lines[i] += f" {word[:4]}-"
            lines[i + 1] = lines[i + 1][4:]
    return "\n".join(lines)


def _marks(text: str, opening: str, closing: str) -> str:
    """The double marks of ``text`` in another style; a text in low and high marks as it is."""
    if "„" in text:
        return text
    text = re.sub(r'(^|[\s(—])"', r"\1“", text, flags=re.M).replace('"', "”")
    return text.replace("“", opening).replace("”", closing)


def _lost(mark: str) -> Disturb:
    """The article without one of its marks."""

    def disturb(text: str, number: int) -> str:
        text = _marks(text, "“", "”")
        places = [i for i, letter in enumerate(text) if letter == mark]
        if not places:
            return text
        at = places[(number * 3 + 1) % len(places)]
        return text[:at] + text[at + 1 :]

    return disturb


CHANGED: dict[str, Disturb] = {
    "straight marks": lambda text, _: _marks(text, '"', '"').replace("’", "'").replace("‘", "'"),
    "curly marks": lambda text, _: _marks(text, "“", "”"),
    "two apostrophes": lambda text, _: _marks(text, "''", "''"),
    "LaTeX marks": lambda text, _: _marks(text, "``", "''"),
    "guillemets": lambda text, _: _marks(text, "« ", " »"),
    "low and high marks": lambda text, _: _marks(text, "„", "“"),
    "straight closing marks": lambda text, _: _marks(text, "“", '"'),
    "wrapped lines": lambda text, number: _wrap(text, 60 + 3 * number),
    "wrapped lines, indented": lambda text, number: _wrap(text, 66, "\n   "),
    "wrapped lines, pages": _paged,
    "wrapped lines, hyphens": _hyphenated,
    "one line break for two": lambda text, _: text.replace("\n\n", "\n"),
    "three line breaks": lambda text, _: text.replace("\n\n", "\n\n\n"),
    "no paragraphs": lambda text, _: re.sub(r"\n+", " ", text),
    "double spaces": lambda text, _: text.replace(". ", ".  ").replace(", ", ",  "),
    "no-break spaces": lambda text, number: text.replace(" the ", "\u00a0the\u00a0"),
    "no spaces behind full stops": lambda text, number: _glued(text, number),
    "trailing spaces": lambda text, _: text.replace("\n", "  \n"),
    "indented paragraphs": lambda text, _: text.replace("\n\n", "\n\n    "),
    "carriage returns": lambda text, _: text.replace("\n", "\r\n"),
    "closing mark lost": _lost("”"),
    "opening mark lost": _lost("“"),
    "zero-width spaces": lambda text, _: text.replace(" “", " \u200b“").replace("” ", "”\u200b "),
    "all in capitals": lambda text, _: text.upper(),
    "soft hyphens": lambda text, _: re.sub(r"\b(\w{4})(\w{4,})", "\\1\u00ad\\2", text),
    "byte order mark": lambda text, _: "\ufeff" + text,
}


def _glued(text: str, number: int) -> str:
    places = [match.end() for match in re.finditer(r"[a-z]\.(?= [A-Z])", text)]
    for at in reversed(places[number::5]):
        text = text[:at] + text[at + 1 :]
    return text


EVERY: dict[str, Disturb] = {
    **{f"+ {name}": inserted(words) for name, words in INSERTED.items()},
    **CHANGED,
}
