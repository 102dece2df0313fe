"""Builds engine/data/lexicon.txt: the usual word class of common English words.

    python training/train_lexicon.py ../shared/eval/quotes/corenlp-train.jsonl.gz

Only words that are written in lower case in several articles are kept, so no names get in.
"""

import collections
import gzip
import json
import pathlib
import sys

DATA = pathlib.Path(__file__).parents[1] / "tui/newsreader/engine/data"
MIN_COUNT, MIN_ARTICLES = 4, 3
CLASSES = {
    "DT": "D", "PDT": "D", "WDT": "W", "PRP$": "S", "WP$": "S", "PRP": "O", "WP": "W", "WRB": "W",
    "JJ": "J", "JJR": "J", "JJS": "J", "NN": "N", "NNS": "N", "NNP": "N", "NNPS": "N",
    "VBD": "V", "VBZ": "V", "VBP": "V", "VB": "B", "VBG": "G", "VBN": "E", "MD": "M",
    "IN": "P", "TO": "P", "RP": "P", "CC": "C", "RB": "R", "RBR": "R", "RBS": "R", "CD": "#",
    "EX": "O", "UH": "R",
}  # fmt: skip


def main() -> None:
    """Counts, keeps, writes."""
    corpus = pathlib.Path(sys.argv[1])
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    articles: dict[str, set[str]] = collections.defaultdict(set)
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            stem, sentences = json.loads(line)
            text = next(corpus.parent.glob(f"*/{stem}.txt")).read_bytes().decode("utf-8")
            for sentence in sentences:
                for start, end, tag, _ in sentence:
                    word = text[start:end]
                    if word.islower() and word.isalpha() and tag in CLASSES:
                        counts[word][CLASSES[tag]] += 1
                        articles[word].add(stem)
    classes: dict[str, list[str]] = collections.defaultdict(list)
    for word, tags in sorted(counts.items()):
        if tags.total() >= MIN_COUNT and len(articles[word]) >= MIN_ARTICLES:
            classes[tags.most_common(1)[0][0]].append(word)
    out = "".join(f"{tag} {' '.join(words)}\n" for tag, words in sorted(classes.items()))
    (DATA / "lexicon.txt").write_text(out, encoding="utf-8")
    print({tag: len(words) for tag, words in classes.items()}, len(out))


if __name__ == "__main__":
    main()
