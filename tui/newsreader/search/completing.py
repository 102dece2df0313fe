"""What the word that is being typed may become: the name of a filter, or what it looks for."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsreader.search.folding import fold_words
from newsreader.search.query import FIELDS, parts
from newsreader.search.store import Store

_KINDS: Final = ("direct", "mixed", "indirect")


class Completion(NamedTuple):
    """``query`` is the whole query completed, ``label`` what was added, ``quotes`` how many there
    are of it (0 for a filter's name)."""

    query: str
    label: str
    quotes: int = 0


def completions(typed: str, quotes: Store, limit: int) -> list[Completion]:
    """The likeliest first; none if ``typed`` does not end in something to complete."""
    pieces = parts(typed)
    last = pieces[-1] if pieces else None
    if last is None or last.end < len(typed):
        return []
    minus = typed[last.start] if last.negated else ""
    before = typed[: last.start] + minus
    if last.field is None:
        if last.marked or len(last.value) < 2:  # a letter is a word being begun
            return []
        begun = last.value.lower()
        names = [f"{field}:" for field in FIELDS if field.startswith(begun)]
        return [Completion(before + name, name) for name in names][:limit]
    if last.marked and last.closed:
        return []
    folded = " ".join(fold_words(last.value).words)
    if last.field == "kind":
        count = quotes.vocabulary("kind").count
        kinds = [kind for kind in _KINDS if kind.startswith(folded)]
        found = [(kind, count(kind)) for kind in kinds]
    else:
        found = quotes.names(last.field, folded, limit)
    done: list[Completion] = []
    for name, known in found[:limit]:
        # A mark inside would end the value; a space stands for it as well.
        value = " ".join("".join(" " if c in '"“”„‟«»＂' else c for c in name).split())
        if not value:
            continue
        if " " in value:
            value = f'"{value}"'
        done.append(Completion(f"{before}{last.field}:{value} ", name, known))
    return done
