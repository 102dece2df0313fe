"""Which of the places that bear a name is meant, and that a place of many names has one row."""

import pytest

from newsreader.article import Place
from newsreader.engine.analyse import analyse


def place(text: str, mention: str) -> Place:
    """The place that ``mention``, at its first position in the text, was taken for."""
    at = text.index(mention)
    return next(p for p in analyse(text).places if (at, at + len(mention)) in p.mentions)


@pytest.mark.parametrize(
    ("text", "mention", "country", "latitude", "longitude"),
    [
        (
            "She teaches at a school in Cambridge, Mass., near Boston.",
            "Cambridge",
            "US",
            42.4,
            -71.1,
        ),
        ("Trains from Cambridge to London King's Cross were late.", "Cambridge", "GB", 52.2, 0.1),
        (
            "The Vienna talks failed. Envoys of France, Chad and Jordan came to Washington, D.C., "
            "by way of Seattle and Atlanta, with letters from Cambridge, Mass., and Orange, N.J.",
            "Vienna",
            "AT",
            48.2,
            16.4,
        ),
        ("The jury in Birmingham, Ala., took an hour.", "Birmingham", "US", 33.5, -86.8),
        ("Buses in Birmingham and Coventry stopped.", "Birmingham", "GB", 52.5, -1.9),
        ("Police in London, Ont., arrested two men.", "London", "CA", 43.0, -81.2),
        ("The fire in London burned for a day.", "London", "GB", 51.5, -0.1),
        ("A tornado hit Paris, Texas, on Friday.", "Paris", "US", 33.7, -95.6),
        ("Paris and Berlin signed the treaty.", "Paris", "FR", 48.9, 2.3),
        (
            "Venezuela's army closed the road from Valencia to Caracas.",
            "Valencia",
            "VE",
            10.2,
            -68.0,
        ),
        ("Floods in Spain killed 200 people in Valencia.", "Valencia", "ES", 39.5, -0.4),
        ("Lebanon buried its dead in Tripoli and Beirut.", "Tripoli", "LB", 34.4, 35.8),
        ("Militias fought in Tripoli, and Libya's oil stopped.", "Tripoli", "LY", 32.9, 13.2),
        (
            "Doctors in Hyderabad and Karachi, in Pakistan, went on strike.",
            "Hyderabad",
            "PK",
            25.4,
            68.4,
        ),
        ("Hyderabad and Bengaluru write India's software.", "Hyderabad", "IN", 17.4, 78.5),
        ("Costa Rica's parliament in San José voted.", "San José", "CR", 9.9, -84.1),
        ("San Jose, Calif., is hot; so is Oakland.", "San Jose", "US", 37.3, -121.9),
        ("In Santiago, Chile's president resigned.", "Santiago", "CL", -33.5, -70.7),
        (
            "Pilgrims reached Santiago de Compostela in Spain.",
            "Santiago de Compostela",
            "ES",
            42.9,
            -8.5,
        ),
        ("Argentina's second city, Córdoba, had no water.", "Córdoba", "AR", -31.4, -64.2),
        ("Córdoba and Seville, in Spain, reached 46 degrees.", "Córdoba", "ES", 37.9, -4.8),
        ("Guyana will sell oil, it said in Georgetown.", "Georgetown", "GY", 6.8, -58.2),
        ("In Kingston, Jamaica's capital, shops closed.", "Kingston", "JM", 18.0, -76.8),
        ("A prison in Kingston, Ontario, was locked down.", "Kingston", "CA", 44.2, -76.5),
        ("Four students were killed in Moscow, Idaho, in November.", "Moscow", "US", 46.7, -117.0),
        ("Moscow said that it would answer.", "Moscow", "RU", 55.8, 37.6),
        ("Perth beat Dundee in Scotland's second league.", "Perth", "GB", 56.4, -3.4),
        ("A shark was seen off Perth, Western Australia.", "Perth", "AU", -32.0, 115.9),
        ("Colombia's navy sailed from Cartagena to Barranquilla.", "Cartagena", "CO", 10.4, -75.5),
        (
            "Honduras jailed the mayor of San Pedro Sula and La Ceiba.",
            "La Ceiba",
            "HN",
            15.8,
            -86.8,
        ),
        ("The trial in Alexandria, Va., will be short.", "Alexandria", "US", 38.8, -77.1),
        ("Ships left Alexandria for Port Said in Egypt.", "Alexandria", "EG", 31.2, 29.9),
        ("Newcastle, in New South Wales, ships coal.", "Newcastle", "AU", -32.9, 151.8),
        ("Trains from Newcastle to Sunderland were full.", "Newcastle", "GB", 55.0, -1.6),
        ("Melbourne, Fla., saw a rocket rise.", "Melbourne", "US", 28.1, -80.6),
        ("Algeria's gas leaves from Oran and Arzew.", "Oran", "DZ", 35.7, -0.6),
        ("Iran shut its border crossing near Kermanshah.", "Kermanshah", "IR", 34.3, 47.1),
        ("Cuba's second city, Santiago, danced.", "Santiago", "CU", 20.0, -75.8),
        ("Merida and Cancún, in Mexico, were spared.", "Merida", "MX", 21.0, -89.6),
        ("The airport of León, in Nicaragua, is new.", "León", "NI", 12.4, -86.9),
        ("Cape Verde beat the team of Angola in Luanda.", "Luanda", "AO", -8.8, 13.2),
    ],
)
def test_the_words_around_a_name_choose_its_place(
    text: str, mention: str, country: str, latitude: float, longitude: float
) -> None:
    found = place(text, mention)
    assert (found.country, found.kind) == (country, "city")
    assert found.latitude == pytest.approx(latitude, abs=0.4)
    assert found.longitude == pytest.approx(longitude, abs=0.4)
    assert found.geonameid


