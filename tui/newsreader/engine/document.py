"""What the stages of the engine hand to each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Literal

from newsreader.article import QuoteKind, Span

NameKind = Literal["person", "organization", "place"]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its tokens and sentences.

    ``words[i] == text[starts[i]:ends[i]]``; tokens do not overlap and are in text order.
    ``sentences`` are half-open token ranges that together cover every token once, in order.
    ``paragraphs`` are half-open token ranges of the same kind; a sentence never crosses one.
    ``title`` is the span of the headline in the text, if it stands there. ``memo`` keeps what a
    stage worked out for the next ones.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    sentences: list[tuple[int, int]]
    paragraphs: list[tuple[int, int]]
    title: Span | None = None
    memo: dict[str, object] = field(default_factory=dict, repr=False, compare=False)
    _tokens: dict[Span, range] = field(default_factory=dict, init=False, repr=False, compare=False)

    def tokens_in(self, start: int, end: int) -> range:
        """Indexes of the tokens that overlap ``text[start:end]``."""
        tokens = self._tokens.get((start, end))
        if tokens is None:
            tokens = range(bisect_right(self.ends, start), bisect_left(self.starts, end))
            self._tokens[start, end] = tokens
        return tokens

    def sentence_of(self, token: int) -> int:
        """Index of the sentence that holds ``token``."""
        return bisect_right(self.sentences, (token, len(self.words))) - 1

    def paragraph_of(self, token: int) -> int:
        """Index of the paragraph that holds ``token``."""
        return bisect_right(self.paragraphs, (token, len(self.words))) - 1


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in the text: a span in code points, its kind, and the model's certainty."""

    start: int
    end: int
    kind: NameKind
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks.

    ``start``/``end`` enclose the words inside the marks; ``outer_start``/``outer_end`` the marks
    too (equal to the inner ones where a mark is missing). ``parent`` is the index of the quotation
    this one stands in. ``continues`` is the index of the quotation of which this one is the next
    paragraph (a mark opened again without having been closed).
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    parent: int | None = None
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Reported speech with who is said to have said it, before anyone knows who that is.

    ``evidence`` holds the facts that decided, best first, from which ``why`` is written, such as
    ``("verb", "said")`` or ``("carried", "same paragraph")``.
    """

    start: int
    end: int
    kind: QuoteKind
    source: Span | None
    cue: Span | None
    confidence: float
    evidence: tuple[tuple[str, str], ...] = field(default=())
