"""The rows of an article's places: one by one, or under their countries where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from newsreader.article import Place
from newsreader.text import safe_line
from newsreader.ui.country_names import country_name
from newsreader.ui.widgets.row_line import Piece, Row, RowLine, cells

PLACE_MARK = "◆"
UNRESOLVED_MARK = "?"
_MANY = 8
"""Places up to which a list needs no order by countries."""


def place_rows(places: Sequence[Place]) -> list[Row]:
    """A row for each place, its value ``("place", index)``. Many places of several countries stand
    under their countries, those most mentioned first; the value of a country that is not itself
    named is ``("places", indexes)`` of those under it."""
    groups = _groups(places)
    countries = sum(bool(places[group[0]].country) for group in groups)
    if len(places) <= _MANY or countries < 2 or max(map(len, groups)) < 2:
        return [_row(places[index], index) for index in range(len(places))]
    rows: list[Row] = []
    for group in groups:
        if len(group) == 1:
            rows.append(_row(places[group[0]], group[0]))
            continue
        head = next((index for index in group if places[index].kind == "country"), None)
        if head is None:
            count = sum(len(places[index].mentions) for index in group)
            name = country_name(places[group[0]].country)
            rows.append(Row(partial(_draw_country, name, count), ("places", tuple(group))))
        else:
            rows.append(_row(places[head], head))
        rows += [_row(places[index], index, under=True) for index in group if index != head]
    return rows


def places_of(value: object) -> tuple[int, ...]:
    """The indexes of the places that a row with ``value`` stands for; none if it is another's."""
    match value:
        case ("place", int(index)):
            return (index,)
        case ("places", tuple(indexes)):
            return tuple(index for index in indexes if isinstance(index, int))
    return ()


def place_line(left: Sequence[Piece], place: Place, width: int, count: str = "") -> RowLine:
    """``left`` and the place's country, in words where there is room, by its code where there is
    for that, and ``count`` at the right end."""
    right = (Piece(f"{count} ", "count"),) if count else ()
    if place.country and place.kind != "country":
        room = width - cells(left) - cells(right) - 1
        told = (country_name(place.country), place.country)
        fitting = (words for words in map(safe_line, told) if cells([Piece(words)]) < room)
        if words := next(fitting, ""):
            left = (*left, Piece(f" {words}", "dim"))
    return RowLine(tuple(left), right)


def _groups(places: Sequence[Place]) -> list[list[int]]:
    """The places of each country, and each place that is in none; most mentioned first."""
    groups: dict[object, list[int]] = {}
    for index, place in enumerate(places):
        key = place.country if place.country and place.kind != "unresolved" else index
        groups.setdefault(key, []).append(index)
    mentions = [len(place.mentions) for place in places]
    return sorted(groups.values(), key=lambda group: -sum(mentions[index] for index in group))


def _row(place: Place, index: int, *, under: bool = False) -> Row:
    return Row(partial(_draw_place, place, under), value=("place", index))


def _draw_place(place: Place, under: bool, width: int) -> list[RowLine]:
    sign = UNRESOLVED_MARK if place.kind == "unresolved" else PLACE_MARK
    left = [Piece(f"{sign} ", "dim"), Piece(safe_line(place.name))]
    count = str(len(place.mentions))
    if under:
        return [RowLine((Piece("  "), *left), (Piece(f"{count} ", "count"),))]
    return [place_line(left, place, width, count)]


def _draw_country(name: str, count: int, width: int) -> list[RowLine]:
    left = (Piece("◇ ", "dim"), Piece(safe_line(name), "dim"))
    return [RowLine(left, (Piece(f"{count} ", "count"),))]
