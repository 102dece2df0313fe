"""Names that are a place here and something else there, in sentences written for this test.

A place stands in brackets with its country: ``[Jordan|JO]``. Nothing else in the sentence may be a
place.
"""

import re

import pytest

from newsreader.engine.analyse import analyse

JORDAN = """
Aid convoys left [Jordan|JO] for [Syria|SY] on Monday.
The king of [Jordan|JO] will meet the president in [Amman|JO].
“We thank [Jordan|JO],” said Ali Haddad, a driver from [Zarqa|JO].
Michael Jordan bought the team. Jordan scored 40 points in his first game.
Jordan Peele directed the film, and Peele wrote it too.
Mr. Jordan declined to comment. Jordan, 61, lives alone.
Rep. Jim Jordan led the hearing; Jordan said he would call more witnesses.
Vernon Jordan, a lawyer, flew to [Jordan|JO] last week.
Jordanian envoys met Jordan Hendry, a coach, who said that [Jordan|JO] had expected a boycott.
Flights to [Jordan|JO] resumed, said Hamilton Jordan, who runs the airline.
"""

GEORGIA = """
Voters in [Georgia|US] and [Alabama|US] go to the polls today; [Atlanta|US] expects queues.
[Georgia|GE] and [Armenia|AM] opened the border near [Tbilisi|GE].
[Russia|RU] withdrew its troops from [Georgia|GE], the European Union said.
The [Georgia|US] Senate passed the bill, and Gov. Brian Kemp will sign it in [Atlanta|US].
[Savannah|US], [Georgia|US], was spared by the storm.
“I was born in [Georgia|GE],” said Giorgi Maisuradze, a winemaker from [Kutaisi|GE].
Georgia O'Keeffe painted it in 1932. O'Keeffe never sold it.
Georgia Meloni, a nurse, lives next door. Georgia said it was quiet.
[Sierra Leone|SL], [North Korea|KP] and [Hong Kong|HK] sent no team, Mr. Kim and Ms. Kong said.
The band left [Athens|US], [Georgia|US], for [Tbilisi|GE], [Georgia|GE].
"""

WASHINGTON = """
[Washington|US] and [Beijing|CN] agreed to talk again in June.
Lawmakers in [Washington|US] left for the summer.
Apple growers in [Washington|US] state fear frost, said a farmer near [Yakima|US].
Fires burn in [Oregon|US], [Idaho|US] and [Washington|US].
Denzel Washington won the prize. Washington thanked his wife.
George Washington crossed the [Delaware|US] at night. Washington lost two men.
The Washington Post reported the story, and the Washington Times did not.
He teaches at the University of Washington and at George Washington University.
The protest in [Washington|US], [D.C.|US], drew 5,000 people.
"""

WORDS = """
Reading is fun, the teacher said. Reading aloud is better.
Trains from [Reading|GB] to [London|GB] were late.
Nice work if you can get it. Nice people get it.
The train from [Nice|FR] to [Paris|FR] was late.
We ate turkey. Turkey with cranberries, she said, is best.
[Turkey|TR] and [Greece|GR] sent ships.
Turkey farmers near [Norwich|GB] killed 10,000 birds.
Mobile phones are banned. Mobile users complained.
The storm hit [Mobile|US], [Alabama|US], before dawn.
Orange juice costs more. Orange was the colour of the revolution.
The firm sold phones to Orange, the French operator.
Most of the money is gone. Most people know it.
Of the twelve, two died. Of course they were warned.
Man bites dog. Man, it was cold.
Police arrested him in March. March is cold. May is warm.
Police said so. Police in [Lyon|FR] said nothing.
Bath time is fun. Split the bill. Cork the bottle. Hull the berries.
Chad Smith played the drums. Chad was tired after the show.
[Chad|TD] closed its border with [Sudan|SD].
Victoria Beckham showed her dresses. Victoria was pleased.
The ferry to [Victoria|CA] leaves from [Vancouver|CA], in [British Columbia|CA].
Paris Hilton landed in [Paris|FR]. Hilton waved.
Sydney Sweeney plays the nun. Sydney was not at the premiere.
Sydney Pollack filmed it in [Sydney|AU], [Australia|AU].
Abraham Lincoln freed them. Lincoln was shot in 1865.
The farmers met in [Lincoln|US], [Nebraska|US].
Jesse Jackson preached. Jackson was 40 then. Samuel L. Jackson listened.
The water in [Jackson|US], [Mississippi|US], is brown.
Whitney Houston sang it first. Houston died in 2012.
Refineries near [Houston|US] in [Texas|US] shut down.
Florence Nightingale nursed the soldiers. Florence Pugh plays her.
The museums of [Florence|IT] and [Rome|IT] are shut.
Austin Powers is back. Dallas Smith plays him. Madison Brown sings.
Kim said that Lima beans and Brussels sprouts are cheap.
India Arie sang; Asia Argento danced; Israel Adesanya fought; Kenya Moore laughed.
He has a Persian cat, a Danish chair and a Swiss watch.
"""

ORGANIZATIONS = """
The Delta Water Board will meet on Tuesday.
The Bank of England raised rates, and the Bank of Japan did not.
The New York Times, the Boston Globe and the Washington Post endorsed her.
Manchester United lost to Leeds United and drew with Chelsea.
She studied at the University of Texas and the London School of Economics.
The Chicago Bulls beat the Boston Celtics, and the Dallas Cowboys signed a kicker.
The University of Chicago Press printed it.
Air France, British Airways and Korean Air cancelled flights.
The Church of England and the Law Society of Scotland objected.
Deutsche Bank, Bank of America and Royal Bank of Scotland were fined.
The Los Angeles Times and the Times of India won prizes.
Paris Saint-Germain, Real Madrid and Bayern Munich are through.
The Toronto Stock Exchange fell; Lloyd's of London did not.
The S.E.C. fined him; USA Today and France 24 reported it.
Brown v. Board of Education and Plessy v. Ferguson are taught in schools.
He went to the University of California at Berkeley.
Norwich City 2, Derby County 0. As Roma grew, so did AS Roma.
"""

PEOPLES = """
A Norwegian, two Danes and a Frenchman spoke Swahili, Welsh and Thai.
The British, the Dutch and the Swiss disagreed with Israeli and Saudi officials.
She speaks English, Mandarin, Bengali and Portuguese, but no Polish.
Ghanaian, Kenyan and Nigerian singers toured with a Cuban band.
The Californian, a Texan and three New Yorkers were freed.
He learned Latin, read Chinese poets and cooked Mexican food.
South African wine and North Korean missiles are sold abroad.
Palestinians and Israelis talked; Americans listened.
"""


def marked(line: str) -> tuple[str, list[tuple[str, str]]]:
    """The sentence without its marks, and its places with their countries."""
    places = re.findall(r"\[([^|\]]*)\|([^\]]*)\]", line)
    return re.sub(r"\[([^|\]]*)\|[^\]]*\]", r"\1", line), places


def lines(*tables: str) -> list[str]:
    return [line for table in tables for line in table.strip().splitlines()]


@pytest.mark.parametrize("line", lines(JORDAN, GEORGIA, WASHINGTON, WORDS, ORGANIZATIONS, PEOPLES))
def test_a_name_is_a_place_only_where_it_means_one(line: str) -> None:
    text, expected = marked(line)
    found = sorted(
        (a, text[a:b], place.country or "-")
        for place in analyse(text).places
        for a, b in place.mentions
    )
    assert [(name, country) for _, name, country in found] == expected
