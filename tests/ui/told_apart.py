"""An article with one quote of each kind and each degree of sureness, and what is found in it."""

from __future__ import annotations

from newsreader.article import Analysis, Quote, QuoteKind, Span, Speaker

SURE = "The dam will hold"
DOUBTFUL = "Nobody told us anything"
NOBODYS = "It was dark"
TOLD = "that the valley would be evacuated by noon"
GIVEN = "We saw it coming"
TEXT = (
    f"“{SURE},” said Ines Brandt.\n\n“{DOUBTFUL},” a farmer named Otto Kern, perhaps, said.\n\n"
    f"“{NOBODYS}.”\n\nInes Brandt said {TOLD}.\n\n“{GIVEN},” somebody said.\n\n"
    + "The rain went on for days. " * 200
    + "\n"
)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


def _quote(
    words: str, kind: QuoteKind, speaker: str | None, confidence: float, *, corrected: bool = False
) -> Quote:
    return Quote(*_span(words), kind, speaker, None, None, confidence, "It is so.", corrected)


ANALYSIS = Analysis(
    (
        _quote(SURE, "direct", "Ines Brandt", 0.97),
        _quote(DOUBTFUL, "direct", "Otto Kern", 0.45),
        _quote(NOBODYS, "direct", None, 0.9),
        _quote(TOLD, "indirect", "Ines Brandt", 0.8),
        _quote(GIVEN, "direct", "Mira Vogt", 1.0, corrected=True),
    ),
    (
        Speaker("Ines Brandt", "person", "head of the dam authority", (), (0, 3)),
        Speaker("Otto Kern", "person", None, (), (1,)),
        Speaker("Mira Vogt", "person", None, (), (4,), corrected=True),
    ),
)
