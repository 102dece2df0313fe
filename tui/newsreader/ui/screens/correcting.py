"""Correcting: which page asks what, and what is shown and said when a correction was made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from newsreader.article import Analysis, Quote, Span, Speaker
from newsreader.text import safe_line
from newsreader.ui.corrected import CorrectedArticle, Told

if TYPE_CHECKING:
    from newsreader.corrections.values import Correction
    from newsreader.ui.open_articles import OpenArticle
    from newsreader.ui.screens.reading import ReadingScreen


class Correcting:
    """Corrects the article that is shown in ``reading``."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading

    def arriving(self, open_article: OpenArticle, found: Analysis) -> Iterator[None]:
        """Applies the stored corrections to what the engine ``found`` and shows it, in steps."""
        assert open_article.article is not None
        corrected = open_article.corrected or CorrectedArticle(open_article.article, found)
        for told in corrected.loading():
            if told is not None:
                self._tell(told)
            yield
        open_article.corrected = corrected
        if open_article is self._open_article:
            self._reading.show_analysis(corrected.analysis)

    async def correct(self) -> None:
        """Asks what is wrong with the speaker highlighted in the list, or else with the current
        quote."""
        reading = self._reading
        if self._open_article.corrected is None:
            reading.say(
                reading.searching.quotes.trouble
                or "The article is still being read; correct it then."
            )
            return
        if reading.panel.showing_results:
            reading.end_search()
        value = reading.panel.highlighted_value
        if reading.panel.has_focus and isinstance(value, tuple):
            await self._correct_row(value)
            return
        current = reading.view.marks.current
        if current is None:
            reading.say("Go to a quote with ] or a click, then correct it.")
            return
        await self._correct_quote(reading.analysis.quotes[current])

    def undo(self) -> None:
        """Takes the last correction of the article back."""
        corrected = self._open_article.corrected
        if corrected is None:
            self._reading.say(
                self._reading.searching.quotes.trouble or "The article is still being read."
            )
            return
        undone, told = corrected.undo()
        if undone is not None:
            self._show(undone)
        self._tell(told)
        self._reading.draw()

    async def _correct_quote(self, quote: Quote) -> None:
        from newsreader.corrections.values import Given, NotQuotation, UnknownSpeaker
        from newsreader.ui.screens.correction_pages import NOBODY, NOT_A_QUOTATION, WhoseScreen

        span = (quote.start, quote.end)

        def decided(picked: object) -> None:
            if picked == NOT_A_QUOTATION:
                self._make(NotQuotation(span))
            elif picked == NOBODY:
                self._make(UnknownSpeaker(span))
            elif isinstance(picked, str):
                self._make(Given(span, picked, quote.kind))

        words = self._reading.view.article.text[quote.start : quote.end]
        page = WhoseScreen(self._reading.analysis.speakers, words, quote)
        await self._reading.open_page(page, decided)

    async def _correct_row(self, value: tuple[Any, ...]) -> None:
        if value == ("person", ""):
            await self._correct_unknown()
            return
        speaker = self._speaker(value[1]) if value[0] == "person" else None
        if speaker is None:
            self._reading.say("Places cannot be corrected.")
            return
        from newsreader.ui.screens.correction_pages import MERGE, RENAME, SPLIT, SpeakerScreen

        asks = {MERGE: self._ask_merge, SPLIT: self._ask_split, RENAME: self._ask_name}

        def decided(picked: object) -> None:
            if isinstance(picked, str):
                asks[picked](speaker)

        others = len(self._reading.analysis.speakers) > 1
        await self._reading.open_page(SpeakerScreen(speaker, can_merge=others), decided)

    async def _correct_unknown(self) -> None:
        """Corrects the current quote if nobody is known to have said it, or else the first such."""
        quotes = self._reading.analysis.quotes
        unknown = [index for index, quote in enumerate(quotes) if quote.speaker is None]
        current = self._reading.view.marks.current
        if unknown and current not in unknown:
            current = unknown[0]
            self._reading.go_to_quote(current)
        if unknown and current is not None:
            await self._correct_quote(quotes[current])

    def _ask_merge(self, speaker: Speaker) -> None:
        from newsreader.ui.screens.correction_pages import NameScreen

        others = [each for each in self._reading.analysis.speakers if each.name != speaker.name]

        def named(other: str, name: object) -> None:
            from newsreader.corrections.values import Merged

            if isinstance(name, str):
                self._make(Merged((speaker.name, other), name), name)

        def decided(picked: object) -> None:
            other = self._speaker(picked)
            if other is None:
                return
            both = NameScreen("Which name stays", [speaker, other], "one of both, or another name")
            self._open(both, lambda name: named(other.name, name))

        about = f"Who is the same as {speaker.name}?"
        page = NameScreen("Merge with", others, "a name", about=about, new=False)
        self._open(page, decided)

    def _ask_name(self, speaker: Speaker) -> None:
        from newsreader.ui.screens.correction_pages import NameScreen

        def decided(name: object) -> None:
            from newsreader.corrections.values import Merged

            if isinstance(name, str) and name != speaker.name:
                self._make(Merged((speaker.name,), name), name)

        self._open(NameScreen("New name", [], f"for {safe_line(speaker.name)}"), decided)

    def _ask_split(self, speaker: Speaker) -> None:
        from newsreader.ui.screens.splitting import SplitScreen

        others = [each for each in self._reading.analysis.speakers if each.name != speaker.name]

        def named(spans: tuple[Span, ...], name: object) -> None:
            from newsreader.corrections.values import Split

            if isinstance(name, str):
                self._make(Split(speaker.name, spans, name), name)

        def decided(spans: tuple[Span, ...] | None) -> None:
            from newsreader.ui.screens.correction_pages import NameScreen

            if spans:
                page = NameScreen("Who said those", others, "a name, or a new one")
                self._open(page, lambda name: named(spans, name))

        quotes = [self._reading.analysis.quotes[index] for index in speaker.quotes]
        text = self._reading.view.article.text
        self._open(SplitScreen(speaker.name, text, quotes), decided)

    def _open(self, page: Any, decided: Callable[[Any], None]) -> None:
        """Opens the next page as soon as the one before has closed."""
        self._reading.call_later(self._reading.open_page, page, decided)

    def _make(self, correction: Correction, person: str = "") -> None:
        """Shows what ``correction`` changes at once, then stores it, then tells of it."""
        corrected = self._open_article.corrected
        if corrected is not None:
            corrected.add(correction)
            self._show(correction, person)
            self._reading.draw()
            self._reading.call_after_refresh(self._save, corrected)

    def _save(self, corrected: CorrectedArticle) -> None:
        if not corrected.unsaved:  # stored with another one, or undone
            return
        shown = corrected.analysis
        told = corrected.save()
        if corrected.analysis is not shown and corrected is self._open_article.corrected:
            self._reading.show_analysis(corrected.analysis)
        self._tell(told)
        self._reading.draw()

    def _show(self, correction: Correction, person: str = "") -> None:
        """Shows the article as it is known now, with what was corrected in view."""
        assert self._open_article.corrected is not None
        self._reading.show_analysis(self._open_article.corrected.analysis)
        self._reading.bar.clear_matches()
        if person:
            self._reading.panel.go_to_person(person)
        if span := getattr(correction, "span", None):
            self._go_to(span)

    def _go_to(self, span: Span) -> None:
        """Goes to the quote that is ``span``, or to its words if that is none any more."""
        quote = self._reading.view.marks.quote_of(span)
        if quote is None:
            self._reading.view.reveal(span)
        else:
            self._reading.go_to_quote(quote)

    def _tell(self, told: Told) -> None:
        """Says it; a problem also when the app has ended, with the whole path of the file."""
        if told.problem:
            self._reading.opening.articles.note(told.problem)
            self._reading.tell(told.line)
        else:
            self._reading.say(told.line)

    @property
    def _open_article(self) -> OpenArticle:
        return self._reading.opening.articles.current

    def _speaker(self, name: object) -> Speaker | None:
        return next((s for s in self._reading.analysis.speakers if s.name == name), None)
