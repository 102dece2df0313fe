"""Places in paragraphs written for this project: Africa, Asia, Latin America, abbreviations, traps.

Floors as in ``test_floors``: raised when the figure rises, never lowered.
"""

from __future__ import annotations

import pytest
from place_paragraphs import Outcome, outcome, paragraphs


@pytest.fixture(scope="module")
def world() -> Outcome:
    return outcome(paragraphs())


def test_there_are_a_few_dozen_paragraphs_with_several_places_each() -> None:
    marked = [labels for _, labels in paragraphs()]
    assert len(marked) >= 40
    assert sum(map(len, marked)) >= 330


@pytest.mark.parametrize(
    ("figure", "floor"), [("precision", 0.98), ("recall", 0.965), ("f1", 0.975)]
)
def test_the_places_of_every_continent_are_found(world: Outcome, figure: str, floor: float) -> None:
    assert getattr(world, figure) >= floor, "\n".join(world.errors)


def test_they_are_put_in_their_country_as_what_they_are(world: Outcome) -> None:
    assert world.resolved >= 0.97, "\n".join(world.errors)


def test_hardly_any_is_put_in_a_wrong_country(world: Outcome) -> None:
    assert world.misplaced <= 0.01, "\n".join(world.errors)
