"""Trains engine/data/attribution.bin, and attribution_trees.bin for where it wavers, on the
labelled articles of PolNeAR.

    python training/train_attribution.py ../shared/eval/quotes/train [--quick]

Needs numpy, scipy and lightgbm, which the reader itself never does. Prints what cross-validation
over articles says before it trains on all of them.
"""

import pathlib
import sys
from collections import defaultdict
from collections.abc import Callable
from math import log
from typing import Any, NamedTuple

from boosting import Choice, boost, save_trees
from newsreader.engine.attribution import settle
from newsreader.engine.attribution_features import QuoteFacts
from newsreader.engine.attribution_ranking import Ranker
from newsreader.engine.attribution_reading import Option, Reading
from newsreader.engine.linear_model import Model
from newsreader.engine.quotations import find_quotations
from newsreader.engine.source_mentions import source_span
from newsreader.engine.tokens import read_document
from newsreader.engine.trees import Trees
from polnear import Gold, LabelledArticle, overlap, read_articles, scorer
from ranker import Case, calibration, matrix, save, train, vocabulary

DATA = pathlib.Path(__file__).parents[1] / "tui/newsreader/engine/data"
FOLDS, L2, LEAST, CONTEXTS = 5, 2.0, 3, 2
ROUNDS, SCALE = 400, 0.75
THRESHOLD = 0.35  # of the raw probability: costs no F1 in cross-validation, spares false sources


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
        sources = [s for gold in golds for s in gold.source]
        if not sources:
            return [i for i, span in enumerate(spans) if span is None]
        exact = [i for i, s in enumerate(spans) if s and any(overlap(s, g) for g in sources)]
        if exact:
            return exact
        same = self.score.same_source  # type: ignore[attr-defined]
        return [i for i, s in enumerate(spans) if s and same(self.article.text, s, sources)]


class Found(NamedTuple):
    """A quotation as a case, with how many words it has and whether the labels name a source."""

    case: Case
    words: int
    sourced: bool
    where: tuple[int, int]
    choice: int
    raw: float


Linear = tuple[dict[str, int], Any]
Chooser = Callable[[Reading, int, QuoteFacts, list[Option], list[int]], tuple[int, float]]


def collect(readings: list[tuple[LabelledArticle, Reading]], score: object,
            choosers: list[Chooser]) -> list[Found]:  # fmt: skip
    """Every quotation as a case. ``choosers[number % FOLDS]`` decides what those after it see."""
    found = []
    for number, (article, reading) in enumerate(readings):
        labels = Labels(article, score)
        reading.forget()
        choose = choosers[number % FOLDS]
        for index, quote in enumerate(reading.quotations):
            facts, options = reading.options(index)
            limit = 10**9
            if quote.parent is not None:
                outer = reading.quotations[quote.parent]
                limit = int(0.9 * (outer.end - outer.start))
            golds = labels.of(quote.start, quote.end, limit)
            right = labels.right([_span(reading, index, option) for option in options], golds)
            sourced = any(gold.source for gold in golds)
            choice, raw = choose(reading, index, facts, options, right)
            reading.decide(index, options[choice], raw)
            if right or sourced:
                case = Case(number, [option.features for option in options], right)
                found.append(Found(case, facts.words, sourced, (number, index), choice, raw))
    return found


def by_labels(
    reading: Reading, index: int, facts: QuoteFacts, options: list[Option], right: list[int]
) -> tuple[int, float]:
    """The first right option, else nobody."""
    return (right[0] if right else len(options) - 1), 1.0


def by_model(
    numbers: dict[str, int],
    weights: Any,
    trees: Trees | None = None,
    rules: bool = True,
    doubts: list[Choice] | None = None,
) -> Chooser:
    """The option that the models rank first, with the rules of the reader or without. ``doubts``
    collects where the linear one wavers."""
    model = Model(defaultdict(float, {f: float(weights[i]) for f, i in numbers.items()}), [], 0.0)
    rankers: list[Ranker] = []

    def decide(
        reading: Reading, index: int, facts: QuoteFacts, options: list[Option], right: list[int]
    ) -> tuple[int, float]:
        if not rankers or rankers[-1].reading is not reading:
            rankers[:] = [Ranker(reading, model, trees)]
        ranker = rankers[-1]
        if doubts is not None:
            shares = ranker.shares(options)
            doubt = ranker.doubt(index, facts, options, shares)
            if doubt is not None:
                scores = [log(shares[i]) for i in doubt.order]
                doubts.append(Choice(doubt.rows, scores, [i in right for i in doubt.order]))
        if rules:
            return settle(ranker, index, facts, options)
        best, raw = ranker.choose(index, facts, options)
        return best, raw[best]

    return decide


def contexts(readings: list[tuple[LabelledArticle, Reading]], score: object) -> list[Found]:
    """Every quotation twice: once after what the labels say of those before it, once after what
    models that have not seen the article decide, mistakes and all, as the reader meets it."""
    found = collect(readings, score, [by_labels] * FOLDS)
    own = [by_model(*model, rules=False) for model in fold_models(found)]
    return found + collect(readings, score, own)


