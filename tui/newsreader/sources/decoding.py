"""Bytes to text: byte order marks, UTF-8, and what older files are written in."""

from __future__ import annotations

import codecs
from typing import Final

from newsreader.errors import NotText, WrongEncoding

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT: Final = (
    (b"%PDF-", "a PDF file", "convert it first, for instance with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or office document", "save it as plain text first"),
    (b"\x1f\x8b", "compressed", "uncompress it with gunzip first"),
    (b"\x89PNG", "a picture", "name an article"),
    (b"\xff\xd8\xff", "a picture", "name an article"),
    (b"GIF8", "a picture", "name an article"),
    (b"{\\rtf", "an RTF document", "save it as plain text first"),
)
_TEXT_CONTROLS: Final = frozenset(b"\t\n\r\f\v\x1b\b")
_SAMPLE: Final = 1 << 16  # bytes in which binary data gives itself away
_STATISTICS: Final = 1 << 18  # bytes from which an encoding is guessed
_MOST_NULS: Final = 1 / 500
_MOST_CONTROLS: Final = 1 / 50
_ENCODING_FAMILIES: Final = (
    "utf",
    "iso8859",
    "cp",
    "koi8",
    "mac",
    "big5",
    "gb",
    "euc",
    "shift_jis",
)


def decode(data: bytes, name: str, notes: list[str], declared: str | None = None) -> str:
    """The text in ``data`` without byte order mark, with LF line endings.

    ``declared`` is the encoding that the file itself names, believed only where it fits and the
    bytes are not UTF-8. ``notes`` gains a line if the encoding had to be guessed.

    Raises:
        NotText: ``data`` is binary.
        WrongEncoding: no encoding fits.
    """
    text = _decode(data, name, notes, declared)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, name: str, notes: list[str], declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise _wrong(name, data, error, f"begins as {encoding.upper()} but") from error
    _refuse_known_formats(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_older(data, name, notes, declared, error)
    if text.count("\0") > _MOST_NULS * len(text):
        return _decode_wide(data, name)
    return text


def _refuse_known_formats(data: bytes, name: str) -> None:
    for start, what, advice in _NOT_TEXT:
        if data.startswith(start):
            raise NotText(name, f"is {what}, not text", advice)


def _decode_wide(data: bytes, name: str) -> str:
    """UTF-16 without its mark: plain Latin text then has a NUL in every other byte."""
    sample = data[:_SAMPLE]
    for encoding, nuls in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if nuls.count(0) > 0.6 * len(nuls):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if not any(c < " " and ord(c) not in _TEXT_CONTROLS for c in text[:_SAMPLE]):
                return text
    raise _binary(name)


def _decode_older(
    data: bytes, name: str, notes: list[str], declared: str | None, error: UnicodeDecodeError
) -> str:
    if b"\0" in data:
        return _decode_wide(data, name)
    sample = data[:_SAMPLE]
    controls = sum(sample.count(c) for c in range(0x20) if c not in _TEXT_CONTROLS)
    if controls > _MOST_CONTROLS * len(sample):
        raise _binary(name)
    if text := _decode_as(data, declared):
        return text
    if _is_damaged_utf8(data):
        if declared:  # a page; one broken character does not make it unreadable
            notes.append(f"{name}: is not quite UTF-8; broken characters are shown as �")
            return data.decode("utf-8", "replace")
        raise _wrong(name, data, error, "is UTF-8 in part only:") from error
    if text := _western(data):
        notes.append(f"{name}: is not UTF-8; read as Windows-1252")
        return text
    return _guess(data, name, notes)


def _guess(data: bytes, name: str, notes: list[str]) -> str:
    from charset_normalizer import from_bytes

    start = data[:_STATISTICS]
    if len(start) < len(data):  # do not cut a character in two
        start = start[: start.rfind(b"\n") + 1] or start
    best = from_bytes(start).best()
    text = _decode_as(data, best.encoding) if best else None
    if not best or text is None:
        raise WrongEncoding(name, "is text in no encoding known here", "save it as UTF-8")
    notes.append(f"{name}: is not UTF-8; read as {best.encoding}")
    return text


def _decode_as(data: bytes, declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        codec = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if codec in ("ascii", "iso8859-1"):  # as every browser does
        codec = "cp1252"
    if not codec.startswith(_ENCODING_FAMILIES):
        return None
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _western(data: bytes) -> str | None:
    """``data`` as Windows-1252, if that makes words: few letters in a row beyond ASCII, and no
    signs inside words. On short texts this is surer than any statistics."""
    import re

    text = _decode_as(data, "cp1252")
    if text is None:
        return None
    foreign = r"[^\W\d_a-zA-Z]{4}"
    sign_in_word = r"[^\W\d_](?:[^\w\s\x21-\x7e‘’“”–—…•\xa0\xad\xab\xbb]|[¹²³ªº])[^\W\d_]"
    return None if re.search(f"{foreign}|{sign_in_word}", text) else text


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether some characters beyond ASCII are UTF-8 in text that as a whole is not."""
    kept = data.decode("utf-8", "ignore")
    beyond = sum(1 for character in kept if character > "\x7f")
    return beyond > 0


def _binary(name: str) -> NotText:
    return NotText(name, "is binary, not text", "save it as plain text first")


def _wrong(name: str, data: bytes, error: UnicodeDecodeError, what: str) -> WrongEncoding:
    line = data.count(b"\n", 0, error.start) + 1
    problem = f"{what} line {line} has bytes that are no text"
    return WrongEncoding(name, problem, "save it as UTF-8")
