"""Every command is declared once, with its key, its palette entry and its line in help."""

from collections import Counter

from newsreader.ui.commands import COMMANDS, commands_for


def test_every_command_has_an_id_of_its_own() -> None:
    assert [i for i, n in Counter(command.id for command in COMMANDS).items() if n > 1] == []


def test_every_command_has_key_title_help_and_action() -> None:
    assert [c.id for c in COMMANDS if not (c.keys and c.title and c.help and c.action)] == []


def test_the_palette_leaves_out_only_what_makes_no_sense_without_its_key() -> None:
    missing = {c.id for c in commands_for("everywhere") if not c.palette}
    assert missing == {"back", "palette", "copy-or-quit"}


def test_no_two_commands_of_one_part_share_a_key() -> None:
    for where in ("everywhere", "article", "list", "search", "map"):
        keys = Counter(key for c in commands_for(where) for key in c.keys.split(","))
        assert [key for key, n in keys.items() if n > 1] == []


def test_no_key_of_the_article_hides_one_that_works_everywhere() -> None:
    keys = {where: {k for c in commands_for(where) for k in c.keys.split(",")} for where in
            ("everywhere", "article")}  # fmt: skip
    assert keys["everywhere"] & keys["article"] == set()


def test_the_keys_of_the_design_are_there() -> None:
    everywhere = {k for c in commands_for("everywhere") for k in c.keys.split(",")}
    article = {k for c in commands_for("article") for k in c.keys.split(",")}
    named = {"slash", "left_square_bracket", "right_square_bracket", "tab", "escape", "ctrl+p"}
    assert {*"nNqspmwc", "question_mark", *named} <= everywhere
    assert {*"hjklbgG", "space", "up", "down", "left", "right"} <= article
