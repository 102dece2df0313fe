"""Stage 6: indirect speech, the clauses under a reporting word ("said that", "according to").

For each reporting word outside quotation marks the pairs of a source and a content are ranked,
against “nothing is reported here”, by a linear model.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from math import exp

from newsreader.article import Span
from newsreader.engine.document import Attribution, Document, Name, Quotation
from newsreader.engine.indirect_candidates import Content, Reports, Source
from newsreader.engine.indirect_features import content_features, none_features, source_features
from newsreader.engine.linear_model import Model, load_model
from newsreader.engine.skeleton import PARAGRAPH
from newsreader.engine.source_mentions import source_span
from newsreader.engine.syntax import read_syntax
from newsreader.engine.transcripts import Turn, transcript_turns

_RIVALS = 6
_DATELINE = 12


@dataclass(slots=True)
class Report:
    """One reporting word with its options: ``pairs`` of indexes into sources and contents."""

    cue: int
    sources: list[Source]
    contents: list[Content]
    pairs: list[tuple[int, int]]
    source_features: list[list[str]]
    content_features: list[list[str]]
    none: list[str]


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


def find_indirect(
    doc: Document, quotations: list[Quotation], names: list[Name]
) -> list[Attribution]:
    """Reported speech without quotation marks, in text order. A content may hold a quoted
    fragment; one that is mostly quoted is left to ``attribute``."""
    reading = IndirectReading(doc, quotations)
    if not reading.reports.cues:
        return []
    model = load_model("indirect")
    turns = transcript_turns(doc, names)
    found: list[Attribution] = []
    for cue in reading.reports.cues:
        report = reading.report(cue)
        if report is None:
            continue
        best, raw = choose(model, report)
        pair = report.pairs[best]
        probability = model.calibrated(raw)
        if raw < model.threshold:
            continue
        content = reading.clipped(report.cue, report.contents[pair[1]])
        start, end = reading.content_span(reading.begun(content, report.sources[pair[0]]))
        if end <= start or _inside(turns, start, end):
            continue
        if not _mostly_quoted(reading, (start, end), content):
            found.append(_attribution(reading, report, pair, (start, end), probability))
    found.sort(key=lambda attribution: (attribution.start, -attribution.end))
    return found


def _inside(turns: list[Turn], start: int, end: int) -> bool:
    """Whether the span touches a turn of a transcript."""
    at = bisect_left(turns, end, key=lambda turn: turn.start)
    return at > 0 and turns[at - 1].end > start


def choose(model: Model, report: Report) -> tuple[int, float]:
    """The index of the best pair, and the raw probability that it is right in the main.

    Contents that overlap by half or more support each other, so that a clause of uncertain end is
    not passed over for another that is surer of its end.
    """
    by_source = [model.score(features) for features in report.source_features]
    by_content = [model.score(features) for features in report.content_features]
    scores = [by_source[s] + by_content[c] for s, c in report.pairs]
    none = model.score(report.none)
    top = max(max(scores), none)
    exps = [exp(score - top) for score in scores]
    total = sum(exps) + exp(none - top)
    best = max(range(len(exps)), key=exps.__getitem__)
    near = sorted(
        (i for i, pair in enumerate(report.pairs) if pair[0] == report.pairs[best][0]),
        key=lambda i: -exps[i],
    )[:_RIVALS]
    support = [
        sum([exps[j] for j in near if _alike(report.contents, report.pairs[i], report.pairs[j])])
        for i in near
    ]
    strongest = max(range(len(near)), key=support.__getitem__)
    return near[strongest], support[strongest] / total


def _alike(contents: list[Content], one: tuple[int, int], other: tuple[int, int]) -> bool:
    a, b = contents[one[1]], contents[other[1]]
    both = min(a.end, b.end) - max(a.start, b.start)
    return both * 2 >= max(a.end, b.end) - min(a.start, b.start)


def _mostly_quoted(reading: IndirectReading, span: Span, content: Content) -> bool:
    quoted = 0
    for token in reading.skeleton.tokens[content.start : content.end]:
        if token < -1:
            quote = reading.quotations[-2 - token]
            quoted += quote.end - quote.start
    return quoted > 0.5 * (span[1] - span[0])


def _attribution(
    reading: IndirectReading,
    report: Report,
    pair: tuple[int, int],
    span: Span,
    probability: float,
) -> Attribution:
    doc, skeleton = reading.doc, reading.skeleton
    source, content = report.sources[pair[0]], report.contents[pair[1]]
    token = skeleton.tokens[report.cue]
    cue = (doc.starts[token], doc.ends[token])
    form = {"acc": "according", "inv": "inverted", "own": "noun"}.get(source.form, "verb")
    side = "after" if content.shape == "B" else "around" if content.shape == "W" else "before"
    evidence = ((form, doc.words[token]), ("place", side))
    where = source_span(doc, skeleton, source.mention)
    return Attribution(*span, "indirect", where, cue, probability, evidence)
