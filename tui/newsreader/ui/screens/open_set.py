"""What the reading screen does with all open articles: lists, shows and searches them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.screens.parts import ReadingParts

if TYPE_CHECKING:
    from newsreader.ui.screens.opening import Opening
    from newsreader.ui.screens.searching_all import SearchingAll


class OpenSet(ReadingParts):
    """Goes from one open article to another."""

    opening: Opening
    searching_all: SearchingAll

    async def action_articles(self) -> None:
        """Shows the open articles to choose from."""
        from newsreader.ui.screens.articles import ArticlesScreen

        await self.open_page(ArticlesScreen(self.opening.articles), self._article_picked)

    def _article_picked(self, number: object) -> None:
        if isinstance(number, int) and number != self.opening.articles.shown:
            self.searching_all.forget()
            self.show_open_article(number)

    def show_open_article(self, number: int) -> None:
        """Shows another open article, and keeps where this one was left."""
        shown = self.opening.articles.current
        shown.position, shown.current = self.view.position, self.view.marks.current
        self.opening.show(number)

    async def action_search_all(self) -> None:
        """Searches all open articles for what stands in the search bar."""
        await self.searching_all.open(self.bar.value)
