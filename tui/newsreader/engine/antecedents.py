"""Tells a reader how the article shows who a source is that is not called by its full name.

It says only what can be looked up: where the speaker was last named, by which words, and which
role the article gives. What it says is true of the result, however the stages found it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsreader.article import Span, Speaker
from newsreader.engine.document import Attribution, Document
from newsreader.engine.source_mentions import relative_pronoun
from newsreader.engine.wordlists import wordlist

_LONGEST = 100
_FIRST_PERSON = frozenset(("i", "we", "me", "us", "my", "our"))
_LOOSE = frozenset(("the", "a", "an", "of", "and", "for", "to", "in", "former", "’s", "'s"))


class Antecedents:
    """The speakers of one article, asked by source mention. Linear in the number of mentions."""

    def __init__(
        self,
        doc: Document,
        speakers: Sequence[Speaker],
        attributions: Sequence[Attribution],
        names: Sequence[str | None],
    ) -> None:
        self._doc = doc
        self._speakers = {speaker.name: speaker for speaker in speakers}
        self._named: dict[str, list[Span]] = {}
        self._said: dict[str, list[Span]] = {}
        for one, name in zip(attributions, names, strict=True):
            if name is not None and one.kind != "indirect":
                self._said.setdefault(name, []).append((one.start, one.end))

    def of(self, source: Span, name: str | None) -> str:
        """Who the words ``source`` are, as a part of a sentence; empty where they say so
        themselves. ``name`` is the speaker's."""
        pronoun = relative_pronoun(self._doc.text, source)
        if pronoun[0] > source[0]:
            source = (source[0], pronoun[0])
        said = one_line(self._doc.text[slice(*source)].rstrip(" ,"))
        if name is None:
            return f"whom or what “{said}” means could not be told"
        who = one_line(name)
        if _bare(who) in _bare(said):
            return ""
        words = {word for word in _words(said) if word not in _LOOSE}
        if not words <= wordlist("pronouns"):
            if self._is_unnamed(name):
                return f"“{said}” is taken to be the same as “{who}”"
            if words & set(_words(who)):
                return f"“{said}” is {who}"
            role = self._speakers[name].role if name in self._speakers else None
            role = one_line(role) if role else ""
            if words & set(_words(role)):
                return f"“{said}” is taken to be {who}, whose role is given as “{role}”"
        elif words & _FIRST_PERSON and self._speaks_around(source, name):
            return f"“{said}” is {who}, who says the words around it"
        where = self._where(source, name)
        return f"“{said}” is taken to be {who}{where}"

    def _is_unnamed(self, name: str) -> bool:
        return name in self._speakers and self._speakers[name].kind == "unnamed"

    def _speaks_around(self, source: Span, name: str) -> bool:
        spans = self._said.get(name, [])
        at = bisect_left(spans, (source[0] + 1, 0))
        return any(end >= source[1] for _, end in spans[max(0, at - 4) : at])

    def _where(self, source: Span, name: str) -> str:
        """Where the speaker was named last before the source, or first after it."""
        spans = self._mentions(name)
        at = bisect_left(spans, source)
        earlier = next(
            (span for span in reversed(spans[max(0, at - 2) : at]) if span[1] <= source[0]), None
        )
        if earlier is not None:
            return f", last named “{self._words(earlier)}” {self._away(earlier[0], source[0])}"
        later = next((span for span in spans[at : at + 2] if span[0] >= source[1]), None)
        if later is not None:
            return f", first named “{self._words(later)}” after it"
        return ""

    def _words(self, span: Span) -> str:
        return one_line(self._doc.text[slice(*span)])

    def _away(self, start: int, end: int) -> str:
        paragraphs = self._paragraph(end) - self._paragraph(start)
        if paragraphs == 0:
            return "in the same paragraph"
        return "in the paragraph before" if paragraphs == 1 else f"{paragraphs} paragraphs before"

    def _paragraph(self, at: int) -> int:
        return self._doc.paragraph_of(self._doc.tokens_in(at, at + 1).start)

    def _mentions(self, name: str) -> list[Span]:
        """Where the speaker is named by more than a pronoun or another description."""
        known = self._named.get(name)
        if known is None:
            words = set(_words(one_line(name))) - _LOOSE
            speaker = self._speakers.get(name)
            spans = sorted(speaker.mentions) if speaker else []
            text = self._doc.text
            known = [
                span
                for span in spans
                if words & set(_words(text[span[0] : min(span[1], span[0] + 200)]))
            ]
            self._named[name] = known
        return known


def one_line(words: str) -> str:
    """``words`` on one line, shortened in the middle if they are long."""
    if len(words) > 8 * _LONGEST:
        words = f"{words[: 4 * _LONGEST]} {words[-4 * _LONGEST :]}"
    joined = " ".join(words.split())
    if len(joined) <= _LONGEST:
        return joined
    return f"{joined[: _LONGEST // 2].rstrip()} … {joined[-_LONGEST // 3 :].lstrip()}"


def _bare(words: str) -> str:
    lower = " ".join(_words(words))
    for article in ("the ", "a ", "an "):
        lower = lower.removeprefix(article)
    return f" {lower} "


def _words(words: str) -> list[str]:
    """The words in lower case, without the marks around them and without an ’s."""
    lower = (word.strip(".,;:!?“”\"‘’'()[]«»") for word in words.lower().split())
    return [word.removesuffix("’s").removesuffix("'s") for word in lower if word]
