"""Coasts and borders drawn in braille."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsreader.errors import DataError
from newsreader.ui.country_names import country_name
from newsreader.ui.maps import outlines as file
from newsreader.ui.maps.dots import drawn, level_for
from newsreader.ui.maps.land import country, land
from newsreader.ui.maps.outlines import TOLERANCES, UNIT, outlines
from newsreader.ui.maps.window import Window, around, world

LEVELS = range(len(TOLERANCES))


def dots_near(window: Window, cells: bytes, point: tuple[float, float], reach: int = 1) -> bool:
    """Whether anything is drawn in the cells about ``point``."""
    cell = window.cell(point)
    assert cell is not None
    column, row = cell
    return any(
        cells[y * window.width + x]
        for y in range(max(0, row - reach), min(window.height, row + reach + 1))
        for x in range(max(0, column - reach), min(window.width, column + reach + 1))
    )


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_holds_the_world(level: int) -> None:
    lines = outlines(level)
    west = min(line.box[0] for line in lines) / UNIT
    east = max(line.box[2] for line in lines) / UNIT
    assert (round(west), round(east)) == (-180, 180)
    assert sum(line.is_border for line in lines) > 300
    countries = {code for line in lines for code in line.countries}
    assert {"FR", "BR", "CN", "ZA", "AU", "XK", "TW"} <= countries


def test_coarser_levels_have_fewer_points() -> None:
    points = [sum(len(line.xs) for line in outlines(level)) for level in LEVELS]
    assert points[0] > 2 * points[1] > 4 * points[2]


@pytest.mark.parametrize("level", LEVELS)
def test_every_country_is_closed(level: int) -> None:
    """Each point of its outline is joined to an even number of others."""
    joined: dict[tuple[str, int, int], int] = {}
    for line in outlines(level):
        for code in line.countries:
            for end in (0, -1):
                key = (code, line.xs[end], line.ys[end])
                joined[key] = joined.get(key, 0) + 1
    assert [key for key, count in joined.items() if count % 2] == []


def test_crimea_is_drawn_with_ukraine() -> None:
    crimea = [
        line
        for line in outlines(0)
        if line.box[0] > 32.4 * UNIT and line.box[2] < 36.7 * UNIT
        and line.box[1] > 44.3 * UNIT and line.box[3] < 46.2 * UNIT
    ]  # fmt: skip
    assert {code for line in crimea for code in line.countries} == {"UA"}


def test_the_coast_is_drawn_where_it_is_and_the_open_sea_is_empty() -> None:
    window = around(80, 16, [(50.0, 0.0)], 16.0)
    coasts = drawn(window).coasts
    assert dots_near(window, coasts, (51.13, 1.35))  # Dover
    assert not dots_near(window, coasts, (48.5, -9.0))  # the Celtic Sea
    assert not dots_near(window, coasts, (47.5, 2.5))  # the middle of France


def test_borders_are_told_from_coasts_and_left_out_of_the_map_of_the_world() -> None:
    window = around(80, 16, [(50.0, 8.0)], 12.0)
    dots = drawn(window)
    assert dots_near(window, dots.borders, (49.0, 8.2))  # France and Germany
    assert not dots_near(window, dots.coasts, (49.0, 8.2))
    assert not any(drawn(world(80, 16)).borders)


def test_a_window_across_the_date_line_shows_both_sides_and_no_seam() -> None:
    window = around(80, 16, [(66.0, 180.0)], 14.0)
    coasts = drawn(window).coasts
    assert dots_near(window, coasts, (66.1, -169.8))  # the tip of Chukotka
    assert dots_near(window, coasts, (69.7, 170.3))  # Pevek
    assert not dots_near(window, coasts, (67.5, 180.0), reach=0)  # inland, where the data is cut


def test_the_world_is_drawn_once_though_the_map_is_wider() -> None:
    window = world(200, 12)
    coasts = drawn(window).coasts
    assert window.across > 400
    assert not any(coasts[row * 200] or coasts[row * 200 + 199] for row in range(12))
    assert any(coasts)


def test_nearer_maps_take_finer_outlines() -> None:
    levels = [level_for(around(80, 16, [(0.0, 0.0)], least)) for least in (3.0, 12.0, 80.0)]
    assert levels == [0, 1, 2]


@pytest.fixture
def _forgetting() -> Iterator[None]:
    outlines.cache_clear()
    yield
    outlines.cache_clear()


@pytest.mark.usefixtures("_forgetting")
@pytest.mark.parametrize("data", [b"", b"NROUTL1\n", b"something else", None])
def test_outlines_that_cannot_be_read_are_told_of_in_one_line(
    data: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "outlines.bin"
    if data is not None:
        path.write_bytes(data)
    monkeypatch.setattr(file, "PATH", path)
    with pytest.raises(DataError, match=r"outlines\.bin: .*reinstall newsreader"):
        outlines(0)


def test_countries_have_names_in_words() -> None:
    names = [country_name(code) for code in ("GB", "XK", "CI", None, "Q?")]
    assert names == ["United Kingdom", "Kosovo", "Ivory Coast", "", "Q?"]


def test_land_is_told_from_sea_on_both_sides_of_the_date_line() -> None:
    window = around(80, 16, [(66.0, 180.0)], 14.0)
    cells = land(window)
    for point, is_land in [
        ((67.5, 179.0), True),
        ((67.0, -179.0), True),
        ((64.9, -155.0), True),
        ((61.0, 179.0), False),
    ]:
        cell = window.cell(point)
        assert cell is not None
        assert bool(cells[cell[1] * window.width + cell[0]]) == is_land, point


def test_inland_waters_are_no_land() -> None:
    window = around(80, 16, [(42.0, 45.0)], 20.0)
    cells = land(window)
    for point, is_land in [((42.0, 51.0), False), ((43.5, 34.0), False), ((42.0, 44.0), True)]:
        cell = window.cell(point)
        assert cell is not None
        assert bool(cells[cell[1] * window.width + cell[0]]) == is_land, point


@pytest.mark.parametrize(("code", "inside"), [("RU", (62.0, 95.0)), ("FJ", (-17.8, 178.0))])
def test_a_country_is_filled_and_nothing_else(code: str, inside: tuple[float, float]) -> None:
    window = around(80, 16, [inside], 6.0 if code == "FJ" else 60.0)
    within, all_land = country(window, code), land(window)
    cell = window.cell(inside)
    assert cell is not None
    assert within[cell[1] * window.width + cell[0]] == 1
    assert all(there or not one for one, there in zip(within, all_land, strict=True))


def test_no_row_of_the_world_is_filled_from_edge_to_edge() -> None:
    window = world(160, 40)
    cells = land(window)
    rows = [cells[y * 160 : (y + 1) * 160] for y in range(40)]
    assert 0.15 < sum(cells) / len(cells) < 0.45
    assert max(sum(row) for row in rows) < 130
