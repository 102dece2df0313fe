"""Trains a linear ranker (softmax over the options of each case, L2) and calibrates it."""

import pathlib
from collections import Counter
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from newsreader.engine.linear_model import pack_model


class Case(NamedTuple):
    """The options of one decision, each a list of features, and the indexes of the right ones."""

    group: int
    options: list[list[str]]
    right: list[int]


def vocabulary(cases: list[Case], least: int) -> dict[str, int]:
    """Features seen at least ``least`` times, numbered."""
    counts: Counter[str] = Counter()
    for case in cases:
        for option in case.options:
            counts.update(option)
    kept = sorted(feature for feature, n in counts.items() if n >= least)
    return {feature: i for i, feature in enumerate(kept)}


class Matrix(NamedTuple):
    """All options of all cases as rows; ``case_of[row]`` numbers their case."""

    rows: Any
    case_of: Any
    right: Any
    starts: Any


def matrix(cases: list[Case], index: dict[str, int]) -> Matrix:
    """The cases as one sparse matrix."""
    indices: list[int] = []
    pointers = [0]
    case_of: list[int] = []
    right: list[bool] = []
    starts: list[int] = []
    for number, case in enumerate(cases):
        starts.append(len(case_of))
        for k, option in enumerate(case.options):
            indices += [index[f] for f in option if f in index]
            pointers.append(len(indices))
            case_of.append(number)
            right.append(k in case.right)
    rows = sparse.csr_matrix(
        (np.ones(len(indices)), np.array(indices), np.array(pointers)),
        shape=(len(case_of), len(index)),
    )
    return Matrix(rows, np.array(case_of), np.array(right), np.array(starts))


def _softmax(scores: Any, data: Matrix, mask: Any = None) -> tuple[Any, Any]:
    scores = scores if mask is None else np.where(mask, scores, -1e9)
    top = np.maximum.reduceat(scores, data.starts)
    exps = np.exp(scores - top[data.case_of])
    total = np.add.reduceat(exps, data.starts)
    return exps / total[data.case_of], top + np.log(total)


def train(data: Matrix, l2: float, iterations: int = 150) -> Any:
    """Weights that maximise the likelihood of the right options together."""
    columns = data.rows.T.tocsr()

    def loss(weights: Any) -> tuple[float, Any]:
        scores = data.rows @ weights
        every, log_every = _softmax(scores, data)
        good, log_good = _softmax(scores, data, data.right)
        value = float(np.sum(log_every - log_good)) + 0.5 * l2 * float(weights @ weights)
        return value, columns @ (every - good) + l2 * weights

    start = np.zeros(data.rows.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B",
                    options={"maxiter": iterations, "maxcor": 8}).x  # fmt: skip


def predict(data: Matrix, weights: Any) -> tuple[list[int], list[float]]:
    """The best option of each case and its probability."""
    every, _ = _softmax(data.rows @ weights, data)
    stops = np.append(data.starts[1:], len(every))
    best = [int(a + np.argmax(every[a:b])) for a, b in zip(data.starts, stops, strict=True)]
    return [b - int(a) for b, a in zip(best, data.starts, strict=True)], [
        float(every[b]) for b in best
    ]


def calibration(pairs: list[tuple[float, bool]], bins: int = 20) -> list[tuple[float, float]]:
    """Isotonic table (pool adjacent violators) from probabilities and whether they were right."""
    blocks: list[list[float]] = []
    for chunk in np.array_split(np.array(sorted(pairs), dtype=float), bins):
        if not len(chunk):
            continue
        blocks.append([float(chunk[:, 0].mean()), float(chunk[:, 1].mean()), float(len(chunk))])
        while len(blocks) > 1 and blocks[-2][1] > blocks[-1][1]:
            x2, y2, n2 = blocks.pop()
            x1, y1, n1 = blocks.pop()
            n = n1 + n2
            blocks.append([(x1 * n1 + x2 * n2) / n, (y1 * n1 + y2 * n2) / n, n])
    return [(round(x, 4), round(y, 4)) for x, y, _ in blocks]


def save(
    path: pathlib.Path,
    index: dict[str, int],
    weights: Any,
    table: list[tuple[float, float]],
    threshold: float,
    smallest: float = 0.02,
) -> None:
    """Writes the compact model file that ``newsreader.engine.linear_model`` reads."""
    hundredths = {
        feature: round(float(weights[i]) * 100)
        for feature, i in index.items()
        if abs(weights[i]) >= smallest
    }
    path.write_bytes(pack_model(hundredths, table, threshold))
    print(path.name, len(hundredths), "features", path.stat().st_size, "bytes")
