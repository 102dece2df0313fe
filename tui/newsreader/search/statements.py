"""What is asked of the tables of a file as statements of SQL."""

from __future__ import annotations

from newsreader.search.asking import Asked, held_by, side_by_side
from newsreader.search.expressions import sign_of
from newsreader.search.query import Filter, Phrase


def selecting(expression: str, asked: Asked, limit: int) -> tuple[str, list[object]]:
    """A statement for the quotes for an ``expression``, or all for ``""``, in the order of their
    numbers, that pass for what expressions cannot say; and its values."""
    likeness = "0.0"
    values: list[object] = []
    if asked.literal:
        likeness = " + ".join(["(instr(q.text, ?) > 0)"] * len(asked.literal))
        likeness = f"({likeness}) * 1.0 / {len(asked.literal)}"
        values += asked.literal
    ids = "SELECT id FROM quotes"
    if expression:
        ids = "SELECT rowid AS id FROM found WHERE found MATCH ?"
        values.append(expression)
    within = [side_by_side(phrase) for phrase in asked.within]
    outside = [_in_a_row(run) for run in asked.outside]
    if not expression:  # FTS5 knows no NOT alone
        outside += [held for each in asked.without for held in held_by(each, sign_of(each.field))]
    if asked.looked_at and asked.looks:
        ids += f" LIMIT {asked.looked_at}"
    tests = ["instr(q.folded, ?) > 0"] * len(within) + ["instr(q.folded, ?) = 0"] * len(outside)
    values += [*within, *outside]
    if asked.literally:
        tests += ["instr(q.text, ?) > 0"] * len(asked.literal)
        values += asked.literal
    values.append(limit)
    if asked.chosen:
        tests.append("q.article IN (SELECT article FROM chosen)")
    # CROSS JOIN: the rows in the order and only as far as they are needed.
    statement = (
        f"SELECT q.id, q.position, q.folded, {likeness} FROM ({ids}) AS i "
        "CROSS JOIN quotes AS q ON q.id = i.id"
        + (f" WHERE {' AND '.join(tests)}" if tests else "")
        + " LIMIT ?"
    )
    return statement, values


def _in_a_row(run: Phrase | Filter) -> str:
    """The string that a line with ``run`` holds."""
    if isinstance(run, Phrase):
        return side_by_side(run)
    sign = sign_of(run.field)
    return " ".join(["", *(sign + word for word in run.words)])