@pytest.mark.parametrize(
    ("mention", "kinds", "country"),
    [
        ("Scotland", {"region"}, "GB"),
        ("Wales", {"region"}, "GB"),
        ("Northern Ireland", {"region"}, "GB"),
        ("Bavaria", {"region"}, "DE"),
        ("Crimea", {"region"}, "UA"),
        ("Gaza", {"city", "area"}, "PS"),
        ("Gaza Strip", {"area", "region"}, "PS"),
        ("West Bank", {"area", "region"}, "PS"),
        ("Donbas", {"area"}, "UA"),
        ("Kashmir", {"area", "region"}, None),
        ("Sahel", {"area"}, None),
        ("Balkans", {"area"}, None),
        ("Caucasus", {"area"}, None),
        ("Sahara", {"area"}, None),
        ("Alps", {"area"}, None),
        ("Andes", {"area"}, None),
        ("Himalayas", {"area"}, None),
        ("Rocky Mountains", {"area"}, "US"),
        ("Rockies", {"area"}, "US"),
        ("Mount Everest", {"area"}, "NP"),
        ("Kilimanjaro", {"area"}, "TZ"),
        ("Baltic Sea", {"water"}, None),
        ("Baltic", {"water", "area"}, None),
        ("Mediterranean", {"water"}, None),
        ("Persian Gulf", {"water"}, None),
        ("Atlantic", {"water"}, None),
        ("Pacific", {"water"}, None),
        ("Indian Ocean", {"water"}, None),
        ("Bay of Bengal", {"water"}, None),
        ("Strait of Hormuz", {"water"}, None),
        ("Bab el-Mandeb", {"water"}, None),
        ("English Channel", {"water"}, None),
        ("Danube", {"water"}, None),
        ("Mekong", {"water"}, None),
        ("Ganges", {"water"}, None),
        ("Mississippi River", {"water"}, "US"),
        ("Lake Victoria", {"water"}, None),
        ("Lake Michigan", {"water"}, "US"),
        ("Cape of Good Hope", {"area"}, "ZA"),
        ("Sinai", {"area"}, "EG"),
        ("Siberia", {"area"}, "RU"),
        ("Patagonia", {"area"}, None),
        ("Silicon Valley", {"area"}, "US"),
        ("Golan Heights", {"area"}, "SY"),
        ("Nagorno-Karabakh", {"area", "region"}, "AZ"),
        ("Zanzibar", {"area", "city", "region"}, "TZ"),
        ("Antarctica", {"country", "continent"}, "AQ"),
    ],
)
def test_regions_landscapes_and_waters_are_known_as_such(
    mention: str, kinds: set[str], country: str | None
) -> None:
    the = "" if mention[:4] in ("Lake", "Moun", "Kili", "Scot", "Wale", "Nort", "Bava") else "the "
    found = place(f"The ministers spoke of {the}{mention} in the morning.", mention)
    assert found.kind in kinds
    assert found.country in (country, None)
    assert found.latitude is not None


