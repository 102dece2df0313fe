"""The words that decided who said it are lit and in view."""

import pytest
from visit import Visit, visit

from newsreader.article import Analysis, Quote, Speaker

WORDS = "One thing led to another. " * 60
TEXT = f"“{WORDS.strip()}” That is what Ada Holt said.\n\n" + "Rain fell. " * 600 + "\n"
SOURCE = (TEXT.index("Ada Holt"), TEXT.index("Ada Holt") + 8)
CUE = (SOURCE[1] + 1, SOURCE[1] + 5)


def found() -> Analysis:
    quote = Quote(1, len(WORDS), "direct", "Ada Holt", SOURCE, CUE, 0.9, "It is so.")
    return Analysis((quote,), (Speaker("Ada Holt", "person", None, (SOURCE,), (0,)),))


@pytest.mark.parametrize("size", [(100, 24), (80, 24), (40, 12)])
def test_source_and_cue_are_brought_into_view_when_the_quote_is_longer_than_the_pane(
    size: tuple[int, int],
) -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket")
        assert "Ada" not in here.pane("article")
        await here.press("w")
        for words in ("Holt", "said."):
            style = here.styles_of(words)[0]
            assert style.bold
            assert style.underline

    visit(body, text=TEXT, analysis=found(), size=size, title_span=None, byline_span=None)


def test_without_colours_source_and_cue_are_told_by_attributes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "w")
        lit, plain = here.styles_of("Ada Holt")[0], here.styles_of("Rain")[0]
        assert (lit.bold, lit.underline) == (True, True)
        assert not plain.underline

    visit(body, text=TEXT, analysis=found(), title_span=None, byline_span=None)


def test_escape_from_a_search_comes_back_to_the_line_that_was_read_though_the_reason_is_open() -> (
    None
):
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "w", "G")
        before = here.screen.view.top
        await here.press("slash", *"thing", "escape")
        assert here.screen.view.top == before

    visit(body, text=TEXT, analysis=found(), title_span=None, byline_span=None)
