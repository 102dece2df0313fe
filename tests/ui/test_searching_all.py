import asyncio
from pathlib import Path

from visit import FIRST, TEXT, Visit

from newsreader.sources import find_sources, read_source
from newsreader.ui.open_articles import OpenArticles
from newsreader.ui.reader import Reader

ICE = "The ice is thin"
OTHER = f"A lake in the north\n\n“{ICE},” said Kari Nordmann in Bergen.\n\n" + (
    "Snow fell all day. " * 400
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
        await here.until(lambda: "yet to be read" not in here.shown)
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

    visit_three(tmp_path, body)


def test_what_is_left_to_read_is_told_and_how_much_there_is(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press("f")
        await here.until(lambda: "quotes in 3 articles" in here.shown)
        await here.until(lambda: "yet to be read" not in here.shown)

    visit_three(tmp_path, body)
