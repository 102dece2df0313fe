"""An article's places in the side panel: one by one, or under their countries."""

from textual.geometry import Region
from visit import Visit, spans_of, visit

from newsreader.article import Analysis, Place, PlaceKind, Quote, Span
from newsreader.ui.widgets.place_rows import place_rows, places_of

WORDS = "Kyiv Kyiv Lviv Odesa Paris Lyon Lille Rome Norway Oslo Europe Zembla"
TEXT = f"The talks\n\n“We go,” she said.\n\n{'It rained. ' * 200}\n\n{WORDS}\n"
UNITED_KINGDOM = Place("Leeds", "city", "GB", 53.8, -1.5, None, ((0, 1),))


def spans(word: str) -> tuple[Span, ...]:
    return spans_of(TEXT, word)


def place(name: str, country: str | None, kind: PlaceKind = "city") -> Place:
    return Place(name, kind, country, 50.0, 10.0, None, spans(name))


PLACES = (
    place("Kyiv", "UA"),
    place("Paris", "FR"),
    place("Lviv", "UA"),
    place("Odesa", "UA"),
    place("Norway", "NO", "country"),
    place("Lyon", "FR"),
    place("Lille", "FR"),
    place("Rome", "IT"),
    place("Oslo", "NO"),
    place("Europe", None, "continent"),
    place("Zembla", None, "unresolved"),
)
GROUPED = [
    "◇ Ukraine 4",
    "◆ Kyiv 2",
    "◆ Lviv 1",
    "◆ Odesa 1",
    "◇ France 3",
    "◆ Paris 1",
    "◆ Lyon 1",
    "◆ Lille 1",
    "◆ Norway 1",
    "◆ Oslo 1",
    "◆ Rome Italy 1",
    "◆ Europe 1",
    "? Zembla 1",
]


def drawn(places: tuple[Place, ...], width: int = 30) -> list[str]:
    lines = [row.draw(width)[0].fitted(width) for row in place_rows(places)]
    return ["".join(piece.text for piece in line) for line in lines]


def words(places: tuple[Place, ...], width: int = 30) -> list[str]:
    return [" ".join(line.split()) for line in drawn(places, width)]


def test_many_places_of_several_countries_stand_under_their_countries() -> None:
    assert words(PLACES) == GROUPED
    assert [line.index("◆") for line in drawn(PLACES) if "◆ Kyiv" in line or "◆ Rome" in line] == [
        2,
        0,
    ]


def test_every_place_has_exactly_one_row_of_its_own() -> None:
    values = [row.value for row in place_rows(PLACES)]
    assert [values.count(("place", index)) for index in range(len(PLACES))] == [1] * len(PLACES)


def test_the_number_of_a_row_is_how_much_lights_up() -> None:
    for row, text in zip(place_rows(PLACES), words(PLACES), strict=True):
        lit = sum(len(PLACES[index].mentions) for index in places_of(row.value))
        assert text.endswith(f" {lit}")


def test_few_places_or_those_of_one_country_are_listed_one_by_one() -> None:
    assert words(PLACES[:4]) == ["◆ Kyiv Ukraine 2", "◆ Paris France 1", "◆ Lviv Ukraine 1",
                                 "◆ Odesa Ukraine 1"]  # fmt: skip
    one = tuple(place(name, "UA") for name in WORDS.split()[:10])
    assert len(place_rows(one)) == 10


def test_a_country_is_told_in_words_where_there_is_room_and_by_its_code_where_there_is_less() -> (
    None
):
    assert words((UNITED_KINGDOM,), 30) == ["◆ Leeds United Kingdom 1"]
    assert words((UNITED_KINGDOM,), 20) == ["◆ Leeds GB 1"]
    assert words((UNITED_KINGDOM,), 12) == ["◆ Leeds 1"]


def test_moving_lights_the_mentions_and_enter_goes_through_those_of_a_country() -> None:
    async def body(here: Visit) -> None:
        await here.press("p")
        panel = here.screen.panel
        assert panel.highlighted_value == ("places", (0, 2, 3))
        ukraine = sorted(span for index in (0, 2, 3) for span in PLACES[index].mentions)
        assert list(here.screen.view.marks.lit) == ukraine
        await here.press("enter")
        assert list(here.screen.view.marks.matches) == ukraine[:1]
        await here.press("enter")
        assert list(here.screen.view.marks.matches) == ukraine[1:2]
        await here.press("j")
        assert list(here.screen.view.marks.lit) == list(PLACES[0].mentions)
        await here.press("j")
        assert list(here.screen.view.marks.lit) == list(PLACES[2].mentions)
        shown = "\n".join(s.text for s in panel.render_lines(Region(0, 0, *panel.size)))
        assert "◇ Ukraine" in shown

    start = TEXT.index("We go")
    found = Analysis((Quote(start, start + 6, "direct"),), (), PLACES)
    visit(body, text=TEXT, analysis=found, size=(100, 30))


def test_the_map_opened_from_a_country_begins_with_its_first_place() -> None:
    async def body(here: Visit) -> None:
        await here.press("p", "m")
        assert "▶ Kyiv" in here.shown

    start = TEXT.index("We go")
    found = Analysis((Quote(start, start + 6, "direct"),), (), PLACES)
    visit(body, text=TEXT, analysis=found, size=(100, 30))
