"""Any corrections of any analysis."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.article import Analysis, Quote, Span, Speaker
from newsreader.corrections.applying import apply, idle
from newsreader.corrections.values import (
    Correction,
    Given,
    Merged,
    NotQuotation,
    Split,
    UnknownSpeaker,
)
from tests.unit.correction_checks import assert_consistent

names = st.sampled_from(["A", "B", "C", "a neighbour", "", " ", "x\x1b[31m\n"])
spans = st.tuples(st.integers(-2, 14), st.integers(-2, 14))
any_correction = st.one_of(
    st.builds(Given, spans, names),
    st.builds(NotQuotation, spans),
    st.builds(UnknownSpeaker, spans),
    st.builds(Merged, st.lists(names, max_size=3).map(tuple), names),
    st.builds(Split, names, st.lists(spans, max_size=3).map(tuple), names),
)


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Any quotes and mentions, with speakers that fit."""
    ordered = spans.filter(lambda span: 0 <= span[0] < span[1] <= 12)
    found = draw(st.lists(ordered, max_size=6, unique=True))
    known = draw(st.lists(st.sampled_from("ABC"), unique=True))
    quotes = tuple(
        Quote(
            *span,
            draw(st.sampled_from(["direct", "mixed", "indirect"])),
            draw(st.sampled_from([None, *known])),
            draw(st.none() | ordered),
            None,
            0.5,
            "Because.",
        )
        for span in sorted(found, key=lambda span: (span[0], -span[1]))
    )
    speakers = [
        Speaker(
            name,
            draw(st.sampled_from(["person", "organization", "unnamed"])),
            draw(st.sampled_from([None, "mayor"])),
            tuple(sorted(draw(st.sets(ordered, min_size=1, max_size=3)))),
            tuple(number for number, quote in enumerate(quotes) if quote.speaker == name),
        )
        for name in known
    ]
    speakers = [each for each in speakers if each.quotes or each.kind != "unnamed"]
    speakers.sort(key=lambda each: (-len(each.quotes), -len(each.mentions)))
    return Analysis(quotes, tuple(speakers))


@settings(max_examples=400, deadline=None)
@given(analyses(), st.lists(any_correction, max_size=6))
def test_any_corrections_of_any_analysis_leave_it_consistent(
    analysis: Analysis, corrections: list[Correction]
) -> None:
    text = "A “B C” a xB"
    result = apply(text, analysis, corrections)
    assert_consistent(result)
    without_effect = idle(text, analysis, corrections)
    assert set(without_effect) <= set(corrections)
    if len(without_effect) == len(corrections):
        assert result == analysis
    kept = [quote for quote in result.quotes if quote.corrected]
    for before, after in pairwise([quote for quote in kept if quote not in analysis.quotes]):
        assert before.start <= after.start
    for each in corrections:
        line = each.describe(text)
        assert line.isprintable()
        assert line.strip()


@settings(max_examples=200, deadline=None)
@given(analyses(), spans.filter(lambda span: 0 <= span[0] < span[1] <= 12))
def test_a_given_quote_is_there_and_its_speakers_whatever_the_engine_found(
    analysis: Analysis, span: Span
) -> None:
    text = "A “B C” axxB"
    if not text[slice(*span)].strip():
        return
    result = apply(text, analysis, [Given(span, "D")])
    [quote] = [quote for quote in result.quotes if quote.speaker == "D"]
    assert quote.corrected
    assert apply(text, analysis, [Given(span, "D"), NotQuotation(span)]).quotes == tuple(
        each for each in result.quotes if each.speaker != "D"
    )
