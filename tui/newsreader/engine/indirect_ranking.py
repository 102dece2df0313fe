"""Which source and content a reporting word has: the likeliest few pairs, weighed again by trees
that also see the other reporting words around."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log

from newsreader.engine.indirect_reading import IndirectReading, Report
from newsreader.engine.linear_model import Model
from newsreader.engine.trees import Trees

_RIVALS = 4
_LEAST, _LEAST_PAIR = 0.1, 0.03
_FIRST_TREES, _BEHIND, _HOPELESS = 30, 1.0, -2.0
_ALIKE = 1.0
"""Labels take an owner (“the ministry’s spokeswoman”) for as right as the speaker: of two sources
that differ by less the nearer one speaks."""
_FAR = 60
_MOST_NEIGHBOURS = 8
_SYMBOLS = ".¶|,:;()-VEGBMRCPWtOSDNXJ#TQq\"'?"
_SHAPES, _FORMS = "FBWA", ("fwd", "inv", "by", "acc", "own", "sub")
_KINDS = ("CAP", "HUM", "GRP", "DOC", "REP", "OTH")
_STARTERS = ("-", "t", "o", ",", ":", "c", ",,", "(", ";", "q")
_LEMMA, _BEFORE, _SOURCE, _CONTENT = 1, 7, (5, 6, 14), (2, 6, 8, 10, 16)
"""Where templates stand that trees look at by themselves, among those of ``indirect_features``."""


class Rated:
    """A report as the linear model sees it: ``odds`` of its pairs, in the order of ``ranks``
    likeliest first; ``reported`` is the probability that it has any."""

    __slots__ = ("by_content", "by_source", "end", "none", "odds", "ranks", "report", "reported",
                 "start", "total")  # fmt: skip

    def __init__(self, model: Model, report: Report) -> None:
        self.report = report
        self.by_source = [model.score(features) for features in report.source_features]
        self.by_content = [model.score(features) for features in report.content_features]
        scores = [self.by_source[s] + self.by_content[c] for s, c in report.pairs]
        self.none = model.score(report.none)
        top = max(max(scores), self.none)
        self.odds = [exp(score - top) for score in scores]
        none = exp(self.none - top)
        self.total = sum(self.odds) + none
        self.reported = 1 - none / self.total
        self.ranks = sorted(range(len(scores)), key=self.odds.__getitem__, reverse=True)[:6]
        best = report.contents[report.pairs[self.ranks[0]][1]]
        self.start, self.end = best.start, best.end


def choose(
    reading: IndirectReading, reports: list[Report], model: Model, trees: Trees
) -> Iterator[tuple[Report, int, float]]:
    """For each report that may have any the index of its best pair, and the raw probability that
    this is right."""
    for report, options, rows in shortlists(reading, reports, model):
        scores = _scores(trees, rows)
        top = max(scores)
        pairs = [report.pairs[option] for option in options]
        best = max(range(len(rows)), key=scores.__getitem__)
        for index, (source, content) in enumerate(pairs):
            nearer = report.sources[source].rank < report.sources[pairs[best][0]].rank
            if content == pairs[best][1] and nearer and scores[index] > top - _ALIKE:
                best = index
        yield report, options[best], 1 / (1 + exp(-top))


def _scores(trees: Trees, rows: list[list[float]]) -> list[float]:
    """The log odds that each row is right. What is hopeless after the first trees is not worth
    the rest."""
    scorer = trees.scorer()
    exits = scorer.exits(rows)
    scores = [scorer.total(one, 0, _FIRST_TREES) for one in exits]
    best = max(scores)
    if best < _HOPELESS:
        return scores
    return [
        score + scorer.total(one, _FIRST_TREES) if score >= best - _BEHIND else -_FAR
        for score, one in zip(scores, exits, strict=True)
    ]


def shortlists(
    reading: IndirectReading, reports: list[Report], model: Model
) -> Iterator[tuple[Report, list[int], list[list[float]]]]:
    """The likeliest pairs of each report that may have any, as indexes and what trees ask for."""
    rated = [Rated(model, report) for report in reports]
    share = sum(one.reported for one in rated) / max(1, len(rated))
    for number, one in enumerate(rated):
        if one.reported >= _LEAST:
            least = one.total * _LEAST_PAIR
            options = [i for i in one.ranks[:_RIVALS] if one.odds[i] >= least] or one.ranks[:1]
            around = _around(reading, rated, number, share, model)
            rows = [
                around + _option(reading, rated, number, rank, model)
                for rank in range(len(options))
            ]
            yield one.report, options, rows


def _around(
    reading: IndirectReading, rated: list[Rated], number: int, share: float, model: Model
) -> list[float]:
    """What all pairs of a report have in common."""
    symbols = reading.skeleton.symbols
    one = rated[number]
    report = one.report
    cue = report.cue
    before = rated[number - 1] if number else None
    after = rated[number + 1] if number + 1 < len(rated) else None
    weights = model.weights
    return [
        one.reported,
        log(one.odds[one.ranks[0]] + 1e-30) - log(max(1e-30, (1 - one.reported) * one.total)),
        cue - report.low,
        report.high - cue,
        before.reported if before else 0.0,
        min(_FAR, cue - before.report.cue) if before else _FAR,
        after.reported if after else 0.0,
        min(_FAR, after.report.cue - cue) if after else _FAR,
        cue / len(symbols),
        share,
        _code(symbols, cue),
        _code(symbols, cue - 1),
        _code(symbols, cue + 1),
        symbols.count("Q", max(0, cue - _FAR), cue),
        symbols.count("Q", cue, cue + _FAR),
        weights[report.none[_LEMMA]],
        weights[report.none[_BEFORE]],
    ]


def _option(
    reading: IndirectReading, rated: list[Rated], number: int, rank: int, model: Model
) -> list[float]:
    """What one pair of a report has for itself."""
    symbols = reading.skeleton.symbols
    one = rated[number]
    report, odds, ranks, total = one.report, one.odds, one.ranks, one.total
    option = ranks[rank]
    s, c = report.pairs[option]
    source, content = report.sources[s], report.contents[c]
    mention = source.mention
    start, end, cue = content.start, content.end, report.cue
    between = symbols[mention.end : cue] if mention.end <= cue else ""
    support = 0.0
    for other in ranks:
        if report.pairs[other][0] == s:
            rival = report.contents[report.pairs[other][1]]
            both = min(end, rival.end) - max(start, rival.start)
            if both * 2 >= max(end, rival.end) - min(start, rival.start):
                support += odds[other]
    follower = odds[ranks[rank + 1]] if rank + 1 < len(ranks) else 0.0
    weights = model.weights
    return [
        odds[option] / total,
        support / total,
        (odds[option] - follower) / total,
        (odds[ranks[0]] - odds[option]) / total,
        rank,
        one.by_source[s],
        one.by_content[c],
        one.by_source[s] - max(one.by_source),
        one.by_content[c] - max(one.by_content),
        _SHAPES.find(content.shape),
        _STARTERS.index(content.starter) if content.starter in _STARTERS else -1,
        _FORMS.index(source.form),
        _KINDS.index(mention.kind) if mention.kind in _KINDS else -1,
        source.rank,
        start - cue,
        end - start,
        report.high - end,
        start - report.low,
        cue - mention.end if mention.end <= cue else mention.start - cue - 100,
        mention.end - mention.start,
        mention.start - report.low,
        symbols.count("V", start, end) + symbols.count("M", start, end),
        symbols.count(",", start, end),
        between.count("V") + between.count("M"),
        between.count(","),
        between.count("W") + between.count("t"),
        symbols.count("Q", start, end),
        _code(symbols, start),
        _code(symbols, end - 1),
        _code(symbols, end),
        _code(symbols, end + 1),
        _code(symbols, mention.start - 1),
        _code(symbols, mention.end),
        *[weights[report.source_features[s][template]] for template in _SOURCE],
        *[weights[report.content_features[c][template]] for template in _CONTENT],
        *_neighbours(rated, number, start, end),
    ]


def _neighbours(rated: list[Rated], number: int, start: int, end: int) -> tuple[float, ...]:
    """How likely other reporting words of the sentence stand in the content from ``start`` to
    ``end``, have contents with this one in it, and have the same content, before and after."""
    report = rated[number].report
    inner = outer = 0.0
    same = [0.0, 0.0]
    before = range(number - 1, max(-1, number - _MOST_NEIGHBOURS - 1), -1)
    after = range(number + 1, min(len(rated), number + _MOST_NEIGHBOURS + 1))
    for side, numbers in enumerate((before, after)):
        for other in map(rated.__getitem__, numbers):
            if not report.low <= other.report.cue <= report.high:
                break
            if start <= other.report.cue < end:
                inner = max(inner, other.reported)
            if other.start <= report.cue < other.end:
                outer = max(outer, other.reported)
            same[side] = max(same[side], _alike(other, start, end))
    return inner, outer, *same


def _alike(other: Rated, start: int, end: int) -> float:
    """The share of two contents that both hold, times the probability of the other."""
    both = min(end, other.end) - max(start, other.start)
    if both <= 0:
        return 0.0
    return other.reported * both / (max(end, other.end) - min(start, other.start))


def _code(symbols: str, place: int) -> int:
    """A number for the word class at ``place``."""
    return _SYMBOLS.find(symbols[place]) if 0 <= place < len(symbols) else -1
