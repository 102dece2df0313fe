"""Prints how far engine and labels differ today: python tests/seeds/gaps.py [--json]

With ``--json`` in the form of ``known_gaps.json``.
"""

from __future__ import annotations

import json
import math
import sys

from agreement import agreement, differences
from seed_labels import FILES, read_seed

from newsreader.engine.analyse import analyse

if __name__ == "__main__":
    seeds = [read_seed(path) for path in FILES]
    pairs = [(s, analyse(s.article.text, s.article.title_span)) for s in seeds]
    floors = {what: math.floor(share * 1000) / 1000 for what, share in agreement(pairs).items()}
    if "--json" in sys.argv:
        gaps = {s.name: sorted({str(d) for d in differences(s, a)}) for s, a in pairs}
        known = {"floors": floors, "gaps": {name: lines for name, lines in gaps.items() if lines}}
        json.dump(known, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        for seed, analysis in pairs:
            for difference in differences(seed, analysis):
                got = f" ({difference.got})" if difference.got else ""
                sys.stdout.write(f"{seed.name}: {difference}{got}\n")
        for what, share in floors.items():
            sys.stdout.write(f"{share:6.1%} without: {what}\n")
