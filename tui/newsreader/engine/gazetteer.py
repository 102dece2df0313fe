"""The places of the world by name, read from ``data/gazetteer.bin`` without loading it.

The file is mapped into memory; a look-up hashes the folded name and reads one bucket. Layout, all
little-endian, written by ``training/build_gazetteer.py``:

    header   8 bytes magic, then five u32: places, entries, and the offsets of records,
             buckets and names
    records  one ``_RECORD`` for each place, most important kinds first
    buckets  2**16 + 1 u32: where each bucket's entries begin; then per bucket its checks (u32
             each) followed by its values (u32 each: place number, top bits are flags)
    names    UTF-8, back to back
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import cast

from newsreader.article import PlaceKind
from newsreader.engine.folding import fold
from newsreader.errors import DataError

PATH = Path(__file__).parent / "data" / "gazetteer.bin"
MAGIC = b"NRGAZ\x00\x01\n"
HEADER = struct.Struct("<8s5I")
RECORD = struct.Struct("<IffI2sHIBBBB")
BUCKETS = 1 << 16
KINDS: tuple[PlaceKind, ...] = (
    "country",
    "continent",
    "area",
    "water",
    "facility",
    "region",
    "city",
    "district",
)
ALTERNATE = 1 << 31  # the name is an old, foreign or long one, or a short form
CAPITALS = 1 << 30  # the name is an abbreviation: it counts only in capitals
_NUMBER = CAPITALS - 1
NO_REGION = 0xFFFF
CAPITAL_CITY, FIRST_LEVEL, WELL_KNOWN = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer. ``region`` is the number of its first-level region; ``rank``
    is ``CAPITAL_CITY``, ``FIRST_LEVEL`` for a first-level region, ``WELL_KNOWN`` for one that the
    news names by itself (Xinjiang, Scotland), or 0. ``fame``
    counts the names that it has in GeoNames, in all languages, up to 255."""

    number: int
    name: str
    kind: PlaceKind
    country: str | None
    region: int | None
    latitude: float
    longitude: float
    population: int
    geonameid: int | None
    rank: int
    fame: int


@dataclass(frozen=True, slots=True)
class Match:
    """A place that bears a name. ``alternate``: not its usual name; ``capitals``: the name is an
    abbreviation that counts only in capitals."""

    number: int
    alternate: bool
    capitals: bool


def hash_name(folded: str) -> tuple[int, int]:
    """Bucket and check of a folded name."""
    digest = blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return int.from_bytes(digest[:2], "little"), int.from_bytes(digest[2:], "little")


class Gazetteer:
    """Read-only access to the file; constant time for each look-up."""

    def __init__(self, path: Path = PATH) -> None:
        """Map the file.

        Raises:
            DataError: it is missing, cut short or not a gazetteer.
        """
        try:
            with path.open("rb") as file:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            magic, self._places, entries, self._records, self._buckets, self._names = (
                HEADER.unpack_from(self._bytes)
            )
        except (OSError, ValueError, struct.error) as error:
            raise DataError(f"{path.name}: {error}; reinstall newsreader") from error
        self._entries = self._buckets + 4 * (BUCKETS + 1)
        if (
            magic != MAGIC
            or self._entries + 8 * entries > self._names
            or self._names >= len(self._bytes)
        ):
            raise DataError(f"{path.name}: damaged; reinstall newsreader")

    def find(self, name: str) -> list[Match]:
        """Places called ``name``, in any spelling that folds the same, most important first."""
        return self.find_folded(fold(name))

    def find_folded(self, folded: str) -> list[Match]:
        """As ``find``, for a name already folded."""
        bucket, check = hash_name(folded)
        first, last = struct.unpack_from("<2I", self._bytes, self._buckets + 4 * bucket)
        count = last - first
        begin = self._entries + 8 * first
        checks = self._bytes[begin : begin + 4 * count]
        wanted = check.to_bytes(4, "little")
        found = []
        at = checks.find(wanted)
        while at >= 0:
            if at % 4 == 0:
                (value,) = struct.unpack_from("<I", self._bytes, begin + 4 * count + at)
                found.append(Match(value & _NUMBER, value >= ALTERNATE, bool(value & CAPITALS)))
            at = checks.find(wanted, at + 1)
        return found

    def entry(self, number: int) -> Entry:
        """The place of that number."""
        at = self._records + RECORD.size * number
        record = RECORD.unpack_from(self._bytes, at)
        geonameid, latitude, longitude, population, country, region = record[:6]
        name_at, size, kind, rank, fame = record[6:]
        begin = self._names + name_at
        return Entry(
            number,
            self._bytes[begin : begin + size].decode("utf-8", "replace"),
            cast(PlaceKind, KINDS[min(kind, len(KINDS) - 1)]),
            country.decode("ascii", "replace").strip("\0") or None,
            None if region == NO_REGION else region,
            round(latitude, 5),
            round(longitude, 5),
            population,
            geonameid or None,
            rank,
            fame,
        )

    def __len__(self) -> int:
        return int(self._places)

    def __iter__(self) -> Iterator[Entry]:
        return (self.entry(number) for number in range(self._places))


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with newsreader, opened at its first use.

    Raises:
        DataError: the file is missing or damaged.
    """
    return Gazetteer()
