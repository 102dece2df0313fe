"""Makes names agree on what they name: a surname stays a person's in every sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsreader.engine.document import Attribution, Document, Name
from newsreader.engine.people.forms import Form, key, read_form
from newsreader.engine.people.lexicon import courtesy_titles, pairs
from newsreader.engine.wordlists import wordlist


def settle_names(
    doc: Document, names: Sequence[Name], attributions: Sequence[Attribution] = ()
) -> list[Name]:
    """``names`` with each lone word that is a surname of somebody named in full, or stands
    behind a title, made a person; not where "in", "the" or a list of places speaks against it."""
    surnames: set[str] = set()
    for name in names:
        if name.kind == "person":
            form = read_form(doc, name.start, name.end)
            if form is not None and form.full:
                surnames.add(form.surname)
    speaking = {attribution.source for attribution in attributions}
    return [
        replace(name, kind="person") if _is_surname(doc, name, surnames, speaking) else name
        for name in names
    ]


def _is_surname(
    doc: Document, name: Name, surnames: set[str], speaking: set[tuple[int, int] | None]
) -> bool:
    if name.kind == "person":
        return False
    form: Form | None = read_form(doc, name.start, name.end)
    if form is None or form.full:
        return False
    first = doc.tokens_in(name.start, name.end).start
    before = key(doc.words[first - 1]) if first else ""
    if before in courtesy_titles() or (before.endswith(".") and before in pairs("titles_role")):
        return before != "st."
    if form.surname not in surnames or before in ("the", "a", "an"):
        return False
    if name.kind == "organization":
        return True
    if (name.start, name.end) in speaking:
        return True
    after = doc.words[form.tokens[1]] if form.tokens[1] < len(doc.words) else ""
    return (
        before not in wordlist("locating_words")
        and before != ","
        and after != ","
        and after[:1].islower()
    )
