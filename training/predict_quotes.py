"""Prints the quotations of labelled articles in the contract's form, for ``score.py quotes``.

python training/predict_quotes.py ../shared/eval/quotes/dev > PRED.jsonl
"""

import json
import pathlib
import sys
import time

from newsreader.engine.attribution import attribute
from newsreader.engine.indirect import find_indirect
from newsreader.engine.names import find_names
from newsreader.engine.quotations import find_quotations
from newsreader.engine.tokens import read_document


def main() -> None:
    """One line of JSON an article on stdout, the speed on stderr."""
    spent = words = 0.0
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        names = find_names(read_document(text))
        began = time.perf_counter()
        doc = read_document(text)
        quotations = find_quotations(text)
        found = attribute(doc, quotations, names)
        found += find_indirect(doc, quotations, names)
        spent += time.perf_counter() - began
        words += len(text.split())
        quotes = [
            {"start": a.start, "end": a.end, "kind": a.kind, "source": a.source, "cue": a.cue,
             "speaker": None, "confidence": a.confidence} for a in found
        ]  # fmt: skip
        print(json.dumps({"article": {"path": path.name}, "text": text, "quotes": quotes}))
    print(f"{words / spent:.0f} words a second", file=sys.stderr)


if __name__ == "__main__":
    main()
