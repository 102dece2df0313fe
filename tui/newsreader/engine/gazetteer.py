"""The places of the world by name, read from ``data/gazetteer.bin`` without loading it.

The file is mapped into memory; a look-up hashes the folded name and reads one bucket. Layout, all
little-endian, written by ``training/build_gazetteer.py``:

    header       ``HEADER``: magic, then u32: places, entries, and where each section begins
    records      one ``RECORD`` for each place, most important kinds first (``pack_record``)
    populations  u32: the distinct populations, rising; a record holds the place of its own here
    begins       2**16 + 1 u24: where each bucket's entries begin
    entries      per bucket its checks (u24 each), then its values (u24 each): the number of a
                 place, two flags, and four more bits of the check on top
    pieces       256 of length (u8) and bytes: what each byte of a packed name stands for
    countries    the codes of countries, two bytes each, "\\0\\0" for none
    names        length (u8) and packed bytes of each, in UTF-8 when unpacked
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, cast

from newsreader.article import PlaceKind
from newsreader.engine.folding import fold
from newsreader.errors import DataError

PATH = Path(__file__).parent / "data" / "gazetteer.bin"
MAGIC = b"NRGAZ\x00\x02\n"
HEADER = struct.Struct("<8s9I")
RECORD = struct.Struct("<4IHB")
BUCKETS = 1 << 16
_U32 = struct.Struct("<I")
_U64 = struct.Struct("<Q")
_HASH = struct.Struct("<HI")  # bucket and check, of 16 and 28 bits
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
ALTERNATE = 1 << 19  # the name is an old, foreign or long one, or a short form
CAPITALS = 1 << 18  # the name is an abbreviation: it counts only in capitals
MOST_PLACES = CAPITALS
_NUMBER = CAPITALS - 1
_CHECK = 20  # where in a value the check goes on
NO_REGION = (1 << 14) - 1
CAPITAL_CITY, FIRST_LEVEL, WELL_KNOWN = 1, 2, 3
_DEGREE = 100_000  # coordinates are kept to a metre
_WIDTH = 3  # bytes of a check, a value and a bucket's begin


class Packed(NamedTuple):
    """The numbers of one record. Coordinates are in degrees; ``country``, ``population`` and
    ``name`` say where these stand in their sections."""

    geonameid: int
    country: int
    latitude: float
    longitude: float
    kind: int
    rank: int
    region: int
    name: int
    fame: int
    population: int


def pack_record(one: Packed) -> bytes:
    """The bytes of one record.

    Raises:
        struct.error: a number is too large for its bits.
    """
    bits = (
        (one.geonameid, 24, one.country, 8),
        (round((one.latitude + 90) * _DEGREE), 25, one.kind | one.rank << 3, 7),
        (round((one.longitude + 180) * _DEGREE), 26, one.region & 63, 6),
        (one.name, 24, one.fame, 8),
    )
    for low, size, high, rest in bits:
        if low >> size or high >> rest:
            raise struct.error(f"{one} does not fit in a record")
    words = (low | high << size for low, size, high, _ in bits)
    return RECORD.pack(*words, one.population, one.region >> 6)


class Entry(NamedTuple):
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


class Match(NamedTuple):
    """A place that bears a name. ``alternate``: not its usual name; ``capitals``: the name is an
    abbreviation that counts only in capitals."""

    number: int
    alternate: bool
    capitals: bool


def hash_name(folded: str) -> tuple[int, int]:
    """Bucket and check (28 bits) of a folded name."""
    name = folded.encode("utf-8", "surrogatepass")
    bucket, check = _HASH.unpack(blake2b(name, digest_size=6).digest())
    return bucket, check >> 4


def pack_bucket(entries: list[tuple[int, int]]) -> bytes:
    """The bytes of a bucket's entries, given as check and value."""
    checks = b"".join((check & 0xFFFFFF).to_bytes(_WIDTH, "little") for check, _ in entries)
    values = (value | check >> 24 << _CHECK for check, value in entries)
    return checks + b"".join(value.to_bytes(_WIDTH, "little") for value in values)


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
            magic, self._places, entries, *sections = HEADER.unpack_from(self._bytes)
        except (OSError, ValueError, struct.error) as error:
            raise DataError(f"{path.name}: {error}; reinstall newsreader") from error
        self._records, self._populations, self._begins, self._entries, *rest = sections
        pieces, countries, self._names = rest
        if (
            magic != MAGIC
            or self._entries + 2 * _WIDTH * entries > pieces
            or sections != sorted(sections)
            or self._names >= len(self._bytes)
        ):
            raise DataError(f"{path.name}: damaged; reinstall newsreader")
        self._pieces = _read_pieces(self._bytes[pieces:countries])
        codes = self._bytes[countries : self._names].decode("ascii", "replace")
        self._countries = [codes[at : at + 2].strip("\0") or None for at in range(0, len(codes), 2)]

    def find(self, name: str) -> list[Match]:
        """Places called ``name``, in any spelling that folds the same, most important first."""
        return self.find_folded(fold(name))

    def find_folded(self, folded: str) -> list[Match]:
        """As ``find``, for a name already folded."""
        bucket, check = hash_name(folded)
        (begins,) = _U64.unpack_from(self._bytes, self._begins + _WIDTH * bucket)
        number = begins & 0xFFFFFF
        size = _WIDTH * ((begins >> 24 & 0xFFFFFF) - number)
        begin = self._entries + 2 * _WIDTH * number
        checks = self._bytes[begin : begin + size]
        wanted = _U32.pack(check & 0xFFFFFF)[:_WIDTH]
        at = checks.find(wanted)
        found = []
        while at >= 0:
            if at % _WIDTH == 0:
                value_at = begin + size + at
                value = int.from_bytes(self._bytes[value_at : value_at + _WIDTH], "little")
                if value >> _CHECK == check >> 24:
                    found.append(
                        Match(value & _NUMBER, value & ALTERNATE != 0, value & CAPITALS != 0)
                    )
            at = checks.find(wanted, at + 1)
        return found

    def entry(self, number: int) -> Entry:
        """The place of that number."""
        a, b, c, d, population, region = RECORD.unpack_from(
            self._bytes, self._records + RECORD.size * number
        )
        region = c >> 26 | region << 6
        name = self._names + (d & 0xFFFFFF)
        packed = self._bytes[name + 1 : name + 1 + self._bytes[name]]
        (people,) = _U32.unpack_from(self._bytes, self._populations + 4 * population)
        return Entry(
            number,
            b"".join([self._pieces[byte] for byte in packed]).decode("utf-8", "replace"),
            cast(PlaceKind, KINDS[b >> 25 & 7]),
            self._countries[a >> 24],
            None if region == NO_REGION else region,
            ((b & 0x1FFFFFF) - 90 * _DEGREE) / _DEGREE,
            ((c & 0x3FFFFFF) - 180 * _DEGREE) / _DEGREE,
            people,
            a & 0xFFFFFF or None,
            b >> 28 & 3,
            d >> 24,
        )

    def bucket_sizes(self) -> Iterator[int]:
        """How many names each bucket holds: a look-up reads one."""
        for at in range(self._begins, self._begins + _WIDTH * BUCKETS, _WIDTH):
            begins = int.from_bytes(self._bytes[at : at + 2 * _WIDTH], "little")
            yield (begins >> 24) - (begins & 0xFFFFFF)

    def __len__(self) -> int:
        return int(self._places)

    def __iter__(self) -> Iterator[Entry]:
        return (self.entry(number) for number in range(self._places))


def _read_pieces(packed: bytes) -> list[bytes]:
    pieces: list[bytes] = []
    at = 0
    while at < len(packed):
        pieces.append(packed[at + 1 : at + 1 + packed[at]])
        at += 1 + packed[at]
    return pieces


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with newsreader, opened at its first use.

    Raises:
        DataError: the file is missing or damaged.
    """
    return Gazetteer()