def whole(found: list[Found], without: int | None = None, times: int = 1) -> Linear:
    """A model trained on all articles but those of the fold ``without``; ``times`` says how often
    each quotation is in ``found``."""
    cases = [one.case for one in found if one.case.right]
    seen = [case for case in cases if without is None or case.group % FOLDS != without]
    index = vocabulary(seen, LEAST)
    return index, train(matrix(seen, index), L2 * times)


def fold_models(found: list[Found], times: int = 1) -> list[Linear]:
    """For each fold a model trained on the articles of the others."""
    return [whole(found, fold, times) for fold in range(FOLDS)]


def fold_trees(
    readings: list[tuple[LabelledArticle, Reading]], score: object, models: list[Linear]
) -> tuple[list[Trees], Trees]:
    """For each fold the trees of the others', then those of all articles: they learn from what
    linear models say of articles that these have not seen."""
    doubts: list[list[Choice]] = [[] for _ in models]
    choosers = [by_model(*one, doubts=seen) for one, seen in zip(models, doubts, strict=True)]
    collect(readings, score, choosers)
    trees = []
    for without in [*range(len(models)), None]:
        seen = [one for fold, some in enumerate(doubts) if fold != without for one in some]
        trees.append(boost(seen, ROUNDS, SCALE))
    return trees[:-1], trees[-1]


def _span(reading: Reading, index: int, option: Option) -> tuple[int, int] | None:
    if option.candidate is not None:
        skeleton = reading.clauses[reading.home[index]].skeleton
        return source_span(reading.doc, skeleton, option.candidate.mention)
    if option.back:
        return reading.decisions[reading.earlier(index)[option.back - 1]].source
    return None


def report(found: list[Found], at: float = 0.0) -> str:
    """Precision and recall on quotations of three words or more, as the scorer counts."""
    hit = said = gold = 0
    for case, words, sourced, _, choice, raw in found:
        if words < 3:
            continue
        none = choice == len(case.options) - 1 or raw < at
        ok = choice in case.right
        gold += sourced
        said += not none
        hit += ok and not none
    p, r = hit / max(1, said), hit / max(1, gold)
    return f"{at:.2f}: precision {p:.4f} recall {r:.4f} f1 {2 * p * r / (p + r):.4f}"


def main() -> None:
    """Cross-validates with decisions as the reader will make them, then trains on everything."""
    folder = pathlib.Path(sys.argv[1])
    score = scorer(folder)
    readings = []
    for article in read_articles(folder):
        doc = read_document(article.text)
        readings.append((article, Reading(doc, find_quotations(article.text))))
    found = contexts(readings, score)
    reachable = sum(one.sourced and bool(one.case.right) for one in found if one.words >= 3)
    print(len(found), "reachable", reachable / sum(one.sourced for one in found if one.words >= 3))
    models = fold_models(found, CONTEXTS)
    index, weights = whole(found, times=CONTEXTS)
    trees, last = fold_trees(readings, score, models)
    plain = [by_model(*model, rules=False) for model in models]
    print("linear, without rules", report(collect(readings, score, plain)))
    pairs = list(zip(models, trees, strict=True))
    plain = [by_model(*model, boosted, rules=False) for model, boosted in pairs]
    print("without rules", report(collect(readings, score, plain)))
    found = collect(readings, score, [by_model(*model, boosted) for model, boosted in pairs])
    for at in (0.0, 0.3, 0.4, 0.45, 0.5):
        print(report(found, at))
    if "--errors" in sys.argv:
        show_errors(readings, found)
    table = calibration(
        [
            (one.raw, one.choice in one.case.right)
            for one in found
            if one.words >= 3 and one.choice != len(one.case.options) - 1
        ]
    )
    print(table)
    if "--dry" in sys.argv:
        return
    save(DATA / "attribution.bin", index, weights, table, THRESHOLD)
    save_trees(DATA / "attribution_trees.bin", last)


def show_errors(readings: list[tuple[LabelledArticle, Reading]], found: list[Found]) -> None:
    """Prints the wrong decisions with their surroundings, one a paragraph."""
    for one in found:
        choice, probability = one.choice, one.raw
        if one.words < 3 or choice in one.case.right:
            continue
        article, reading = readings[one.where[0]]
        quote = reading.quotations[one.where[1]]
        _, options = reading.options(one.where[1])
        span = _span(reading, one.where[1], options[min(choice, len(options) - 1)])
        said = article.text[slice(*span)] if span else None
        golds = [article.text[a:b] for g in article.golds for a, b in g.source
                 if any(overlap((quote.start, quote.end), s) for s in g.content)]  # fmt: skip
        low, high = max(0, quote.start - 200), quote.end + 120
        around = f"{article.text[low : quote.start]}[[{article.text[quote.start : quote.end]}]]"
        print(f"{probability:.2f} said {said!r} labels {golds} right {len(one.case.right)}\n   ",
              (around + article.text[quote.end : high]).replace("\n", "¶"))  # fmt: skip


if __name__ == "__main__":
    main()
