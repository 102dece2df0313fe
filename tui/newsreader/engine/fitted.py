"""What training/ has fitted, read from ``engine/data/``.

A file is one line of JSON with what is small, then packed numbers, little-endian: nothing has to
be decompressed or taken apart number by number before a first article can be read.
"""

from __future__ import annotations

import json
import struct
from binascii import crc32
from collections.abc import Callable
from typing import Any, TypeVar

from newsreader.engine.data_files import read_bytes
from newsreader.errors import DataError

_CHECK = "check"  # the checksum of the packed numbers, among the facts

T = TypeVar("T")


def pack_fitted(facts: dict[str, Any], packed: bytes) -> bytes:
    """The bytes of a file that ``read_fitted`` reads."""
    line = json.dumps({**facts, _CHECK: crc32(packed)}, separators=(",", ":"))
    return line.encode() + b"\n" + packed


def read_fitted(name: str, made: Callable[[dict[str, Any], memoryview], T]) -> T:
    """What ``made`` makes of the facts and the packed numbers in ``data/NAME.bin``.

    Raises:
        DataError: the file is missing or damaged, or is not what ``made`` expects.
    """
    try:
        read = read_bytes(f"{name}.bin")
        end = read.index(b"\n")
        facts = json.loads(read[:end])
        packed = memoryview(read)[end + 1 :]
        if crc32(packed) != facts[_CHECK]:
            raise ValueError("damaged")
        return made(facts, packed)
    except (ValueError, KeyError, TypeError, struct.error) as error:
        raise DataError(f"{name}.bin: {error}; reinstall newsreader") from error
