"""What the gazetteer costs: one file of bounded size, no memory of its own, short look-ups, and
nothing before the first one. No clocks: times are the benchmarks' affair."""

import json
import subprocess
import sys
import tracemalloc
from collections import Counter

from newsreader.engine.gazetteer import BUCKETS, PATH, Gazetteer, gazetteer, hash_name

MOST_BYTES = 15_000_000
MOST_MEMORY = 1_000_000
LONGEST_BUCKET = 100  # many a town is called Washington or San José


def test_it_is_one_file_of_at_most_fifteen_megabytes() -> None:
    assert PATH.stat().st_size <= MOST_BYTES


def test_opening_it_and_reading_every_place_allocates_next_to_nothing() -> None:
    tracemalloc.start()
    try:
        opened = Gazetteer()
        for entry in opened:
            assert entry.name
        for word in ("Paris", "San José", "Nowhere at all"):
            opened.find(word)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most <= MOST_MEMORY


def test_a_look_up_reads_one_short_bucket_however_many_places_there_are() -> None:
    sizes = Counter(hash_name(entry.name.lower())[0] for entry in gazetteer())
    assert len(sizes) > BUCKETS * 0.9
    assert max(gazetteer().bucket_sizes()) <= LONGEST_BUCKET


def test_nothing_of_it_is_opened_by_an_import() -> None:
    code = (
        "import json, sys\n"
        "opened = []\n"
        "def note(event, args):\n"
        "    opened.append(str(args[0]) if event == 'open' else '')\n"
        "sys.addaudithook(note)\n"
        "import newsreader.engine.analyse, newsreader.engine.places\n"
        "print(json.dumps([path for path in opened if 'engine/data/' in path]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
