"""Trains ``engine/data/names.crfsuite``, the model of ``newsreader.engine.names``.

    python training/train_names.py EVAL_DIR [--iterations N] [--output FILE]

EVAL_DIR holds ``quotes/train/*.txt`` with ``quotes/corenlp-train.jsonl.gz`` (machine labels) and
``places/*.jsonl`` (human labels of places), of which only every second article is trained on, so
that the others can measure the model.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pycrfsuite

from name_corpus import Labelled, fragments, read_places, read_silver, swapped
from newsreader.engine.document import Document
from newsreader.engine.name_evidence import Evidence
from newsreader.engine.name_features import features
from newsreader.engine.names import MODEL, VOCABULARY

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


def shown(words: frozenset[str]) -> Callable[[str], str]:
    """What the model sees of a word when it may remember ``words``."""
    return lambda word: word if word in words else "?"


def train(
    articles: list[Labelled], copies: int, iterations: int, output: Path, memory: float
) -> None:
    """Train on the articles and on copies with their names swapped, and write the model."""
    words = vocabulary(articles)
    known = shown(words)
    generator = random.Random(1)
    trainer = pycrfsuite.Trainer(verbose=False)
    everything = list(articles)
    for _ in range(copies):
        everything += [swapped(a, generator) for a in articles]
    everything += [fragments(generator) for _ in range(len(articles) // 4)]
    for article in everything:
        evidence = Evidence(article.words)
        for begin, stop in article.sentences:
            if any(w[0].isupper() for w in article.words[begin:stop]):
                rows = features(article.words, begin, stop, evidence, known)
                trainer.append(rows, article.labels[begin:stop])
    trainer.set_params(
        {
            "c1": memory,
            "c2": 0.05,
            "max_iterations": iterations,
            "feature.minfreq": 4,
            "feature.possible_transitions": True,
        }
    )
    trainer.train(str(output))
    output.with_suffix(".txt").write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")
    print(f"{output}: {output.stat().st_size / 1e6:.1f} MB, {len(words)} words", flush=True)


def labeller(model: Path) -> Callable[[Document], list[str]]:
    """A function that labels an article with a model."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    known = shown(frozenset(model.with_suffix(".txt").read_text(encoding="utf-8").split("\n")))

    def label(doc: Document) -> list[str]:
        evidence = Evidence(doc.words)
        labels: list[str] = []
        for begin, stop in doc.sentences:
            labels += tagger.tag(features(doc.words, begin, stop, evidence, known))
        return labels

    return label


def main() -> None:
    """Train on machine labels, then on them and human labels of places together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("eval_dir", type=Path)
    parser.add_argument("--iterations", type=int, default=70)
    parser.add_argument("--copies", type=int, default=2, help="copies with names swapped")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--memory", type=float, default=0.3, help="L1 regularisation")
    parser.add_argument("--output", type=Path, default=MODEL)
    options = parser.parse_args()
    silver = read_silver(options.eval_dir / "quotes", "train")[: options.articles]
    first = options.output.with_name("first.crfsuite")
    train(silver, 1, options.iterations // 2, first, options.memory)
    places = [
        article
        for name in ("geovirus", "lgl")
        for article in read_places(
            options.eval_dir / "places" / f"{name}.jsonl", labeller(first), lambda n: n % 2 == 0
        )
    ]
    first.unlink()
    first.with_suffix(".txt").unlink()
    train(silver + 2 * places, options.copies, options.iterations, options.output, options.memory)
    if options.output == MODEL:
        MODEL.with_suffix(".txt").replace(MODEL.with_name(f"{VOCABULARY}.txt"))


if __name__ == "__main__":
    main()
