from visit import Visit, visit


def test_the_footer_shows_the_keys_of_the_part_that_has_the_focus() -> None:
    async def body(here: Visit) -> None:
        assert "] next" in here.pane("footer")
        await here.press("slash")
        assert "esc return" in here.pane("footer")
        assert "] next" not in here.pane("footer")

    visit(body)


def test_a_footer_of_eighty_columns_has_what_one_does_with_a_quote() -> None:
    async def body(here: Visit) -> None:
        footer = here.pane("footer")
        for words in ("/ search", "] next", "m map", "w why", "e correct", "? help", "q quit"):
            assert words in footer

    visit(body, size=(80, 24))
