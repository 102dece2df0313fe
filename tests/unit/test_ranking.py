"""How well a quote fits does not depend on how its line is looked at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.search import ranking
from newsreader.search.folded import fold
from newsreader.search.index import Entry
from newsreader.search.ranking import Meaning

_TOKENS = ("the", "trade", "trader", "tra", "two", "war", "warm", "long-term", "don't", "Ana’s")
_WORDS = ("the", "trade", "two", "longterm", "long", "ana", "dont")
_FITS = st.sampled_from((1.0, 0.9, 0.6))
_UNMET = {f"unmet{number}": [(0, 1.0)] for number in range(20)}


@given(
    st.lists(st.sampled_from(_TOKENS), max_size=12),
    st.lists(st.sampled_from(_TOKENS), max_size=3),
    st.dictionaries(
        st.sampled_from(_WORDS), st.lists(st.tuples(st.integers(0, 2), _FITS), max_size=2)
    ),
    st.dictionaries(st.integers(0, 2), st.sampled_from(("tra", "w", "lo", "t", "an"))),
    st.sampled_from(("", "\n .two !the ")),
    st.booleans(),
)
def test_looking_for_words_scores_as_going_through_the_line(
    text: list[str],
    speaker: list[str],
    hits: dict[str, list[tuple[int, float]]],
    begun: dict[int, str],
    tokens: str,
    partly: bool,
) -> None:
    ((_, line),) = fold([Entry(" ".join(text), " ".join(speaker))], "")
    weights = (1.0, 0.4, 2.5)
    few = Meaning({**hits}, weights, tuple(begun.items()))
    many = Meaning({**hits, **_UNMET}, weights, tuple(begun.items()))
    score = few.score(line.text + tokens, partly)
    assert many.score(line.text + tokens, partly) == score
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ranking, "_SHORT_LINE", 0)
        assert few.score(line.text + tokens, partly) == score
    if not text and not speaker:
        assert few.score(line.text + tokens, partly) == 0.0
