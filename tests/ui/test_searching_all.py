import asyncio
from pathlib import Path

import pytest
from textual.geometry import Region
from visit import FIRST, SECOND, TEXT, Visit, analysis_of, article

from newsreader.sources import find_sources, read_source
from newsreader.ui.open_articles import OpenArticles
from newsreader.ui.passages import passage
from newsreader.ui.reader import Reader
from newsreader.ui.screens.everywhere import EverywhereScreen

ICE = "The ice is thin"
LATE = "Nobody goes onto the bridge of planks before spring"
OTHER = (
    f"A lake in the north\n\n“{ICE},” said Kari Nordmann in Bergen.\n\n"
    + "Snow fell all day. " * 400
    + f"\n\n“{LATE},” Nordmann said.\n"
)


def visit_three(tmp_path: Path, body: object) -> None:
    """Opens two articles and one that cannot be read."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "c.txt").write_text(OTHER, encoding="utf-8")
    sources, problems = find_sources([str(tmp_path)])

    async def run() -> None:
        app = Reader(OpenArticles(sources, read_source(sources[0]), problems), measure=84)
        async with app.run_test(size=(100, 24)) as pilot:
            here = Visit(app, pilot)
            await here.analysed()
            await body(here)  # type: ignore[operator]

    asyncio.run(run())


def words(here: Visit) -> str:
    span = here.screen.view.current_span()
    return "" if span is None else here.screen.view.article.text[slice(*span)]


def test_a_quote_of_another_article_is_found_and_gone_to(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("f", *"thin icee")
        await here.until(lambda: ICE in here.shown)
        assert "Kari Nordmann" in here.shown
        assert "A lake in the north" in here.shown
        await here.press("enter")
        await here.until(lambda: words(here).startswith(ICE))
        assert here.screen.view.has_focus
        await here.press("n")
        assert words(here).startswith(ICE)
        await here.press("o", "up", "up", "enter")
        await here.until(lambda: here.screen.view.article.text == TEXT)

    visit_three(tmp_path, body)


def test_what_was_typed_in_the_search_bar_is_looked_for_everywhere(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"bridge", "ctrl+g")
        await here.until(lambda: FIRST[:20] in here.shown)
        await here.until(lambda: "more…" not in here.shown)
        await here.press("enter")
        await here.until(lambda: words(here).startswith(FIRST))
        assert here.screen.bar.value == "bridge"

    visit_three(tmp_path, body)


def test_escape_leads_back_to_where_one_was(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("space")
        before = here.screen.view.top
        await here.press("f", *"ice", "escape")
        assert here.screen.view.top == before
        assert here.screen.view.article.text == TEXT
        await here.press("f", *"thin ice")
        await here.until(lambda: all_read(here) and ICE in preview(here))
        await here.press("escape")
        assert here.screen.view.top == before
        await here.press("n")
        await here.until(lambda: words(here).startswith(ICE))
        assert "esc returns" in here.pane("footer")

    visit_three(tmp_path, body)


def test_what_is_left_to_read_is_told_and_how_much_there_is(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("f")
        await here.until(lambda: "quotes in 3 articles" in here.shown)
        await here.until(lambda: "more…" not in here.shown)

    visit_three(tmp_path, body)


def preview(here: Visit) -> str:
    page = here.app.screen
    assert isinstance(page, EverywhereScreen)
    lines = page.view.render_lines(Region(0, 0, *page.view.size))
    return "\n".join(line.text for line in lines)


def all_read(here: Visit) -> bool:
    return "more…" not in here.shown


def test_the_current_result_stands_in_its_article_with_its_letters_lit(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("f", *"brigde")
        await here.until(lambda: all_read(here) and "1 of 2" in here.shown)
        assert FIRST[:12] in preview(here)
        await here.press("down")
        assert "2 of 2" in here.shown
        assert f"▶ “{LATE[:12]}" in preview(here)
        assert "Snow fell" in preview(here)
        page = here.app.screen
        assert isinstance(page, EverywhereScreen)
        text = page.view.article.text
        assert [text[a:b] for a, b in page.view.marks.matches] == ["bri", "ge"]
        assert here.app.cursor_position in page.list.region
        await here.press("s")
        assert here.app.cursor_position.y == page.bar.region.y

    visit_three(tmp_path, body)


def test_n_goes_on_to_results_in_other_articles_and_escape_to_where_one_was_reading(
    tmp_path: Path,
) -> None:
    async def body(here: Visit) -> None:
        await here.press("space", "down")
        before = here.screen.view.top
        await here.press("f", *"bridge")
        await here.until(lambda: all_read(here) and "1 of 2" in here.shown)
        await here.press("enter")
        await here.until(lambda: words(here).startswith(FIRST))
        await here.press("n")
        await here.until(lambda: words(here).startswith(LATE))
        assert "2 of 2" in here.pane("search")
        await here.until(lambda: here.screen.can_search)
        await here.pilot.pause()
        assert words(here).startswith(LATE)
        assert here.styles_of("bridge")[0].bgcolor != here.styles_of("Nordmann")[0].bgcolor
        await here.press("N")
        await here.until(lambda: words(here).startswith(FIRST))
        await here.press("n")
        await here.until(lambda: words(here).startswith(LATE))
        await here.press("escape")
        await here.until(lambda: here.screen.view.article.text == TEXT)
        assert here.screen.view.top == before
        await here.press("n")
        await here.until(lambda: words(here).startswith(LATE))

    visit_three(tmp_path, body)


def test_a_new_search_of_the_article_ends_the_search_of_all(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("f", *"thin ice")
        await here.until(lambda: ICE in here.shown)
        await here.press("enter")
        await here.until(lambda: words(here).startswith(ICE) and here.screen.can_search)
        await here.press("slash", *"planks", "enter", "n")
        assert words(here).startswith(LATE)
        await here.press("escape")
        assert here.screen.view.article.text == OTHER

    visit_three(tmp_path, body)


def test_one_history_of_queries_for_one_article_and_for_all(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("slash", *"scandal", "enter", "f")
        page = here.app.screen
        assert isinstance(page, EverywhereScreen)
        await here.press(*"bridge", "enter", "slash", "alt+up", "ctrl+g")
        assert here.app.screen is not page
        page = here.app.screen
        assert isinstance(page, EverywhereScreen)
        assert page.bar.value == "scandal"
        await here.press("alt+down")
        assert page.bar.value == "bridge"

    visit_three(tmp_path, body)


def test_the_same_key_narrows_the_search_to_the_article_again(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("f", *"scandal")
        await here.press("ctrl+g")
        assert here.screen.bar.has_focus
        assert here.screen.bar.value == "scandal"
        assert words(here).startswith(SECOND)
        await here.press("ctrl+g")
        assert isinstance(here.app.screen, EverywhereScreen)
        await here.press("escape")
        assert here.screen.view.has_focus
        assert here.screen.view.top == 0

    visit_three(tmp_path, body)


def test_the_palette_leads_to_the_quotes_of_the_other_articles(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("ctrl+p", *"okoro")
        assert "Quotes 2" in here.shown
        assert "Search all 3 articles for “okoro”" in here.shown
        await here.press("ctrl+u", *"planks before spring", "enter")
        await here.until(lambda: isinstance(here.app.screen, EverywhereScreen))
        await here.until(lambda: "1 of 1" in here.shown)
        assert LATE[:30] in preview(here)
        await here.press("enter")
        await here.until(lambda: words(here).startswith(LATE))

    visit_three(tmp_path, body)


def test_a_filter_is_completed_there_too(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("f")
        await here.until(lambda: all_read(here))
        await here.press(*"source:lak", "right")
        page = here.app.screen
        assert isinstance(page, EverywhereScreen)
        assert page.bar.value.startswith("source:")
        await here.until(lambda: "1 of 2" in here.shown)

    visit_three(tmp_path, body)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50), (20, 4), (1, 1)])
def test_it_works_at_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async def body(here: Visit) -> None:
        await here.press("f", *"ice thn")
        page = here.app.screen
        assert isinstance(page, EverywhereScreen)
        await here.until(lambda: all_read(here) and ICE in here.shown)
        await here.pilot.resize_terminal(*size)
        await here.pilot.pause()
        if size[0] >= 40:
            assert ICE in preview(here)
            assert "▶" in here.shown
            assert "Kari Nordmann" in here.shown
            assert "1 of 1" in here.shown

    visit_three(tmp_path, body)


def test_of_a_long_article_the_part_around_the_quote_is_shown() -> None:
    long = "Rain fell.\n\n" * 4_000 + f"“{ICE},” said Ana Okoro in Brno.\n\n" + "Sun.\n\n" * 9_000
    known = analysis_of(long)
    start = known.quotes[0].start
    shown = passage(article(long), known, start)
    assert shown.article.text[shown.start :].startswith(ICE)
    assert len(shown.article.text) < 20_000
    [quote] = shown.analysis.quotes
    assert shown.article.text[quote.start : quote.end].startswith(ICE)
    source = quote.source
    assert source
    assert "Okoro" in shown.article.text[slice(*source)]
    assert shown.article.text.startswith("Rain fell.")
