import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.engine.names import find_names
from newsreader.engine.tokens import read_document


def names(text: str) -> dict[str, str]:
    return {text[n.start : n.end]: n.kind for n in find_names(read_document(text))}


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=200, deadline=None)
def test_names_of_any_text_are_ordered_and_do_not_overlap(text: str) -> None:
    found = find_names(read_document(text))
    assert all(0 <= n.start < n.end <= len(text) and 0 <= n.probability <= 1.0001 for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("President Jomo Achieng met farmers in Lodwar on Monday.", "Jomo Achieng", "person"),
        ("Mrs. Adaeze Nwosu told reporters she was pleased.", "Adaeze Nwosu", "person"),
        ("The Ministry of Agriculture denied it.", "Ministry of Agriculture", "organization"),
    ],
)
def test_a_name_is_found_with_its_kind_and_without_its_title(
    text: str, name: str, kind: str
) -> None:
    assert names(text).get(name) == kind
