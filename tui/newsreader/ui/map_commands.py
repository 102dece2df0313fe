"""The commands of the map's page; part of the registry in ``newsreader.ui.commands``."""

from __future__ import annotations

from newsreader.ui.command import Command

MAP_COMMANDS: tuple[Command, ...] = (
    Command(
        "map.left", "left,h", "Place to the west",
        "Go to the nearest place to the west", "towards(0, -1)", where="map", palette=False,
    ),
    Command(
        "map.down", "down,j", "Place to the south",
        "Go to the nearest place to the south", "towards(-1, 0)", where="map", palette=False,
    ),
    Command(
        "map.up", "up,k", "Place to the north",
        "Go to the nearest place to the north", "towards(1, 0)", where="map", palette=False,
    ),
    Command(
        "map.right", "right,l", "Place to the east",
        "Go to the nearest place to the east", "towards(0, 1)", where="map", palette=False,
    ),
    Command(
        "map.next", "right_square_bracket", "Next place",
        "Go to the next place of the article, those not on the map last", "step(1)",
        where="map", footer="next", palette=False,
    ),
    Command(
        "map.previous", "left_square_bracket", "Previous place",
        "Go to the previous place of the article", "step(-1)", where="map",
        palette=False,
    ),
    Command(
        "map.visit", "enter", "Go to the mention",
        "Go to the mention in the article; in the list of places to a place's mentions", "visit",
        where="map", footer="go", palette=False,
    ),
    Command(
        "map.next-mention", "n", "Next mention",
        "Go to the next mention of the place", "mention(1)", where="map",
        palette=False,
    ),
    Command(
        "map.previous-mention", "N", "Previous mention",
        "Go to the previous mention of the place", "mention(-1)", where="map",
        palette=False,
    ),
    Command(
        "map.turn", "tab", "Next part",
        "Move from the map to the mentions, to the list of all places, and back", "turn(1)",
        where="map", footer="mentions", palette=False,
    ),
    Command(
        "map.turn-back", "shift+tab", "Previous part",
        "Move the other way", "turn(-1)", where="map", palette=False,
    ),
    Command(
        "map.nearer", "plus,equals_sign", "Nearer",
        "See the place from nearer", "zoom(1)", where="map", footer="nearer", palette=False,
    ),
    Command(
        "map.farther", "minus", "Farther",
        "See more of the world", "zoom(-1)", where="map", footer="farther", palette=False,
    ),
    Command(
        "map.all", "0", "All places",
        "See all places again as near as can be, or else the whole world", "all", where="map",
        footer="all", palette=False,
    ),
    Command(
        "map.help", "question_mark,f1", "Help on the map",
        "Show the keys of the map", "help", where="map", footer="help", palette=False,
    ),
    Command(
        "map.close", "escape,m,q", "Back",
        "Return to where you were reading", "close", where="map", footer="back",
        palette=False,
    ),
)  # fmt: skip
