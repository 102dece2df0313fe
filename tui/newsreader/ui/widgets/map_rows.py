"""The rows beside a map: what is said of the place looked at, and what its names lack."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsreader.article import Place, Span
from newsreader.text import safe_line
from newsreader.ui.country_names import country_name
from newsreader.ui.maps.tour import Tour
from newsreader.ui.widgets.map_view import place_mark
from newsreader.ui.widgets.place_rows import place_line
from newsreader.ui.widgets.row_line import Piece, Row, RowLine
from newsreader.ui.widgets.side_rows import heading, sentence
from newsreader.ui.widgets.snippet import snippet

MENTION_LINES = 2
_MOST_CONTEXT = 1500
"""Characters on either side of a mention that its sentence is looked for in."""
_KINDS = {"water": "waters", "facility": "building or site", "unresolved": "unknown"}


def mention_rows(tour: Tour, text: str) -> list[Row]:
    """The place looked at and the sentences that mention it; values are ``("mention", span)``."""
    if tour.current is None:
        remark = "No place of this article can be put on a map."
        return [heading("Map"), sentence(remark, "note", MENTION_LINES)]
    place = tour.places[tour.current]
    rows = [Row(partial(_draw_title, place), kind="heading")]
    for span in place.mentions:
        draw = partial(_draw_mention, text, span)
        rows.append(Row(draw, ("mention", span), MENTION_LINES))
    return rows


def legend_rows(tour: Tour) -> list[Row]:
    """What the map doesn't name: places by number, those that are nowhere, those beyond its edges.
    Values are ``("place", index)``, and ``("nowhere", index)`` for a place that can't be shown."""
    rows: list[Row] = []
    numbered = tour.labels.numbered
    if numbered:
        rows += [heading("By number", str(len(numbered)), "mentions")]
        rows += [_place_row(tour.places[place], place, number) for number, place in numbered]
    if tour.nowhere:
        rows += _gap(rows)
        rows += [heading("Not on the map", str(len(tour.nowhere)))]
        rows += [_nowhere_row(tour.places[place], place) for place in tour.nowhere]
    if outside := tour.outside:
        rows += _gap(rows)
        rows += [heading("Beyond the edges", str(len(outside)))]
        rows += [_place_row(tour.places[place], place) for place in outside]
    return rows


def _gap(rows: list[Row]) -> Iterator[Row]:
    if rows:
        yield sentence("")


def _place_row(place: Place, index: int, number: str = "") -> Row:
    mark = Piece(f"{number or place_mark(place.kind)} ", "mark" if number else "dim")
    return Row(partial(_draw_place, place, mark), ("place", index))


def _nowhere_row(place: Place, index: int) -> Row:
    return Row(partial(_draw_place, place, Piece("? ", "dim")), ("nowhere", index))


def _draw_place(place: Place, mark: Piece, width: int) -> list[RowLine]:
    left = [mark, Piece(safe_line(place.name))]
    return [place_line(left, place, width, str(len(place.mentions)))]


def _draw_title(place: Place, width: int) -> list[RowLine]:
    about = _KINDS.get(place.kind, place.kind)
    if place.country and place.kind != "country":
        about += f" in {country_name(place.country)}"
    count = len(place.mentions)
    told = f"{count} mention{'' if count == 1 else 's'} "
    mark = Piece(f"{place_mark(place.kind, current=True)} ", "mark")
    left = (mark, Piece(safe_line(place.name), "strong"), Piece(f"  {safe_line(about)}", "dim"))
    return [RowLine(left, (Piece(told, "count"),))]


def _draw_mention(text: str, span: Span, width: int) -> list[RowLine]:
    start, end = _sentence_of(text, span)
    letters = [(span[0] - start, span[1] - start)]
    lines = snippet(text[start:end], letters, width - 1, MENTION_LINES)
    return [RowLine(tuple(line)) for line in lines]


def _sentence_of(text: str, span: Span) -> Span:
    """The sentence around a mention, as far as it doesn't cross a line."""
    from newsreader.engine.tokens import read_document

    low, high = max(0, span[0] - _MOST_CONTEXT), min(len(text), span[1] + _MOST_CONTEXT)
    low = max(low, text.rfind("\n", low, span[0]) + 1)
    line_end = text.find("\n", span[1], high)
    part = text[low : line_end if line_end >= 0 else high]
    document = read_document(part)
    tokens = document.tokens_in(span[0] - low, span[1] - low)
    if not tokens:
        return low, low + len(part)
    first = document.sentences[document.sentence_of(tokens[0])][0]
    last = document.sentences[document.sentence_of(tokens[-1])][1] - 1
    return low + document.starts[first], low + document.ends[last]
