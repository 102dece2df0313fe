import asyncio

from newsreader.article import Article
from newsreader.ui.open_articles import OpenArticles
from newsreader.ui.reader import Reader

TEXT = "“We will rebuild the bridge,” said Mayor Ana Okoro.\n\n" + "The river rose again. " * 200


def test_the_first_frame_shows_the_text_of_the_article() -> None:
    async def look() -> str:
        app = Reader(OpenArticles([], Article("0", None, TEXT)), measure=84)
        async with app.run_test(size=(100, 30)):
            return app.export_screenshot()

    assert "rebuild" in asyncio.run(look())
