"""What the side panel and the why panel point out in the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newsreader.article import Analysis, Span, Speaker

if TYPE_CHECKING:
    from newsreader.ui.widgets.article_view import ArticleView
    from newsreader.ui.widgets.why_panel import WhyPanel


class Pointing:
    """Lights up in ``view`` who or what was chosen, and explains the current quote in ``why``.

    ``go_to`` makes a quote the current one and brings it into view.
    """

    def __init__(self, view: ArticleView, why: WhyPanel, go_to: Callable[[int], None]) -> None:
        self._view = view
        self._why = why
        self._go_to = go_to
        self._chosen: object = None
        self._turn = 0

    def light_person(self, name: str) -> None:
        """Lights up the quotes of a person or organization, or the mentions if there are none;
        for an empty ``name`` the quotes of nobody known."""
        self._view.light(self._spans_of(name)[0])
        self._view.show_matches(())

    def light_places(self, *indexes: int) -> None:
        """Lights up the mentions of places."""
        self._view.light(self._mentions_of(indexes))
        self._view.show_matches(())

    def choose_person(self, name: str) -> None:
        """Goes to the first quote or mention, when chosen again to the next."""
        spans, quotes = self._spans_of(name)
        self._view.light(spans)
        turn = self._next_turn(("person", name), len(spans))
        if quotes:
            self._view.show_matches(())
            self._go_to(quotes[turn])
        elif spans:
            self._go_to_mention(spans[turn])

    def choose_places(self, *indexes: int) -> None:
        """Goes to the first mention of places, when chosen again to the next."""
        mentions = self._mentions_of(indexes)
        self._view.light(mentions)
        if mentions:
            self._go_to_mention(mentions[self._next_turn(("places", indexes), len(mentions))])

    def visit_place(self, index: int, mention: Span) -> None:
        """Goes to one mention of a place; when the place is chosen then, to the next."""
        mentions = self._mentions_of((index,))
        self._view.light(mentions)
        self._go_to_mention(mention)
        self._chosen, self._turn = ("places", (index,)), mentions.index(mention)

    def _mentions_of(self, places: Sequence[int]) -> list[Span]:
        return sorted(span for index in places for span in self._analysis.places[index].mentions)

    def _go_to_mention(self, span: Span) -> None:
        """Brings a mention into view, marked among the others that are lit."""
        self._view.show_matches((span,))
        self._view.reveal(span)

    def clear(self) -> None:
        """Lights up nothing; the next choice begins anew."""
        self._chosen = None
        self._view.light(())

    def explain(self, shown: bool, *, reveal: bool = False) -> None:
        """Says why the current quote was given to its speaker, if that is to be ``shown``.
        ``reveal`` brings the words that say so into view, and the quote's beginning beside them
        where there is room."""
        if not shown:
            self._view.show_evidence(())
            return
        current = self._view.marks.current
        quote = None if current is None else self._analysis.quotes[current]
        self._why.show(quote, self._speaker(quote.speaker) if quote else None)
        evidence = [span for span in (quote.source, quote.cue) if span] if quote else []
        self._view.show_evidence(evidence)
        if reveal and quote:
            self._view.reveal(*evidence, (quote.start, quote.start + 1), (quote.start, quote.end))

    @property
    def _analysis(self) -> Analysis:
        return self._view.marks.analysis

    def _speaker(self, name: str | None) -> Speaker | None:
        return next((s for s in self._analysis.speakers if s.name == name), None)

    def _spans_of(self, name: str) -> tuple[list[Span], Sequence[int]]:
        """What to light up for a speaker, and the quotes if that is quotes."""
        quotes = self._analysis.quotes
        indexes: Sequence[int]
        if speaker := self._speaker(name):
            indexes = speaker.quotes
        else:
            indexes = [i for i, quote in enumerate(quotes) if not name and quote.speaker is None]
        spans = [(quotes[index].start, quotes[index].end) for index in indexes]
        return spans or list(speaker.mentions if speaker else ()), indexes

    def _next_turn(self, key: object, count: int) -> int:
        self._turn = (self._turn + 1) % max(1, count) if key == self._chosen else 0
        self._chosen = key
        return self._turn
