"""What every corrected analysis promises."""

from __future__ import annotations

from newsreader.article import Analysis, Speaker


def speaker(analysis: Analysis, name: str) -> Speaker:
    [found] = [each for each in analysis.speakers if each.name == name]
    return found


def assert_consistent(analysis: Analysis) -> None:
    names = [each.name for each in analysis.speakers]
    assert len(set(names)) == len(names)
    for number, quote in enumerate(analysis.quotes):
        assert (quote.speaker is None) or number in speaker(analysis, quote.speaker).quotes
        assert 0 <= quote.confidence <= 1
        assert "\n" not in quote.why
    for each in analysis.speakers:
        assert each.mentions or each.quotes
        assert list(each.mentions) == sorted(set(each.mentions))
        assert list(each.quotes) == sorted(set(each.quotes))
        assert all(analysis.quotes[number].speaker == each.name for number in each.quotes)
    order = [(-len(each.quotes), -len(each.mentions)) for each in analysis.speakers]
    assert order == sorted(order)
    starts = [(quote.start, -quote.end) for quote in analysis.quotes]
    assert starts == sorted(starts)
