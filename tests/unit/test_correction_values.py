"""How corrections are told to people."""

from newsreader.corrections.values import Given, Merged, NotQuotation, Split, UnknownSpeaker

TEXT = (
    "“We go now,” said Ada Merritt. “They stay,” Bush said. "
    "“It rains,” she said. He said that nothing was lost."
)
ALL, GO, STAY, RAINS, LOST = (
    (TEXT.index(words), TEXT.index(words) + len(words))
    for words in (TEXT, "We go now,", "They stay,", "It rains,", "nothing was lost")
)


def test_each_correction_describes_itself_in_one_plain_line() -> None:
    assert [
        each.describe(TEXT)
        for each in (
            Given(GO, "Ada\nMerritt"),
            NotQuotation(ALL),
            UnknownSpeaker(LOST),
            Merged(("Bush",), "George Bush"),
            Merged(("Bush", "George Bush", "he"), "George Bush"),
            Split("Bush", (RAINS,), "Laura \x1b[31mBush"),
            Split("Bush", (RAINS, STAY), "Laura Bush"),
            Given((900, 910), "Ada"),
        )
    ] == [
        "“We go now,” is by Ada Merritt",
        "““We go now,” said Ada Merritt. “They stay,” Bush…” is not a quotation",
        "“nothing was lost” is by nobody known",
        "Bush is called George Bush",
        "Bush, George Bush and he are one, called George Bush",
        "“It rains,” is by Laura ␛[31mBush, not Bush",
        "2 quotes are by Laura Bush, not Bush",
        "A quote that this article does not have is by Ada",
    ]
