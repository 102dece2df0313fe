"""Trains engine/data/indirect.bin and indirect_trees.bin on labelled articles (PolNeAR).

    python training/train_indirect.py ../shared/eval/quotes/train

Needs numpy, scipy and lightgbm, which the reader itself never does.
"""

import pathlib
import sys
from collections import defaultdict
from typing import Any, NamedTuple

from boosting import boost_rows, save_trees
from newsreader.engine.indirect import own_words
from newsreader.engine.indirect_ranking import choose, shortlists
from newsreader.engine.indirect_reading import IndirectReading, Report
from newsreader.engine.linear_model import Model
from newsreader.engine.quotations import find_quotations
from newsreader.engine.source_mentions import source_span
from newsreader.engine.tokens import read_document
from newsreader.engine.trees import Trees
from polnear import LabelledArticle, overlap, read_articles, scorer
from ranker import Case, calibration, matrix, save, train, vocabulary

DATA = pathlib.Path(__file__).parents[1] / "tui/newsreader/engine/data"
FOLDS, L2, LEAST, SMALLEST, ROUNDS = 5, 3.0, 6, 0.02, 150


class Found(NamedTuple):
    """A case; for each option the labelled attributions it hits; whether it counts (is neither
    short nor hardly more than quoted)."""

    case: Case
    options: Report
    hits: list[list[int]]
    counts: list[bool]


class Labelled(NamedTuple):
    """An article with its reporting words, and the labelled attributions to be found."""

    reading: IndirectReading
    found: list[Found]
    wanted: set[int]


class Choice(NamedTuple):
    """What was chosen for one reporting word, and how likely it is."""

    number: int
    one: Found
    option: int
    probability: float


def labelled(article: LabelledArticle, number: int, score: Any) -> Labelled:
    """The reporting words of the article as cases."""
    text, golds = article.text, article.golds
    doc = read_document(text)
    quotations = find_quotations(text)
    reading = IndirectReading(doc, quotations)
    found = []
    for cue in reading.reports.cues:
        report = reading.report(cue)
        if report is None:
            continue
        clipped = [reading.clipped(cue, content) for content in report.contents]
        token = reading.skeleton.tokens[cue]
        cue_span = (doc.starts[token], doc.ends[token])
        options, hits, quality, counts = [], [], [], []
        sources = [source_span(doc, reading.skeleton, s.mention) for s in report.sources]
        said = [[score.same_source(text, s, g.source) for g in golds] for s in sources]
        exact = [
            [s is not None and any(overlap(s, o) for o in g.source) for g in golds] for s in sources
        ]
        near = [any(overlap(cue_span, c) for c in g.cue) for g in golds]
        for s, c in report.pairs:
            options.append(report.source_features[s] + report.content_features[c])
            content = reading.begun(clipped[c], report.sources[s])
            span = reading.content_span(content)
            agree = [
                _iou(span, gold.content) if said[s][k] else 0.0 for k, gold in enumerate(golds)
            ]
            here = [k for k, share in enumerate(agree) if share >= 0.5]
            hits.append(here)
            quality.append(max([agree[k] + exact[s][k] + near[k] for k in here], default=0.0))
            words = len(score.words(text[slice(*span)]))
            counts.append(words >= 3 and own_words(reading, content))
        best = max(quality)
        right = [i for i, q in enumerate(quality) if best >= 1.5 and q >= best - 0.1]
        hits.append([])
        counts.append(False)
        found.append(
            Found(
                Case(number, [*options, report.none], right or [len(options)]), report, hits, counts
            )
        )
    return Labelled(reading, found, _wanted(article, score))


def _wanted(article: LabelledArticle, score: Any) -> set[int]:
    text = article.text
    return {
        k
        for k, g in enumerate(article.golds)
        if g.source
        and not any(len(score.words(text[a:b])) >= 3 for a, b in score.quoted(text, g.content))
        and score.SPEECH.search(" ".join(text[a:b] for a, b in g.cue))
        and len(score.words(" ".join(text[a:b] for a, b in g.content))) >= 3
    }


def _iou(span: tuple[int, int], content: list[tuple[int, int]]) -> float:
    both = sum(overlap(span, s) for s in content)
    either = span[1] - span[0] + sum(b - a for a, b in content) - both
    return both / either if either else 0.0


