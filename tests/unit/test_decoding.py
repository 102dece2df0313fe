import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import NotText, SourceError, WrongEncoding
from newsreader.sources.decoding import decode

WORDS = {
    "en": "“We won’t go”, said Ms. Müller – in a café.",
    "fr": "Le café était fermé, a déclaré le maire de la ville.",
    "pl": "Zażółć gęślą jaźń, powiedział minister na konferencji prasowej w Warszawie.",
    "ru": "Привет, мир. Это новости из Москвы, сказал министр.",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [("en", "cp1252"), ("fr", "latin-1"), ("pl", "cp1250"), ("ru", "cp1251"), ("ru", "koi8-r")],
)
def test_older_encodings_are_read_and_named(language: str, encoding: str) -> None:
    notes: list[str] = []
    assert decode(WORDS[language].encode(encoding), "a.txt", notes) == WORDS[language]
    [note] = notes
    assert note.startswith("a.txt: is not UTF-8; read as ")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_read_without_its_byte_order_mark_and_without_a_note(encoding: str) -> None:
    notes: list[str] = []
    assert decode(WORDS["en"].encode(encoding), "a.txt", notes) == WORDS["en"]
    assert notes == []


def test_line_endings_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\nd", "a.txt", []) == "a\nb\nc\nd"


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    text = "word " * 500 + "\0"
    assert decode(text.encode(), "a.txt", []) == text


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)), b"hello\0world", b"\x7fELF\x02\x01\x01" + bytes(64), b"PK\x03\x04.."],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(NotText, match=r"is .*, not text"):
        decode(data, "a.txt", [])


def test_utf_8_with_broken_bytes_is_refused_with_its_line() -> None:
    with pytest.raises(WrongEncoding, match="line 3"):
        decode("naïve\ncafé\n".encode() + b"caf\xe9", "a.txt", [])


def test_a_page_with_one_broken_byte_is_read_all_the_same() -> None:
    notes: list[str] = []
    assert decode("café ".encode() + b"\xe9!", "a.html", notes, "utf-8") == "café �!"
    assert len(notes) == 1


def test_the_encoding_that_a_page_declares_is_believed() -> None:
    notes: list[str] = []
    assert decode(WORDS["ru"].encode("koi8-r"), "a.html", notes, "KOI8-R") == WORDS["ru"]
    assert notes == []


@pytest.mark.parametrize("declared", ["hex", "zip", "punycode", "unicode_escape", "idna", "\0", ""])
def test_what_is_no_encoding_of_texts_is_not_believed(declared: str) -> None:
    assert decode(WORDS["fr"].encode("latin-1"), "a.html", [], declared) == WORDS["fr"]


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_clear_error(data: bytes) -> None:
    try:
        text = decode(data, "a.txt", [])
    except SourceError:
        return
    assert "\r" not in text
    text.encode("utf-8")
