import asyncio
from pathlib import Path

from visit import FIRST, TEXT, Visit

from newsreader.errors import SourceError
from newsreader.sources import find_sources, read_source
from newsreader.ui.open_articles import OpenArticles
from newsreader.ui.reader import Reader

OTHER = "A lake in the north\n\n“The ice is thin,” said Kari Nordmann in Bergen.\n\n" + (
    "Snow fell all day. " * 400
)


def visit_two(tmp_path: Path, body: object, *, broken: bool = False) -> list[SourceError]:
    """Opens two articles, the second one broken if asked for; the problems that were found."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02" * 100 if broken else OTHER.encode())
    sources, problems = find_sources([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])

    async def run() -> None:
        articles = OpenArticles(sources, read_source(sources[0]), problems)
        app = Reader(articles, measure=84)
        async with app.run_test(size=(100, 24)) as pilot:
            here = Visit(app, pilot)
            await here.analysed()
            await body(here)  # type: ignore[operator]

    asyncio.run(run())
    return problems


def test_another_article_is_opened_with_its_own_speakers_and_the_first_is_where_it_was_left(
    tmp_path: Path,
) -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket", "space", "down")
        before = (here.screen.view.top, here.screen.view.marks.current)
        await here.press("o", "down", "enter")
        await here.until(lambda: "A lake in the north" in here.shown)
        await here.until(lambda: "Kari Nordmann" in here.pane("panel"))
        assert here.screen.view.top == 0
        await here.press("o", "up", "enter")
        await here.until(lambda: here.screen.view.article.text == TEXT)
        await here.pilot.pause()
        assert (here.screen.view.top, here.screen.view.marks.current) == before
        assert FIRST[:10] in TEXT

    visit_two(tmp_path, body)


def test_an_article_that_cannot_be_read_is_told_of_and_counted(tmp_path: Path) -> None:
    async def body(here: Visit) -> None:
        await here.until(lambda: here.screen.opening.articles.all[1].problem)
        await here.pilot.pause()
        assert "b.txt" in here.pane("footer")

    problems = visit_two(tmp_path, body, broken=True)
    assert [problem.name.endswith("b.txt") for problem in problems] == [True]


def test_no_process_is_left_when_the_app_ends_while_it_analyses(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT * 40, encoding="utf-8")
    sources, _ = find_sources([str(tmp_path / "a.txt")])

    async def run() -> int:
        app = Reader(OpenArticles(sources, read_source(sources[0])), measure=84)
        async with app.run_test(size=(100, 24)) as pilot:
            here = Visit(app, pilot)
            await here.until(lambda: app.reading.opening.process is not None)
            process = app.reading.opening.process
        assert process is not None
        return process

    pid = asyncio.run(run())
    assert not Path(f"/proc/{pid}").exists()


def test_how_a_further_article_was_read_is_told_when_it_is_opened_and_afterwards(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(
        "Déjà vu\n\n“Très bien,” said Chloé Lefèvre.\n".encode("cp1252")
    )
    sources, _ = find_sources([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    notes: list[str] = []

    async def run() -> None:
        articles = OpenArticles(sources, read_source(sources[0], notes), [], notes)
        app = Reader(articles, measure=84)
        async with app.run_test(size=(100, 24)) as pilot:
            here = Visit(app, pilot)
            await here.analysed()
            await here.until(lambda: notes)
            await here.press("o", "down", "enter")
            await here.until(lambda: "Windows-1252" in here.pane("footer"))

    asyncio.run(run())
    assert len(notes) == 1
    assert "b.txt" in notes[0]