def linear(articles: list[Labelled], without: int = -1) -> dict[str, float]:
    """The weights of the first pass, learned on all articles but those of a fold."""
    cases = [
        one.case
        for number, article in enumerate(articles)
        for one in article.found
        if number % FOLDS != without
    ]
    index = vocabulary(cases, LEAST)
    weights = train(matrix(cases, index), L2, 100)
    return {f: float(weights[i]) for f, i in index.items() if abs(weights[i]) >= SMALLEST}


def folds_of(articles: list[Labelled]) -> tuple[list[dict[str, float]], list[Trees], Trees]:
    """For each fold the weights and the trees that have not seen its articles; and the trees of
    all. What trees learn from are shortlists by weights that have not seen the article."""
    weights = [linear(articles, fold) for fold in range(FOLDS)]
    rows: list[list[list[float]]] = [[] for _ in range(FOLDS)]
    right: list[list[bool]] = [[] for _ in range(FOLDS)]
    for number, article in enumerate(articles):
        model = Model(defaultdict(float, weights[number % FOLDS]), [], 0.0)
        of = {id(one.options): one for one in article.found}
        reports = [one.options for one in article.found]
        for report, options, lines in shortlists(article.reading, reports, model):
            rows[number % FOLDS] += lines
            right[number % FOLDS] += [bool(of[id(report)].hits[i]) for i in options]
    trees = [
        boost_rows(
            [row for fold in range(FOLDS) if fold != without for row in rows[fold]],
            [hit for fold in range(FOLDS) if fold != without for hit in right[fold]],
            ROUNDS,
        )
        for without in range(FOLDS + 1)
    ]
    return weights, trees[:FOLDS], trees[FOLDS]


def chosen(number: int, article: Labelled, weights: dict[str, float], trees: Trees) -> list[Choice]:
    """What the reader would choose in the article with this number."""
    of = {id(one.options): one for one in article.found}
    reports = [one.options for one in article.found]
    model = Model(defaultdict(float, weights), [], 0.0)
    return [
        Choice(number, of[id(report)], option, probability)
        for report, option, probability in choose(article.reading, reports, model, trees)
    ]


def figures(articles: list[Labelled], choices: list[Choice], at: float) -> tuple[float, str]:
    """F1 as the scorer counts it, with the choices whose raw probability is at least ``at``."""
    said = right = 0
    reached: list[set[int]] = [set() for _ in articles]
    for choice in choices:
        if choice.probability < at or not choice.one.counts[choice.option]:
            continue
        said += 1
        right += bool(choice.one.hits[choice.option])
        reached[choice.number] |= set(choice.one.hits[choice.option])
    hit = sum(len(a & b.wanted) for a, b in zip(reached, articles, strict=True))
    p, r = right / max(1, said), hit / max(1, sum(len(a.wanted) for a in articles))
    f1 = 2 * p * r / max(1e-9, p + r)
    return f1, f"{at:.2f}: precision {p:.4f} recall {r:.4f} f1 {f1:.4f}"


def main() -> None:
    """Cross-validates, picks the threshold with the best F1, trains on everything."""
    folder = pathlib.Path(sys.argv[1])
    score = scorer(folder)
    articles = [labelled(one, number, score) for number, one in enumerate(read_articles(folder))]
    wanted = sum(len(article.wanted) for article in articles)
    reachable = sum(
        len({hit for one in article.found for hits in one.hits for hit in hits} & article.wanted)
        for article in articles
    )
    print(sum(len(a.found) for a in articles), "cues", wanted, "wanted, reachable",
          reachable / wanted)  # fmt: skip
    weights, fold_trees, trees = folds_of(articles)
    choices: list[Choice] = []
    for number, article in enumerate(articles):
        choices += chosen(number, article, weights[number % FOLDS], fold_trees[number % FOLDS])
    results = [(*figures(articles, choices, at / 100), at / 100) for at in range(30, 66, 2)]
    for _, line, _ in results:
        print(line)
    pairs = [(one.probability, bool(one.one.hits[one.option])) for one in choices]
    table = calibration(pairs, 40)
    print(table)
    save_trees(DATA / "indirect_trees.bin", trees)
    values = linear(articles)
    index = {feature: i for i, feature in enumerate(values)}
    save(DATA / "indirect.bin", index, list(values.values()), table, max(results)[2], SMALLEST)


if __name__ == "__main__":
    main()