@pytest.mark.parametrize(
    "text",
    [
        "The fire began in Qaramzada, a village in Turkey.",
        "He was born in Nkomazana and buried in Tsholobe.",
        "The lorry stopped near Zyxborough, and no one was hurt.",
    ],
)
def test_what_nobody_knows_is_shown_unresolved(text: str) -> None:
    unknown = [p for p in analyse(text).places if p.name not in ("Turkey",)]
    assert unknown
    assert {p.kind for p in unknown} == {"unresolved"}
    assert {(p.country, p.latitude, p.geonameid) for p in unknown} == {(None, None, None)}


def test_a_name_of_many_towns_is_the_one_the_article_speaks_of() -> None:
    text = "A shop in Springfield closed. Missouri's governor, in Branson, was sorry."
    assert place(text, "Springfield").longitude == pytest.approx(-93.3, abs=0.3)
    text = "A shop in Springfield closed. Illinois's governor, in Chicago, was sorry."
    assert place(text, "Springfield").longitude == pytest.approx(-89.6, abs=0.3)


ONE_ROW = [
    "The U.S. and the US; the United States, America and the USA; the United States of America.",
    "The UK, the U.K., Britain, Great Britain and the United Kingdom.",
    "The UAE, the Emirates and the United Arab Emirates.",
    "In Kyiv and in Kiev it rained.",
    "In Burma and in Myanmar it rained.",
    "In Bombay and in Mumbai it rained.",
    "In Calcutta and in Kolkata it rained.",
    "In Madras and in Chennai it rained.",
    "In Bangalore and in Bengaluru it rained.",
    "In Saigon and in Ho Chi Minh City it rained.",
    "In Peking and in Beijing it rained.",
    "In Canton and in Guangzhou it rained.",
    "In Rangoon and in Yangon it rained.",
    "In Swaziland and in Eswatini it rained.",
    "In the Czech Republic and in Czechia it rained.",
    "In Holland and in the Netherlands it rained.",
    "In the Ivory Coast and in Côte d'Ivoire and in Cote d’Ivoire it rained.",
    "In New York and in New York City it rained.",
    "In Derry and in Londonderry it rained.",
    "In Macedonia and in North Macedonia it rained.",
    "In East Timor and in Timor-Leste it rained.",
    "In Cape Verde and in Cabo Verde it rained.",
    "In Turkey and in Türkiye it rained.",
    "In the DRC, in DR Congo and in the Democratic Republic of the Congo it rained.",
    "In Odessa and in Odesa, in Ukraine, it rained.",
    "In Kharkov and in Kharkiv it rained.",
    "In Lvov and in Lviv it rained.",
    "In Dacca and in Dhaka it rained.",
    "In Bayern and in Bavaria it rained.",
    "In Cologne and in Köln it rained.",
    "In Munich and in München it rained.",
    "In Vienna and in Wien it rained.",
    "In Mecca and in Makkah it rained.",
    "In Ceylon and in Sri Lanka it rained.",
    "In Persia and in Iran it rained.",
    "In Siam and in Thailand it rained.",
    "In Abyssinia and in Ethiopia it rained.",
    "In Rhodesia and in Zimbabwe it rained.",
    "In Upper Volta and in Burkina Faso it rained.",
    "In Zaire and in the Democratic Republic of Congo it rained.",
    "In Washington, D.C., it rained; Washington was wet.",
    "In Los Angeles and in L.A. it rained.",
    "In the Donbass and in the Donbas it rained.",
    "In NSW and in New South Wales it rained.",
    "In the West Bank and on the West Bank it rained.",
    "In Sea of Japan ports and on the Sea of Japan it rained.",
    "On the Black Sea and near the Black Sea it rained.",
]


@pytest.mark.parametrize("text", ONE_ROW)
def test_a_place_has_one_row_whatever_it_is_called(text: str) -> None:
    rows = [p for p in analyse(text).places if p.name != "Ukraine"]
    assert len(rows) == 1, [(p.name, p.country) for p in rows]
    assert len(rows[0].mentions) >= 2
    assert rows[0].latitude is not None
