"""Boosts decision trees over the scores of a linear ranker, and writes them for the reader.

Needs numpy and lightgbm. One thread and fixed seeds: the same cases give the same trees.
"""

import pathlib
from typing import Any, NamedTuple

import lightgbm
import numpy as np

from newsreader.engine.trees import Trees, pack_trees

SETTINGS = {
    "num_leaves": 6,
    "learning_rate": 0.05,
    "min_data_in_leaf": 20,
    "min_sum_hessian_in_leaf": 2,
    "lambda_l2": 3,
    "feature_fraction": 0.2,
    "bagging_fraction": 0.5,
    "bagging_freq": 1,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}

ROWS = {"num_leaves": 8, "learning_rate": 0.12, "min_data_in_leaf": 40, "lambda_l2": 5,
        "feature_fraction": 0.5, "bagging_freq": 0}  # fmt: skip


class Choice(NamedTuple):
    """One decision: for each option that is left its row of numbers and its score by the linear
    model, and which of them are right."""

    rows: list[list[float]]
    scores: list[float]
    right: list[bool]


def boost(choices: list[Choice], rounds: int, scale: float) -> Trees:
    """Trees that maximise the likelihood of the right options together, as the linear ranker
    does, from ``scale`` times its scores on. Choices without a right option teach nothing."""
    seen = [one for one in choices if any(one.right) and len(one.rows) > 1]
    sizes = [len(one.rows) for one in seen]
    starts = np.cumsum([0, *sizes[:-1]])
    case_of = np.repeat(np.arange(len(seen)), sizes)
    rows = np.array([row for one in seen for row in one.rows])
    first = scale * np.array([score for one in seen for score in one.scores])
    right = np.array([mark for one in seen for mark in one.right])

    def shares(scores: Any) -> Any:
        exps = np.exp(scores - np.maximum.reduceat(scores, starts)[case_of])
        return exps / np.add.reduceat(exps, starts)[case_of]

    def slopes(raw: Any, _: Any) -> tuple[Any, Any]:
        every = shares(first + raw)
        good = shares(np.where(right, first + raw, -1e9))
        return every - good, np.maximum(every * (1 - every), 1e-4)

    data = lightgbm.Dataset(rows, label=right.astype(float))
    model = lightgbm.train({**SETTINGS, "objective": slopes}, data, rounds)
    return _flat(model.dump_model()["tree_info"], scale)


def boost_rows(rows: list[list[float]], right: list[bool], rounds: int) -> Trees:
    """Trees of which the sum is the log odds that a row is right, each row by itself."""
    data = lightgbm.Dataset(np.array(rows), label=np.array(right, dtype=float))
    settings = {**SETTINGS, **ROWS, "objective": "binary"}
    return _flat(lightgbm.train(settings, data, rounds).dump_model()["tree_info"], 0.0)


def _flat(infos: list[dict[str, Any]], scale: float) -> Trees:
    trees = Trees([], [], [], [], [], [], scale)

    def add(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            trees.leaves.append(round(node["leaf_value"], 4))
            return -len(trees.leaves)
        here = len(trees.asked)
        trees.asked.append(node["split_feature"])
        trees.limits.append(float(f"{node['threshold']:.5g}"))
        trees.low.append(0)
        trees.high.append(0)
        trees.low[here] = add(node["left_child"])
        trees.high[here] = add(node["right_child"])
        return here

    for info in infos:
        trees.roots.append(add(info["tree_structure"]))
    return trees


def save_trees(path: pathlib.Path, trees: Trees) -> None:
    """Writes the file that ``newsreader.engine.trees`` reads."""
    path.write_bytes(pack_trees(trees))
    print(path.name, len(trees.roots), "trees", path.stat().st_size, "bytes")
