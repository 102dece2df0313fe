"""Palette, help and the list of articles, in the real app."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from panel_app import ARTICLE, analysis, lines
from rich.cells import cell_len
from textual.pilot import Pilot

from newsreader.sources import Source
from newsreader.ui.commands import COMMANDS
from newsreader.ui.open_articles import OpenArticle, OpenArticles
from newsreader.ui.palette import PaletteScreen
from newsreader.ui.reader import Reader
from newsreader.ui.screens.articles import ArticlesScreen
from newsreader.ui.screens.help import HelpScreen
from newsreader.ui.widgets.row_list import RowList

Check = Callable[[Reader, Pilot[None]], Awaitable[None]]


def run(check: Check, size: tuple[int, int] = (110, 30)) -> None:
    async def go() -> None:
        app = Reader(OpenArticles([Source("a.txt")], ARTICLE), measure=84)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            app.reading.opening.stop()
            app.reading._analysed(analysis())
            await pilot.pause(0.05)
            await check(app, pilot)

    asyncio.run(go())


def drawn(app: Reader) -> list[str]:
    return lines(app.screen.query_one(RowList))


def test_the_palette_lists_every_command_that_it_may_with_its_key() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, PaletteScreen)
        text = "\n".join(drawn(app))
        for command in COMMANDS:
            assert (f"  {command.title} " in text) == command.palette, command.title

    run(check, (110, 50))


def test_a_command_is_found_by_a_misspelt_word_and_run() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        dark = app.current_theme.dark
        await pilot.press("ctrl+p", *"ligth theme", "enter")
        await pilot.pause()
        assert app.screen is app.reading
        assert app.current_theme.dark != dark

    run(check)


def test_a_quote_is_found_by_misspelt_words_and_gone_to() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+p", *"crucail fase")
        await pilot.pause()
        assert "It is a crucial phase of the war" in "\n".join(drawn(app))
        await pilot.press("enter")
        await pilot.pause()
        assert app.reading.view.marks.current == 0

    run(check)


def test_a_speaker_is_found_and_their_first_quote_gone_to() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+p", *"stoltenbrg", "enter")
        await pilot.pause()
        assert app.reading.view.marks.current == 0

    run(check)


def test_a_place_is_found_and_lit() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+p", *"town 2", "enter")
        await pilot.pause()
        assert len(app.reading.view.marks.lit) == 1

    run(check)


def test_names_in_the_palette_steer_nothing() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+p", *"red")
        await pilot.pause()
        text = "\n".join(drawn(app))
        assert "\x1b" not in text
        assert "李[red]克強" in text

    run(check)


def test_nothing_found_is_said_and_escape_leads_back() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+p", *"qqqqzzz")
        assert "Nothing matches “qqqqzzz”." in "\n".join(drawn(app))
        await pilot.press("enter")
        assert isinstance(app.screen, PaletteScreen)
        await pilot.press("escape")
        assert app.screen is app.reading

    run(check)


@pytest.mark.parametrize("key", ["escape", "q", "question_mark"])
def test_help_closes_with_the_keys_one_tries(key: str) -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press(key)
        assert app.screen is app.reading
        assert app.is_running

    run(check)


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        ([], "In the article"),
        (["s"], "In the list of speakers and places"),
        (["slash"], "In the search bar"),
    ],
)
def test_help_begins_with_where_one_is(keys: list[str], title: str) -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        await pilot.press(*keys, "f1")
        assert title in drawn(app)[0]

    run(check)


def test_help_tells_every_command_of_where_one_is() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        await pilot.press("question_mark")
        text = " ".join(" ".join(drawn(app)).split())
        for command in COMMANDS:
            if command.where in ("article", "everywhere"):
                assert command.help in text

    run(check, (120, 90))


def test_help_scrolls_to_its_end_in_a_tiny_terminal() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        await pilot.press("question_mark")
        await pilot.press(*["pagedown"] * 12)
        text = " ".join(" ".join(drawn(app)).split())
        assert "places are underlined" in text
        assert {cell_len(line) for line in drawn(app)} == {40}

    run(check, (40, 12))


def _articles() -> OpenArticles:
    articles = OpenArticles([Source("first.txt")], ARTICLE)
    articles.all.append(OpenArticle(Source("news/kyiv\x1b.md"), title="Winter in [red]Kyiv"))
    articles.all.append(OpenArticle(Source("x/broken.html"), problem="no article was found in it"))
    return articles


def test_the_articles_show_title_file_and_what_could_not_be_read() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        app.push_screen(ArticlesScreen(_articles()))
        await pilot.pause(0.05)
        text = "\n".join(drawn(app))
        assert "Winter in [red]Kyiv" in text
        assert "news/kyiv␛.md" in text
        assert "✗ broken.html" in text
        assert "no article was found in it" in text

    run(check)


def test_typing_narrows_the_articles_and_enter_picks_one() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        picked: list[object] = []
        app.push_screen(ArticlesScreen(_articles()), picked.append)
        await pilot.pause(0.05)
        await pilot.press(*"wintr", "enter")
        assert picked == [1]

    run(check)


def test_an_article_that_could_not_be_read_cannot_be_picked() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        picked: list[object] = []
        app.push_screen(ArticlesScreen(_articles()), picked.append)
        await pilot.pause(0.05)
        await pilot.press("end", *["down"] * 5, "enter")
        assert picked == [1]

    run(check)


def test_escape_leaves_the_articles_as_they_are() -> None:
    async def check(app: Reader, pilot: Pilot[None]) -> None:
        picked: list[object] = []
        app.push_screen(ArticlesScreen(_articles()), picked.append)
        await pilot.pause(0.05)
        await pilot.press("escape")
        assert picked == [None]

    run(check)
