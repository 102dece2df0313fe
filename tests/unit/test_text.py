import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsreader.text import is_safe, safe, safe_line


@given(st.text(alphabet=st.characters(codec=None)))
def test_safe_text_keeps_its_length_and_holds_no_control(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert is_safe(shown)


def test_escape_becomes_its_visible_symbol() -> None:
    assert safe("a\x1b[31mb") == "a␛[31mb"


def test_c1_and_bidi_overrides_become_the_replacement_character() -> None:
    assert safe("\x9b\u202e\u2066") == "���"


def test_harmless_text_is_returned_as_written() -> None:
    text = "“He [sic] said é 👩‍👩‍👧 שלום”\n\t"
    assert safe(text) == text


def test_a_safe_line_has_no_new_line() -> None:
    assert safe_line("a\nb\tc\r") == "a b c␍"


def test_what_is_printable_needs_no_replacement() -> None:
    printable = "".join(filter(str.isprintable, map(chr, range(0x110000))))
    assert is_safe(printable)
    assert safe_line(printable) == printable
