#!/usr/bin/env bash
# Rebuilds everything in tui/newsreader/engine/data/ and ui/data/ that is compiled or trained, in
# order: each step reads what the ones before it wrote.
#
#     training/rebuild.sh [EVAL_DIR]
#
# EVAL_DIR is the labelled text, ../shared/eval beside the clone unless given. Takes the better
# part of an hour on two cores. The environment is .venv-training; PYTHON chooses the interpreter.
set -euo pipefail
cd "$(dirname "$0")/.."
export OMP_NUM_THREADS=1 # sums in another order give other bytes

labelled=${1:-${NEWSREADER_EVAL:-../shared/eval}}
if [ ! -d "$labelled/quotes/train" ]; then
	echo "$labelled: no labelled articles (quotes/train) there" >&2
	exit 1
fi

python=.venv-training/bin/python
if [ ! -x "$python" ]; then
	"${PYTHON:-python3}" -m venv .venv-training
fi
"$python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[training]'

step() {
	echo "== $*" >&2
	"$python" "$@"
}

step training/build_name_lists.py
step training/build_gazetteer.py
step training/build_outlines.py
step training/train_lexicon.py "$labelled/quotes/corenlp-train.jsonl.gz"
step training/train_names.py "$labelled"
step training/train_attribution.py "$labelled/quotes/train"
step training/train_indirect.py "$labelled/quotes/train"
step training/train_confidence.py "$labelled/quotes/train"
