"""Over real articles each sentence that says why holds what it rests on."""

from __future__ import annotations

import re

import pytest
from eval_set import ROOT, needs_eval

from newsreader.article import Quote
from newsreader.engine.analyse import analyse

pytestmark = needs_eval


@pytest.fixture(scope="module")
def found() -> list[tuple[str, Quote]]:
    paths = sorted((ROOT / "quotes" / "dev").glob("*.txt"))[::3]
    texts = [path.read_bytes().decode() for path in paths]
    return [(text, quote) for text in texts for quote in analyse(text).quotes]


def test_the_words_of_source_and_cue_are_in_it(found: list[tuple[str, Quote]]) -> None:
    lacking = [
        (quote.why, words)
        for text, quote in found
        for span in (quote.source, quote.cue)
        if span is not None
        for words in [" ".join(text[slice(*span)].split())]
        if words not in quote.why
    ]
    assert lacking == []


def test_the_speaker_is_in_it_or_named_by_the_source(found: list[tuple[str, Quote]]) -> None:
    lacking = [
        (quote.why, quote.speaker)
        for _, quote in found
        if quote.speaker is not None
        and not set(re.findall(r"\w+", quote.speaker.lower()))
        <= set(re.findall(r"\w+", quote.why.lower()))
    ]
    assert lacking == []


def test_what_is_called_last_named_stands_before_the_source(
    found: list[tuple[str, Quote]],
) -> None:
    checked = 0
    for text, quote in found:
        named = re.search(r"last named “(.*?)” ", quote.why)
        if named is not None and quote.source is not None and "…" not in named[1]:
            assert named[1] in " ".join(text[: quote.source[0]].split())
            checked += 1
    assert checked > 20


def test_it_is_one_sentence_on_one_line(found: list[tuple[str, Quote]]) -> None:
    for _, quote in found:
        assert len(quote.why.splitlines()) == 1
        assert quote.why.endswith(".")
        assert not quote.why.endswith("..")
