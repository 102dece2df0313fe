"""What every analysis promises, whatever the text."""

from __future__ import annotations

from itertools import pairwise

from newsreader.article import Analysis, Span


def assert_consistent(text: str, analysis: Analysis) -> None:
    """Spans are exact and ordered, names unique, indexes agree in both directions."""

    def inside(span: Span) -> bool:
        return 0 <= span[0] < span[1] <= len(text)

    for quote in analysis.quotes:
        assert inside((quote.start, quote.end))
        assert quote.source is None or inside(quote.source)
        assert quote.cue is None or inside(quote.cue)
        assert 0.0 <= quote.confidence <= 1.0
        assert quote.why
        assert "\n" not in quote.why
    starts = [(quote.start, -quote.end) for quote in analysis.quotes]
    assert starts == sorted(starts)
    marked = [quote for quote in analysis.quotes if quote.kind != "indirect"]
    clauses = [quote for quote in analysis.quotes if quote.kind == "indirect"]
    for clause in clauses:
        for one in marked:
            if one.start < clause.end and clause.start < one.end:
                assert one.kind == "mixed"
                assert clause.start <= one.start < one.end <= clause.end
    assert all(before.end <= after.start for before, after in pairwise(clauses))
    names = [speaker.name for speaker in analysis.speakers]
    assert len(set(names)) == len(names)
    by_name = {speaker.name: speaker for speaker in analysis.speakers}
    for index, quote in enumerate(analysis.quotes):
        assert quote.speaker is None or index in by_name[quote.speaker].quotes
    for speaker in analysis.speakers:
        assert speaker.name.strip()
        assert speaker.mentions
        assert all(inside(span) for span in speaker.mentions)
        assert list(speaker.mentions) == sorted(set(speaker.mentions))
        assert list(speaker.quotes) == sorted(set(speaker.quotes))
        assert all(analysis.quotes[index].speaker == speaker.name for index in speaker.quotes)
        assert speaker.quotes or speaker.kind != "unnamed"
    order = [(-len(one.quotes), -len(one.mentions)) for one in analysis.speakers]
    assert order == sorted(order)
    for place in analysis.places:
        assert place.mentions
        assert all(inside(span) for span in place.mentions)
        assert list(place.mentions) == sorted(set(place.mentions))
    counts = [len(place.mentions) for place in analysis.places]
    assert all(more >= less for more, less in pairwise(counts))
    mentions = sorted(span for place in analysis.places for span in place.mentions)
    assert all(before[1] <= after[0] for before, after in pairwise(mentions))
