"""Trains engine/data/confidence.bin, which corrects the confidence of the whole engine.

    python training/train_confidence.py ../shared/eval/quotes/train [--models FILE] [--dry]

Needs numpy and scipy. Runs the engine over the labelled articles, each with models of quotations
and of indirect speech that have not seen it, fits, and prints how far the stated confidence is
the share that is right, by evidence, before and (cross-validated over articles) after.
Run it whenever one of those models or a rule has changed. ``--models`` keeps the models of the
folds, which take minutes to train, for the next time.
"""

import argparse
import pickle
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from calibration import Stated, agrees, expected_error, table, tenths
from newsreader.engine import analyse as engine
from newsreader.engine import attribution, indirect
from newsreader.engine.attribution_reading import Reading
from newsreader.engine.confidence import evidence_facts, logit
from newsreader.engine.document import Attribution
from newsreader.engine.linear_model import Model, load_model
from newsreader.engine.quotations import find_quotations
from newsreader.engine.tokens import read_document
from newsreader.engine.trees import Trees
from newsreader.front_matter import find_front_matter
from polnear import LabelledArticle, read_articles, scorer
from ranker import calibration, save
from train_attribution import CONTEXTS, DATA, FOLDS, contexts, fold_models, fold_trees
from train_indirect import folds_of, labelled

DOUBTFUL = 0.64
"""Paraphrases below this are not told apart by how doubtful they are."""
SMOOTH = 2.0
"""The L2 penalty that keeps what was seldom seen near what the models state themselves."""


class Fold(NamedTuple):
    """What has not seen the articles of one fold: weights by the name of their model, and trees."""

    weights: dict[str, dict[str, float]]
    trees: dict[str, Trees]


class Answer(NamedTuple):
    """One attribution of the article ``number`` with what counts for it."""

    number: int
    one: Attribution
    slope: str
    facts: list[str]
    right: bool
    counts: bool


def main() -> None:
    """Runs the engine, fits, prints tables, writes the model unless ``--dry``."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--models", type=Path, help="where the models of the folds are kept")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    args = parser.parse_args()
    articles = read_articles(args.folder)
    if args.models and args.models.is_file():
        folds: list[Fold] = pickle.loads(args.models.read_bytes())  # our own file
    else:
        folds = _folds(args.folder, articles)
        if args.models:
            args.models.write_bytes(pickle.dumps(folds))
    answers = _answers(args.folder, articles, folds)
    names = sorted({fact for one in answers for fact in [one.slope, *one.facts]})
    index = {name: i for i, name in enumerate(names)}
    after = [0.0] * len(answers)
    for fold in range(FOLDS):
        held = [i for i, one in enumerate(answers) if one.number // FOLDS % FOLDS == fold]
        weights = _fit([one for one in answers if one.number // FOLDS % FOLDS != fold], index)
        for i, sure in zip(held, _sure([answers[i] for i in held], index, weights), strict=True):
            after[i] = sure
    _report(answers, after)
    marked = [
        (sure, one.right)
        for one, sure in zip(answers, after, strict=True)
        if one.counts and one.one.kind != "indirect"
    ]
    paraphrased = [
        (sure, one.right)
        for one, sure in zip(answers, after, strict=True)
        if one.counts and one.one.kind == "indirect"
    ]
    if not args.dry:
        weights = _fit(answers, index)
        save(DATA / "confidence.bin", index, weights, calibration(marked), 0.0)
        save(DATA / "confidence_indirect.bin", {}, [], _level(paraphrased), 0.0)


def _level(pairs: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """A calibration that states one share for all that is doubtful, and leaves the rest as it is:
    how doubtful a paraphrase is can hardly be told."""
    share = sum(right for sure, right in pairs if sure < DOUBTFUL) / max(
        1, sum(sure < DOUBTFUL for sure, _ in pairs)
    )
    return [(0.0, round(share, 4)), (DOUBTFUL, round(share, 4)), (DOUBTFUL, DOUBTFUL), (1.0, 1.0)]


def _answers(folder: Path, articles: list[LabelledArticle], folds: list[Fold]) -> list[Answer]:
    score = scorer(folder)
    answers = []
    for number, article in enumerate(articles):
        _use(folds[number % FOLDS])
        gold = list(score.read_ann(folder / f"{article.stem}.ann"))
        text = article.text
        title = find_front_matter(text).title
        for one, kind in _attributed(text):
            quote = {"start": one.start, "end": one.end, "kind": one.kind, "source": one.source}
            slope, facts = evidence_facts(text, one, title, kind)
            counts = one.source is not None and len(score.words(text[one.start : one.end])) >= 3
            right = agrees(score, gold, text, quote)
            answers.append(Answer(number, one, slope, facts, right, counts))
    return answers


def _attributed(text: str) -> list[tuple[Attribution, str | None]]:
    """The attributions of ``text`` as the engine has them before it settles how sure they are,
    each with its speaker's kind."""
    given: list[tuple[Attribution, str | None]] = []

    def keep(text: str, one: Attribution, title: object, kind: str | None) -> float:
        given.append((one, kind))
        return one.confidence

    vars(engine)["certainty"] = keep
    engine.analyse(text)
    return given


