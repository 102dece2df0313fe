"""Every command, declared once: its keys, its palette entry, its line in help, its footer label.

``Command.id`` is the binding's id, so that a keymap can remap it. ``where`` says which part of the
reading screen it belongs to; the part's class takes its bindings from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.command import Command, Where
from newsreader.ui.map_commands import MAP_COMMANDS

if TYPE_CHECKING:
    from textual.binding import Binding

__all__ = ["COMMANDS", "Command", "Where", "bindings", "commands_for", "footer_commands"]

COMMANDS: tuple[Command, ...] = (
    Command(
        "search", "slash,ctrl+f", "Search quotes",
        "Find a quote as you type; typos are fine", "search", footer="search",
    ),
    Command(
        "search.all", "f,ctrl+g", "Search all articles",
        "Find a quote in all open articles", "search_all",
    ),
    Command(
        "quote.next", "right_square_bracket", "Next quote",
        "Go to the next quote", "step_quote(1)", footer="next",
    ),
    Command(
        "quote.previous", "left_square_bracket", "Previous quote",
        "Go to the previous quote", "step_quote(-1)", footer="previous",
    ),
    Command(
        "match.next", "n", "Next match",
        "Go to the next match of the last search", "step_match(1)",
    ),
    Command(
        "match.previous", "N", "Previous match",
        "Go to the previous match of the last search", "step_match(-1)",
    ),
    Command(
        "speakers", "s", "Speakers",
        "Go to the list of speakers", "speakers", footer="speakers",
    ),
    Command(
        "places", "p", "Places",
        "Go to the list of places", "places", footer="places",
    ),
    Command(
        "map", "m", "Map",
        "See the article's places on a map of the world", "map", footer="map",
    ),
    Command(
        "why", "w", "Why this speaker",
        "Show why the current quote was given to its speaker", "why", footer="why",
    ),
    Command(
        "correct", "e", "Correct quote or speaker",
        "Give the current quote to another speaker, or say that it is none; in the list of "
        "speakers merge, split or rename the one highlighted", "correct", footer="correct",
    ),
    Command(
        "correct.undo", "u", "Undo correction",
        "Take back the last correction of this article", "undo_correction",
    ),
    Command(
        "copy", "c,y,super+c", "Copy",
        "Copy the selected text, or else the current quote with its speaker", "copy",
        footer="copy",
    ),
    Command(
        "copy-or-quit", "ctrl+c", "Copy the selection or quit",
        "Copy the selected text; leave newsreader if nothing is selected", "copy_or_quit",
        palette=False,
    ),
    Command(
        "articles", "o", "Open articles",
        "Switch to another open article", "articles", footer="articles",
    ),
    Command(
        "measure.wider", "plus,equals_sign", "Wider text",
        "Set the text in longer lines", "measure(4)",
    ),
    Command(
        "measure.narrower", "minus", "Narrower text",
        "Set the text in shorter lines", "measure(-4)",
    ),
    Command(
        "theme", "t", "Light or dark theme",
        "Change between the dark and the light theme", "theme", footer="theme",
    ),
    Command(
        "focus.next", "tab", "Next pane",
        "Move the focus to the next pane", "focus_part(1)",
    ),
    Command(
        "focus.previous", "shift+tab", "Previous pane",
        "Move the focus to the previous pane", "focus_part(-1)",
    ),
    Command(
        "back", "escape", "Back",
        "Close what is open and return to the article", "back", palette=False,
    ),
    Command(
        "help", "question_mark,f1", "Help",
        "Show the keys for where you are", "help", footer="help",
    ),
    Command(
        "palette", "ctrl+p", "Command palette",
        "Find any command, quote, speaker or place", "palette", footer="commands",
        palette=False,
    ),
    Command(
        "quit", "q,ctrl+q", "Quit",
        "Leave newsreader", "quit", footer="quit",
    ),
    Command(
        "article.down", "down,j", "Line down",
        "Move the text by a line", "line(1)", where="article",
    ),
    Command(
        "article.up", "up,k", "Line up",
        "Move the text back by a line", "line(-1)", where="article",
    ),
    Command(
        "article.page-down", "space,pagedown,right,l", "Page down",
        "Move the text by a page", "page(1)", where="article",
    ),
    Command(
        "article.page-up", "b,pageup,left,h", "Page up",
        "Move the text back by a page", "page(-1)", where="article",
    ),
    Command(
        "article.top", "g,home", "Top of the article",
        "Go to the first line", "top", where="article",
    ),
    Command(
        "article.end", "G,end", "End of the article",
        "Go to the last line", "end", where="article",
    ),
    Command(
        "list.down", "down,j", "Next row",
        "Move to the next row; its quotes or places light up", "move(1)", where="list",
        palette=False,
    ),
    Command(
        "list.up", "up,k", "Previous row",
        "Move to the previous row", "move(-1)", where="list", palette=False,
    ),
    Command(
        "list.page-down", "pagedown,space", "Page down in the list",
        "Move down by a screenful", "page(1)", where="list", palette=False,
    ),
    Command(
        "list.page-up", "pageup,b", "Page up in the list",
        "Move up by a screenful", "page(-1)", where="list", palette=False,
    ),
    Command(
        "list.first", "home,g", "First row",
        "Move to the first row", "first", where="list", palette=False,
    ),
    Command(
        "list.last", "end,G", "Last row",
        "Move to the last row", "last", where="list", palette=False,
    ),
    Command(
        "list.choose", "enter", "Go to the quote or place",
        "Go to the first quote or place, again for the next", "choose", where="list",
        footer="go", palette=False,
    ),
    Command(
        "search.down", "down", "Next result",
        "Go to the next result", "move(1)", where="search", footer="next", palette=False,
    ),
    Command(
        "search.up", "up", "Previous result",
        "Go to the previous result", "move(-1)", where="search", palette=False,
    ),
    Command(
        "search.page-down", "pagedown", "Results down",
        "Go ten results on", "move(10)", where="search", palette=False,
    ),
    Command(
        "search.page-up", "pageup", "Results up",
        "Go ten results back", "move(-10)", where="search", palette=False,
    ),
    Command(
        "search.older", "alt+up,ctrl+up", "Earlier query",
        "Put the query before this one into the search bar", "recall(1)", where="search",
        palette=False,
    ),
    Command(
        "search.newer", "alt+down,ctrl+down", "Later query",
        "Put the query after this one into the search bar", "recall(-1)", where="search",
        palette=False,
    ),
    Command(
        "search.widen", "ctrl+g", "All articles",
        "Search all open articles instead of this one, there this one again",
        "screen.search_all", where="search", footer="all articles", palette=False,
    ),
    Command(
        "search.stay", "enter", "Stay",
        "Stay at the quote that was found", "submit", where="search", footer="stay",
        palette=False,
    ),
    Command(
        "search.cancel", "escape", "Return",
        "Return to where you were reading", "cancel", where="search", footer="return",
        palette=False,
    ),
    *MAP_COMMANDS,
)  # fmt: skip


def commands_for(where: Where) -> tuple[Command, ...]:
    """The commands of one part, in the order they are declared."""
    return tuple(command for command in COMMANDS if command.where == where)


def bindings(where: Where) -> list[Binding]:
    """Textual bindings of one part, for a class's ``BINDINGS``."""
    from textual.binding import Binding

    return [
        Binding(command.keys, command.action, command.title, show=False, id=command.id)
        for command in commands_for(where)
    ]


def footer_commands(where: Where) -> tuple[Command, ...]:
    """What the footer shows while ``where`` has the focus; help and quit come last."""
    own = [command for command in commands_for(where) if command.footer]
    if where in ("search", "map"):
        return tuple(own)
    common = [command for command in commands_for("everywhere") if command.footer]
    # The way back is known from the way on: it needs room only when all else has some.
    common.sort(key=lambda command: command.id == "quote.previous")
    last = [command for command in common if command.id in ("help", "quit")]
    if where == "list":  # in which one corrects whom one sees
        own += [command for command in common if command.id == "correct"]
        common = [command for command in common if command.id != "correct"]
    return (*own, *(command for command in common if command not in last), *last)
