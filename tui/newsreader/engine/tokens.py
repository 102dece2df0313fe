"""Stage 1: tokens, sentences and paragraphs, with offsets, in linear time."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from newsreader.article import Span
from newsreader.engine.document import Document
from newsreader.engine.paragraphs import paragraph_spans
from newsreader.engine.wordlists import wordlist


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?:https?://|www\.)[^\s<>"“”]+
        | [\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}
        | (?:[^\W\d_]\.){2,8}                                # U.S., D.C., J.R.R.
        | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|[sm]|bn)?\b
        | [@\#]\w+
        | (?:n[’']t|[’'](?:s|S|re|ve|ll|d|m))\b(?<=\w)       # clitics, split from their word below
        | [^\W_]+(?:[’'&](?=[^\W_])[^\W_]+|-(?=[^\W_])[^\W_]+)*
        | \.{2,} | -{2,} | …
        | [^\s]
        """,
        re.VERBOSE,
    )


_CLITIC = re.compile(r"(?i)(?:n[’']t|[’'](?:s|re|ve|ll|d|m))$")
_TERMINAL = frozenset([".", "!", "?", "…", "..", "...", "?!", "。", "！", "？"])
_CLOSING = frozenset("”’\"'»)]›")


def read_document(text: str, title: Span | None = None) -> Document:
    """Tokens, sentences and paragraphs of ``text``. Never raises; linear in its length."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []

    def add(start: int, end: int) -> None:
        starts.append(start)
        ends.append(end)
        words.append(text[start:end])

    for match in _token().finditer(text):
        start, end = match.span()
        if words and text[start] == "." and start == ends[-1] and _holds_its_stop(words[-1]):
            ends[-1] = end
            words[-1] += "."
            continue
        clitic = _CLITIC.search(text, max(start, end - 3), end) if end - start > 2 else None
        if clitic and clitic.start() > start:
            add(start, clitic.start())
            add(clitic.start(), end)
        else:
            add(start, end)
    paragraphs = _paragraphs(text, starts)
    return Document(
        text,
        starts,
        ends,
        words,
        _sentences(starts, ends, words, paragraphs),
        paragraphs,
        title,
    )


def _holds_its_stop(word: str) -> bool:
    return word.lower() in wordlist("abbreviations") or (len(word) == 1 and word.isupper())


def _paragraphs(text: str, starts: list[int]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    first = 0
    for _, high in paragraph_spans(text):
        after = bisect_left(starts, high, first)
        if after > first:
            ranges.append((first, after))
        first = after
    return ranges


def _sentences(
    starts: list[int], ends: list[int], words: list[str], paragraphs: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for begin, stop in paragraphs:
        first = token = begin
        while token < stop:
            if words[token] in _TERMINAL:
                while (
                    token + 1 < stop
                    and words[token + 1] in _CLOSING
                    and starts[token + 1] == ends[token]
                ):
                    token += 1
                after = token + 1
                if after < stop and starts[after] > ends[token] and not words[after][0].islower():
                    ranges.append((first, after))
                    first = after
            token += 1
        if first < stop:
            ranges.append((first, stop))
    return ranges
