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


def decode(data: bytes, name: str, notes: list[str]) -> str:
    """The text in ``data`` without byte order mark, with LF line endings.

    ``notes`` gains a line if the encoding had to be guessed.

    Raises:
        NotText: ``data`` is binary.
        WrongEncoding: no encoding fits.
    """
    return _decode(data, name, notes).replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, name: str, notes: list[str]) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise WrongEncoding(
                    name,
                    f"begins as {encoding.upper()} but is not, from byte {error.start} on",
                    "save it as UTF-8",
                ) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if text and text.count("\0") * 500 <= len(text):
        return text
    if b"\0" in data:
        raise NotText(name, "is binary, not text", "convert it to plain text first")
    if not data:
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise WrongEncoding(name, "is text in no encoding known here", "save it as UTF-8")
    notes.append(f"{name}: is not UTF-8; read as {best.encoding}")
    return str(best)
