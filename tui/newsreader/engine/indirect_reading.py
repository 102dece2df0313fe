"""The reporting words of a document, each with the sources and contents it could have."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsreader.article import Span
from newsreader.engine.document import Document, Quotation
from newsreader.engine.indirect_candidates import Content, Reports, Source
from newsreader.engine.indirect_features import content_features, none_features, source_features
from newsreader.engine.skeleton import PARAGRAPH
from newsreader.engine.source_mentions import source_span
from newsreader.engine.syntax import read_syntax

_DATELINE = 12


@dataclass(slots=True)
class Report:
    """One reporting word with its options: ``pairs`` of indexes into sources and contents; its
    sentence runs from place ``low`` to ``high``."""

    cue: int
    sources: list[Source]
    contents: list[Content]
    pairs: list[tuple[int, int]]
    source_features: list[list[str]]
    content_features: list[list[str]]
    none: list[str]
    low: int
    high: int


class IndirectReading:
    """A document ready to list the reporting words outside its quotation marks."""

    def __init__(self, doc: Document, quotations: list[Quotation]) -> None:
        self.doc = doc
        self.quotations = quotations
        clauses = read_syntax(doc, quotations).clauses[0]
        self.skeleton = clauses.skeleton
        self.reports = Reports(clauses)

    def report(self, cue: int) -> Report | None:
        """The options of the reporting word at place ``cue``, ``None`` if there are none."""
        reports = self.reports
        low, high = reports.sentence(cue)
        sources = reports.sources(cue, low, high)
        if not sources:
            return None
        contents = reports.forward(cue, high) if sources[0].form != "acc" else []
        forward = range(len(contents))
        pairs: list[tuple[int, int]] = []
        forms = ["F"] * len(contents)
        for s, source in enumerate(sources):
            if source.form == "sub":
                before = source.mention.start
                pairs += [(s, c) for c in forward if contents[c].end < before]
                continue
            if source.form != "inv":
                pairs += [(s, c) for c in forward]
            if s < 3 and source.form != "own":
                around = reports.around(cue, source, low, high)
                pairs += [(s, len(contents) + k) for k in range(len(around))]
                contents += around
                forms += [source.form] * len(around)
        if not pairs:
            return None
        return Report(
            cue,
            sources,
            contents,
            pairs,
            [source_features(reports, cue, source) for source in sources],
            [content_features(reports, cue, f, c) for f, c in zip(forms, contents, strict=True)],
            none_features(reports, cue),
            low,
            high,
        )

    def clipped(self, cue: int, content: Content) -> Content:
        """A clause under a noun without the rest of the sentence: “his claim that it is safe
        (surprised the town)”."""
        if self.reports.cue(cue)[1] != "R" or content.shape != "F":
            return content
        end = self.reports.main_verb(content.start, content.end)
        return content if end is None else replace(content, end=end)

    def begun(self, content: Content, source: Source) -> Content:
        """The content without what stands before it: a dateline (“OSLO, Norway —”), or the rest of
        its source (“according to the mayor, Ana Ruiz, it rains”)."""
        symbols, tokens = self.skeleton.symbols, self.skeleton.tokens
        start = content.start
        if start == 0 or symbols[start - 1] == PARAGRAPH:
            dash = symbols.find("-", start, min(start + _DATELINE, content.end))
            place = tokens[start]
            if dash > start and place >= 0 and self.doc.words[place].isupper():
                start = dash + 1
        if content.shape == "A":
            where = source_span(self.doc, self.skeleton, source.mention)
            while start < content.end and where and self._before(start, where[1]):
                start += 1
        if content.end - start < 2:
            return content
        return content if start == content.start else replace(content, start=start)

    def _before(self, place: int, offset: int) -> bool:
        """Whether the token at ``place`` begins before ``offset``."""
        token = self.skeleton.tokens[place]
        return token >= 0 and self.doc.starts[token] < offset

    def content_span(self, content: Content) -> Span:
        """The content as a span of the text, marks of quotations at its edges included."""
        first = self._edge(content.start, content.end, 1)
        last = self._edge(content.end - 1, content.start - 1, -1)
        return (first[0], last[1]) if first and last and first[0] < last[1] else (0, 0)

    def _edge(self, place: int, stop: int, step: int) -> Span | None:
        while place != stop:
            token = self.skeleton.tokens[place]
            if token >= 0 and self.skeleton.symbols[place] not in ",.;:":
                return (self.doc.starts[token], self.doc.ends[token])
            if token < -1:
                quote = self.quotations[-2 - token]
                return (quote.outer_start, quote.outer_end)
            place += step
        return None