def _use(fold: Fold) -> None:
    def load(name: str) -> Model:
        return load_model(name)._replace(weights=defaultdict(float, fold.weights[name]))

    def load_fold_trees(name: str) -> Trees:
        return fold.trees[name]

    for module in (attribution, indirect):
        vars(module)["load_model"] = load
        vars(module)["load_trees"] = load_fold_trees


def _folds(folder: Path, articles: list[LabelledArticle]) -> list[Fold]:
    score = scorer(folder)
    readings = [
        (article, Reading(read_document(article.text), find_quotations(article.text)))
        for article in articles
    ]
    direct = fold_models(contexts(readings, score), CONTEXTS)
    boosted, _ = fold_trees(readings, score, direct)
    words = [labelled(article, number, score) for number, article in enumerate(articles)]
    weights, trees, _ = folds_of(words)
    return [
        Fold(
            {
                "attribution": {f: float(values[i]) for f, i in numbers.items()},
                "indirect": weights[fold],
            },
            {"attribution_trees": boosted[fold], "indirect_trees": trees[fold]},
        )
        for fold, (numbers, values) in enumerate(direct)
    ]


def _design(answers: list[Answer], index: dict[str, int]) -> Any:
    rows = np.zeros((len(answers), len(index)))
    for row, one in zip(rows, answers, strict=True):
        row[index[one.slope]] = logit(one.one.confidence)
        row[[index[fact] for fact in one.facts]] = 1.0
    return rows


def _fit(answers: list[Answer], index: dict[str, int]) -> Any:
    """Weights of a logistic model; without evidence the stated log odds are taken as they are."""
    rows = _design(answers, index)
    right = np.array([one.right for one in answers], dtype=float)
    before = np.array([float(name.endswith("×")) for name in index])

    def loss(weights: Any) -> tuple[float, Any]:
        raw = rows @ weights
        value = np.sum(np.logaddexp(0.0, raw) - right * raw)
        away = weights - before
        slope = rows.T @ (1 / (1 + np.exp(-raw)) - right)
        return float(value + 0.5 * SMOOTH * away @ away), slope + SMOOTH * away

    return minimize(loss, before, jac=True, method="L-BFGS-B").x


def _sure(answers: list[Answer], index: dict[str, int], weights: Any) -> list[float]:
    raw = 1 / (1 + np.exp(-(_design(answers, index) @ weights)))
    return [float(one) for one in np.clip(raw, 0.01, 0.99)]


def _report(answers: list[Answer], after: list[float]) -> None:
    cells: dict[str, list[tuple[Answer, float]]] = defaultdict(list)
    for one, sure in zip(answers, after, strict=True):
        group = one.slope.removesuffix(" ×")
        cells[f"{group}, short" if not one.counts and one.one.source else group].append((one, sure))
        if one.counts:
            cells["with a source"].append((one, sure))
            cells[f"{group} {one.one.evidence[0][0]}"].append((one, sure))
    for name, cell in sorted(cells.items(), key=lambda item: -len(item[1])):
        before = [Stated("", one.one.confidence, one.right) for one, _ in cell]
        now = [Stated("", sure, one.right) for one, sure in cell]
        print(table(f"{name}, before", before))
        print(table(f"{name}, after", now))
        print(f"  log loss {_log_loss(before):.4f} before, {_log_loss(now):.4f} after")
        print(f"  expected calibration error {expected_error(tenths(before)):.4f} before, "
              f"{expected_error(tenths(now)):.4f} after")  # fmt: skip


def _log_loss(answers: list[Stated]) -> float:
    sure = np.clip([one.confidence for one in answers], 0.01, 0.99)
    right = np.array([one.right for one in answers])
    return float(-np.mean(np.log(np.where(right, sure, 1 - sure))))


if __name__ == "__main__":
    main()
