"""Stage 1: tokens, sentences and paragraphs, with offsets, in linear time."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from newsreader.article import Span
from newsreader.engine.cues import reporting_verbs
from newsreader.engine.document import Document
from newsreader.engine.paragraphs import paragraph_spans
from newsreader.engine.wordlists import wordlist

_PLAIN = 1


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    """A token, in the group ``_PLAIN`` or the one after it, and the white space behind it: a search
    that began there would try everything else first."""
    return re.compile(
        r"""
        (?:
          ([^\W\d_]{2,}+)(?=[\s,;!?)"”]|\.\s)                # most words: nothing else may begin so
        | ((?:https?://|www\.)[^\s<>"“”]+
        | [\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}
        | (?:[^\W\d_]\.){2,8}                                # U.S., D.C., J.R.R.
        | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|[sm]|bn)?\b
        | [@\#]\w+
        | (?:n[’']t|[’'](?:s|S|re|ve|ll|d|m))\b(?<=\w)       # clitics, split from their word below
        | [^\W_]+(?:[’'&](?=[^\W_])[^\W_]+|-(?=[^\W_])[^\W_]+)*
        | \.{2,} | -{2,} | …
        | [^\s]
          )
        )\s*+
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
    for match in _token().finditer(text):
        kind = match.lastindex or _PLAIN
        start, end = match.span(kind)
        word = match[kind]
        if kind != _PLAIN:
            if word[0] == "." and words and start == ends[-1] and _holds_its_stop(words[-1]):
                ends[-1] = end
                words[-1] += "."
                continue
            if end - start > 2 and ("'" in word or "’" in word):
                clitic = _CLITIC.search(text, max(start, end - 3), end)
                middle = clitic.start() if clitic else start
                if middle > start:
                    starts.append(start)
                    ends.append(middle)
                    words.append(text[start:middle])
                    start, word = middle, text[middle:end]
        starts.append(start)
        ends.append(end)
        words.append(word)
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
                called = words[token] in "!?"
                token, quoted = _past_closing(starts, ends, words, token, stop)
                after = token + 1
                if (
                    after < stop
                    and starts[after] > ends[token]
                    and not words[after][0].islower()
                    and not (called and quoted and _cue_follows(words, after, stop))
                ):
                    ranges.append((first, after))
                    first = after
            elif (
                words[token][-1] == "."
                and token + 1 < stop
                and words[token + 1][0].isupper()
                and words[token + 1].lower() in wordlist("sentence_starters")
                and words[token][0] not in "MD"
            ):
                ranges.append((first, token + 1))
                first = token + 1
            token += 1
        if first < stop:
            ranges.append((first, stop))
    return ranges


def _past_closing(
    starts: list[int], ends: list[int], words: list[str], token: int, stop: int
) -> tuple[int, bool]:
    """The last of the closing marks that stand right after ``token``, and if there are any."""
    last = token
    while last + 1 < stop and words[last + 1] in _CLOSING and starts[last + 1] == ends[last]:
        last += 1
    return last, last > token


def _cue_follows(words: list[str], token: int, stop: int) -> bool:
    """Whether a reporting verb goes on with the sentence of a quoted question or exclamation:
    “Go!” Li said."""
    for word in words[token : min(stop, token + 4)]:
        if word in _TERMINAL or word in _CLOSING or word in ",“„«":
            return False
        if word in reporting_verbs():
            return reporting_verbs()[word].strength == "S"
    return False
