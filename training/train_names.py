"""Trains ``engine/data/names.crfsuite``, the model of ``newsreader.engine.names``.

    python training/train_names.py EVAL_DIR [--iterations N] [--output FILE]

EVAL_DIR holds ``quotes/train/*.txt`` with ``quotes/corenlp-train.jsonl.gz`` (machine labels).
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

import pycrfsuite

from name_corpus import Labelled, read_silver, swapped
from newsreader.engine.name_evidence import Evidence
from newsreader.engine.name_features import features
from newsreader.engine.names import MODEL

LEAST_COUNT = 6  # a word seen less often is known by its outline alone
LEAST_ARTICLES = 4


def vocabulary(articles: list[Labelled]) -> frozenset[str]:
    """Words that the model may remember: frequent, in several articles, and no names."""
    count: Counter[str] = Counter()
    named: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for article in articles:
        for word, label in zip(article.words, article.labels, strict=True):
            count[word.lower()] += 1
            named[word.lower()] += label[-1] in "PL"
        spread.update({w.lower() for w in article.words})
    return frozenset(
        w
        for w, n in count.items()
        if n >= LEAST_COUNT and spread[w] >= LEAST_ARTICLES and named[w] < 0.3 * n
    )


def main() -> None:
    """Train and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("eval_dir", type=Path)
    parser.add_argument("--iterations", type=int, default=60)
    parser.add_argument("--copies", type=int, default=1, help="copies with names swapped")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--output", type=Path, default=MODEL)
    options = parser.parse_args()
    articles = read_silver(options.eval_dir / "quotes", "train")[: options.articles]
    words = vocabulary(articles)
    generator = random.Random(1)
    articles += [swapped(a, generator) for _ in range(options.copies) for a in articles[:]]
    trainer = pycrfsuite.Trainer(verbose=False)
    for article in articles:
        evidence = Evidence(article.words)
        for begin, stop in article.sentences:
            if any(w[0].isupper() for w in article.words[begin:stop]):
                rows = features(article.words, begin, stop, evidence, words.__contains__)
                trainer.append(rows, article.labels[begin:stop])
    trainer.set_params(
        {
            "c1": 0.3,
            "c2": 0.05,
            "max_iterations": options.iterations,
            "feature.minfreq": 4,
            "feature.possible_transitions": True,
        }
    )
    trainer.train(str(options.output))
    print(f"{options.output}: {options.output.stat().st_size / 1e6:.1f} MB, {len(words)} words")


if __name__ == "__main__":
    main()
