"""Stage 6: indirect speech, the clauses under a reporting word ("said that", "according to").

For each reporting word outside quotation marks the pairs of a source and a content are ranked,
against “nothing is reported here”, by a linear model.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from newsreader.article import Span
from newsreader.engine.attribution_candidates import Clauses
from newsreader.engine.document import Attribution, Document, Name, Quotation
from newsreader.engine.indirect_candidates import Content, Reports, Source
from newsreader.engine.indirect_features import content_features, none_features, source_features
from newsreader.engine.linear_model import Model, load_model
from newsreader.engine.skeleton import skeletons
from newsreader.engine.source_mentions import mentions, name_kinds, source_span
from newsreader.engine.word_classes import word_classes


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

    def __init__(self, doc: Document, quotations: list[Quotation], names: list[Name]) -> None:
        self.doc = doc
        self.quotations = quotations
        classes = word_classes(doc, names)
        self.skeleton = skeletons(doc, classes, quotations)[0][0]
        found = mentions(doc, self.skeleton, name_kinds(doc, names))
        self.reports = Reports(Clauses(doc, self.skeleton, found))

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
    reading = IndirectReading(doc, quotations, [])  # the model has not seen kinds of names yet
    if not reading.reports.cues:
        return []
    model = load_model("indirect")
    found: list[Attribution] = []
    for cue in reading.reports.cues:
        report = reading.report(cue)
        if report is None:
            continue
        pair, raw = choose(model, report)
        probability = model.calibrated(raw)
        if raw < model.threshold:
            continue
        start, end = reading.content_span(report.contents[pair[1]])
        if end > start and not _mostly_quoted(reading, (start, end), report.contents[pair[1]]):
            found.append(_attribution(reading, report, pair, (start, end), probability))
    found.sort(key=lambda attribution: (attribution.start, -attribution.end))
    return found


def choose(model: Model, report: Report) -> tuple[tuple[int, int], float]:
    """The best pair, and the raw probability that anything is reported."""
    by_source = [model.score(features) for features in report.source_features]
    by_content = [model.score(features) for features in report.content_features]
    scores = [by_source[s] + by_content[c] for s, c in report.pairs]
    best = max(range(len(scores)), key=scores.__getitem__)
    none = model.score(report.none)
    top = max(scores[best], none)
    total = sum([exp(score - top) for score in scores])
    return report.pairs[best], total / (total + exp(none - top))


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
