"""Trains engine/data/indirect.json.gz on the labelled articles of PolNeAR.

    python training/train_indirect.py ../shared/eval/quotes/train

Needs numpy and scipy, which the reader itself never does.
"""

import pathlib
import sys
from typing import Any, NamedTuple

from newsreader.engine.indirect import IndirectReading, Report, choose
from newsreader.engine.linear_model import Model
from newsreader.engine.quotations import find_quotations
from newsreader.engine.source_mentions import source_span
from newsreader.engine.tokens import read_document
from polnear import LabelledArticle, overlap, read_articles, scorer
from ranker import Case, calibration, matrix, save, train, vocabulary

DATA = pathlib.Path(__file__).parents[1] / "tui/newsreader/engine/data"
FOLDS, L2, LEAST = 5, 3.0, 6


class Found(NamedTuple):
    """A case; for each option the labelled attributions it hits; whether it counts (is neither
    short nor mostly quoted)."""

    case: Case
    options: Report
    hits: list[list[int]]
    counts: list[bool]


def cases_of(article: LabelledArticle, number: int, score: Any) -> tuple[list[Found], set[int]]:
    """The reporting words of the article as cases, and the labelled attributions to be found."""
    text, golds = article.text, article.golds
    doc = read_document(text)
    quotations = find_quotations(text)
    reading = IndirectReading(doc, quotations)
    found = []
    for cue in reading.reports.cues:
        report = reading.report(cue)
        if report is None:
            continue
        spans = [reading.content_span(content) for content in report.contents]
        agree = [[_iou(span, gold.content) for gold in golds] for span in spans]
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
            here = [k for k in range(len(golds)) if agree[c][k] >= 0.5 and said[s][k]]
            hits.append(here)
            quality.append(max([agree[c][k] + exact[s][k] + near[k] for k in here], default=0.0))
            counts.append(len(score.words(text[slice(*spans[c])])) >= 3)
        best = max(quality)
        right = [i for i, q in enumerate(quality) if best >= 1.5 and q >= best - 0.1]
        hits.append([])
        counts.append(False)
        found.append(
            Found(
                Case(number, [*options, report.none], right or [len(options)]), report, hits, counts
            )
        )
    wanted = {
        k
        for k, g in enumerate(golds)
        if g.source
        and not any(len(score.words(text[a:b])) >= 3 for a, b in score.quoted(text, g.content))
        and score.SPEECH.search(" ".join(text[a:b] for a, b in g.cue))
        and len(score.words(" ".join(text[a:b] for a, b in g.content))) >= 3
    }
    return found, wanted


def _iou(span: tuple[int, int], content: list[tuple[int, int]]) -> float:
    both = sum(overlap(span, s) for s in content)
    either = span[1] - span[0] + sum(b - a for a, b in content) - both
    return both / either if either else 0.0


def report(
    found: list[Found], wanted: list[set[int]], best: list[int], raw: list[float], at: float
) -> tuple[float, str]:
    """F1 as the scorer counts it, with the options whose raw probability is at least ``at``."""
    said = right = 0
    reached: list[set[int]] = [set() for _ in wanted]
    for one, choice, probability in zip(found, best, raw, strict=True):
        if probability < at or not one.counts[choice]:
            continue
        said += 1
        right += bool(one.hits[choice])
        reached[one.case.group] |= set(one.hits[choice])
    hit = sum(len(a & b) for a, b in zip(reached, wanted, strict=True))
    p, r = right / max(1, said), hit / max(1, sum(map(len, wanted)))
    f1 = 2 * p * r / max(1e-9, p + r)
    return f1, f"{at:.2f}: precision {p:.4f} recall {r:.4f} f1 {f1:.4f}"


def main() -> None:
    """Cross-validates, picks the threshold with the best F1, trains on everything."""
    folder = pathlib.Path(sys.argv[1])
    score = scorer(folder)
    found: list[Found] = []
    wanted: list[set[int]] = []
    for number, article in enumerate(read_articles(folder)):
        here, aims = cases_of(article, number, score)
        found += here
        wanted.append(aims)
    reachable: list[set[int]] = [set() for _ in wanted]
    for one in found:
        for hit in one.hits:
            reachable[one.case.group] |= set(hit)
    total = sum(map(len, wanted))
    print(len(found), "cues", total, "wanted, reachable",
          sum(len(a & b) for a, b in zip(reachable, wanted, strict=True)) / total)  # fmt: skip
    best_all, raw_all = [0] * len(found), [0.0] * len(found)
    cases = [one.case for one in found]
    folds = 1 if "--quick" in sys.argv else FOLDS
    for fold in range(folds):
        seen = [case for case in cases if case.group % FOLDS != fold]
        index = vocabulary(seen, LEAST)
        weights = train(matrix(seen, index), L2, 100)
        held = [i for i, case in enumerate(cases) if case.group % FOLDS == fold]
        model = Model({f: float(weights[i]) for f, i in index.items()}, [], 0.0)
        for i in held:
            best_all[i], raw_all[i] = choose(model, found[i].options)
    if folds == 1:
        keep = [i for i, case in enumerate(cases) if case.group % FOLDS == 0]
        found = [found[i] for i in keep]
        best_all, raw_all = [best_all[i] for i in keep], [raw_all[i] for i in keep]
        wanted = [aims if k % FOLDS == 0 else set() for k, aims in enumerate(wanted)]
    results = [
        (*report(found, wanted, best_all, raw_all, at / 100), at / 100) for at in range(10, 80, 5)
    ]
    for _, line, _ in results:
        print(line)
    threshold = max(results)[2]
    pairs = [(p, bool(one.hits[c])) for one, c, p in zip(found, best_all, raw_all, strict=True)]
    table = calibration(pairs, 40)
    print(table)
    index = vocabulary(cases, LEAST)
    weights = train(matrix(cases, index), L2, 100)
    save(DATA / "indirect.json.gz", index, weights, table, threshold)


if __name__ == "__main__":
    main()
