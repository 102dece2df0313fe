"""Trains engine/data/attribution.json.gz on the labelled articles of PolNeAR.

    python training/train_attribution.py ../shared/eval/quotes/train [--quick]

Needs numpy and scipy, which the reader itself never does. Prints what cross-validation over
articles says before it trains on all of them.
"""

import pathlib
import sys
from collections import Counter

from names_for_training import names_of
from newsreader.engine.attribution import Option, Reading
from newsreader.engine.quotations import find_quotations
from newsreader.engine.source_mentions import source_span
from newsreader.engine.tokens import read_document
from polnear import Gold, LabelledArticle, overlap, read_articles, scorer
from ranker import Case, calibration, matrix, predict, save, train, vocabulary

DATA = pathlib.Path(__file__).parents[1] / "tui/newsreader/engine/data"
FOLDS, L2, LEAST = 5, 1.0, 3


class Labels:
    """The labelled attributions of one article, asked by quotation."""

    def __init__(self, article: LabelledArticle, score: object) -> None:
        self.article = article
        self.score = score

    def of(self, start: int, end: int, limit: int) -> list[Gold]:
        """Those whose content covers half of the span; ``limit`` leaves out wider ones."""
        return [
            gold
            for gold in self.article.golds
            if any(overlap((start, end), s) >= 0.5 * (end - start) for s in gold.content)
            and sum(b - a for a, b in gold.content) < limit
        ]

    def right(self, spans: list[tuple[int, int] | None], golds: list[Gold]) -> list[int]:
        """Which of ``spans`` (``None``: nobody) agree; empty if the labels cannot say."""
        if not golds:
            return [i for i, span in enumerate(spans) if span is None]
        sources = [s for gold in golds for s in gold.source]
        exact = [i for i, s in enumerate(spans) if s and any(overlap(s, g) for g in sources)]
        if exact or not sources:
            return exact
        same = self.score.same_source  # type: ignore[attr-defined]
        return [i for i, s in enumerate(spans) if s and same(self.article.text, s, sources)]


def cases_of(
    article: LabelledArticle, number: int, score: object, stats: Counter[str]
) -> list[tuple[Case, int, bool]]:
    """Each quotation of the article as a case, with its words and whether it has a source."""
    doc = read_document(article.text)
    quotations = find_quotations(article.text)
    reading = Reading(doc, quotations, names_of(doc, article.stem))
    labels = Labels(article, score)
    found = []
    for index, quote in enumerate(quotations):
        facts, options = reading.options(index)
        spans = [_span(reading, index, option) for option in options]
        limit = 10**9
        if quote.parent is not None:
            outer = quotations[quote.parent]
            limit = int(0.9 * (outer.end - outer.start))
        golds = labels.of(quote.start, quote.end, limit)
        right = labels.right(spans, golds)
        sourced = any(gold.source for gold in golds)
        stats["all"] += 1
        if facts.words >= 3:
            stats["sourced"] += sourced
            stats["reachable"] += sourced and bool(right)
        reading.decide(index, options[right[0]] if right else options[-1], 1.0)
        if right or sourced:
            found.append((Case(number, [o.features for o in options], right), facts.words, sourced))
    return found


def _span(reading: Reading, index: int, option: Option) -> tuple[int, int] | None:
    if option.candidate is not None:
        skeleton = reading.clauses[reading.home[index]].skeleton
        return source_span(reading.doc, skeleton, option.candidate.mention)
    if option.back:
        return reading.decisions[reading._earlier(index)[option.back - 1]].source
    return None


def report(
    found: list[tuple[Case, int, bool]], best: list[int], raw: list[float], at: float
) -> str:
    """Precision and recall on quotations of three words or more, as the scorer counts."""
    hit = said = gold = 0
    for (case, words, sourced), choice, probability in zip(found, best, raw, strict=True):
        if words < 3:
            continue
        none = choice == len(case.options) - 1 or probability < at
        ok = choice in case.right
        gold += sourced
        said += not none
        hit += ok and not none
    p, r = hit / max(1, said), hit / max(1, gold)
    return f"{at:.2f}: precision {p:.4f} recall {r:.4f} f1 {2 * p * r / (p + r):.4f}"


def main() -> None:
    """Cross-validates, then trains on everything and writes the model."""
    folder = pathlib.Path(sys.argv[1])
    score = scorer(folder)
    stats: Counter[str] = Counter()
    found = []
    for number, article in enumerate(read_articles(folder)):
        found += cases_of(article, number, score, stats)
    print(dict(stats), "reachable share", stats["reachable"] / stats["sourced"])
    learnable = [case for case, _, _ in found if case.right]
    pairs: list[tuple[float, bool]] = []
    best_all = [0] * len(found)
    raw_all = [0.0] * len(found)
    for fold in range(FOLDS):
        seen = [case for case in learnable if case.group % FOLDS != fold]
        index = vocabulary(seen, LEAST)
        weights = train(matrix(seen, index), L2)
        held = [i for i, (case, _, _) in enumerate(found) if case.group % FOLDS == fold]
        best, raw = predict(matrix([found[i][0] for i in held], index), weights)
        for i, choice, probability in zip(held, best, raw, strict=True):
            best_all[i], raw_all[i] = choice, probability
            if found[i][1] >= 3 and choice != len(found[i][0].options) - 1:
                pairs.append((probability, choice in found[i][0].right))
        if "--quick" in sys.argv:
            held_found = [found[i] for i in held]
            print(report(held_found, best, raw, 0.0))
            break
    if "--quick" not in sys.argv:
        for at in (0.0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6):
            print(report(found, best_all, raw_all, at))
    table = calibration(pairs)
    print(table)
    index = vocabulary(learnable, LEAST)
    weights = train(matrix(learnable, index), L2)
    save(DATA / "attribution.json.gz", index, weights, table, 0.0)


if __name__ == "__main__":
    main()
