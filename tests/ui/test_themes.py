import os
from unittest import mock

import pytest
from rich.color import Color
from visit import FIRST, Visit, visit

from newsreader.ui.ink import Ink, Look
from newsreader.ui.themes import speaker_colour, themes, variables

SPEAKERS = 8


def luminance(name: str) -> float:
    parts = [part / 255 for part in Color.parse(name).get_truecolor()]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
def test_every_colour_of_text_has_a_contrast_of_at_least_4_5_to_what_lies_under_it(
    dark: bool,
) -> None:
    theme = themes()[0 if dark else 1]
    more = variables(dark)
    texts = [speaker_colour(rank, dark) for rank in range(SPEAKERS)]
    texts += [theme.foreground or "", theme.accent or "", more["quiet"]]
    grounds = [theme.background or "", theme.surface or "", more["current"], more["lit"]]
    poor = {
        (text, ground): round(contrast(text, ground), 2)
        for text in texts
        for ground in grounds
        if contrast(text, ground) < 4.5
    }
    assert poor == {}
    assert contrast(more["match-text"], more["match"]) >= 4.5
    assert contrast(theme.foreground or "", more["selected"]) >= 4.5
    assert contrast(theme.accent or "", theme.panel or "") >= 4.5


@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
def test_eight_speakers_have_eight_colours(dark: bool) -> None:
    assert len({speaker_colour(rank, dark) for rank in range(SPEAKERS)}) == SPEAKERS


def test_without_colours_every_difference_is_an_attribute() -> None:
    ink = Ink(
        {"foreground": "#fff", "background": "#000", "accent": "#ff0"}, dark=True, colour=False
    )
    looks = [
        Look(),
        Look(tone="title"),
        Look(place=True),
        Look(rank=0, indirect=True),
        Look(lit=True),
        Look(match=True),
    ]
    styles = [ink.style(look) for look in looks]
    assert len(set(styles)) == len(styles)
    assert all(style.color is None and style.bgcolor is None for style in styles)


def test_in_sixteen_colours_what_is_lit_or_current_is_told_by_attributes() -> None:
    ink = Ink({"foreground": "#ffffff", "background": "#000000"}, dark=True, shades=False)
    assert ink.style(Look(lit=True)).reverse
    assert ink.style(Look(current=True)).bold
    assert ink.style(Look(selected=True)).reverse
    assert not ink.style(Look()).reverse


def test_no_color_leaves_marks_and_sends_no_colour() -> None:
    async def body(here: Visit) -> None:
        await here.press("right_square_bracket")
        assert here.current_row
        quote = here.styles_of(FIRST)[0]
        assert quote.bold
        for row in here.app.screen._compositor.render_strips():
            for segment in row:
                colour = segment.style and segment.style.color
                assert colour is None or colour.is_default

    with mock.patch.dict(os.environ, {"NO_COLOR": "1"}):
        visit(body)
