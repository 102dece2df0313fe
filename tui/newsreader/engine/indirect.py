"""Stage 6: indirect speech, the clauses under a reporting word ("said that", "according to").

For each reporting word outside quotation marks the pairs of a source and a content are ranked,
against “nothing is reported here”: by a linear model first, the likeliest then by trees.
"""

from __future__ import annotations

from bisect import bisect_left

from newsreader.article import Span
from newsreader.engine.document import Attribution, Document, Name, Quotation
from newsreader.engine.indirect_candidates import Content
from newsreader.engine.indirect_ranking import choose
from newsreader.engine.indirect_reading import IndirectReading, Report
from newsreader.engine.linear_model import load_model
from newsreader.engine.source_mentions import source_span
from newsreader.engine.transcripts import Turn, transcript_turns
from newsreader.engine.trees import load_trees

_OWN_WORDS = 3
_MARKS = '.,;:-()"'


def find_indirect(
    doc: Document, quotations: list[Quotation], names: list[Name]
) -> list[Attribution]:
    """Reported speech without quotation marks, in text order. A content may hold a quoted
    fragment; one that is hardly more than a quotation is left to ``attribute``."""
    reading = IndirectReading(doc, quotations)
    if not reading.reports.cues:
        return []
    model, trees = load_model("indirect"), load_trees("indirect_trees")
    reports = [report for cue in reading.reports.cues if (report := reading.report(cue))]
    turns = transcript_turns(doc, names)
    found: list[Attribution] = []
    for report, best, raw in choose(reading, reports, model, trees):
        if raw < model.threshold:
            continue
        pair = report.pairs[best]
        probability = model.calibrated(raw)
        content = reading.clipped(report.cue, report.contents[pair[1]])
        start, end = reading.content_span(reading.begun(content, report.sources[pair[0]]))
        if end <= start or _inside(turns, start, end):
            continue
        if own_words(reading, content):
            found.append(_attribution(reading, report, pair, (start, end), probability))
    found.sort(key=lambda attribution: (attribution.start, -attribution.end))
    return found


def _inside(turns: list[Turn], start: int, end: int) -> bool:
    """Whether the span touches a turn of a transcript."""
    at = bisect_left(turns, end, key=lambda turn: turn.start)
    return at > 0 and turns[at - 1].end > start


def own_words(reading: IndirectReading, content: Content) -> bool:
    """Whether enough of the content stands outside quotation marks to be a paraphrase."""
    own = 0
    for place in range(content.start, content.end):
        if reading.skeleton.tokens[place] >= 0 and reading.skeleton.symbols[place] not in _MARKS:
            own += 1
            if own == _OWN_WORDS:
                return True
    return False


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
