"""The page of all articles over an index in a file, which others may change."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from visit import Visit, article

from benchmarks.many_quotes import MadeUpArticles, index_in
from newsreader.article import Analysis
from newsreader.search.index import QuoteIndex
from newsreader.ui.open_articles import OpenArticles
from newsreader.ui.passages import Passage
from newsreader.ui.reader import Reader
from newsreader.ui.screens.everywhere import EverywhereScreen

COUNT = 2_000


def search_a_file(path: Path, body: Callable[[Visit], Awaitable[None]]) -> None:
    async def run() -> None:
        first = article()
        app = Reader(OpenArticles([], first), measure=84)
        async with app.run_test(size=(120, 40)) as pilot:
            here = Visit(app, pilot)
            await pilot.pause()
            page = EverywhereScreen(
                MadeUpArticles(index_in(path, COUNT)),
                behind=Passage(first, Analysis()),
                measure=84,
                query="",
                queries=[],
            )
            await app.reading.open_page(page)
            await pilot.pause()
            assert "2000 made-up quotes." in here.shown
            await body(here)

    asyncio.run(run())


def test_results_are_drawn_with_speaker_article_and_count(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press(*"the")
        await here.until(lambda: " 1 of 1000+" in here.shown)
        assert "The made-up article number" in here.shown
        assert "▶ “" in here.shown
        await here.press("down")
        assert " 2 of 1000+" in here.shown

    search_a_file(tmp_path / "quotes.index", body)


def test_at_the_end_of_a_list_that_has_only_the_best_it_says_so(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.press(*"the")
        await here.until(lambda: " 1 of 1000+" in here.shown)
        assert "are listed" not in here.shown
        await here.press(*["pagedown"] * 20)
        await here.until(lambda: " 200 of 1000+" in here.shown)
        last = max(at for at, row in enumerate(here.rows) if row.startswith("▌"))
        told = [row.split("▐")[0].strip() for row in here.rows[last + 1 : last + 3]]
        assert told == ["The best 200 are listed.", "Another word finds fewer."]
        await here.press("ctrl+u", *rare)
        await here.until(lambda: " 1 of " in here.shown)
        await here.press(*["pagedown"] * 20)
        assert "are listed" not in here.shown

    path = tmp_path / "quotes.index"
    rare = " ".join(index_in(path, COUNT).record(7).entry.text.split()[:4])
    search_a_file(path, body)


def test_a_quote_that_was_taken_out_meanwhile_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "quotes.index"

    async def body(here: Visit) -> None:
        await here.press(*"the")
        await here.until(lambda: " 1 of " in here.shown)
        another = QuoteIndex(path=path)
        for key in another.stamps():
            another.remove(key)
        await here.press(*["pagedown"] * 5)
        await here.until(lambda: "taken out" in here.shown)
        await here.press("s")
        await here.until(lambda: "No quote matches" in here.shown)

    search_a_file(path, body)
