"""The rows beside a map: what is said of the place looked at, and what its names lack."""

from __future__ import annotations

from functools import partial

from newsreader.article import Place, Span
from newsreader.text import safe_line
from newsreader.ui.country_names import country_name
from newsreader.ui.maps.tour import Tour
from newsreader.ui.widgets.map_view import place_mark
from newsreader.ui.widgets.place_rows import place_line
from newsreader.ui.widgets.row_line import Piece, Row, RowLine, cut
from newsreader.ui.widgets.side_rows import heading, sentence
from newsreader.ui.widgets.snippet import snippet

MENTION_LINES = 2
NOWHERE = "?"
"""The mark of a place of which it is unknown where it is."""
_MOST_MEASURED = 20
"""Mentions up to which each takes just the lines it needs."""
_MOST_CONTEXT = 1500
"""Characters on either side of a mention that its sentence is looked for in."""
_KINDS = {"water": "waters", "facility": "building or site"}


def mention_rows(tour: Tour, text: str, width: int, lines: int = MENTION_LINES) -> list[Row]:
    """The place looked at and the sentences that mention it, in a list of ``width`` cells each on
    at most so many ``lines``; values are ``("mention", span)``."""
    if tour.current is None:
        return []
    place = tour.places[tour.current]
    there = tour.points[tour.current] is not None
    rows = [Row(partial(_draw_title, place, there), kind="heading")]
    measured = len(place.mentions) <= _MOST_MEASURED
    for span in place.mentions:
        draw = partial(_draw_mention, text, span, lines)
        rows.append(Row(draw, ("mention", span), len(draw(width)) if measured else lines))
    return rows


def legend_rows(tour: Tour) -> list[Row]:
    """All places: by number, those that are nowhere, those beyond the map's edges, those whose
    names are on it. Values are ``("place", index)``."""
    places = tour.places
    numbered = tour.labels.numbered
    elsewhere = {place for _, place in numbered}.union(tour.nowhere, tour.outside)
    named = [index for index in tour.there if index not in elsewhere]
    rows: list[Row] = []
    for title, told in (
        ("By number", [_place_row(places[place], place, number) for number, place in numbered]),
        ("Not on the map", [_place_row(places[place], place, NOWHERE) for place in tour.nowhere]),
        ("Beyond the edges", [_place_row(places[place], place) for place in tour.outside]),
        ("By name", [_place_row(places[place], place) for place in named]),
    ):
        if told:
            rows += [sentence("")] * bool(rows)
            rows += [heading(title, str(len(told)), "" if rows else "mentions"), *told]
    return rows


def nowhere_line(tour: Tour, width: int) -> list[Piece]:
    """Which places are not on the map, and how many, as far as there is room; empty if none."""
    if not tour.nowhere:
        return []
    names = ", ".join(tour.names[place] for place in tour.nowhere)
    told = f"Not on the map {len(tour.nowhere)}: "
    return cut([Piece(f" {NOWHERE} ", "mark"), Piece(told, "strong"), Piece(names)], width)


def _place_row(place: Place, index: int, number: str = "") -> Row:
    mark = Piece(f"{number or place_mark(place.kind)} ", "mark" if number else "dim")
    return Row(partial(_draw_place, place, mark), ("place", index))


def _draw_place(place: Place, mark: Piece, width: int) -> list[RowLine]:
    left = [mark, Piece(safe_line(place.name))]
    return [place_line(left, place, width, str(len(place.mentions)))]


def _draw_title(place: Place, there: bool, width: int) -> list[RowLine]:
    about = _KINDS.get(place.kind, place.kind)
    if place.country and place.kind != "country":
        about += f" in {country_name(place.country)}"
    if not there:
        about = "not on the map"
    count = len(place.mentions)
    told = f"{count} mention{'' if count == 1 else 's'} "
    sign = place_mark(place.kind, current=True) if there else NOWHERE
    mark = Piece(f"{sign} ", "mark")
    left = (mark, Piece(safe_line(place.name), "strong"), Piece(f"  {safe_line(about)}", "dim"))
    return [RowLine(left, (Piece(told, "count"),))]


def _draw_mention(text: str, span: Span, lines: int, width: int) -> list[RowLine]:
    start, end = _sentence_of(text, span)
    letters = [(span[0] - start, span[1] - start)]
    return [RowLine(tuple(line)) for line in snippet(text[start:end], letters, width - 1, lines)]


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
