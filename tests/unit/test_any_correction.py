"""Any corrections of any analysis."""

import json
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from newsreader.article import Analysis, Quote, Span, Speaker
from newsreader.corrections.applying import apply, idle
from newsreader.corrections.json_form import as_json, from_json
from newsreader.corrections.values import (
    Correction,
    Given,
    Merged,
    NotQuotation,
    Split,
    UnknownSpeaker,
)
from tests.unit.correction_checks import assert_consistent

ordered = st.tuples(st.integers(0, 11), st.integers(1, 12)).filter(lambda span: span[0] < span[1])
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
    for each in corrections:
        line = each.describe(text)
        assert line.isprintable()
        assert line.strip()


@settings(max_examples=200, deadline=None)
@given(analyses(), st.lists(any_correction, min_size=1, max_size=4), st.randoms())
def test_an_analysis_that_contradicts_itself_is_put_right(
    analysis: Analysis, corrections: list[Correction], random: Random
) -> None:
    some = [replace(each, quotes=(9,), name="A") for each in analysis.speakers]
    random.shuffle(some)
    assert_consistent(apply("A “B C” a xB", replace(analysis, speakers=tuple(some)), corrections))


@settings(max_examples=300, deadline=None)
@given(analyses(), ordered)
def test_a_given_quote_is_there_whatever_the_engine_found(analysis: Analysis, span: Span) -> None:
    text = "A “B C” axxB"
    if not text[slice(*span)].strip():
        return
    result = apply(text, analysis, [Given(span, "D")])
    [given] = [quote for quote in result.quotes if quote.speaker == "D"]
    assert given.corrected
    if idle(text, analysis, [NotQuotation(span)]):  # the engine has nothing like it
        assert (given.start, given.end) == span
        for other in result.quotes:
            if other is not given and other.start < given.end and given.start < other.end:
                inner, outer = sorted((given, other), key=lambda quote: quote.end - quote.start)
                assert (inner.kind, outer.kind) == ("mixed", "indirect")
                assert outer.start <= inner.start < inner.end <= outer.end
    else:
        assert len(result.quotes) == len(analysis.quotes)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
)


@given(any_correction, st.sampled_from(["is", "span", "spans", "speaker", "name"]), values)
def test_what_is_no_correction_is_told_from_one(
    correction: Correction, key: str, value: object
) -> None:
    form = {**json.loads(json.dumps(as_json(correction))), key: value}
    try:
        found = from_json(form)
    except ValueError:
        return
    assert from_json(json.loads(json.dumps(as_json(found)))) == found
