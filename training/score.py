"""Runs `newsreader extract` over the labelled articles and prints the scorer's figures.

    python training/score.py [quotes] [geovirus] [lgl] [--unseen] [--eval DIR] [--errors N]

``--unseen`` leaves out the articles of geovirus and lgl that ``train_names.py`` learns from. The
labelled text lies in ../shared/eval beside the clone, or where NEWSREADER_EVAL says. For quotes,
tables of stated confidence follow, in tenths; ``*`` marks one that is off by more than 0.05.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from calibration import Stated, judged, named, table
from polnear import scorer

SETS = ("quotes", "geovirus", "lgl")


def main() -> int:
    """Score the sets named on the command line, all of them if none is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sets", nargs="*", help="default: all")
    parser.add_argument("--eval", type=Path, default=_default(), help="the labelled text")
    parser.add_argument("--errors", type=int, default=0, help="print this many errors")
    parser.add_argument("--unseen", action="store_true", help="only articles not learnt from")
    args = parser.parse_args()
    if not (args.eval / "score.py").is_file():
        print(f"{args.eval}: no score.py there; set NEWSREADER_EVAL", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        for name in args.sets or SETS:
            print(name, flush=True)
            _score(name, args.eval, Path(folder), args.errors, unseen=args.unseen)
    return 0


def _default() -> Path:
    return Path(os.environ.get("NEWSREADER_EVAL") or Path(__file__).parents[2] / "shared" / "eval")


def _score(name: str, labelled: Path, folder: Path, errors: int, *, unseen: bool) -> None:
    pred = folder / f"{name}.jsonl"
    if name == "quotes":
        gold = labelled / "quotes" / "dev"
        texts = gold
        what = ["quotes", str(gold), str(pred), "--speakers"]
        what.append(str(labelled / "quotes" / "dev-speakers.json"))
    else:
        gold = labelled / "places" / f"{name}.jsonl"
        texts = folder / name
        texts.mkdir()
        for number, line in enumerate(gold.read_text(encoding="utf-8").split("\n")):
            if line and (number % 2 or not unseen):
                article = json.loads(line)
                (texts / f"{article['id']}.txt").write_bytes(article["text"].encode())
        what = ["places", str(gold), str(pred)]
    extract = [sys.executable, "-m", "newsreader", "extract", "--format", "jsonl", "--with-text"]
    with pred.open("wb") as out:
        subprocess.run([*extract, str(texts)], stdout=out, check=False)
    score = [sys.executable, str(labelled / "score.py"), *what, "--errors", str(errors)]
    subprocess.run(score, check=True)
    if name == "quotes":
        print(calibrated(gold, pred))


def calibrated(gold: Path, pred: Path) -> str:
    """How far the stated confidence is the share that is right, as tables in tenths."""
    score = scorer(gold)
    wanted = json.loads((gold.parent / "dev-speakers.json").read_text(encoding="utf-8"))
    sources: list[Stated] = []
    names: list[Stated] = []
    for article in score.load_pred(pred):
        stem = Path(article["article"]["path"]).stem
        labels = list(score.read_ann(gold / f"{stem}.ann"))
        sources += judged(score, labels, article["text"], article["quotes"])
        names += named(score, wanted.get(stem, []), article["quotes"])
    marked = [one for one in sources if one.kind != "indirect"]
    stated = [one for one in sources if one.kind == "indirect"]
    return "\n".join(
        (
            table("source, direct and mixed", marked),
            table("source, indirect", stated),
            table("source, all", sources),
            table("full name, direct and mixed", names),
        )
    )


if __name__ == "__main__":
    sys.exit(main())
